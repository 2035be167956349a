import { expect, it } from 'vitest'
import { addDays, dayText, isDay, mondayOf, weekText } from './week.ts'

it('begins on Monday, also over a year’s end and a change of the clocks', () => {
  expect(mondayOf('2026-11-26')).toBe('2026-11-23')
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(addDays('2026-03-08', 1)).toBe('2026-03-09')
  expect(addDays('2026-10-26', -7)).toBe('2026-10-19')
})
it('is told with its ends', () => {
  expect(weekText('2026-12-28')).toBe('Dec 28 – Jan 3, 2027')
  expect(dayText('2026-12-28')).toBe('Mon 28')
})
it('takes days that there are', () => {
  expect(isDay('2026-02-28')).toBe(true)
  for (const no of ['2026-13-01', '26-01-01', 'x', 5, undefined]) expect(isDay(no)).toBe(false)
})
