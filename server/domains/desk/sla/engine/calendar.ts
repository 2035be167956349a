import { firstInstant, localDay, startOfDay } from './local-time.ts'

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Day = (typeof DAYS)[number]

/** Opening hours as a clock on the wall shows them, `HH:MM`. A `to` that is not after `from` is on the next day. */
export interface Hours {
  from: string
  /** Up to `24:00`. */
  to: string
}

/** A date that has hours of its own in place of its weekday's: none for a day off, some for half a day. */
export interface Holiday {
  /** `YYYY-MM-DD` */
  date: string
  name: string
  hours: Hours[]
}

/** When the organization works. Times are local to `timeZone`, an IANA name. */
export interface CalendarSpec {
  timeZone: string
  /** Around the clock, every day of the year: hours and holidays do not count. */
  alwaysOpen: boolean
  weekly: Record<Day, Hours[]>
  holidays: Holiday[]
}

/** From and to, in epoch milliseconds; open at `from`, closed at `to`. */
export type Stretch = readonly [from: number, to: number]
/** From and to, in minutes since local midnight; `to` goes beyond 1440 for hours that end on the next day. */
type Minutes = readonly [from: number, to: number]

export const MINUTE = 60_000
const DAY_MINUTES = 1440
/** Days whose instants are kept; more are worked out anew. */
const KEPT_DAYS = 5000

/** Minutes since midnight of `HH:MM`, up to `24:00`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** `Hours` in minutes; the end of overnight hours is beyond 1440. */
export function minutesOf({ from, to }: Hours): Minutes {
  const start = minuteOf(from)
  const end = minuteOf(to)
  return [start, end > start ? end : end + DAY_MINUTES]
}

/**
 * A calendar made ready to count with: local days as stretches of instants, worked out once a day. Days are numbers,
 * counted from 1970-01-01.
 *
 * An opening is one stretch, from when the clock first shows its start until it first shows its end (or would have
 * shown it: in spring, the moment the clock jumps over it). So a night shift over a daylight change is as long as it
 * really was, and hours are never opened twice.
 */
export class Calendar {
  readonly alwaysOpen: boolean
  readonly timeZone: string
  readonly #weekly: Minutes[][]
  readonly #holidays: Map<number, Minutes[]>
  readonly #days = new Map<number, Stretch[]>()
  readonly #starts = new Map<number, number>()

  constructor(spec: CalendarSpec) {
    this.alwaysOpen = spec.alwaysOpen
    this.timeZone = spec.timeZone
    this.#weekly = DAYS.map((day) => spec.weekly[day].map(minutesOf))
    this.#holidays = new Map(spec.holidays.map((h) => [dayOf(h.date), h.hours.map(minutesOf)]))
  }

  /** The local day of an instant. */
  dayAt(instant: number): number {
    return localDay(this.timeZone, instant)
  }

  /** When a local day begins. */
  startOf(day: number): number {
    return kept(this.#starts, day, () => startOfDay(this.timeZone, day))
  }

  /** The open stretches of a local day, in order, apart from each other. */
  stretchesOf(day: number): Stretch[] {
    return kept(this.#days, day, () => this.#instants(day, this.#openMinutes(day)))
  }

  /** Hours that begin on this day, wherever they end. */
  #hoursOf(day: number): Minutes[] {
    return this.#holidays.get(day) ?? this.#weekly[weekday(day)]!
  }

  /** A holiday replaces all that is open on its date, also the end of the night before. */
  #openMinutes(day: number): Minutes[] {
    const own = this.#hoursOf(day).map(([from, to]): Minutes => [from, Math.min(to, DAY_MINUTES)])
    const night = this.#holidays.has(day)
      ? []
      : this.#hoursOf(day - 1).flatMap(([, to]): Minutes[] =>
          to > DAY_MINUTES ? [[0, to - DAY_MINUTES]] : [],
        )
    return united([...night, ...own])
  }

  #instants(day: number, open: Minutes[]): Stretch[] {
    if (open.length === 0) return []
    const start = this.startOf(day)
    // A day of 24 hours has no change of the clock within it.
    const plain = this.startOf(day + 1) - start === DAY_MINUTES * MINUTE
    const at = (minute: number) =>
      plain ? start + minute * MINUTE : firstInstant(this.timeZone, day, minute)
    return open.map(([from, to]): Stretch => [at(from), at(to)]).filter(([from, to]) => to > from)
  }
}

function kept<T>(days: Map<number, T>, day: number, make: () => T): T {
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= KEPT_DAYS) days.clear()
  const made = make()
  days.set(day, made)
  return made
}

/** The number of a date, counted from 1970-01-01. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / (DAY_MINUTES * MINUTE)

/** 0 for Monday. 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

function united(ranges: Minutes[]): Minutes[] {
  const out: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}
