import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { conflict, forbidden, notFound, type Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, Reason, TicketAnswer, TicketId } from '../api.ts'
import { copyChecklists, removeChecklist } from '../checklists.ts'
import { lockForChange } from '../message.ts'
import { presentTicket } from '../present.ts'
import { type LockedTicket, openTicket } from '../records.ts'
import { refuseTelling } from '../rules/detection.ts'
import { ended } from '../rules/flow.ts'
import { type StepRefusal, stepAfter } from '../rules/steps.ts'
import { TicketSeal } from '../seal.ts'

const StepBody = z.strictObject({
  action: z.enum(['done', 'undo', 'skip']),
  note: z.string().trim().max(2000).optional(),
})

const REFUSALS: Record<StepRefusal, () => Problem> = {
  'built-in': () =>
    conflict(
      'step-built-in',
      'This step is done when nothing on the ticket is suspected any more',
      'Clear, move or purge what is suspected.',
    ),
  role: () => forbidden('This step is for another role.'),
  'same-person': () =>
    conflict('step-same-person', 'A second person must confirm this step', 'You did the first half.'),
  required: () => conflict('step-required', 'A required step can’t be skipped'),
  already: () => conflict('step-already', 'The step is there already'),
}

/** Steps of a ticket's checklists. Each is done under the ticket's lock: two who tick at once are told apart. */
export function stepRoutes({ keys }: Services): Route[] {
  const act = route({
    method: 'POST',
    path: '/tickets/:id/steps/:stepId',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Do, undo or skip a step of a checklist, with a note',
    params: z.object({ id: Id, stepId: Id }),
    body: StepBody,
    answer: { status: 200, schema: TicketAnswer },
    async handler(ctx, { params, body }) {
      const { orgId, userId, roles } = ctx.principal
      refuseTelling({ note: body.note })
      const row = await ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        const step = await tx.db
          .selectFrom('ticket_steps')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('ticket_id', '=', ticket.id)
          .where('id', '=', params.stepId)
          .executeTakeFirst()
        if (!step) throw notFound('The step')
        if (ticket.status_category === 'closed')
          throw conflict('ticket-closed', 'The ticket is closed; open it again first')
        if (body.action === 'undo') refuseEnded(ticket)
        const after = stepAfter(
          {
            state: step.state as 'open',
            required: step.required,
            people: step.people,
            roleId: step.role_id,
            builtIn: step.built_in,
            doneBy: step.done_by,
            secondBy: step.second_by,
          },
          body.action,
          { userId, roleIds: roles.map((r) => r.id) },
        )
        if (typeof after === 'string') throw REFUSALS[after]()
        const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
        const now = new Date()
        await tx.db
          .updateTable('ticket_steps')
          .set((e) => ({
            state: after.state,
            done_by: after.doneBy,
            done_at: after.doneBy ? (step.done_by === after.doneBy ? step.done_at : now) : null,
            second_by: after.secondBy,
            second_at: after.secondBy ? now : null,
            version: e('version', '+', 1),
            ...(body.note !== undefined && {
              sealed_note: body.note ? seal.seal('ticket_steps.sealed_note', step.id, body.note) : null,
            }),
          }))
          .where('org_id', '=', orgId)
          .where('id', '=', step.id)
          .execute()
        await ctx.record(tx, {
          action: 'ticket.step',
          object: { type: 'ticket', id: ticket.id },
          facts: { step: step.id, did: body.action, state: after.state },
        })
        return (await openTicket(tx, ticket.id))!
      })
      return presentTicket(keys, orgId, row, ctx.principal)
    },
  })

  const attach = route({
    method: 'POST',
    path: '/tickets/:id/checklists',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Copy a checklist into a ticket',
    idempotent: {
      needs: 'tickets:read',
      async read(ctx, id) {
        const row = await ctx.withContext((tx) => openTicket(tx, id))
        if (!row) throw notFound('The ticket')
        const answer = await presentTicket(keys, ctx.principal.orgId, row, ctx.principal)
        await ctx.recordRead({
          action: 'ticket.read',
          object: { type: 'ticket', id },
          objects: [...(answer.client ? [answer.client.id] : []), ...answer.links.map((l) => l.id)],
          ...(answer.client && { classes: ['contact'] as const }),
          facts: { messages: answer.thread.items.length },
        })
        return answer
      },
    },
    params: TicketId,
    body: z.strictObject({ templateId: Id }),
    answer: { status: 201, schema: TicketAnswer },
    async handler(ctx, { params, body }) {
      const { orgId } = ctx.principal
      const row = await ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        refuseEnded(ticket)
        await copyChecklists(tx, byRequest(ctx), ticket, [body.templateId])
        return (await openTicket(tx, ticket.id))!
      })
      return presentTicket(keys, orgId, row, ctx.principal)
    },
  })

  const remove = route({
    method: 'POST',
    path: '/tickets/:id/checklists/:checklistId/remove',
    tag: 'tickets',
    needs: 'tickets:write',
    summary:
      'Take a checklist off a ticket while nothing of it is done; one with required steps needs tickets:close-override',
    params: z.object({ id: Id, checklistId: Id }),
    body: z.strictObject({ reason: Reason }),
    answer: { status: 200, schema: TicketAnswer },
    async handler(ctx, { params, body }) {
      const row = await ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        refuseEnded(ticket)
        await removeChecklist(tx, byRequest(ctx), ticket, params.checklistId, body.reason)
        return (await openTicket(tx, ticket.id))!
      })
      return presentTicket(keys, ctx.principal.orgId, row, ctx.principal)
    },
  })
  return [act, attach, remove]
}

/** The gate was passed with the steps as they were: none opens behind it. */
function refuseEnded(ticket: LockedTicket): void {
  if (ended(ticket.status_category))
    throw conflict('ticket-ended', 'The ticket is resolved or closed; open it again first')
}
