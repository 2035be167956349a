import { z } from 'zod'
import { conflict, stale } from '../../../../platform/http/problem.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { uuidv7 } from '../../../../platform/ids.ts'
import type { Services } from '../../../../platform/services.ts'
import { ById, CalendarAnswer, type CalendarBody, CalendarChange, CreateCalendar, some } from '../api.ts'
import {
  bodyOf,
  checkedCalendar,
  checkReach,
  listCalendars,
  presentCalendar,
  readCalendar,
  specOf,
} from '../calendars.ts'
import { policiesOfCalendar } from '../policies.ts'
import { unique } from '../unique.ts'

const columns = (body: CalendarBody) => ({
  name: body.name,
  time_zone: body.timeZone,
  always_open: body.alwaysOpen,
  weekly: JSON.stringify(body.weekly),
  holidays: JSON.stringify(body.holidays),
})

/** When the organization works. A change counts at once for all open tickets: a sweep goes over them. */
export function calendarRoutes(_: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/sla/calendars',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Calendars of working hours',
    answer: { status: 200, schema: z.object({ items: z.array(CalendarAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const rows = await ctx.withContext(listCalendars)
      await ctx.recordRead({ action: 'sla-calendar.list', object: { type: 'sla-calendar', id: null } })
      return { items: rows.map(presentCalendar), nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/sla/calendars',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Make a calendar',
    idempotent: {
      needs: 'desk:settings',
      async read(ctx, id) {
        const row = await ctx.withContext((tx) => readCalendar(tx, id))
        await ctx.recordRead({ action: 'sla-calendar.list', object: { type: 'sla-calendar', id } })
        return presentCalendar(row)
      },
    },
    body: CreateCalendar,
    answer: { status: 201, schema: CalendarAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const full = { timeZone: null, alwaysOpen: false, holidays: [], ...body }
        const checked = await checkedCalendar(tx, full)
        const id = uuidv7()
        const row = { org_id: tx.context.orgId, id, ...columns(checked) }
        await unique('name', tx.db.insertInto('sla_calendars').values(row).execute())
        await ctx.record(tx, { action: 'sla-calendar.create', object: { type: 'sla-calendar', id } })
        ctx.reply.header('etag', '"1"')
        return presentCalendar(await readCalendar(tx, id))
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/sla/calendars/:id',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Change a calendar; what is left out stays',
    params: ById,
    body: CalendarChange.refine(some, 'nothing to change'),
    answer: { status: 200, schema: CalendarAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readCalendar(tx, params.id)
        const checked = await checkedCalendar(tx, { ...bodyOf(before), ...body })
        const spec = specOf(checked, before.zone)
        for (const policy of await policiesOfCalendar(tx, params.id))
          checkReach(spec, policy.targets, () => 'weekly')
        const done = await unique(
          'name',
          tx.db
            .updateTable('sla_calendars')
            .set((e) => ({ ...columns(checked), version: e('version', '+', 1), updated_at: new Date() }))
            .where('id', '=', params.id)
            .where('version', '=', ctx.ifMatch())
            .returning('version')
            .executeTakeFirst(),
        )
        if (!done) throw stale()
        await ctx.record(tx, {
          action: 'sla-calendar.change',
          object: { type: 'sla-calendar', id: params.id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${done.version}"`)
        return presentCalendar(await readCalendar(tx, params.id))
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/sla/calendars/:id',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Delete a calendar that no policy counts by',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const { policies } = await readCalendar(tx, params.id)
        if (policies) throw conflict('in-use', 'Policies count by this calendar', `${policies} do.`)
        await unique('id', tx.db.deleteFrom('sla_calendars').where('id', '=', params.id).execute())
        await ctx.record(tx, {
          action: 'sla-calendar.remove',
          object: { type: 'sla-calendar', id: params.id },
        })
      }),
  })
  return [list, create, change, remove]
}
