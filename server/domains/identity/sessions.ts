import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { SESSION_COOKIE, secretHash } from '../../platform/http/authenticate.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { csrfHash } from '../../platform/http/server.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgPolicy } from './org-policy.ts'

export type Stage = 'totp' | 'enrol-totp' | 'change-password' | 'full'
/** Signing in must be finished within this time. */
const UNFINISHED_MINUTES = 15

/** Begins a session and hands its secret to the browser. A new stage is a new session: no secret outlives its stage. */
export async function beginSession(
  ctx: RequestContext,
  tx: Tx,
  userId: string,
  stage: Stage,
  mfa: boolean,
  policy: OrgPolicy,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const id = uuidv7()
  const full = stage === 'full'
  const lasts = full ? policy.session.absoluteHours * 60 : UNFINISHED_MINUTES
  await tx.db
    .insertInto('sessions')
    .values({
      org_id: tx.context.orgId,
      id,
      user_id: userId,
      token_hash: secretHash(secret),
      stage,
      mfa,
      csrf_hash: csrfHash(secret),
      ip: ctx.ip,
      user_agent: ctx.userAgent,
      idle_seconds: (full ? policy.session.idleMinutes : UNFINISHED_MINUTES) * 60,
      absolute_expires_at: new Date(Date.now() + lasts * 60_000),
    })
    .execute()
  ctx.setCookie(SESSION_COOKIE, secret, null)
  return id
}

export async function endSession(tx: Tx, sessionId: string, reason: string): Promise<boolean> {
  const done = await tx.db
    .updateTable('sessions')
    .set({ ended_at: new Date(), end_reason: reason })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Ends every session of a user, at once for all processes; `except` stays. */
export async function endSessionsOf(
  tx: Tx,
  userId: string,
  reason: string,
  except?: string,
): Promise<number> {
  let q = tx.db
    .updateTable('sessions')
    .set({ ended_at: new Date(), end_reason: reason })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
  if (except) q = q.where('id', '!=', except)
  return Number((await q.executeTakeFirst()).numUpdatedRows)
}

export async function revokeTokensOf(tx: Tx, userId: string): Promise<number> {
  const done = await tx.db
    .updateTable('service_tokens')
    .set({ revoked_at: new Date() })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
