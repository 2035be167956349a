import { z } from 'zod'
import { SESSION_COOKIE } from '../../../platform/http/authenticate.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { orgPolicy } from '../org-policy.ts'
import { setPassword } from '../password/set.ts'
import { spendRecoveryCode } from '../recovery-codes.ts'
import { factorGiven, factorRefused, ownAccount } from '../second-factor.ts'
import { beginSession, endSession } from '../sessions.ts'
import { atFloor, atStage, isLocked, nextOf, readPolicy, signedIn, signIn, signInFailed } from '../sign-in.ts'
import { spendTotp } from '../totp.ts'
import { Password } from './setup.ts'

export const Next = z.object({ next: z.enum(['totp', 'enrol-totp', 'change-password', 'done']) })

export function signInRoutes(services: Services): Route[] {
  const { keys } = services
  const password = route({
    method: 'POST',
    path: '/sign-in',
    tag: 'sign-in',
    needs: 'public',
    summary: 'Sign in with e-mail and password',
    body: z.strictObject({ email: z.string().trim().toLowerCase().max(254), password: Password }),
    answer: { status: 200, schema: Next },
    handler: async (ctx, { body }) => ({ next: await signIn(services, ctx, body.email, body.password) }),
  })
  const second = route({
    method: 'POST',
    path: '/sign-in/totp',
    tag: 'sign-in',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'The code of the authenticator app, or a recovery code',
    body: z.union([
      z.strictObject({
        code: z.string().regex(/^\d{6}$/, 'must be six digits'),
        /** Not to be asked again on this device for a while, where the organization allows it. */
        remember: z.boolean().default(false),
      }),
      z.strictObject({ recoveryCode: z.string().min(8).max(40) }),
    ]),
    limit: { hits: 20, window: 300, per: 'principal' },
    answer: { status: 200, schema: Next },
    handler: (ctx, { body }) =>
      atFloor(async () => {
        atStage(ctx, 'totp')
        const next = await ctx.withContext(async (tx) => {
          const user = await ownAccount(ctx, tx)
          const recovery = 'recoveryCode' in body
          const right =
            !isLocked(user) &&
            (recovery
              ? await spendRecoveryCode(tx, user.id, body.recoveryCode)
              : await spendTotp(keys, tx, user.id, body.code))
          if (!right) return void (await factorRefused(ctx, tx, user, recovery ? 'recovery-code' : 'code'))
          const remember = !recovery && body.remember
          return nextOf(await factorGiven(ctx, tx, user, { remember, facts: { recovery } }))
        })
        if (!next) throw signInFailed()
        return { next }
      }),
  })
  const forced = route({
    method: 'POST',
    path: '/sign-in/password',
    tag: 'sign-in',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'Set a new password where one is demanded',
    body: z.strictObject({ newPassword: Password }),
    answer: { status: 200, schema: Next },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        atStage(ctx, 'change-password')
        const { userId, sessionId, mfa } = ctx.principal
        await setPassword(keys, tx, userId, body.newPassword, 'newPassword')
        await endSession(tx, sessionId!, 'next-step')
        await signedIn(tx, userId)
        await beginSession(ctx, tx, userId, 'full', mfa ?? false, await readPolicy(tx))
        await ctx.record(tx, { action: 'user.password-change', object: { type: 'user', id: userId } })
        return { next: 'done' as const }
      }),
  })
  const out = route({
    method: 'POST',
    path: '/sign-out',
    tag: 'sign-in',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'End this session',
    body: NoBody,
    answer: { status: 204, schema: null },
    async handler(ctx) {
      const { userId, sessionId } = ctx.principal
      if (!sessionId) throw new Problem(409, 'no-session', 'A token has no session to end')
      await ctx.withContext(async (tx) => {
        await endSession(tx, sessionId, 'signed-out')
        await ctx.record(tx, { action: 'session.sign-out', object: { type: 'user', id: userId } })
      })
      ctx.setCookie(SESSION_COOKIE, '', 0)
    },
  })
  const policy = route({
    method: 'GET',
    path: '/password-policy',
    tag: 'sign-in',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'The rules for one’s own password',
    answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
    unaudited: 'rules, not data',
    passive: true,
    handler: async (ctx) => orgPolicy(ctx.principal.policy).password,
  })
  return [password, second, forced, out, policy]
}
