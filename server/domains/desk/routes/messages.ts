import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { invalid, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import { AddMessage, Id, MessageAnswer, TicketId } from '../api.ts'
import { seenHead } from '../head.ts'
import { addMessage } from '../message.ts'
import { presentThread } from '../present.ts'
import { HEAD_FUSED, QuickMessages, type TicketHead, ticketHead } from '../quick-message.ts'
import { openTicket } from '../records.ts'
import { copiesFor } from '../rules/copies.ts'
import { judge } from '../rules/detection.ts'
import { messageTokens } from '../rules/words.ts'
import { TicketSeal } from '../seal.ts'

const addressed = (emails: string[] | undefined) => (emails ?? []).map((email) => ({ email }))
const Thread = z.object({ items: z.array(MessageAnswer), earlier: Id.nullable() })

export function messageRoutes(services: Services): Route[] {
  const { keys } = services
  const quick = new QuickMessages(services.db)
  const add = route({
    method: 'POST',
    path: '/tickets/:id/messages',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Reply, or write an internal note; may change the status in the same transaction',
    idempotent: {
      needs: 'tickets:read',
      async read(ctx, id, { params }) {
        const { status, status_category, version } = await seenHead(ctx, params.id)
        const message = await ctx.withContext((tx) =>
          tx.db.selectFrom('ticket_messages').select('phi_state').where('id', '=', id).executeTakeFirst(),
        )
        if (!message) throw notFound('The message')
        const suspected = message.phi_state === 'suspected'
        return { id, status, statusCategory: status_category, version, suspected }
      },
    },
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
    fused: { statement: HEAD_FUSED, value: (params) => params.id },
    async handler(ctx, { params, body, fetched }) {
      const done = await quickly(ctx, ticketHead(fetched?.row), body)
      if (done) {
        ctx.reply.header('etag', `"${done.version}"`)
        return done
      }
      const { cc, bcc, ...message } = body
      const copies = copiesFor(addressed(cc), addressed(bcc))
      if (copies && body.kind === 'internal')
        throw invalid([
          { field: cc?.length ? 'cc' : 'bcc', message: 'goes with a reply: a note is for colleagues alone' },
        ])
      const added = await ctx.withContext((tx) =>
        addMessage(tx, services, byRequest(ctx), params.id, { ...message, copies }),
      )
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

  /** A message that changes nothing else of its ticket, in one statement; undefined when there is more to it. */
  async function quickly(ctx: RequestContext, head: TicketHead | undefined, body: AddMessage) {
    if (
      !head ||
      body.status ||
      body.fileIds?.length ||
      body.mentions?.length ||
      body.cc?.length ||
      body.bcc?.length ||
      (body.kind === 'public' && !head.answered)
    )
      return undefined
    if (judge(body.body).suspected) return undefined
    const { orgId, userId } = ctx.principal
    const seal = new TicketSeal(orgId, await keys.openDek(orgId, head.id, head))
    const id = uuidv7()
    const message = {
      id,
      kind: body.kind,
      sealedBody: seal.seal('ticket_messages.sealed_body', id, body.body),
      mentions: [],
      tokens: messageTokens(await tokenizer(keys, orgId), body.body),
      outboxId: body.kind === 'public' ? uuidv7() : null,
    }
    const event = {
      action: 'ticket.message',
      object: { type: 'ticket', id: head.id },
      facts: { message: id, kind: body.kind, suspected: false, fromRequester: false },
    }
    const version = await ctx.recordWith(event, (e) => quick.add({ orgId, userId }, head, message, e))
    return version === undefined
      ? undefined
      : { id, status: head.status, statusCategory: head.category, version, suspected: false }
  }

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
