import { createHash } from 'node:crypto'
import type { Statement, Tx } from '../../platform/db/database.ts'
import { unauthenticated } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type DataKey, openJson, sealJson } from '../../platform/keys/sealed.ts'
import { openSubject, subjectDek } from '../../platform/keys/subjects.ts'

/** What a browser says of itself when it subscribes. */
export interface Subscription {
  endpoint: string
  /** In base64url. */
  p256dh: string
  auth: string
}

export interface SubscriptionRow {
  id: string
  user_id: string
  session_id: string
  endpoint_hash: Buffer
  sealed_subscription: Buffer
  created_at: Date
  failures: number
}

/** Devices of one person; the oldest makes room. */
const MOST = 10

const MINE: Statement = {
  name: 'push-mine',
  text: 'select * from push_subscriptions where org_id = $1 and user_id = $2 order by created_at desc, id desc',
}
const ONE: Statement = {
  name: 'push-one',
  text: 'select * from push_subscriptions where org_id = $1 and id = $2',
}
/** Whoever ends the session waits until this one is kept, and so takes it away; once it has ended nothing is found. */
const HOLD_SESSION: Statement = {
  name: 'push-hold-session',
  text: 'select 1 from sessions where org_id = $1 and id = $2 and ended_at is null for share',
}
const REMOVE: Statement = {
  name: 'push-remove',
  text: 'delete from push_subscriptions where org_id = $1 and id = $2 and user_id = $3 returning id',
}

const place = (orgId: string, row: string) => ({
  orgId,
  table: 'push_subscriptions',
  column: 'sealed_subscription',
  row,
})

export const subscriptionsOf = (tx: Tx, userId: string): Promise<SubscriptionRow[]> =>
  tx.run<SubscriptionRow>(MINE, [tx.context.orgId, userId])

export async function subscription(tx: Tx, id: string): Promise<SubscriptionRow | undefined> {
  const [row] = await tx.run<SubscriptionRow>(ONE, [tx.context.orgId, id])
  return row
}

/** Keeps how a device of this user is reached, for as long as the session lasts. Answers its id. */
export async function subscribe(
  keys: OrgKeys,
  tx: Tx,
  who: { userId: string; sessionId: string },
  what: Subscription,
): Promise<string> {
  const { orgId } = tx.context
  if (!(await tx.run(HOLD_SESSION, [orgId, who.sessionId])).length) throw unauthenticated()
  const id = uuidv7()
  const key = await subjectDek(keys, tx, 'user', who.userId)
  await tx.db
    .insertInto('push_subscriptions')
    .values({
      org_id: orgId,
      id,
      user_id: who.userId,
      session_id: who.sessionId,
      endpoint_hash: createHash('sha256').update(what.endpoint).digest(),
      sealed_subscription: sealJson(key, place(orgId, id), what),
    })
    .execute()
  for (const old of (await subscriptionsOf(tx, who.userId)).slice(MOST))
    await unsubscribe(tx, who.userId, old.id)
  return id
}

export async function unsubscribe(tx: Tx, userId: string, id: string): Promise<boolean> {
  return (await tx.run(REMOVE, [tx.context.orgId, id, userId])).length > 0
}

/** How a device is reached. */
export async function openSubscription(keys: OrgKeys, tx: Tx, row: SubscriptionRow): Promise<Subscription> {
  const key: DataKey = await openSubject(keys, tx, row.user_id)
  return openJson<Subscription>(key, place(tx.context.orgId, row.id), row.sealed_subscription)
}
