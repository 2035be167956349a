import type { CalendarSpec, Day, Hours } from '../calendar.ts'
import type { ClockName, TicketHistory } from '../clock.ts'

// A plain model of the rules, minute by minute, on Intl instead of Temporal and without a line of the engine.

const MIN = 60_000
const DAYS: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock on the wall shows, as minutes since 1970-01-01 00:00 of its own. */
function shown(zone: string, instant: number): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    formats.set(zone, format)
  }
  const p = Object.fromEntries(format.formatToParts(instant).map((x) => [x.type, Number(x.value)]))
  return Date.UTC(p.year!, p.month! - 1, p.day!, p.hour!, p.minute!) / MIN
}

/** What the clock shows at each minute of a range. Between two hours with the same offset it is not asked again. */
function* clockOf(zone: string, from: number, to: number): Generator<[instant: number, shown: number]> {
  for (let hour = from; hour < to; hour += 60 * MIN) {
    const [a, b] = [shown(zone, hour), shown(zone, hour + 60 * MIN)]
    for (let t = hour; t < Math.min(to, hour + 60 * MIN); t += MIN)
      yield [t, b - a === 60 ? a + (t - hour) / MIN : shown(zone, t)]
  }
}

const overnight = (h: Hours) => h.to <= h.from
function isOpen(spec: CalendarSpec, wall: number): boolean {
  const date = (days: number) => new Date((Math.floor(wall / 1440) + days) * 86_400_000)
  const holiday = (d: Date) => spec.holidays.find((h) => h.date === d.toISOString().slice(0, 10))
  const hours = (d: Date) => holiday(d)?.hours ?? spec.weekly[DAYS[(d.getUTCDay() + 6) % 7]!]
  const minute = wall - Math.floor(wall / 1440) * 1440
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const today = hours(date(0)).some((h) => time >= h.from && (overnight(h) || time < h.to))
  if (today || holiday(date(0))) return today
  return hours(date(-1)).some((h) => overnight(h) && time < h.to)
}

/** The minutes of a range, each as open or not. The furthest that the clock has shown counts: it opens once. */
export function* minutes(
  spec: CalendarSpec,
  from: number,
  to: number,
): Generator<{ at: number; open: boolean }> {
  let furthest = Number.NEGATIVE_INFINITY
  for (const [at, wall] of clockOf(spec.timeZone, from - 2 * 1440 * MIN, to)) {
    furthest = Math.max(furthest, wall)
    if (at >= from) yield { at, open: spec.alwaysOpen || isOpen(spec, furthest) }
  }
}

export interface Simulated {
  elapsed: number
  dueAt: number | null
  state: string
}

/** A clock that somebody watches, minute by minute, to `now`, then to its due time if it goes on. */
export function simulateClock(
  clock: ClockName,
  spec: CalendarSpec,
  history: TicketHistory,
  rule: { target: number; paused: (status: string, category: string) => boolean },
  now: number,
  until: number,
): Simulated {
  const spanAt = (t: number) => history.spans.findLast((s) => s.from <= t) ?? history.spans[0]!
  const answered = clock === 'response' && history.firstResponseAt !== null && history.firstResponseAt <= now
  const over = (t: number) =>
    ['resolved', 'closed'].includes(spanAt(t).category) || (answered && t >= history.firstResponseAt!)
  const runs = (t: number) => !over(t) && !rule.paused(spanAt(t).status, spanAt(t).category)
  // After `now` nothing happens any more.
  const known = (t: number) => Math.min(t, now)

  let elapsed = 0
  let count = 0
  let dueAt: number | null = null
  for (const { at, open } of minutes(spec, history.createdAt, until)) {
    if (open && runs(known(at))) {
      count++
      if (at < now) elapsed++
      if (count === rule.target) dueAt = at + MIN
    }
    if (at >= now && (dueAt !== null || !runs(now))) break
  }
  const stopped = over(now)
  let stoppedAt = Number.POSITIVE_INFINITY
  if (stopped) {
    stoppedAt = now
    while (stoppedAt > history.createdAt && over(stoppedAt - MIN)) stoppedAt -= MIN
  }
  const breached = dueAt !== null && (stopped ? dueAt < stoppedAt : dueAt <= now)
  const state = breached
    ? 'breached'
    : history.mergedAt !== null && history.mergedAt <= now && !(stoppedAt < history.mergedAt)
      ? 'stopped'
      : stopped
        ? 'met'
        : runs(now)
          ? 'running'
          : 'paused'
  return { elapsed, dueAt, state }
}
