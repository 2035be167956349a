import { randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { secretHash } from '../../platform/http/authenticate.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgPolicy } from './org-policy.ts'

/** Holds the secrets of the accounts that trust this device, which may be several on a shared tablet. */
const COOKIE = '__Host-wk_devices'
const MOST_ACCOUNTS = 8
const SECRET = /^[A-Za-z0-9_-]{43}$/

const secretsOf = (ctx: RequestContext): string[] =>
  (ctx.cookie(COOKIE) ?? '')
    .split('.')
    .filter((s) => SECRET.test(s))
    .slice(0, MOST_ACCOUNTS)

/** How long this account's second factor is remembered on a device, in days; 0 where the organization wants none. */
export const rememberedDays = (policy: OrgPolicy, kind: string): number =>
  kind === 'portal' ? policy.remember.portalDays : policy.remember.staffDays

/** The device that this account trusts, if the request comes from one; noted as used. */
export async function trustedDevice(
  ctx: RequestContext,
  tx: Tx,
  userId: string,
  days: number,
): Promise<string | undefined> {
  const secrets = days > 0 ? secretsOf(ctx) : []
  if (!secrets.length) return undefined
  const found = await tx.db
    .updateTable('trusted_devices')
    .set({ last_used_at: new Date() })
    .where('user_id', '=', userId)
    .where('secret_hash', 'in', secrets.map(secretHash))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date())
    // A shorter time counts for devices that were trusted before it was set.
    .where('created_at', '>', new Date(Date.now() - days * 86_400_000))
    .returning('id')
    .executeTakeFirst()
  return found?.id
}

/** Trusts the device that asks, for so many days. Answers its id. */
export async function trustDevice(
  ctx: RequestContext,
  tx: Tx,
  userId: string,
  days: number,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const id = uuidv7()
  await tx.db
    .insertInto('trusted_devices')
    .values({
      org_id: tx.context.orgId,
      id,
      user_id: userId,
      secret_hash: secretHash(secret),
      user_agent: ctx.userAgent,
      expires_at: new Date(Date.now() + days * 86_400_000),
    })
    .execute()
  const kept = [secret, ...secretsOf(ctx)].slice(0, MOST_ACCOUNTS)
  ctx.setCookie(COOKIE, kept.join('.'), 400 * 86_400)
  return id
}

/** A device that is trusted no more asks for the second factor at its next sign-in. */
export async function revokeDevices(tx: Tx, userId: string, id?: string): Promise<number> {
  let q = tx.db
    .updateTable('trusted_devices')
    .set({ revoked_at: new Date() })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
  if (id) q = q.where('id', '=', id)
  return Number((await q.executeTakeFirst()).numUpdatedRows)
}

/** The devices that a user trusts, the one used last first. */
export async function listDevices(ctx: RequestContext, tx: Tx, userId: string) {
  const here = secretsOf(ctx).map((s) => secretHash(s).toString('hex'))
  const rows = await tx.db
    .selectFrom('trusted_devices')
    .select(['id', 'secret_hash', 'user_agent', 'created_at', 'last_used_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date())
    .orderBy('last_used_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    current: here.includes(r.secret_hash.toString('hex')),
    userAgent: r.user_agent,
    createdAt: r.created_at.toISOString(),
    lastUsedAt: r.last_used_at.toISOString(),
    expiresAt: r.expires_at.toISOString(),
  }))
}
