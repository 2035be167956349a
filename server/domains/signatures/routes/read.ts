import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import type { RequestContext, Route } from '../../../platform/http/route.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, RequestAnswer } from '../api.ts'
import { presentRequest, presentRequests } from '../present.ts'
import { about, readRequest, requestsForMe } from '../records.ts'

const MOST = 100

/** One request as its reader may see it, recorded as read. */
export async function readOne(services: Services, ctx: RequestContext, id: string) {
  const { row, answer } = await ctx.withContext(async (tx) => {
    const row = await readRequest(tx, ctx.principal, id)
    return { row, answer: await presentRequest(services.keys, tx, ctx.principal, row) }
  })
  await ctx.recordRead({
    action: 'signature.read',
    ...about(row),
  })
  ctx.reply.header('etag', `"${row.version}"`)
  return answer
}

/** For signers, staff and portal alike: what one is asked to sign. */
export function readRoutes(services: Services): Route[] {
  const mine = route({
    method: 'GET',
    path: '/signatures',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'What one is asked to sign, first what can be signed now',
    query: z.strictObject({ all: z.enum(['1']).optional() }),
    answer: { status: 200, schema: z.object({ items: z.array(RequestAnswer), more: z.boolean() }) },
    async handler(ctx, { query }) {
      const { rows, items } = await ctx.withContext(async (tx) => {
        const rows = await requestsForMe(tx, query.all === '1')
        // Of a role that may not see the class, what lies in clients' folders is left out.
        const open = rows.filter(
          (r) =>
            r.client_id === null || ctx.principal.kind === 'portal' || ctx.principal.fieldClasses.clinical,
        )
        return {
          rows: open,
          items: await presentRequests(services.keys, tx, ctx.principal, open.slice(0, MOST)),
        }
      })
      await ctx.recordRead({
        action: 'signature.list',
        object: { type: 'signature', id: null },
        objects: items.map((r) => r.id),
        ...(rows.some((r) => r.client_id) && { classes: ['clinical'] as const }),
      })
      return { items, more: rows.length > MOST }
    },
  })
  const one = route({
    method: 'GET',
    path: '/signatures/:id',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'One request for signatures, and how it stands',
    params: ById,
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params }) => readOne(services, ctx, params.id),
  })
  return alsoInPortal([mine, one])
}
