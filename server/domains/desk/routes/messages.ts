import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { AddMessage, Id, MessageAnswer, TicketId } from '../api.ts'
import { byRequest } from '../by.ts'
import { addMessage } from '../message.ts'
import { presentThread } from '../present.ts'
import { openTicket } from '../records.ts'
import { TicketSeal } from '../seal.ts'

const Thread = z.object({ items: z.array(MessageAnswer), earlier: Id.nullable() })

export function messageRoutes(services: Services): Route[] {
  const { keys } = services
  const add = route({
    method: 'POST',
    path: '/tickets/:id/messages',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Reply, or write an internal note; may change the status in the same transaction',
    idempotent: true,
    params: TicketId,
    body: AddMessage,
    answer: {
      status: 201,
      schema: z.object({
        id: Id,
        status: z.string(),
        statusCategory: z.string(),
        version: z.number(),
        suspected: z.boolean(),
      }),
    },
    async handler(ctx, { params, body }) {
      const added = await ctx.withContext((tx) => addMessage(tx, services, byRequest(ctx), params.id, body))
      const { ticket } = added
      ctx.reply.header('etag', `"${ticket.version}"`)
      return {
        id: added.id,
        status: ticket.status,
        statusCategory: ticket.status_category,
        version: ticket.version,
        suspected: added.suspected,
      }
    },
  })
  const list = route({
    method: 'GET',
    path: '/tickets/:id/messages',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'Earlier messages of a thread',
    params: TicketId,
    query: z.strictObject({ before: Id.optional() }),
    answer: { status: 200, schema: Thread },
    async handler(ctx, { params, query }) {
      const { orgId } = ctx.principal
      const row = await ctx.withContext((tx) => openTicket(tx, params.id, query.before ?? null))
      if (!row) throw notFound('The ticket')
      const seal = new TicketSeal(orgId, await keys.openDek(orgId, row.ticket.id, row.ticket))
      const thread = presentThread(seal, row.messages)
      await ctx.recordRead({
        action: 'ticket.thread',
        object: { type: 'ticket', id: params.id },
        facts: { messages: thread.items.length },
      })
      return thread
    },
  })
  return [add, list]
}
