import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { forbidden, invalid } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id } from '../api.ts'
import { ticketByNumber } from '../outbox.ts'
import { openTexts } from '../present.ts'
import { openTicket } from '../records.ts'
import { TicketSeal } from '../seal.ts'
import { allHold, judgeConditions } from './judge.ts'
import { Conditions, Rule, RuleAnswer } from './rule.ts'
import { listRules, readRule, removeRule, saveRule } from './rules.ts'

const RuleId = z.object({ id: Id })
const Trial = z.object({
  ticketId: Id,
  number: z.number().int(),
  /** All that can be told without a change: `changed` is left out. */
  conditions: z.array(z.object({ condition: Conditions.keyof(), holds: z.boolean() })),
  holds: z.boolean(),
})

/** Automations: what is done to a ticket when something happens to it. */
export function ruleRoutes({ keys }: Services): Route[] {
  const tryOn = async (ctx: RequestContext, conditions: Conditions, number: number) => {
    const { orgId, permissions } = ctx.principal
    if (!permissions.has('tickets:read')) throw forbidden('This needs the permission tickets:read.')
    const found = await ctx.withContext(async (tx) => {
      const named = await ticketByNumber(tx, keys, number)
      return named && (await openTicket(tx, named.id))
    })
    if (!found) throw invalid([{ field: 'number', message: 'names no ticket that you may see' }])
    const { ticket } = found
    const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
    const judged = judgeConditions(conditions, { ...ticket, tags: openTexts(seal, ticket).tags }, undefined)
    await ctx.recordRead({ action: 'ticket.rule-test', object: { type: 'ticket', id: ticket.id } })
    return { ticketId: ticket.id, number: ticket.number, conditions: judged, holds: allHold(judged) }
  }
  return [
    route({
      method: 'GET',
      path: '/ticket-rules',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Rules of the desk, in the order in which they run',
      answer: { status: 200, schema: z.object({ items: z.array(RuleAnswer) }) },
      unaudited: 'settings of the desk, nothing of anybody',
      handler: async (ctx) => ({ items: await ctx.withContext((tx) => listRules(keys, tx)) }),
    }),
    route({
      method: 'POST',
      path: '/ticket-rules',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Add a rule: what is done to a ticket when something happens to it',
      idempotent: {
        needs: 'desk:settings',
        async read(ctx, id) {
          const found = await ctx.withContext((tx) => readRule(keys, tx, id))
          await ctx.recordRead({ action: 'ticket-rule.read', object: { type: 'ticket-rule', id } })
          return found
        },
      },
      body: Rule,
      answer: { status: 201, schema: RuleAnswer },
      handler: (ctx, { body }) => ctx.withContext((tx) => saveRule(keys, tx, byRequest(ctx), body)),
    }),
    route({
      method: 'PUT',
      path: '/ticket-rules/:id',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Change a rule, switch it on or off, or put it elsewhere in the order',
      params: RuleId,
      body: Rule,
      answer: { status: 200, schema: RuleAnswer },
      handler: (ctx, { params, body }) => {
        const known = { id: params.id, version: ctx.ifMatch() }
        return ctx.withContext((tx) => saveRule(keys, tx, byRequest(ctx), body, known))
      },
    }),
    route({
      method: 'DELETE',
      path: '/ticket-rules/:id',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Remove a rule; what it has done stays',
      params: RuleId,
      answer: { status: 204, schema: null },
      handler: (ctx, { params }) => ctx.withContext((tx) => removeRule(tx, byRequest(ctx), params.id)),
    }),
    route({
      method: 'POST',
      path: '/ticket-rules/test',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Which conditions hold for a ticket as it is now; nothing is done to it',
      body: z.strictObject({
        conditions: Conditions,
        number: z
          .number()
          .int()
          .min(1)
          .max(2 ** 31 - 1),
      }),
      answer: { status: 200, schema: Trial },
      handler: (ctx, { body }) => tryOn(ctx, body.conditions, body.number),
    }),
  ]
}
