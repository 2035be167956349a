import { z } from 'zod'
import { conflict, invalid, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { Id, TicketId } from '../api.ts'
import { lockForChange } from '../message.ts'
import { ended } from '../rules/flow.ts'
import { dropReminder, type Reminder, readReminder, setReminder } from './reminder.ts'

const Answer = z.object({
  reminder: z.object({ at: z.string(), setBy: z.object({ id: Id, name: z.string() }) }).nullable(),
})
const LONGEST_MS = 2 * 365 * 86_400_000

const present = (r: Reminder | undefined) => ({
  reminder: r ? { at: r.at.toISOString(), setBy: { id: r.set_by, name: r.set_by_name } } : null,
})

/** When a ticket comes back to whoever works on it. */
export function reminderRoutes(): Route[] {
  const read = route({
    method: 'GET',
    path: '/tickets/:id/reminder',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'When the ticket comes back, and who wanted it to',
    params: TicketId,
    answer: { status: 200, schema: Answer },
    unaudited: 'a time and a colleague’s name, nothing of the ticket',
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const seen = await tx.db
          .selectFrom('tickets')
          .select('id')
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', params.id)
          .executeTakeFirst()
        if (!seen) throw notFound('The ticket')
        return present(await readReminder(tx, params.id))
      }),
  })
  const set = route({
    method: 'PUT',
    path: '/tickets/:id/reminder',
    tag: 'tickets',
    needs: 'tickets:write',
    summary:
      'Let the ticket come back at a time: one that waits is opened then, and you and its assignee are told',
    params: TicketId,
    body: z.strictObject({ at: z.iso.datetime({ offset: true }) }),
    answer: { status: 200, schema: Answer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const at = new Date(body.at)
        const ahead = at.getTime() - Date.now()
        if (ahead <= 0 || ahead > LONGEST_MS)
          throw invalid([{ field: 'at', message: 'must be in the future, and within two years' }])
        const ticket = await lockForChange(tx, params.id)
        if (ended(ticket.status_category))
          throw conflict('ticket-ended', 'The ticket is resolved or closed; open it again first')
        await setReminder(tx, ticket.id, at)
        await ctx.record(tx, {
          action: 'ticket.reminder-set',
          object: { type: 'ticket', id: ticket.id },
          facts: { at: at.toISOString() },
        })
        return present(await readReminder(tx, ticket.id))
      }),
  })
  const drop = route({
    method: 'DELETE',
    path: '/tickets/:id/reminder',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Take the reminder back',
    params: TicketId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        if (!(await dropReminder(tx, ticket.id))) throw notFound('The reminder')
        await ctx.record(tx, { action: 'ticket.reminder-drop', object: { type: 'ticket', id: ticket.id } })
      }),
  })
  return [read, set, drop]
}
