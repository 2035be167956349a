import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ChangeMany, Id, PatchTicket, Reason, StatusKey, TicketAnswer, TicketId } from '../api.ts'
import { changedMeanwhile, changeTicket } from '../change.ts'
import { lockForChange } from '../message.ts'
import { openTexts, presentTicket } from '../present.ts'
import { openTicket } from '../records.ts'
import { refuseTelling } from '../rules/detection.ts'
import { retagged } from '../rules/tags.ts'
import { TicketSeal } from '../seal.ts'
import { changeStatus } from '../status.ts'

export function changeRoutes(services: Services): Route[] {
  const { keys } = services
  const change = route({
    method: 'PATCH',
    path: '/tickets/:id',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Change a ticket: status by its flow, who works on it, how urgent it is, whose it is',
    params: TicketId,
    body: PatchTicket,
    answer: { status: 200, schema: TicketAnswer },
    async handler(ctx, { params, body }) {
      const version = ctx.ifMatch()
      const by = byRequest(ctx)
      const row = await ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        if (ticket.version !== version) throw await changedMeanwhile(tx, ticket.id, version)
        await changeTicket(tx, services, by, ticket, body)
        // A change to what it is already leaves no trace but this.
        if (ticket.version === version)
          await ctx.record(tx, { action: 'ticket.unchanged', object: { type: 'ticket', id: ticket.id } })
        return (await openTicket(tx, ticket.id))!
      })
      ctx.reply.header('etag', `"${row.ticket.version}"`)
      return presentTicket(keys, ctx.principal.orgId, row, ctx.principal)
    },
  })

  const override = route({
    method: 'POST',
    path: '/tickets/:id/close-override',
    tag: 'tickets',
    needs: 'tickets:close-override',
    summary: 'Close a ticket past its gate, with a reason that the log keeps',
    params: TicketId,
    body: z.strictObject({
      status: StatusKey,
      reason: Reason,
      children: z.enum(['leave', 'close']).optional(),
    }),
    answer: { status: 200, schema: z.object({ status: z.string(), version: z.number().int() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        await changeStatus(tx, services, byRequest(ctx), ticket, body.status, {
          override: { reason: body.reason },
          children: body.children,
        })
        return { status: ticket.status, version: ticket.version }
      }),
  })

  const bulk = route({
    method: 'POST',
    path: '/tickets/bulk',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'The same change on many tickets; each succeeds or fails for itself',
    body: z.strictObject({ ids: z.array(Id).min(1).max(200), change: ChangeMany }),
    answer: {
      status: 200,
      schema: z.object({
        results: z.array(
          z.object({
            id: Id,
            ok: z.boolean(),
            version: z.number().int().optional(),
            problem: z.looseObject({ type: z.string(), title: z.string(), status: z.number() }).optional(),
          }),
        ),
      }),
    },
    async handler(ctx, { body }) {
      const by = byRequest(ctx)
      const { orgId } = ctx.principal
      const { addTags, removeTags, ...rest } = body.change
      refuseTelling({ 'change.addTags': addTags })
      const results = []
      for (const id of new Set(body.ids)) {
        try {
          const version = await ctx.withContext(async (tx) => {
            const ticket = await lockForChange(tx, id)
            const seal = new TicketSeal(orgId, await keys.openDek(orgId, id, ticket))
            const { tags } = openTexts(seal, ticket)
            await changeTicket(tx, services, by, ticket, {
              ...rest,
              ...((addTags || removeTags) && {
                tags: retagged(tags, addTags, removeTags),
              }),
            })
            return ticket.version
          })
          results.push({ id, ok: true, version })
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          results.push({ id, ok: false, problem: error.toDocument(`urn:uuid:${ctx.requestId}`) })
        }
      }
      await ctx.recordRead({
        action: 'ticket.bulk',
        object: { type: 'ticket', id: null },
        objects: results.map((r) => r.id),
        facts: { done: results.filter((r) => r.ok).length, failed: results.filter((r) => !r.ok).length },
      })
      return { results }
    },
  })
  return [change, override, bulk]
}
