import type { Statement, Tx } from '../../../platform/db/database.ts'
import { Calendar, type CalendarSpec } from './engine/calendar.ts'

/** Calendars kept ready in this process, by version: another version is another calendar, so none grows stale. */
const KEPT = 200
const kept = new Map<string, Calendar>()

const SPEC: Statement = {
  name: 'sla-calendar-spec',
  text: `select c.version, coalesce(c.time_zone, o.time_zone) as "timeZone", c.always_open as "alwaysOpen", c.weekly, c.holidays
    from sla_calendars c join organizations o on o.org_id = c.org_id where c.org_id = $1 and c.id = $2`,
}

/** Every minute of the year. */
export const AROUND_THE_CLOCK = new Calendar({
  timeZone: 'UTC',
  alwaysOpen: true,
  weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [],
})

/** Which calendar, in which version, and the zone that it counts by. */
export interface CalendarName {
  id: string
  version: number
  timeZone: string
}

/** The calendar, ready to count with. */
export async function compiledCalendar(tx: Tx, name: CalendarName): Promise<Calendar> {
  const key = (version: number, zone: string) => [tx.context.orgId, name.id, version, zone].join(' ')
  const known = kept.get(key(name.version, name.timeZone))
  if (known) return known
  const [row] = await tx.run<CalendarSpec & { version: number }>(SPEC, [tx.context.orgId, name.id])
  if (!row) throw new Error('a policy names a calendar that is not there')
  const calendar = new Calendar(row)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key(row.version, row.timeZone), calendar)
  return calendar
}
