import type { Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import { PrivateAddress } from '../../platform/outbound/checked-lookup.ts'
import { encryptMessage } from '../../platform/push/message.ts'
import { type Sent, sendPush } from '../../platform/push/send.ts'
import { authorization } from '../../platform/push/vapid.ts'
import type { Services } from '../../platform/services.ts'
import { openSubscription, subscription, subscriptionsOf, unsubscribe } from './subscriptions.ts'

/** A device that could not be reached so often in a row is not tried again. */
const MOST_FAILURES = 12

const asSystem = <T>({ db }: Services, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.withContext({ orgId, userId: null }, work, 'worker')

/** One job for each device of a person: one that can't be reached holds up no other. */
export const tellDevices = (services: Services, job: Job): Promise<void> =>
  asSystem(services, job.orgId, async (tx) => {
    const { userId, kind } = job.payload
    for (const row of await subscriptionsOf(tx, String(userId)))
      await addJob(
        tx,
        'push.send',
        { subscriptionId: row.id, kind: kind! },
        { key: `push.send:${row.id}:${kind}` },
      )
  })

/** Tells one device that there is something new, and of which kind: nothing else ever leaves by this way. */
export async function sendNotice(services: Services, job: Job): Promise<void> {
  const { orgId } = job
  const id = String(job.payload.subscriptionId)
  const kind = String(job.payload.kind)
  const found = await asSystem(services, orgId, async (tx) => {
    const row = await subscription(tx, id)
    return row && { userId: row.user_id, to: await openSubscription(services.keys, tx, row) }
  })
  if (!found) return
  const { userId, to } = found
  const vapid = await services.keys.pushKey(orgId)
  const from64 = (text: string) => Buffer.from(text, 'base64url')
  const body = encryptMessage(JSON.stringify({ kind }), {
    publicKey: from64(to.p256dh),
    auth: from64(to.auth),
  })
  const message = {
    endpoint: to.endpoint,
    authorization: authorization(vapid, to.endpoint, services.publicUrl),
    body,
    topic: kind,
  }
  const outcome: Sent = await sendPush(message, services.pushNetworks).catch((error: unknown) =>
    error instanceof PrivateAddress ? 'refused' : 'later',
  )
  await asSystem(services, orgId, async (tx) => {
    await settle(tx, userId, id, outcome)
    await bySystem(services).record(tx, {
      action: 'user.push',
      outcome: outcome === 'sent' ? 'done' : 'failed',
      object: { type: 'user', id: userId },
      facts: { kind, outcome },
    })
  })
  if (outcome === 'later' && !job.lastAttempt) throw new Error('the push service is away')
}

async function settle(tx: Tx, userId: string, id: string, outcome: Sent): Promise<void> {
  if (outcome === 'gone') {
    await unsubscribe(tx, userId, id)
    return
  }
  const [row] = await tx.run<{ failures: number }>(
    {
      name: 'push-settle',
      text: 'update push_subscriptions set failures = case when $3 then 0 else failures + 1 end where org_id = $1 and id = $2 returning failures',
    },
    [tx.context.orgId, id, outcome === 'sent'],
  )
  if (row && row.failures >= MOST_FAILURES) await unsubscribe(tx, userId, id)
}
