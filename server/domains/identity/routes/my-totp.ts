import QRCode from 'qrcode'
import { z } from 'zod'
import { conflict, invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { revokeDevices } from '../devices.ts'
import { Code } from '../fields.ts'
import { myName } from '../my-name.ts'
import { Proof, whenProven } from '../prove.ts'
import { newRecoveryCodes } from '../recovery-codes.ts'
import { beginSession, endSessionsOf } from '../sessions.ts'
import { readPolicy } from '../sign-in.ts'
import { confirmNextTotp, forgetTotp, offerTotp } from '../totp.ts'

const limit = { hits: 20, window: 300, per: 'principal' as const }
const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** One's own authenticator app, from the account's settings: set up, replaced, or given up where nobody demands it. */
export function myTotpRoutes({ keys }: Services): Route[] {
  const state = route({
    method: 'GET',
    path: '/me/totp',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'Whether an authenticator app is enrolled, and whether the organization demands one',
    answer: {
      status: 200,
      schema: z.object({
        enrolled: z.boolean(),
        since: z.string().nullable(),
        demanded: z.boolean(),
        recoveryCodesLeft: z.number(),
      }),
    },
    unaudited: 'about oneself',
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        const user = await tx.db
          .selectFrom('users')
          .select('totp_confirmed_at')
          .where('id', '=', userId)
          .executeTakeFirstOrThrow()
        const { left } = await tx.db
          .selectFrom('recovery_codes')
          .select((e) => e.fn.countAll<string>().as('left'))
          .where('user_id', '=', userId)
          .where('used_at', 'is', null)
          .executeTakeFirstOrThrow()
        return {
          enrolled: user.totp_confirmed_at !== null,
          since: user.totp_confirmed_at?.toISOString() ?? null,
          demanded: (await readPolicy(tx)).mfaRequired,
          recoveryCodesLeft: Number(left),
        }
      }),
  })
  const begin = route({
    method: 'POST',
    path: '/me/totp',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary:
      'Set up an authenticator app, or a new one; the present one works until the new one is confirmed',
    body: Proof,
    limit,
    answer: {
      status: 200,
      schema: z.object({ secret: z.string(), otpauthUri: z.string(), qrSvg: z.string() }),
    },
    async handler(ctx, { body }) {
      const { userId, organization } = ctx.principal
      const { secret, uri } = await whenProven(keys, ctx, body, async (tx, { enrolled }) => {
        await ctx.record(tx, {
          action: 'user.mfa-begin',
          object: { type: 'user', id: userId },
          facts: { replaces: enrolled },
        })
        const { email } = await myName(keys, ctx, tx)
        return offerTotp(keys, tx, userId, { email, organization })
      })
      return {
        secret,
        otpauthUri: uri,
        qrSvg: await QRCode.toString(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
      }
    },
  })
  const confirm = route({
    method: 'POST',
    path: '/me/totp/confirm',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'Confirm the new app with a code; gives recovery codes once and ends one’s other sessions',
    body: z.strictObject({ code: Code }),
    limit,
    answer: { status: 200, schema: RecoveryCodes },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId, sessionId } = ctx.principal
        if (!sessionId || !(await confirmNextTotp(keys, tx, userId, body.code)))
          throw invalid([{ field: 'code', message: 'is not the code that the new app shows now' }])
        await endSessionsOf(tx, userId, 'mfa-enrolled')
        await revokeDevices(tx, userId)
        await beginSession(ctx, tx, userId, 'full', true, await readPolicy(tx))
        await ctx.record(tx, { action: 'user.mfa-enrol', object: { type: 'user', id: userId } })
        return { recoveryCodes: await newRecoveryCodes(tx, userId) }
      }),
  })
  const remove = route({
    method: 'POST',
    path: '/me/totp/remove',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'Give up the second factor, where the organization does not demand one',
    body: Proof,
    limit,
    answer: { status: 204, schema: null },
    async handler(ctx, { body }) {
      const { userId } = ctx.principal
      await whenProven(keys, ctx, body, async (tx, { enrolled }) => {
        if (!enrolled) throw conflict('not-enrolled', 'No authenticator app is set up')
        if ((await readPolicy(tx)).mfaRequired)
          throw conflict('mfa-demanded', 'Your organization demands a second factor')
        await forgetTotp(tx, userId)
        await revokeDevices(tx, userId)
        await endSessionsOf(tx, userId, 'mfa-removed')
        await beginSession(ctx, tx, userId, 'full', false, await readPolicy(tx))
        await ctx.record(tx, { action: 'user.mfa-remove', object: { type: 'user', id: userId } })
      })
    },
  })
  return [state, begin, confirm, remove]
}
