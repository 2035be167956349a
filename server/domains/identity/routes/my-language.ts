import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'

/** Those that the web app has catalogues of. */
const Language = z.enum(['en', 'es'])
const Setting = z.strictObject({ language: Language.nullable() })

/** In which language somebody wants to read. */
export function myLanguageRoutes(): Route[] {
  const get = route({
    method: 'GET',
    path: '/me/language',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    passive: true,
    summary: 'One’s own language; null for what the browser asks for',
    answer: { status: 200, schema: Setting },
    unaudited: 'about oneself',
    async handler(ctx) {
      const user = await ctx.withContext((tx) =>
        tx.db
          .selectFrom('users')
          .select('language')
          .where('id', '=', ctx.principal.userId)
          .executeTakeFirstOrThrow(),
      )
      return { language: Language.nullable().catch(null).parse(user.language) }
    },
  })
  const put = route({
    method: 'PUT',
    path: '/me/language',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Choose one’s own language; null for what the browser asks for',
    body: Setting,
    answer: { status: 200, schema: Setting },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        await tx.db.updateTable('users').set({ language: body.language }).where('id', '=', userId).execute()
        await ctx.record(tx, {
          action: 'user.language',
          object: { type: 'user', id: userId },
          changes: ['language'],
        })
        return body
      }),
  })
  return [get, put]
}
