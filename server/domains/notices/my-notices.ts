import { z } from 'zod'
import { type Route, route } from '../../platform/http/route.ts'

const Setting = z.strictObject({
  /** That there is something new, and never what. */
  email: z.boolean(),
})

/** Whether somebody is written to by e-mail when there is something new. */
export function myNoticesRoutes(): Route[] {
  const get = route({
    method: 'GET',
    path: '/me/notices',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    passive: true,
    summary: 'Whether one is told by e-mail when there is something new',
    answer: { status: 200, schema: Setting },
    unaudited: 'about oneself',
    async handler(ctx) {
      const user = await ctx.withContext((tx) =>
        tx.db
          .selectFrom('users')
          .select('email_notices')
          .where('id', '=', ctx.principal.userId)
          .executeTakeFirstOrThrow(),
      )
      return { email: user.email_notices }
    },
  })
  const put = route({
    method: 'PUT',
    path: '/me/notices',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Say whether one is told by e-mail when there is something new',
    body: Setting,
    answer: { status: 200, schema: Setting },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        await tx.db.updateTable('users').set({ email_notices: body.email }).where('id', '=', userId).execute()
        await ctx.record(tx, {
          action: 'user.notices',
          object: { type: 'user', id: userId },
          changes: ['email'],
        })
        return body
      }),
  })
  return [get, put]
}
