import { z } from 'zod'
import { forbidden, invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Day, EntryAnswer, Id } from '../api.ts'
import { presentEntries, readEntries, sealEntryText } from '../entries.ts'

const Reason = z.string().trim().min(3).max(500)

/** Time is approved by somebody else than who worked it. */
export function approvalRoutes({ keys }: Services): Route[] {
  const decide = route({
    method: 'POST',
    path: '/time-entries/decide',
    tag: 'time',
    needs: 'time:approve',
    summary: 'Approve time, or reject it with a reason; never one’s own',
    body: z.strictObject({
      ids: z.array(Id).min(1).max(500),
      decision: z.enum(['approve', 'reject']),
      reason: Reason.optional(),
    }),
    answer: { status: 200, schema: z.object({ decided: z.number().int() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { decision, reason } = body
        if (decision === 'reject' && !reason)
          throw invalid([{ field: 'reason', message: 'is needed to reject' }])
        const ids = [...new Set(body.ids)]
        const rows = await tx.db
          .selectFrom('time_entries')
          .select(['id', 'ticket_id', 'user_id', 'state'])
          .where('id', 'in', ids)
          .orderBy('id')
          .forUpdate()
          .execute()
        if (rows.some((r) => r.user_id === ctx.principal.userId))
          throw forbidden('Nobody decides about their own time.')
        if (rows.length !== ids.length || rows.some((r) => r.state !== 'submitted'))
          throw invalid([{ field: 'ids', message: 'must name submitted time that you may see' }])
        for (const { id, ticket_id } of rows)
          await tx.db
            .updateTable('time_entries')
            .set({
              state: decision === 'approve' ? 'approved' : 'rejected',
              decided_by: ctx.principal.userId,
              decided_at: new Date(),
              sealed_reason: await sealEntryText(
                keys,
                tx,
                { id, ticketId: ticket_id },
                'sealed_reason',
                reason ?? null,
              ),
            })
            .set((e) => ({ version: e('version', '+', 1) }))
            .where('id', '=', id)
            .execute()
        await ctx.record(tx, {
          action: decision === 'approve' ? 'time.approve' : 'time.reject',
          object: { type: 'time-entry', id: null },
          objects: ids,
          ...(reason && { reason }),
        })
        return { decided: rows.length }
      }),
  })
  const sheet = route({
    method: 'POST',
    path: '/timesheet',
    tag: 'time',
    needs: 'time:write',
    summary: 'A week’s time, Monday to Sunday; of others with the permission to approve it',
    body: z.strictObject({ week: Day, userId: Id.optional() }),
    answer: {
      status: 200,
      schema: z.object({
        from: z.string(),
        to: z.string(),
        days: z.array(
          z.object({ date: z.string(), minutes: z.number().int(), billableMinutes: z.number().int() }),
        ),
        items: z.array(EntryAnswer),
      }),
    },
    async handler(ctx, { body }) {
      const { principal: p } = ctx
      const userId = body.userId ?? p.userId
      if (userId !== p.userId && !p.permissions.has('time:approve'))
        throw forbidden('To see the time of others needs the permission time:approve.')
      const day = Temporal.PlainDate.from(body.week)
      const monday = day.subtract({ days: day.dayOfWeek - 1 })
      const dates = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }).toString())
      const [from, to] = [dates[0]!, dates[6]!]
      const items = await ctx.withContext(async (tx) =>
        presentEntries(keys, tx, await readEntries(tx, { userId, from, to })),
      )
      await ctx.recordRead({
        action: 'time.list',
        object: { type: 'user', id: userId },
        objects: [...new Set(items.map((e) => e.ticketId))],
        facts: { count: items.length },
      })
      const sum = (list: typeof items) => list.reduce((n, e) => n + e.minutes, 0)
      const days = dates.map((date) => {
        const of = items.filter((e) => e.date === date)
        return { date, minutes: sum(of), billableMinutes: sum(of.filter((e) => e.billable)) }
      })
      return { from, to, days, items }
    },
  })
  return [decide, sheet]
}
