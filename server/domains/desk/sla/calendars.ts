import type { Statement, Tx } from '../../../platform/db/database.ts'
import { invalid, notFound } from '../../../platform/http/problem.ts'
import { zoneNamed } from '../../../platform/time-zone.ts'
import { refuseTelling } from '../rules/detection.ts'
import type { CalendarBody } from './api.ts'
import { Calendar, type CalendarSpec, type Day, type Holiday, type Hours } from './engine/calendar.ts'
import { calendarErrors } from './engine/check.ts'
import { addOpenMillis } from './engine/open-time.ts'
import type { PriorityTarget } from './policy.ts'

export interface CalendarRow {
  id: string
  name: string
  time_zone: string | null
  zone: string
  always_open: boolean
  weekly: Record<Day, Hours[]>
  holidays: Holiday[]
  policies: number
  version: number
}

const READ: Statement = {
  name: 'sla-calendars',
  text: `select c.id, c.name, c.time_zone, coalesce(c.time_zone, o.time_zone) as zone, c.always_open, c.weekly, c.holidays, c.version,
      (select count(*)::int from sla_policies p where p.org_id = c.org_id and p.calendar_id = c.id) as policies
    from sla_calendars c join organizations o on o.org_id = c.org_id
    where c.org_id = $1 and ($2::uuid is null or c.id = $2) order by c.name, c.id`,
}

export const listCalendars = (tx: Tx): Promise<CalendarRow[]> => tx.run(READ, [tx.context.orgId, null])

export async function readCalendar(tx: Tx, id: string): Promise<CalendarRow> {
  const [row] = await tx.run<CalendarRow>(READ, [tx.context.orgId, id])
  if (!row) throw notFound('The calendar')
  return row
}

export const presentCalendar = (r: CalendarRow) => ({
  id: r.id,
  name: r.name,
  timeZone: r.time_zone,
  zone: r.zone,
  alwaysOpen: r.always_open,
  weekly: r.weekly,
  holidays: r.holidays,
  policies: r.policies,
  version: r.version,
})

export const bodyOf = (r: CalendarRow): CalendarBody => ({
  name: r.name,
  timeZone: r.time_zone,
  alwaysOpen: r.always_open,
  weekly: r.weekly,
  holidays: r.holidays,
})

/** A calendar as it is stored: holidays by date, zones in the database's spelling. Refuses what can't be counted with. */
export async function checkedCalendar(tx: Tx, body: CalendarBody): Promise<CalendarBody> {
  const { time_zone } = await tx.db.selectFrom('organizations').select('time_zone').executeTakeFirstOrThrow()
  const spec = specOf(body, time_zone)
  const errors = calendarErrors(spec)
  if (errors.length) throw invalid(errors)
  refuseTelling({
    name: body.name,
    ...Object.fromEntries(body.holidays.map((h, i) => [`holidays.${i}.name`, h.name])),
  })
  return {
    ...body,
    timeZone: body.timeZone === null ? null : zoneNamed(body.timeZone)!,
    holidays: body.holidays.toSorted((a, b) => a.date.localeCompare(b.date)),
  }
}

export const specOf = (body: CalendarBody, orgZone: string): CalendarSpec => ({
  timeZone: body.timeZone ?? orgZone,
  alwaysOpen: body.alwaysOpen,
  weekly: body.weekly,
  holidays: body.holidays,
})

/** Refuses targets that the calendar's open time would not reach within ten years. */
export function checkReach(
  spec: CalendarSpec,
  targets: readonly PriorityTarget[],
  field: (i: number) => string,
) {
  const calendar = new Calendar(spec)
  const now = Date.now()
  for (const [i, t] of targets.entries()) {
    const longest = Math.max(t.responseMinutes ?? 0, t.resolutionMinutes ?? 0)
    if (!t.aroundTheClock && addOpenMillis(calendar, now, longest * 60_000) === null)
      throw invalid([{ field: field(i), message: 'would not be reached within ten years of open time' }])
  }
}
