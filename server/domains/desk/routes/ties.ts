import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { invalid, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, Subject, TicketId } from '../api.ts'
import { seenHead } from '../head.ts'
import { mergeTicket, splitMessage } from '../merge.ts'
import { lockForChange } from '../message.ts'

const Made = z.object({ id: Id, number: z.number().int() })

/** How tickets are tied to each other: merged, split, linked. */
export function tieRoutes(services: Services): Route[] {
  const merge = route({
    method: 'POST',
    path: '/tickets/:id/merge',
    tag: 'tickets',
    needs: 'tickets:merge',
    summary: 'Merge a ticket into another: its messages and what is to be done move there, and it is closed',
    params: TicketId,
    body: z.strictObject({ into: Id }),
    answer: { status: 200, schema: Made },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { id, number } = await mergeTicket(tx, services, byRequest(ctx), params.id, body.into)
        return { id, number }
      }),
  })
  const split = route({
    method: 'POST',
    path: '/tickets/:id/split',
    tag: 'tickets',
    needs: 'tickets:merge',
    summary: 'Make a ticket of one message',
    idempotent: {
      needs: 'tickets:read',
      async read(ctx, id) {
        const { number } = await seenHead(ctx, id)
        return { id, number }
      },
    },
    params: TicketId,
    body: z.strictObject({ messageId: Id, subject: Subject }),
    answer: { status: 201, schema: Made },
    handler: (ctx, { params, body }) =>
      ctx.withContext((tx) =>
        splitMessage(tx, services, byRequest(ctx), params.id, body.messageId, body.subject),
      ),
  })
  const link = route({
    method: 'POST',
    path: '/tickets/:id/link',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Tie a ticket to another, or untie them: relates to, duplicates, blocks',
    params: TicketId,
    body: z.strictObject({
      kind: z.enum(['relates', 'duplicates', 'blocks']),
      otherId: Id,
      remove: z.boolean().default(false),
    }),
    answer: { status: 200, schema: z.object({ linked: z.boolean() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { orgId } = tx.context
        if (params.id === body.otherId)
          throw invalid([{ field: 'otherId', message: 'must be another ticket' }])
        const ticket = await lockForChange(tx, params.id)
        const other = await tx.db
          .selectFrom('tickets')
          .select('id')
          .where('org_id', '=', orgId)
          .where('id', '=', body.otherId)
          .executeTakeFirst()
        if (!other) throw notFound('The other ticket')
        if (body.remove) {
          // A mutual tie is untied from either side.
          await tx.db
            .deleteFrom('ticket_links')
            .where('org_id', '=', orgId)
            .where('kind', '=', body.kind)
            .where((e) =>
              e.or([
                e.and([e('ticket_id', '=', ticket.id), e('other_id', '=', other.id)]),
                ...(body.kind === 'relates'
                  ? [e.and([e('ticket_id', '=', other.id), e('other_id', '=', ticket.id)])]
                  : []),
              ]),
            )
            .execute()
        } else
          await tx.db
            .insertInto('ticket_links')
            .values({
              org_id: orgId,
              ticket_id: ticket.id,
              other_id: other.id,
              kind: body.kind,
              created_by: ctx.principal.userId,
            })
            .onConflict((c) => c.doNothing())
            .execute()
        await ctx.record(tx, {
          action: body.remove ? 'ticket.unlink' : 'ticket.link',
          object: { type: 'ticket', id: ticket.id },
          objects: [other.id],
          facts: { kind: body.kind },
        })
        return { linked: !body.remove }
      }),
  })
  return [merge, split, link]
}
