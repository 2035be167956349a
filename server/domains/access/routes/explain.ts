import { z } from 'zod'
import { invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type About, explanation, questionAbout } from '../explain.ts'

const Access = z.enum(['none', 'read', 'write'])

/** Why can this person see this? The same pure decision that guards every request, with its reasons. */
export function explainRoutes({ db }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/explain',
      tag: 'access',
      needs: 'access:explain',
      summary: 'What a user may see of a client, or of any client of a group, and why',
      query: z.object({
        userId: z.uuid(),
        clientId: z.uuid().optional(),
        groupId: z.uuid().optional(),
      }),
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
        const about = aboutWhat(query)
        const facts = await db.withContext(
          { orgId, userId: null },
          (tx) => questionAbout(tx, query.userId, about),
          'worker',
        )
        await ctx.recordRead({
          action: 'access.explain',
          object:
            'clientId' in about
              ? { type: 'client', id: about.clientId }
              : { type: 'client-group', id: about.groupId },
          objects: [query.userId],
        })
        return explanation(facts)
      },
    }),
  ]
}

/** Of a client or of a group: exactly one. */
function aboutWhat({
  clientId,
  groupId,
}: {
  clientId?: string | undefined
  groupId?: string | undefined
}): About {
  if (clientId && !groupId) return { clientId }
  if (groupId && !clientId) return { groupId }
  throw invalid([{ field: 'query.clientId', message: 'name a client or a client group, one of them' }])
}
