import type { Tx } from '../../platform/db/database.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { rememberedDays, trustDevice } from './devices.ts'
import { beginSession, endSession, type Stage } from './sessions.ts'
import { countFailure, isLocked, nextStage, readPolicy, signedIn } from './sign-in.ts'

interface Account {
  id: string
  kind: string
  totp_confirmed_at: Date | null
  must_enrol_totp: boolean
  must_change_password: boolean
  password_set_at: Date | null
  locked_until: Date | null
}

export const ownAccount = (ctx: RequestContext, tx: Tx) =>
  tx.db.selectFrom('users').selectAll().where('id', '=', ctx.principal.userId).executeTakeFirstOrThrow()

/** The second factor was given: the session's next stage begins, and the device is trusted where that was asked for. */
export async function factorGiven(
  ctx: RequestContext,
  tx: Tx,
  user: Account,
  how: { remember: boolean; facts: Record<string, string | boolean> },
): Promise<Stage> {
  const policy = await readPolicy(tx)
  const stage = nextStage(user, policy, 'given')
  await endSession(tx, ctx.principal.sessionId!, 'next-step')
  if (stage === 'full') await signedIn(tx, user.id)
  await beginSession(ctx, tx, user.id, stage, true, policy)
  const days = rememberedDays(policy, user.kind)
  const device = how.remember && days > 0 ? await trustDevice(ctx, tx, user.id, days) : undefined
  await ctx.record(tx, {
    action: 'session.second-factor',
    object: { type: 'user', id: user.id },
    facts: { ...how.facts, stage, ...(device && { device, days }) },
  })
  return stage
}

/** It was not: counted as a failure, and too many lock the account and end the session. */
export async function factorRefused(
  ctx: RequestContext,
  tx: Tx,
  user: Account,
  reason: string,
): Promise<void> {
  const object = { type: 'user', id: user.id }
  const locked = !isLocked(user) && (await countFailure(tx, user.id, await readPolicy(tx)))
  await ctx.record(tx, { action: 'session.second-factor', outcome: 'refused', object, reason })
  if (!locked) return
  await ctx.record(tx, { action: 'user.locked', object })
  await endSession(tx, ctx.principal.sessionId!, 'locked')
}
