import { describe, expect, it } from 'vitest'
import { zoneNamed } from '../../../../platform/time-zone.ts'
import { Calendar, type CalendarSpec, type Hours } from './calendar.ts'
import { calendarErrors } from './check.ts'
import { evaluate } from './evaluate.ts'
import { addBusinessMinutes, businessMinutes, NeverOpens } from './open-time.ts'

const NY = 'America/New_York'
const at = (zoned: string) => Temporal.ZonedDateTime.from(zoned).epochMilliseconds
const every = (...hours: Hours[]): CalendarSpec['weekly'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
})
const spec = (over: Partial<CalendarSpec> = {}): CalendarSpec => ({
  timeZone: NY,
  alwaysOpen: false,
  weekly: { ...every({ from: '08:00', to: '18:00' }), sat: [], sun: [] },
  holidays: [],
  ...over,
})
const local = (instant: number, zone = NY) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' })

describe('working hours', () => {
  it('carry over the evening and the weekend', () => {
    const c = new Calendar(spec())
    expect(local(addBusinessMinutes(c, at(`2026-06-05T17:30[${NY}]`), 60))).toBe('2026-06-08T08:30:00-04:00')
    expect(businessMinutes(c, at(`2026-06-05T17:30[${NY}]`), at(`2026-06-08T08:30[${NY}]`))).toBe(60)
  })
  it('end when they close, not when they open again', () => {
    const c = new Calendar(spec())
    expect(local(addBusinessMinutes(c, at(`2026-06-05T17:00[${NY}]`), 60))).toBe('2026-06-05T18:00:00-04:00')
  })
  it('leave out a day off and half a day', () => {
    const holidays = [
      { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '08:00', to: '12:00' }] },
      { date: '2026-12-25', name: 'Christmas', hours: [] },
    ]
    const c = new Calendar(spec({ holidays }))
    expect(local(addBusinessMinutes(c, at(`2026-12-24T11:00[${NY}]`), 120))).toBe('2026-12-28T09:00:00-05:00')
  })
  it('open on a holiday of hours of its own, also on a weekend', () => {
    const holidays = [{ date: '2026-06-06', name: 'Open day', hours: [{ from: '10:00', to: '12:00' }] }]
    const c = new Calendar(spec({ holidays }))
    expect(businessMinutes(c, at(`2026-06-06T00:00[${NY}]`), at(`2026-06-07T00:00[${NY}]`))).toBe(120)
  })
  it('take a lunch break', () => {
    const c = new Calendar(
      spec({ weekly: every({ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }) }),
    )
    expect(businessMinutes(c, at(`2026-06-05T11:30[${NY}]`), at(`2026-06-05T13:30[${NY}]`))).toBe(60)
  })
  it('lose the end of a night shift to a holiday', () => {
    const night = every({ from: '22:00', to: '06:00' })
    const holidays = [{ date: '2026-06-10', name: 'Day off', hours: [] }]
    const c = new Calendar(spec({ weekly: night, holidays }))
    expect(businessMinutes(c, at(`2026-06-09T12:00[${NY}]`), at(`2026-06-11T12:00[${NY}]`))).toBe(120)
  })
})

describe('changes of the clock', () => {
  const span = (c: Calendar, from: string, to: string, zone = NY) =>
    businessMinutes(c, at(`${from}[${zone}]`), at(`${to}[${zone}]`))
  const night = new Calendar(spec({ weekly: every({ from: '22:00', to: '06:00' }) }))
  const around = new Calendar(spec({ weekly: every({ from: '00:00', to: '24:00' }) }))

  it('New York, spring: the night has 7 hours, the day 23', () => {
    expect(span(night, '2026-03-07T12:00', '2026-03-08T12:00')).toBe(7 * 60)
    expect(span(around, '2026-03-08T00:00', '2026-03-09T00:00')).toBe(23 * 60)
  })
  it('New York, autumn: the night has 9 hours, the day 25', () => {
    expect(span(night, '2026-10-31T12:00', '2026-11-01T12:00')).toBe(9 * 60)
    expect(span(around, '2026-11-01T00:00', '2026-11-02T00:00')).toBe(25 * 60)
  })
  it('hours within the hour that is skipped are not there, those that begin in it begin after it', () => {
    const skipped = new Calendar(spec({ weekly: every({ from: '02:10', to: '02:50' }) }))
    expect(span(skipped, '2026-03-08T00:00', '2026-03-09T00:00')).toBe(0)
    const early = new Calendar(spec({ weekly: every({ from: '02:30', to: '04:00' }) }))
    expect(span(early, '2026-03-08T00:00', '2026-03-09T00:00')).toBe(60)
    const late = new Calendar(spec({ weekly: every({ from: '01:00', to: '02:30' }) }))
    expect(span(late, '2026-03-08T00:00', '2026-03-09T00:00')).toBe(60)
  })
  it('hours in the hour that comes twice open once', () => {
    const twice = new Calendar(spec({ weekly: every({ from: '01:10', to: '01:50' }) }))
    expect(span(twice, '2026-11-01T00:00', '2026-11-02T00:00')).toBe(40)
    const across = new Calendar(spec({ weekly: every({ from: '01:30', to: '02:30' }) }))
    expect(span(across, '2026-11-01T00:00', '2026-11-02T00:00')).toBe(120)
  })
  it('Lord Howe changes by half an hour', () => {
    const zone = 'Australia/Lord_Howe'
    const c = new Calendar(spec({ timeZone: zone, weekly: every({ from: '00:00', to: '24:00' }) }))
    expect(span(c, '2026-04-05T00:00', '2026-04-06T00:00', zone)).toBe(24.5 * 60)
    expect(span(c, '2026-10-04T00:00', '2026-10-05T00:00', zone)).toBe(23.5 * 60)
  })
  it('Casablanca turns its clock back for Ramadan', () => {
    const zone = 'Africa/Casablanca'
    const c = new Calendar(spec({ timeZone: zone, weekly: every({ from: '22:00', to: '06:00' }) }))
    expect(span(c, '2026-02-14T12:00', '2026-02-15T12:00', zone)).toBe(9 * 60)
    expect(span(c, '2026-03-21T12:00', '2026-03-22T12:00', zone)).toBe(7 * 60)
  })
  it('Havana jumps at midnight, and the day begins at one', () => {
    const zone = 'America/Havana'
    const c = new Calendar(spec({ timeZone: zone, weekly: every({ from: '00:00', to: '08:00' }) }))
    expect(span(c, '2026-03-08T01:00', '2026-03-08T12:00', zone)).toBe(7 * 60)
  })
  it('Apia had no 30 December 2011', () => {
    const zone = 'Pacific/Apia'
    const c = new Calendar(spec({ timeZone: zone, weekly: every({ from: '08:00', to: '18:00' }) }))
    expect(span(c, '2011-12-29T00:00', '2012-01-01T00:00', zone)).toBe(2 * 600)
  })
  it('Newfoundland turned back at one minute past midnight, into the day before', () => {
    const zone = 'America/St_Johns'
    const c = new Calendar(spec({ timeZone: zone, weekly: every({ from: '00:00', to: '24:00' }) }))
    expect(span(c, '2010-11-06T00:00', '2010-11-09T00:00', zone)).toBe(73 * 60)
  })
})

describe('what can not be counted with', () => {
  const fields = (over: Partial<CalendarSpec>) => calendarErrors(spec(over)).map((e) => e.field)
  const monday = (...mon: Hours[]) => ({ weekly: { ...spec().weekly, mon } })

  it('is named by its field', () => {
    expect(calendarErrors(spec())).toEqual([])
    expect(fields({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone'])
    expect(fields({ timeZone: '+05:00' })).toEqual(['timeZone'])
    expect(fields(monday({ from: '08:00', to: '12:00' }, { from: '11:59', to: '13:00' }))).toEqual([
      'weekly.mon.1',
    ])
    expect(fields(monday({ from: '22:00', to: '08:30' }))).toEqual(['weekly.mon.0'])
    expect(fields(monday({ from: '8:00', to: '12:00' }))).toEqual(['weekly.mon.0.from'])
    expect(fields(monday({ from: '08:00', to: '25:00' }))).toEqual(['weekly.mon.0.to'])
    expect(fields(monday({ from: '08:00', to: '08:00' }))).toEqual(['weekly.mon.0.to'])
    const day = { date: '2030-12-25', name: 'Christmas', hours: [] }
    expect(fields({ holidays: [day, day] })).toEqual(['holidays.1.date'])
    expect(fields({ holidays: [{ ...day, date: '2030-02-30' }] })).toEqual(['holidays.0.date'])
    expect(fields({ weekly: every() })).toEqual(['weekly'])
    expect(fields({ weekly: every(), alwaysOpen: true })).toEqual([])
  })
  it('hours may touch, also over midnight', () => {
    expect(fields({ weekly: every({ from: '00:00', to: '24:00' }) })).toEqual([])
    expect(fields({ weekly: every({ from: '06:00', to: '22:00' }, { from: '22:00', to: '06:00' }) })).toEqual(
      [],
    )
  })
  it('does not loop for ever: a calendar that never opens says so', () => {
    const never = new Calendar(spec({ weekly: every() }))
    expect(() => addBusinessMinutes(never, Date.UTC(2026, 0, 1), 1)).toThrow(NeverOpens)
    expect(businessMinutes(never, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toBe(0)
    const terms = {
      target: { responseMinutes: 1, resolutionMinutes: null },
      warnPercents: [],
      pauseStatuses: null,
    }
    const history = {
      createdAt: 0,
      firstResponseAt: null,
      mergedAt: null,
      spans: [{ status: 'new', category: 'new' as const, from: 0, to: null }],
    }
    expect(evaluate(history, terms, never, 1000).response).toMatchObject({ state: 'running', dueAt: null })
  })
  it('zones are those of the IANA database, in its spelling', () => {
    expect(zoneNamed('europe/berlin')).toBe('Europe/Berlin')
    expect(zoneNamed('Nowhere')).toBeUndefined()
    expect(zoneNamed('')).toBeUndefined()
  })
})
