import { z } from 'zod'
import { zoneNamed } from '../../../platform/time-zone.ts'
import { DAYS, dayOf, minuteOf } from '../sla/engine/calendar.ts'
import { firstInstant, localDay } from '../sla/engine/local-time.ts'

export const UNITS = ['day', 'week', 'month'] as const

/** When a ticket is opened: every so many days, weeks or months, at a time as the clocks of a zone show it. */
export const Times = z
  .strictObject({
    every: z.number().int().min(1).max(60),
    unit: z.enum(UNITS),
    /** Of `week`. */
    weekdays: z.array(z.enum(DAYS)).min(1).max(7).optional(),
    /** Of `month`: a day, or in a shorter month its last. */
    monthDay: z.number().int().min(1).max(31).optional(),
    /** Of `month`, in place of a day: the first to fourth such weekday, or the last (-1). */
    nth: z.strictObject({ which: z.literal([1, 2, 3, 4, -1]), weekday: z.enum(DAYS) }).optional(),
    /** `YYYY-MM-DD`: from when on; every second week is counted from the week of this day. */
    starts: z.iso.date(),
    time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:00'),
    timeZone: z
      .string()
      .max(64)
      .refine((t) => zoneNamed(t) !== undefined, 'is no time zone of the IANA database'),
  })
  .refine((t) => t.unit !== 'week' || t.weekdays, { path: ['weekdays'], error: 'must name a day' })
  .refine((t) => t.unit !== 'month' || (t.monthDay === undefined) !== (t.nth === undefined), {
    path: ['monthDay'],
    error: 'must say a day of the month, or a weekday',
  })
export type Times = z.infer<typeof Times>

/** Further ahead nothing is looked for: 60 months, and room for a month that is skipped. */
const HORIZON = 62 * 31

/** The first time of a schedule after an instant, in epoch milliseconds; right whatever the clocks do meanwhile. */
export function nextAfter(times: Times, after: number): number {
  const minute = minuteOf(times.time)
  const first = Math.max(dayOf(times.starts), localDay(times.timeZone, after))
  for (let day = first; day <= first + HORIZON; day++) {
    if (!falls(times, day)) continue
    // One that the clock jumps over is when it has jumped; one that it shows twice, the first time.
    const at = firstInstant(times.timeZone, day, minute)
    if (at > after) return at
  }
  throw new Error('a schedule comes within its horizon')
}

/** The next ones, for who looks at a draft. */
export function nextTimes(times: Times, after: number, count: number): number[] {
  const out: number[] = []
  for (let at = after; out.length < count; ) {
    at = nextAfter(times, at)
    out.push(at)
  }
  return out
}

/** 0 for Monday; days are counted from 1970-01-01, a Thursday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7
const monthOf = (day: number) => {
  const date = new Date(day * 86_400_000)
  return { month: date.getUTCFullYear() * 12 + date.getUTCMonth(), date: date.getUTCDate() }
}
const lengthOf = (month: number) =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
const on = (every: number, distance: number) => distance >= 0 && distance % every === 0

function falls(t: Times, day: number): boolean {
  const start = dayOf(t.starts)
  if (day < start) return false
  const weekday = DAYS[weekdayOf(day)]!
  if (t.unit === 'day') return on(t.every, day - start)
  if (t.unit === 'week') {
    const monday = (d: number) => d - weekdayOf(d)
    return t.weekdays!.includes(weekday) && on(t.every, (monday(day) - monday(start)) / 7)
  }
  const { month, date } = monthOf(day)
  if (!on(t.every, month - monthOf(start).month)) return false
  const length = lengthOf(month)
  if (t.monthDay !== undefined) return date === Math.min(t.monthDay, length)
  if (weekday !== t.nth!.weekday) return false
  return t.nth!.which === -1 ? date > length - 7 : Math.ceil(date / 7) === t.nth!.which
}
