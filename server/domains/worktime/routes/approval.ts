import { z } from 'zod'
import type { Statement } from '../../../platform/db/database.ts'
import { forbidden, invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Day, EntryAnswer, Id } from '../api.ts'
import { decideTime } from '../decide.ts'
import { presentEntries, readEntries } from '../entries.ts'

const ACTIONS = { approve: 'time.approve', reject: 'time.reject', reopen: 'time.reopen' } as const
const Reason = z.string().trim().min(3).max(500)

/** Time is approved by somebody else than who worked it. */
export function approvalRoutes({ keys }: Services): Route[] {
  const decide = route({
    method: 'POST',
    path: '/time-entries/decide',
    tag: 'time',
    needs: 'time:approve',
    summary: 'Approve time, reject it or take an approval back, with a reason; never one’s own',
    body: z.strictObject({
      ids: z.array(Id).min(1).max(500),
      decision: z.enum(['approve', 'reject', 'reopen']),
      reason: Reason.optional(),
    }),
    answer: { status: 200, schema: z.object({ decided: z.number().int() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { decision, reason } = body
        if (decision !== 'approve' && !reason)
          throw invalid([{ field: 'reason', message: `is needed to ${decision}` }])
        const decided = await decideTime(tx, keys, body)
        await ctx.record(tx, {
          action: ACTIONS[decision],
          object: { type: 'time-entry', id: null },
          objects: [...new Set(body.ids)],
          ...(reason && { reason }),
        })
        return { decided }
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
          z.object({
            date: z.string(),
            minutes: z.number().int(),
            billableMinutes: z.number().int(),
            /** The billable ones, rounded up as was agreed. */
            billedMinutes: z.number().int(),
          }),
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
        return {
          date,
          minutes: sum(of),
          billableMinutes: sum(of.filter((e) => e.billable)),
          billedMinutes: of.reduce((n, e) => n + (e.billedMinutes ?? 0), 0),
        }
      })
      return { from, to, days, items }
    },
  })
  const waiting = route({
    method: 'GET',
    path: '/timesheets/waiting',
    tag: 'time',
    needs: 'time:approve',
    summary: 'Whose weeks wait for approval, oldest first; never one’s own',
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(
          z.object({
            userId: Id,
            userName: z.string(),
            /** Its Monday. */
            week: z.string(),
            minutes: z.number().int(),
            entries: z.number().int(),
          }),
        ),
        nextCursor: z.null(),
      }),
    },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) =>
        tx.run<Waiting>(WAITING, [tx.context.orgId, ctx.principal.userId]),
      )
      await ctx.recordRead({
        action: 'time.list',
        object: { type: 'user', id: null },
        objects: [...new Set(rows.map((r) => r.user_id))],
        facts: { weeks: rows.length },
      })
      const items = rows.map((r) => ({
        userId: r.user_id,
        userName: r.user_name,
        week: r.week,
        minutes: r.minutes,
        entries: r.entries,
      }))
      return { items, nextCursor: null }
    },
  })
  return [decide, sheet, waiting]
}

interface Waiting {
  user_id: string
  user_name: string
  week: string
  minutes: number
  entries: number
}
/** The walls hide entries of tickets that the asker may not see. A thousand weeks are more than anybody reads. */
const WAITING: Statement = {
  name: 'time-waiting',
  text: `select e.user_id, u.display_name as user_name, to_char(date_trunc('week', e.work_date::timestamp), 'YYYY-MM-DD') as week,
      sum(e.minutes)::int as minutes, count(*)::int as entries
    from time_entries e join users u on u.org_id = e.org_id and u.id = e.user_id
    where e.org_id = $1 and e.state = 'submitted' and e.user_id <> $2
    group by 1, 2, 3 order by week, user_name limit 1000`,
}
