import { expect, it } from 'vitest'
import { atText, timesOf, timesText, toBody, toForm } from './form.ts'
import type { Schedule, Times } from './queries.ts'

const TIMES: Times = {
  every: 2,
  unit: 'week',
  weekdays: ['mon', 'fri'],
  starts: '2026-01-01',
  time: '08:00',
  timeZone: 'UTC',
}
const SCHEDULE = { name: 'Backups', templateId: 't', clientId: null, paused: true, times: TIMES }

it('shows a schedule and sends it back as it was', () => {
  for (const times of [
    TIMES,
    { ...TIMES, unit: 'day', weekdays: undefined },
    { ...TIMES, unit: 'month', weekdays: undefined, monthDay: 31 },
    { ...TIMES, unit: 'month', weekdays: undefined, nth: { which: -1, weekday: 'tue' } },
  ] as Times[]) {
    const schedule = { ...SCHEDULE, times } as Schedule
    expect(toBody(toForm(schedule, '2030-01-01', 'Europe/Berlin'))).toEqual(schedule)
  }
})

it('begins today, in the zone of who makes it, and takes times as they are typed', () => {
  const values = toForm(undefined, '2030-01-01', 'Europe/Berlin')
  expect(timesOf({ ...values, time: '730' })).toEqual({
    every: 1,
    unit: 'week',
    weekdays: ['mon'],
    starts: '2030-01-01',
    time: '07:30',
    timeZone: 'Europe/Berlin',
  })
})

it('says when in words', () => {
  expect(atText('2026-11-30T12:30:00Z', 'America/New_York')).toMatch(/^Mon, Nov 30, 2026, 7:30\sAM EST$/)
  expect(timesText(TIMES)).toBe('every 2 weeks on Monday and Friday at 08:00 (UTC)')
  expect(timesText({ ...TIMES, every: 1, unit: 'day' })).toBe('every day at 08:00 (UTC)')
  expect(timesText({ ...TIMES, every: 1, unit: 'month', monthDay: 22 })).toBe(
    'every month on the 22nd at 08:00 (UTC)',
  )
  expect(timesText({ ...TIMES, every: 3, unit: 'month', nth: { which: -1, weekday: 'tue' } })).toBe(
    'every 3 months on the last Tuesday at 08:00 (UTC)',
  )
})
