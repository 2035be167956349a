import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { JsonText } from '../../../platform/http/json-text.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { CreateTicket, Id, TicketAnswer, TicketId } from '../api.ts'
import { createTicket } from '../create.ts'
import { seenHead } from '../head.ts'
import { KeptThreads } from '../kept-thread.ts'
import { presentHead } from '../present.ts'
import { openedRow, READ_FUSED } from '../records.ts'
import { TicketSeal } from '../seal.ts'

export function ticketRoutes(services: Services): Route[] {
  const { db, keys } = services
  const threads = new KeptThreads(db)
  const create = route({
    method: 'POST',
    path: '/tickets',
    tag: 'tickets',
    needs: 'tickets:create',
    summary: 'Open a ticket; of no client, it stands behind the wall of its queue',
    idempotent: {
      needs: 'tickets:read',
      async read(ctx, id) {
        const { number, version } = await seenHead(ctx, id)
        ctx.reply.header('location', `/api/v1/tickets/${id}`)
        return { id, number, version }
      },
    },
    body: CreateTicket,
    answer: {
      status: 201,
      schema: z.object({ id: Id, number: z.number().int(), version: z.number().int() }),
    },
    async handler(ctx, { body }) {
      const { id, number } = await ctx.withContext((tx) => createTicket(tx, services, byRequest(ctx), body))
      ctx.reply.header('etag', '"1"').header('location', `/api/v1/tickets/${id}`)
      return { id, number, version: 1 }
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
      const row = openedRow(fetched?.row, fetched?.page)
      if (!row) {
        await ctx.recordRead({
          action: 'ticket.read',
          outcome: 'refused',
          object: { type: 'ticket', id: params.id },
          reason: 'not-found-or-walled',
        })
        throw notFound('The ticket')
      }
      const { orgId } = ctx.principal
      const seal = new TicketSeal(orgId, await keys.openDek(orgId, row.ticket.id, row.ticket))
      const head = await presentHead(keys, orgId, seal, row, ctx.principal)
      const thread = await threads.open(ctx, seal, row)
      await ctx.recordRead({
        action: 'ticket.read',
        object: { type: 'ticket', id: row.ticket.id },
        objects: [...(head.client ? [head.client.id] : []), ...head.links.map((l) => l.id)],
        ...(head.client && { classes: ['contact'] as const }),
        facts: { messages: thread.items },
      })
      ctx.reply.header('etag', `"${row.ticket.version}"`)
      return JsonText.with(head, 'thread', thread.json)
    },
  })
  return [create, read]
}
