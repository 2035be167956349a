import fc from 'fast-check'
import type { CalendarSpec, Hours } from '../calendar.ts'
import { calendarErrors } from '../check.ts'
import type { Span, StatusCategory, TicketHistory } from '../clock.ts'

/** Zones that change by half an hour or two, at midnight, around Ramadan, over the date line; and plain ones. */
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Pyongyang',
  'Atlantic/Azores',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kwajalein',
]
const MIN = 60_000
const FIRST = Date.UTC(1976, 0, 1)
const LAST = Date.UTC(2036, 0, 1)

/** A zone and a minute, near a change of its clock more often than not. */
export const zoneAndInstant: fc.Arbitrary<{ zone: string; at: number }> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    minute: fc.integer({ min: FIRST / MIN, max: LAST / MIN }),
    near: fc.boolean(),
    off: fc.integer({ min: -2 * 1440, max: 1440 }),
  })
  .map(({ zone, minute, near, off }) => {
    const change =
      near &&
      Temporal.Instant.fromEpochMilliseconds(minute * MIN)
        .toZonedDateTimeISO(zone)
        .getTimeZoneTransition('next')
    return { zone, at: change ? change.epochMilliseconds + off * MIN : minute * MIN }
  })

const time = fc.integer({ min: 0, max: 1439 }).map(text)
function text(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
const hours: fc.Arbitrary<Hours> = fc.oneof(
  fc.record({ from: time, to: time }),
  fc.constantFrom(
    { from: '00:00', to: '24:00' },
    { from: '08:00', to: '18:00' },
    { from: '22:00', to: '06:00' },
    { from: '01:30', to: '09:00' },
    { from: '18:00', to: '02:30' },
    { from: '23:30', to: '24:00' },
  ),
)
const dayHours = fc.oneof(
  { weight: 1, arbitrary: fc.constant([] as Hours[]) },
  { weight: 5, arbitrary: fc.array(hours, { minLength: 1, maxLength: 2 }) },
)

/** A calendar that passes the checks, with holidays near `at`. */
export const calendarFor = (zone: string, at: number): fc.Arbitrary<CalendarSpec> =>
  fc
    .record({
      timeZone: fc.constant(zone),
      alwaysOpen: fc.boolean().map((b) => b && at % 5 === 0),
      weekly: fc.record({
        mon: dayHours,
        tue: dayHours,
        wed: dayHours,
        thu: dayHours,
        fri: dayHours,
        sat: dayHours,
        sun: dayHours,
      }),
      holidays: fc.array(
        fc.record({
          date: fc
            .integer({ min: -2, max: 5 })
            .map((d) => new Date(at + d * 86_400_000).toISOString().slice(0, 10)),
          name: fc.constant('Day off'),
          hours: fc.array(hours, { maxLength: 1 }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(mended)
    .filter((spec) => calendarErrors(spec).length === 0)

/** Takes out what the checks refuse, so that few examples are thrown away. */
function mended(spec: CalendarSpec): CalendarSpec {
  for (;;) {
    const [error] = calendarErrors(spec)
    const at = error?.field.match(/^(weekly|holidays)\.(\w+)\.?(\w*)\.?(\d*)/)
    if (!at) return spec
    const [, part, key, index] = at as unknown as [string, string, string, string]
    if (part === 'holidays') spec = { ...spec, holidays: spec.holidays.filter((_, i) => i !== Number(key)) }
    else {
      const day = spec.weekly[key as 'mon'].filter((_, i) => i !== Number(index))
      spec = { ...spec, weekly: { ...spec.weekly, [key]: day } }
    }
  }
}

const STATUSES: [string, StatusCategory][] = [
  ['new', 'new'],
  ['progress', 'open'],
  ['requester', 'waiting'],
  ['third-party', 'waiting'],
  ['resolved', 'resolved'],
  ['closed', 'closed'],
]

/** A ticket created at `at`, with what happened to it in the days after. */
export const historyFrom = (at: number): fc.Arbitrary<TicketHistory> =>
  fc
    .record({
      steps: fc.array(
        fc.record({ after: fc.integer({ min: 1, max: 1500 }), status: fc.constantFrom(...STATUSES) }),
        { maxLength: 5 },
      ),
      answered: fc.option(fc.integer({ min: 0, max: 4000 })),
      merged: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ steps, answered, merged }) => {
      const spans: Span[] = [{ status: 'new', category: 'new', from: at, to: null }]
      for (const { after, status } of steps) {
        const last = spans.at(-1)!
        last.to = last.from + after * MIN
        spans.push({ status: status[0], category: status[1], from: last.to, to: null })
      }
      const last = spans.at(-1)!
      const closed = last.category === 'closed'
      return {
        createdAt: at,
        firstResponseAt: answered === null ? null : at + answered * MIN,
        // By the merge that closed it, or some time after.
        mergedAt: closed && merged < 2 ? last.from + merged * 90 * MIN : null,
        spans,
      }
    })
