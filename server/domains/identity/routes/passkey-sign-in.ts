import { z } from 'zod'
import { allowedFrom } from '../../../platform/http/authenticate.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { askForPasskey, isShown, ownerOf } from '../passkeys/assert.ts'
import { passkeysOf } from '../passkeys/records.ts'
import { Assertion, BrowserOptions } from '../passkeys/schema.ts'
import { factorGiven, factorRefused, ownAccount } from '../second-factor.ts'
import { beginSession } from '../sessions.ts'
import {
  actorKind,
  atFloor,
  atStage,
  isLocked,
  isUsable,
  nextOf,
  nextStage,
  readPolicy,
  signedIn,
  signInFailed,
} from '../sign-in.ts'
import { Next } from './sign-in.ts'

const limit = { hits: 60, window: 300, per: 'address' as const }

/** Signing in with a passkey: in place of password and code, or in place of the code. */
export function passkeySignInRoutes(services: Services): Route[] {
  const { db } = services
  const begin = route({
    method: 'POST',
    path: '/sign-in/passkey/options',
    tag: 'sign-in',
    needs: 'public',
    summary: 'What the browser needs to show a passkey of this site',
    body: NoBody,
    limit,
    answer: { status: 200, schema: BrowserOptions },
    unaudited: 'a random challenge; nobody is known yet',
    handler: async () => ({ options: (await askForPasskey(services, 'sign-in')) as never }),
  })
  const finish = route({
    method: 'POST',
    path: '/sign-in/passkey',
    tag: 'sign-in',
    needs: 'public',
    summary: 'Sign in with a passkey alone: it is both factors, since its device has verified its owner',
    body: z.strictObject({ response: Assertion }),
    limit,
    answer: { status: 200, schema: Next },
    handler: (ctx, { body }) =>
      atFloor(async () => {
        const found = await ownerOf(services, body.response)
        if (!found) throw signInFailed()
        const next = await db.withContext(found, async (tx) => {
          const account = await tx.db
            .selectFrom('users')
            .selectAll()
            .where('id', '=', found.userId)
            .executeTakeFirstOrThrow()
          const policy = await readPolicy(tx)
          const actor = { kind: actorKind(account.kind), userId: account.id }
          const object = { type: 'user', id: account.id }
          const listed = allowedFrom(policy.ipAllowList, ctx.ip)
          const shown =
            listed && isUsable(account) && (await isShown(services, tx, account.id, body.response, 'sign-in'))
          if (!shown) {
            const reason = !listed ? 'address' : isLocked(account) ? 'locked' : 'passkey'
            await ctx.recordAs(tx, actor, { action: 'session.sign-in', outcome: 'refused', object, reason })
            return undefined
          }
          const stage = nextStage(account, policy, 'given')
          if (stage === 'full') await signedIn(tx, account.id)
          const sessionId = await beginSession(ctx, tx, account.id, stage, true, policy)
          const facts = { stage, passkey: true }
          await ctx.recordAs(tx, { ...actor, sessionId }, { action: 'session.sign-in', object, facts })
          return nextOf(stage)
        })
        if (!next) throw signInFailed()
        return { next }
      }),
  })
  const beginSecond = route({
    method: 'POST',
    path: '/sign-in/second-factor/passkey/options',
    tag: 'sign-in',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'What the browser needs to show a passkey as the second factor',
    body: NoBody,
    answer: { status: 200, schema: BrowserOptions },
    unaudited: 'about oneself; a random challenge',
    async handler(ctx) {
      atStage(ctx, 'totp')
      const { userId } = ctx.principal
      const passkeys = await ctx.withContext((tx) => passkeysOf(tx, userId))
      return { options: (await askForPasskey(services, 'second-factor', { userId, passkeys })) as never }
    },
  })
  const finishSecond = route({
    method: 'POST',
    path: '/sign-in/second-factor/passkey',
    tag: 'sign-in',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'A passkey as the second factor',
    body: z.strictObject({ response: Assertion, remember: z.boolean().default(false) }),
    limit: { hits: 20, window: 300, per: 'principal' },
    answer: { status: 200, schema: Next },
    handler: (ctx, { body }) =>
      atFloor(async () => {
        atStage(ctx, 'totp')
        const next = await ctx.withContext(async (tx) => {
          const user = await ownAccount(ctx, tx)
          const shown =
            !isLocked(user) && (await isShown(services, tx, user.id, body.response, 'second-factor'))
          if (!shown) return void (await factorRefused(ctx, tx, user, 'passkey'))
          return nextOf(
            await factorGiven(ctx, tx, user, { remember: body.remember, facts: { passkey: true } }),
          )
        })
        if (!next) throw signInFailed()
        return { next }
      }),
  })
  return [begin, finish, beginSecond, finishSecond]
}
