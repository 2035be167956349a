import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAfter, nextTimes, Times } from './times.ts'

const times = (part: Partial<Times>): Times =>
  Times.parse({
    every: 1,
    unit: 'day',
    starts: '2026-01-01',
    time: '08:00',
    timeZone: 'America/New_York',
    ...part,
  })
const local = (t: Times, at: number) =>
  new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, t.timeZone).toPlainDateTime().toString().slice(0, 16)
const next = (part: Partial<Times>, after: string, count = 3) => {
  const t = times(part)
  return nextTimes(t, Date.parse(after), count).map((at) => local(t, at))
}

describe('a schedule', () => {
  it('comes every so many days, weeks and months, counted from its start', () => {
    expect(next({ every: 3 }, '2026-01-02T00:00:00Z')).toEqual([
      '2026-01-04T08:00',
      '2026-01-07T08:00',
      '2026-01-10T08:00',
    ])
    // 2026-01-01 is a Thursday: its week is the first of every second one.
    expect(next({ unit: 'week', every: 2, weekdays: ['mon', 'fri'] }, '2026-01-01T00:00:00Z', 4)).toEqual([
      '2026-01-02T08:00',
      '2026-01-12T08:00',
      '2026-01-16T08:00',
      '2026-01-26T08:00',
    ])
    expect(next({ unit: 'month', every: 2, monthDay: 15 }, '2026-01-20T00:00:00Z')).toEqual([
      '2026-03-15T08:00',
      '2026-05-15T08:00',
      '2026-07-15T08:00',
    ])
  })

  it('takes the last day of a month that is too short, and finds the second Tuesday and the last Friday', () => {
    expect(next({ unit: 'month', monthDay: 31 }, '2028-01-31T20:00:00Z')).toEqual([
      '2028-02-29T08:00',
      '2028-03-31T08:00',
      '2028-04-30T08:00',
    ])
    expect(next({ unit: 'month', nth: { which: 2, weekday: 'tue' } }, '2026-01-01T00:00:00Z')).toEqual([
      '2026-01-13T08:00',
      '2026-02-10T08:00',
      '2026-03-10T08:00',
    ])
    expect(next({ unit: 'month', nth: { which: -1, weekday: 'fri' } }, '2026-01-01T00:00:00Z')).toEqual([
      '2026-01-30T08:00',
      '2026-02-27T08:00',
      '2026-03-27T08:00',
    ])
  })

  it('keeps the time on the wall over changes of the clock, each day once', () => {
    const t = times({ time: '02:30' })
    // In spring the clock jumps from 2 to 3; in autumn it shows 1 to 2 twice.
    expect(next({ time: '02:30' }, '2026-03-07T12:00:00Z', 2)).toEqual([
      '2026-03-08T03:00',
      '2026-03-09T02:30',
    ])
    const twice = times({ time: '01:30' })
    const [first, second] = nextTimes(twice, Date.parse('2026-11-01T04:00:00Z'), 2)
    expect(new Date(first!).toISOString()).toBe('2026-11-01T05:30:00.000Z')
    expect(local(twice, second!)).toBe('2026-11-02T01:30')
    expect(nextAfter(t, Date.parse('2026-07-01T00:00:00Z'))).toBe(Date.parse('2026-07-01T06:30:00Z'))
  })

  it('never stands still, comes after what was, and not before it starts', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'UTC',
    )
    const hours = fc.tuple(fc.nat(23), fc.nat(59))
    const arbitrary = fc.record({
      every: fc.integer({ min: 1, max: 60 }),
      zone: zones,
      hours,
      kind: fc.nat(3),
      day: fc.nat(30),
    })
    fc.assert(
      fc.property(
        arbitrary,
        fc.integer({ min: 0, max: 3_000 }),
        ({ every, zone, hours: [h, m], kind, day }, days) => {
          const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
          const shape: Partial<Times>[] = [
            { unit: 'day' },
            { unit: 'week', weekdays: ['mon', 'sun'] },
            { unit: 'month', monthDay: day + 1 },
            { unit: 'month', nth: { which: -1, weekday: 'wed' } },
          ]
          const t = times({ ...shape[kind]!, every, timeZone: zone, time, starts: '2027-05-31' })
          const from = Date.parse('2025-01-01T00:00:00Z') + days * 86_400_000
          const [a, b] = nextTimes(t, from, 2)
          expect(a).toBeGreaterThan(from)
          expect(b).toBeGreaterThan(a!)
          expect(local(t, a!) >= '2027-05-31T00:00').toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused where it does not say a day', () => {
    const bad = (part: object) =>
      Times.safeParse({ ...times({}), ...part }).error?.issues.map((i) => i.path.join('.'))
    expect(bad({ unit: 'week' })).toEqual(['weekdays'])
    expect(bad({ unit: 'month' })).toEqual(['monthDay'])
    expect(bad({ unit: 'month', monthDay: 1, nth: { which: 1, weekday: 'mon' } })).toEqual(['monthDay'])
    expect(bad({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone'])
    expect(bad({ time: '25:00' })).toEqual(['time'])
    expect(bad({ starts: '2026-02-30' })).toEqual(['starts'])
  })
})
