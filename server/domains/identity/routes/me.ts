import { z } from 'zod'
import { invalid, notFound, Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { revokeDevices } from '../devices.ts'
import { verifyPassword } from '../password/hash.ts'
import { setPassword } from '../password/set.ts'
import { listSessions, SessionList } from '../session-list.ts'
import { endSession, endSessionsOf } from '../sessions.ts'
import { Password } from './setup.ts'

/** One's own password and sessions. */
export function meRoutes({ keys }: Services): Route[] {
  const password = route({
    method: 'POST',
    path: '/me/password',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Change one’s own password; ends one’s other sessions',
    body: z.strictObject({ currentPassword: Password, newPassword: Password }),
    limit: { hits: 10, window: 300, per: 'principal' },
    answer: { status: 204, schema: null },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId, sessionId } = ctx.principal
        if (!sessionId)
          throw new Problem(403, 'forbidden', 'You may not do this', {
            detail: 'A token can’t change a password.',
          })
        const user = await tx.db
          .selectFrom('users')
          .select('password_hash')
          .where('id', '=', userId)
          .executeTakeFirstOrThrow()
        if (!(await verifyPassword(body.currentPassword, user.password_hash)))
          throw invalid([{ field: 'currentPassword', message: 'is not your password' }])
        await setPassword(keys, tx, userId, body.newPassword, 'newPassword')
        await endSessionsOf(tx, userId, 'password-changed', sessionId)
        await revokeDevices(tx, userId)
        await ctx.record(tx, { action: 'user.password-change', object: { type: 'user', id: userId } })
      }),
  })
  const list = route({
    method: 'GET',
    path: '/me/sessions',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'One’s own sessions',
    answer: { status: 200, schema: SessionList },
    unaudited: 'about oneself',
    handler: (ctx) =>
      ctx.withContext((tx) => listSessions(tx, ctx.principal.userId, ctx.principal.sessionId)),
  })
  const end = route({
    method: 'DELETE',
    path: '/me/sessions/:id',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Sign out one of one’s own sessions',
    params: z.object({ id: z.uuid() }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const own = await tx.db
          .selectFrom('sessions')
          .select('id')
          .where('id', '=', params.id)
          .where('user_id', '=', ctx.principal.userId)
          .executeTakeFirst()
        if (!own || !(await endSession(tx, params.id, 'signed-out'))) throw notFound('The session')
        await ctx.record(tx, {
          action: 'session.sign-out',
          object: { type: 'user', id: ctx.principal.userId },
          facts: { session: params.id },
        })
      }),
  })
  const endOthers = route({
    method: 'DELETE',
    path: '/me/sessions',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Sign out all of one’s other sessions',
    answer: { status: 200, schema: z.object({ ended: z.number() }) },
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const ended = await endSessionsOf(tx, ctx.principal.userId, 'signed-out', ctx.principal.sessionId)
        await ctx.record(tx, {
          action: 'session.sign-out',
          object: { type: 'user', id: ctx.principal.userId },
          facts: { ended },
        })
        return { ended }
      }),
  })
  return [password, list, end, endOthers]
}
