import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { CreateTicket, TicketAnswer, TicketId } from '../api.ts'
import { byRequest } from '../by.ts'
import { createTicket } from '../create.ts'
import { presentTicket } from '../present.ts'
import { openedRow, openTicket, READ_FUSED } from '../records.ts'

export function ticketRoutes(services: Services): Route[] {
  const { keys } = services
  const create = route({
    method: 'POST',
    path: '/tickets',
    tag: 'tickets',
    needs: 'tickets:create',
    summary: 'Open a ticket; of no client, it stands behind the wall of its queue',
    idempotent: true,
    body: CreateTicket,
    answer: { status: 201, schema: TicketAnswer },
    async handler(ctx, { body }) {
      const { orgId } = ctx.principal
      const row = await ctx.withContext(async (tx) => {
        const { id } = await createTicket(tx, services, byRequest(ctx), body)
        return (await openTicket(tx, id))!
      })
      ctx.reply
        .header('etag', `"${row.ticket.version}"`)
        .header('location', `/api/v1/tickets/${row.ticket.id}`)
      return presentTicket(keys, orgId, row, ctx.principal)
    },
  })
  const read = route({
    method: 'GET',
    path: '/tickets/:id',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'One ticket with the newest messages of its thread',
    params: TicketId,
    answer: { status: 200, schema: TicketAnswer },
    fused: { statement: READ_FUSED, value: (params) => params.id },
    async handler(ctx, { params, fetched }) {
      const row = openedRow(fetched)
      if (!row) {
        await ctx.recordRead({
          action: 'ticket.read',
          outcome: 'refused',
          object: { type: 'ticket', id: params.id },
          reason: 'not-found-or-walled',
        })
        throw notFound('The ticket')
      }
      const answer = await presentTicket(keys, ctx.principal.orgId, row, ctx.principal)
      await ctx.recordRead({
        action: 'ticket.read',
        object: { type: 'ticket', id: row.ticket.id },
        ...(answer.client && { objects: [answer.client.id], classes: ['contact'] as const }),
        facts: { messages: answer.thread.items.length },
      })
      ctx.reply.header('etag', `"${row.ticket.version}"`)
      return answer
    },
  })
  return [create, read]
}
