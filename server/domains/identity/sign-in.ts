import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { allowedFrom } from '../../platform/http/authenticate.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { rememberedDays, trustedDevice } from './devices.ts'
import { type Factor, factorsOf } from './factors.ts'
import { type OrgPolicy, orgPolicy } from './org-policy.ts'
import { verifyPassword } from './password/hash.ts'
import { portalAddresses } from './portal-person.ts'
import { beginSession, type Stage } from './sessions.ts'

/** The one answer to whatever is wrong with a sign-in. */
export const signInFailed = () =>
  new Problem(401, 'sign-in-failed', 'That did not work', {
    detail:
      'Check the e-mail address and the password. After several failures an account is locked for a while.',
  })
const FIND = { name: 'find-sign-in', text: 'select org_id, user_id from wk_find_sign_in($1, $2)' }

/** Refusals are sent no sooner than this after the request: what was done for them can't be told from the time. */
const FLOOR_MS = 350
export async function atFloor<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await work()
  } catch (error) {
    const left = FLOOR_MS - (performance.now() - began)
    if (left > 0) await new Promise((r) => setTimeout(r, left))
    throw error
  }
}

interface Account {
  id: string
  status: string
  kind: string
  password_hash: string | null
  password_set_at: Date | null
  must_change_password: boolean
  must_enrol_totp: boolean
  totp_confirmed_at: Date | null
  locked_until: Date | null
  expires_at: Date | null
}

export const readPolicy = async (tx: Tx): Promise<OrgPolicy> =>
  orgPolicy((await tx.db.selectFrom('organizations').select('policy').executeTakeFirstOrThrow()).policy)

/** Counts a failure in one statement, so that concurrent ones are all counted; locks when they are too many. */
export async function countFailure(tx: Tx, userId: string, { lockout }: OrgPolicy): Promise<boolean> {
  const since = sql<Date>`now() - make_interval(mins => ${lockout.windowMinutes})`
  const fresh = sql<boolean>`first_failed_at is null or first_failed_at < ${since}`
  const count = sql<number>`case when ${fresh} then 1 else failed_attempts + 1 end`
  const row = await tx.db
    .updateTable('users')
    .set({
      failed_attempts: count,
      first_failed_at: sql`case when ${fresh} then now() else first_failed_at end`,
      locked_until: sql`case when (${count}) >= ${lockout.attempts} then now() + make_interval(mins => ${lockout.lockMinutes}) else locked_until end`,
    })
    .where('id', '=', userId)
    .returning('failed_attempts')
    .executeTakeFirst()
  return (row?.failed_attempts ?? 0) === lockout.attempts
}

/** How the log calls whoever holds an account of this kind. */
export const actorKind = (kind: string): 'person' | 'service' | 'portal' => kind as 'person'

export const isLocked = (a: Pick<Account, 'locked_until'>): boolean =>
  a.locked_until !== null && a.locked_until > new Date()

/** Whether anybody may sign in to it now, whatever they show. */
export const isUsable = (a: Pick<Account, 'status' | 'locked_until' | 'expires_at'>): boolean =>
  a.status === 'active' && !isLocked(a) && (!a.expires_at || a.expires_at > new Date())

/** The session must be at this step of signing in. */
export function atStage(ctx: RequestContext, ...stages: Stage[]): void {
  if (!ctx.principal.stage || !stages.includes(ctx.principal.stage))
    throw new Problem(409, 'wrong-step', 'This is not the step you are at', {
      extra: { next: ctx.principal.stage },
    })
}

const whyNot = (account: Account, right: boolean, listed: boolean): string =>
  !listed ? 'address' : !right ? 'password' : isLocked(account) ? 'locked' : account.status

/**
 * The step after the password: what is still missing before the session is a full one. `second`: that the second
 * factor was given, or what the user can give.
 */
export function nextStage(
  a: Pick<Account, 'must_enrol_totp' | 'must_change_password' | 'password_set_at'>,
  policy: OrgPolicy,
  second: 'given' | readonly Factor[],
): Stage {
  if (second !== 'given' && second.length) return 'totp'
  if (second !== 'given' && (policy.mfaRequired || a.must_enrol_totp)) return 'enrol-totp'
  const age = a.password_set_at ? (Date.now() - a.password_set_at.getTime()) / 86_400_000 : 0
  if (a.must_change_password || (policy.password.maxAgeDays !== null && age > policy.password.maxAgeDays))
    return 'change-password'
  return 'full'
}

export const nextOf = (stage: Stage) => (stage === 'full' ? ('done' as const) : stage)

/** Clears what failures left, and notes the time. */
export const signedIn = (tx: Tx, userId: string) =>
  tx.db
    .updateTable('users')
    .set({ failed_attempts: 0, first_failed_at: null, locked_until: null, last_sign_in_at: new Date() })
    .where('id', '=', userId)
    .execute()

/**
 * Password sign-in. Unknown, wrong, locked, suspended, expired: one answer, after the same work and the same time.
 * Answers what comes next; the session begins in that stage.
 */
export function signIn(
  services: Services,
  ctx: RequestContext,
  email: string,
  password: string,
): Promise<'done' | Exclude<Stage, 'full'>> {
  return atFloor(async () => {
    const { limits, db, keys } = services
    const within =
      (await limits.hit(`sign-in from ${ctx.ip}`, { hits: 60, window: 300 })) &&
      (await limits.hit(`sign-in as ${email}`, { hits: 30, window: 300 }))
    if (!within)
      throw new Problem(429, 'too-many-requests', 'Too many attempts; wait a few minutes', {
        headers: { 'retry-after': '300' },
      })
    const [found] = await db.query<{ org_id: string; user_id: string }>(FIND, [
      email,
      await portalAddresses(db, keys, email),
    ])
    if (!found) {
      await verifyPassword(password, null)
      throw signInFailed()
    }
    const context = { orgId: found.org_id, userId: found.user_id }
    const [account, listed] = await db.withContext(context, async (tx) => [
      await tx.db.selectFrom('users').selectAll().where('id', '=', found.user_id).executeTakeFirstOrThrow(),
      // From an address that is not allowed nobody learns whether a password is right.
      allowedFrom((await readPolicy(tx)).ipAllowList, ctx.ip),
    ])
    const right = await verifyPassword(password, account.password_hash)
    const usable = listed && isUsable(account)
    const actor = { kind: actorKind(account.kind), userId: account.id }
    if (!right || !usable) {
      await db.withContext(context, async (tx) => {
        const nowLocked =
          !right && !isLocked(account) && (await countFailure(tx, account.id, await readPolicy(tx)))
        await ctx.recordAs(tx, actor, {
          action: 'session.sign-in',
          outcome: 'refused',
          object: { type: 'user', id: account.id },
          reason: whyNot(account, right, listed),
        })
        if (nowLocked)
          await ctx.recordAs(tx, actor, { action: 'user.locked', object: { type: 'user', id: account.id } })
      })
      throw signInFailed()
    }
    return db.withContext(context, async (tx) => {
      const policy = await readPolicy(tx)
      const factors = await factorsOf(tx, account)
      const device = factors.length
        ? await trustedDevice(ctx, tx, account.id, rememberedDays(policy, account.kind))
        : undefined
      const stage = nextStage(account, policy, device ? 'given' : factors)
      if (stage === 'full') await signedIn(tx, account.id)
      const sessionId = await beginSession(ctx, tx, account.id, stage, device !== undefined, policy)
      await ctx.recordAs(
        tx,
        { ...actor, sessionId },
        {
          action: 'session.sign-in',
          object: { type: 'user', id: account.id },
          facts: { stage, ...(device && { device }) },
        },
      )
      return nextOf(stage)
    })
  })
}
