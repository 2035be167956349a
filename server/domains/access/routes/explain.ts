import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { explanation, questionAbout } from '../explain.ts'

const Access = z.enum(['none', 'read', 'write'])

/** Why can this person see this? The same pure decision that guards every request, with its reasons. */
export function explainRoutes({ db }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/explain',
      tag: 'access',
      needs: 'access:explain',
      summary: 'What a user may see of a client, and why',
      query: z.object({ userId: z.uuid(), clientId: z.uuid() }),
      answer: {
        status: 200,
        schema: z.object({
          allowed: z.boolean(),
          access: Access,
          reasons: z.array(z.object({ code: z.string(), allows: z.boolean(), text: z.string() })),
          classes: z.record(z.string(), z.object({ access: Access, reasons: z.array(z.string()) })),
          permissions: z.array(
            z.object({ permission: z.string(), allowed: z.boolean(), reasons: z.array(z.string()) }),
          ),
        }),
      },
      async handler(ctx, { query }) {
        const { orgId } = ctx.principal
        const facts = await db.withContext(
          { orgId, userId: null },
          (tx) => questionAbout(tx, query.userId, query.clientId),
          'worker',
        )
        await ctx.recordRead({
          action: 'access.explain',
          object: { type: 'client', id: query.clientId },
          objects: [query.userId],
        })
        return explanation(facts)
      },
    }),
  ]
}
