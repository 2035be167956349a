import { type Calendar, MINUTE } from './calendar.ts'

/** How far ahead an end is looked for. A calendar that opens so rarely counts as one that never opens. */
export const HORIZON_DAYS = 3660

/** The calendar does not open for long enough within ten years. */
export class NeverOpens extends Error {
  constructor() {
    super('the calendar does not open for that long within ten years')
  }
}

/** Milliseconds of open time between two instants (epoch milliseconds); 0 where `to` is not after `from`. */
export function openMillis(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0
  if (calendar.alwaysOpen) return to - from
  let sum = 0
  for (let day = calendar.dayAt(from); calendar.startOf(day) < to; day++)
    for (const [opens, closes] of calendar.stretchesOf(day))
      sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
  return sum
}

/** The first instant by which `millis` of open time have passed since `from`; null beyond the horizon. */
export function addOpenMillis(calendar: Calendar, from: number, millis: number): number | null {
  if (millis <= 0) return from
  if (calendar.alwaysOpen) return from + millis
  let left = millis
  const first = calendar.dayAt(from)
  for (let day = first; day < first + HORIZON_DAYS; day++)
    for (const [opens, closes] of calendar.stretchesOf(day)) {
      const start = Math.max(opens, from)
      if (closes <= start) continue
      if (left <= closes - start) return start + left
      left -= closes - start
    }
  return null
}

/** Minutes of open time between two instants, in epoch milliseconds. Whole where both are whole minutes. */
export const businessMinutes = (calendar: Calendar, from: number, to: number): number =>
  openMillis(calendar, from, to) / MINUTE

/** The first instant by which so many open minutes have passed. Throws NeverOpens. */
export function addBusinessMinutes(calendar: Calendar, from: number, minutes: number): number {
  const at = addOpenMillis(calendar, from, minutes * MINUTE)
  if (at === null) throw new NeverOpens()
  return at
}
