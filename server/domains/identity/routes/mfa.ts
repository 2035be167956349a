import QRCode from 'qrcode'
import { z } from 'zod'
import { conflict, Problem } from '../../../platform/http/problem.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { myName } from '../my-name.ts'
import { Proof, whenProven } from '../prove.ts'
import { newRecoveryCodes } from '../recovery-codes.ts'
import { factorGiven } from '../second-factor.ts'
import { nextOf } from '../sign-in.ts'
import { newTotp, spendTotp } from '../totp.ts'

const Code = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'must be six digits'),
  remember: z.boolean().default(false),
})
const wrongCode = () =>
  new Problem(422, 'invalid-input', 'Some fields are not right', {
    errors: [{ field: 'code', message: 'is not the code that the app shows now' }],
  })
const limit = { hits: 20, window: 300, per: 'principal' as const }

/** Enrolment of an authenticator app, and recovery codes. */
export function mfaRoutes({ keys }: Services): Route[] {
  const begin = route({
    method: 'POST',
    path: '/mfa/totp',
    tag: 'mfa',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'A new secret for an authenticator app, to be confirmed',
    body: NoBody,
    answer: {
      status: 200,
      schema: z.object({ secret: z.string(), otpauthUri: z.string(), qrSvg: z.string() }),
    },
    async handler(ctx) {
      const { userId, stage, organization, tokenId } = ctx.principal
      // Only on the way in: later, POST /me/totp asks for the password and the present code first.
      if (stage !== 'enrol-totp' || tokenId)
        throw new Problem(409, 'wrong-step', 'An authenticator app is enrolled already', {
          detail: 'Replace it in your account’s settings, or ask an administrator to reset it.',
        })
      const { secret, uri } = await ctx.withContext(async (tx) => {
        await ctx.record(tx, { action: 'user.mfa-begin', object: { type: 'user', id: userId } })
        const { email } = await myName(keys, ctx, tx)
        return newTotp(keys, tx, userId, { email, organization })
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
    path: '/mfa/totp/confirm',
    tag: 'mfa',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'Confirm the app with a code; gives recovery codes once',
    body: Code,
    limit,
    answer: {
      status: 200,
      schema: z.object({
        recoveryCodes: z.array(z.string()),
        next: z.enum(['change-password', 'done', 'totp', 'enrol-totp']),
      }),
    },
    async handler(ctx, { body }) {
      const { userId, stage } = ctx.principal
      if (stage !== 'enrol-totp') throw new Problem(409, 'wrong-step', 'There is nothing to confirm')
      return ctx.withContext(async (tx) => {
        if (!(await spendTotp(keys, tx, userId, body.code))) throw wrongCode()
        const user = await tx.db
          .updateTable('users')
          .set({ totp_confirmed_at: new Date(), must_enrol_totp: false })
          .where('id', '=', userId)
          .returningAll()
          .executeTakeFirstOrThrow()
        await ctx.record(tx, { action: 'user.mfa-enrol', object: { type: 'user', id: userId } })
        const recoveryCodes = await newRecoveryCodes(tx, userId)
        const stage = await factorGiven(ctx, tx, user, { remember: body.remember, facts: { enrolled: true } })
        return { recoveryCodes, next: nextOf(stage) }
      })
    },
  })
  const renew = route({
    method: 'POST',
    path: '/mfa/recovery-codes',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'New recovery codes; the old ones stop working',
    body: Proof,
    limit,
    answer: { status: 200, schema: z.object({ recoveryCodes: z.array(z.string()) }) },
    handler: (ctx, { body }) => {
      const { userId } = ctx.principal
      return whenProven(keys, ctx, body, async (tx, { enrolled }) => {
        if (!enrolled) throw conflict('not-enrolled', 'No authenticator app is set up')
        await ctx.record(tx, { action: 'user.recovery-codes', object: { type: 'user', id: userId } })
        return { recoveryCodes: await newRecoveryCodes(tx, userId) }
      })
    },
  })
  return [begin, confirm, renew]
}
