import { z } from 'zod'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Name } from '../fields.ts'
import { beginRegistration, finishRegistration } from '../passkeys/register.ts'
import { BrowserOptions, Registration } from '../passkeys/schema.ts'
import { newRecoveryCodes } from '../recovery-codes.ts'
import { factorGiven, ownAccount } from '../second-factor.ts'
import { atStage, nextOf } from '../sign-in.ts'
import { Next } from './sign-in.ts'

/** Where a second factor is demanded and none is set up: a passkey is one, and easier on a phone than an app. */
export function enrolPasskeyRoutes(services: Services): Route[] {
  const begin = route({
    method: 'POST',
    path: '/mfa/passkey/options',
    tag: 'mfa',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'What the browser needs to make a passkey on the way in',
    body: NoBody,
    answer: { status: 200, schema: BrowserOptions },
    async handler(ctx) {
      atStage(ctx, 'enrol-totp')
      await ctx.withContext((tx) =>
        ctx.record(tx, { action: 'user.passkey-begin', object: { type: 'user', id: ctx.principal.userId } }),
      )
      return { options: (await beginRegistration(services, ctx)) as never }
    },
  })
  const finish = route({
    method: 'POST',
    path: '/mfa/passkey',
    tag: 'mfa',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'Keep the passkey as one’s second factor; gives recovery codes once',
    body: z.strictObject({ name: Name, response: Registration, remember: z.boolean().default(false) }),
    limit: { hits: 20, window: 300, per: 'principal' },
    answer: { status: 200, schema: Next.extend({ recoveryCodes: z.array(z.string()) }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        atStage(ctx, 'enrol-totp')
        const { userId } = ctx.principal
        const passkey = await finishRegistration(services, ctx, tx, body.response, body.name)
        await tx.db.updateTable('users').set({ must_enrol_totp: false }).where('id', '=', userId).execute()
        await ctx.record(tx, {
          action: 'user.passkey-add',
          object: { type: 'user', id: userId },
          facts: { passkey },
        })
        const recoveryCodes = await newRecoveryCodes(tx, userId)
        const user = await ownAccount(ctx, tx)
        const stage = await factorGiven(ctx, tx, user, { remember: body.remember, facts: { passkey: true } })
        return { recoveryCodes, next: nextOf(stage) }
      }),
  })
  return [begin, finish]
}
