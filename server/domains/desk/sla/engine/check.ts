import { zoneNamed } from '../../../../platform/time-zone.ts'
import { type CalendarSpec, DAYS, type Hours, minuteOf, minutesOf } from './calendar.ts'

export interface SpecError {
  field: string
  message: string
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const DAY = 1440
/** Less than this in a week and a due time would lie years ahead. */
const LEAST_WEEK = 60

/** All that is wrong with a calendar, by field; empty when it can be counted with. */
export function calendarErrors(spec: CalendarSpec): SpecError[] {
  const errors: SpecError[] = []
  const say = (field: string, message: string) => {
    errors.push({ field, message })
  }
  if (!zoneNamed(spec.timeZone))
    say('timeZone', 'is no time zone of the IANA database, such as America/New_York')
  for (const day of DAYS) checkHours(spec.weekly[day], `weekly.${day}`, say)
  checkHolidays(spec, say)
  if (errors.length) return errors
  checkNights(spec, say)
  if (!spec.alwaysOpen && minutesAWeek(spec) < LEAST_WEEK)
    say('weekly', 'must be open for at least an hour a week, or no time would ever pass')
  return errors
}

type Say = (field: string, message: string) => void

/** Times that are times, and no overlap among the hours that begin on one day. */
function checkHours(hours: Hours[], field: string, say: Say): void {
  let sound = true
  for (const [i, h] of hours.entries()) {
    const wrong = timeError(h)
    if (wrong) say(`${field}.${i}.${wrong.at}`, wrong.message)
    sound &&= !wrong
  }
  if (!sound) return
  const order = hours.map((h, i) => ({ i, range: minutesOf(h) })).toSorted((a, b) => a.range[0] - b.range[0])
  for (const [n, { i, range }] of order.entries())
    if (n > 0 && range[0] < order[n - 1]!.range[1]) say(`${field}.${i}`, 'overlaps other hours of the day')
}

function timeError({ from, to }: Hours): { at: 'from' | 'to'; message: string } | undefined {
  if (!TIME.test(from)) return { at: 'from', message: 'must be a time such as 08:00' }
  if (to !== '24:00' && !TIME.test(to)) return { at: 'to', message: 'must be a time such as 18:00, or 24:00' }
  if (minuteOf(from) === minuteOf(to) % DAY && to !== '24:00')
    return { at: 'to', message: 'is when it opens; for a whole day say 00:00 to 24:00' }
  return undefined
}

function checkHolidays(spec: CalendarSpec, say: Say): void {
  const seen = new Set<string>()
  for (const [i, { date, hours }] of spec.holidays.entries()) {
    if (!isDate(date)) say(`holidays.${i}.date`, 'must be a date such as 2030-12-25')
    else if (seen.has(date)) say(`holidays.${i}.date`, 'is in the list twice')
    seen.add(date)
    checkHours(hours, `holidays.${i}.hours`, say)
  }
}

/** Hours past midnight must end before the next day's begin. */
function checkNights(spec: CalendarSpec, say: Say): void {
  for (const [i, day] of DAYS.entries()) {
    const next = spec.weekly[DAYS[(i + 1) % 7]!].map(minutesOf)
    for (const [n, h] of spec.weekly[day].entries()) {
      const end = minutesOf(h)[1] - DAY
      if (next.some(([from]) => from < end)) say(`weekly.${day}.${n}`, 'overlaps hours of the next day')
    }
  }
}

const minutesAWeek = (spec: CalendarSpec): number =>
  DAYS.flatMap((day) => spec.weekly[day].map(minutesOf)).reduce((sum, [from, to]) => sum + to - from, 0)

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
