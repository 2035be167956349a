import { z } from 'zod'
import { SESSION_COOKIE } from '../../../platform/http/authenticate.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { orgPolicy } from '../org-policy.ts'
import { setPassword } from '../password/set.ts'
import { spendRecoveryCode } from '../recovery-codes.ts'
import { beginSession, endSession, type Stage } from '../sessions.ts'
import {
  atFloor,
  countFailure,
  isLocked,
  nextOf,
  nextStage,
  readPolicy,
  signedIn,
  signIn,
  signInFailed,
} from '../sign-in.ts'
import { spendTotp } from '../totp.ts'
import { Password } from './setup.ts'

export const Next = z.object({ next: z.enum(['totp', 'enrol-totp', 'change-password', 'done']) })

/** The session must be at this step of signing in. */
export function atStage(ctx: RequestContext, ...stages: Stage[]): void {
  if (!ctx.principal.stage || !stages.includes(ctx.principal.stage))
    throw new Problem(409, 'wrong-step', 'This is not the step you are at', {
      extra: { next: ctx.principal.stage },
    })
}

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
      z.strictObject({ code: z.string().regex(/^\d{6}$/, 'must be six digits') }),
      z.strictObject({ recoveryCode: z.string().min(8).max(40) }),
    ]),
    limit: { hits: 20, window: 300, per: 'principal' },
    answer: { status: 200, schema: Next },
    handler: (ctx, { body }) =>
      atFloor(async () => {
        atStage(ctx, 'totp')
        const { userId, sessionId } = ctx.principal
        const next = await ctx.withContext(async (tx) => {
          const user = await tx.db
            .selectFrom('users')
            .selectAll()
            .where('id', '=', userId)
            .executeTakeFirstOrThrow()
          const policy = await readPolicy(tx)
          const recovery = 'recoveryCode' in body
          const right =
            !isLocked(user) &&
            (recovery
              ? await spendRecoveryCode(tx, userId, body.recoveryCode)
              : await spendTotp(keys, tx, userId, body.code))
          if (!right) {
            const locked = !isLocked(user) && (await countFailure(tx, userId, policy))
            await ctx.record(tx, {
              action: 'session.second-factor',
              outcome: 'refused',
              object: { type: 'user', id: userId },
              reason: recovery ? 'recovery-code' : 'code',
            })
            if (locked) {
              await ctx.record(tx, { action: 'user.locked', object: { type: 'user', id: userId } })
              await endSession(tx, sessionId!, 'locked')
            }
            return undefined
          }
          const stage = nextStage(user, policy, true)
          await endSession(tx, sessionId!, 'next-step')
          if (stage === 'full') await signedIn(tx, userId)
          await beginSession(ctx, tx, userId, stage, true, policy)
          await ctx.record(tx, {
            action: 'session.second-factor',
            object: { type: 'user', id: userId },
            facts: { recovery, stage },
          })
          return nextOf(stage)
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
