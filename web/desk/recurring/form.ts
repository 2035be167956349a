import { DAYS, type Day, timeText } from '../sla/calendars/hours.ts'
import type { Schedule, ScheduleBody, Times } from './queries.ts'

export const UNITS = [
  { value: 'day', label: 'days' },
  { value: 'week', label: 'weeks' },
  { value: 'month', label: 'months' },
]
export const WHICH = [
  { value: '1', label: 'first' },
  { value: '2', label: 'second' },
  { value: '3', label: 'third' },
  { value: '4', label: 'fourth' },
  { value: '-1', label: 'last' },
]
export const WEEKDAYS = DAYS.map(([value, label]) => ({ value: value as string, label: label as string }))

export interface ScheduleValues {
  name: string
  templateId: string | null
  clientId: string | null
  paused: boolean
  every: number | string
  unit: Times['unit']
  weekdays: Day[]
  /** Of a month: a day of it, or a weekday. */
  by: 'day' | 'weekday'
  monthDay: number | string
  which: string
  weekday: Day
  starts: string
  time: string
  timeZone: string
}

export const toForm = (s: Schedule | undefined, today: string, timeZone: string): ScheduleValues => ({
  name: s?.name ?? '',
  templateId: s?.templateId ?? null,
  clientId: s?.clientId ?? null,
  paused: s?.paused ?? false,
  every: s?.times.every ?? 1,
  unit: s?.times.unit ?? 'week',
  weekdays: s?.times.weekdays ?? ['mon'],
  by: s?.times.nth ? 'weekday' : 'day',
  monthDay: s?.times.monthDay ?? 1,
  which: String(s?.times.nth?.which ?? 1),
  weekday: s?.times.nth?.weekday ?? 'mon',
  starts: s?.times.starts ?? today,
  time: s?.times.time ?? '08:00',
  timeZone: s?.times.timeZone ?? timeZone,
})

/** Only what its unit asks for. */
export const timesOf = (v: ScheduleValues): Times => ({
  every: Number(v.every),
  unit: v.unit,
  starts: v.starts,
  time: timeText(v.time),
  timeZone: v.timeZone,
  ...(v.unit === 'week' && { weekdays: v.weekdays }),
  ...(v.unit === 'month' && v.by === 'day' && { monthDay: Number(v.monthDay) }),
  ...(v.unit === 'month' &&
    v.by === 'weekday' && { nth: { which: Number(v.which) as 1 | 2 | 3 | 4 | -1, weekday: v.weekday } }),
})

export const toBody = (v: ScheduleValues): ScheduleBody => ({
  name: v.name.trim(),
  templateId: v.templateId!,
  clientId: v.clientId,
  paused: v.paused,
  times: timesOf(v),
})

const formats = new Map<string, Intl.DateTimeFormat>()
/** `Mon, Nov 30, 2026, 7:30 AM EST`, by the clock of the schedule’s own zone. */
export function atText(iso: string, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', {
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    })
  formats.set(timeZone, format)
  return format.format(new Date(iso))
}

const dayName = (day: string) => DAYS.find(([key]) => key === day)?.[1] ?? day
const ordinal = (n: number) => {
  const end = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${end}`
}

/** `every 2 weeks on Monday and Friday at 08:00 (America/New_York)` */
export function timesText(t: Times): string {
  const every = t.every === 1 ? `every ${t.unit}` : `every ${t.every} ${t.unit}s`
  const names = (t.weekdays ?? []).map(dayName)
  const week = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]
  const which = WHICH.find((w) => w.value === String(t.nth?.which))?.label
  const on =
    t.unit === 'week'
      ? ` on ${week}`
      : t.unit === 'month'
        ? t.nth
          ? ` on the ${which} ${dayName(t.nth.weekday)}`
          : ` on the ${ordinal(t.monthDay ?? 1)}`
        : ''
  return `${every}${on} at ${t.time} (${t.timeZone})`
}
