import { describe, expect, it } from 'vitest'
import { billedText, clockText, durationField, durationText, parseDuration } from './words.ts'

describe('a duration', () => {
  it.each([
    ['90', 90],
    ['1:30', 90],
    ['1h30', 90],
    ['1h 30m', 90],
    ['1.5 h', 90],
    ['1,5h', 90],
    ['45 min', 45],
    [' 2 H ', 120],
  ])('is read from %s', (text, minutes) => expect(parseDuration(text)).toBe(minutes))
  it.each(['', 'soon', '1:75', '-5', '1:3', '1e3', '99999'])('is not read from %j', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  )
  it('is read again as it was written', () => {
    for (const m of [1, 59, 60, 61, 600, 1440]) expect(parseDuration(durationField(m))).toBe(m)
  })
  it('is told in hours and minutes', () => {
    expect([0, 45, 60, 200, 2460].map(durationText)).toEqual(['0 min', '45 min', '1 h', '3 h 20 min', '41 h'])
    expect(clockText(451_999)).toBe('0:07:31')
    expect(clockText(-5)).toBe('0:00:00')
  })
})

it('tells what is billed where that is not what was worked', () => {
  const e = (minutes: number, billedMinutes: number | null) => ({
    minutes,
    billedMinutes,
    billable: billedMinutes !== null,
  })
  expect(billedText([e(50, 60), e(10, null)])).toBe(', 1 h billed')
  expect(billedText([e(50, 50), e(10, null)])).toBe('')
})
