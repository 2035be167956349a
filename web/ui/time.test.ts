import { describe, expect, it } from 'vitest'
import { calendarDate, dateField, endOfDay, timeAgo } from './time.ts'

describe('times', () => {
  const now = Date.parse('2030-05-10T12:00:00Z')
  it.each([
    ['2030-05-10T11:59:30Z', undefined],
    ['2030-05-10T11:58:00Z', '2 minutes ago'],
    ['2030-05-09T11:00:00Z', 'yesterday'],
    ['2030-05-12T12:00:00Z', 'in 2 days'],
    ['2028-05-10T12:00:00Z', '2 years ago'],
  ])('%s is %s', (iso, text) => expect(timeAgo(iso, now)).toBe(text))

  it('keeps a birth date on its day in any time zone', () => {
    expect(calendarDate('1980-02-03')).toBe('Feb 3, 1980')
    expect(calendarDate('1980-02')).toBe('1980-02')
  })

  it('a picked day lasts to its end and comes back as picked', () => {
    expect(dateField(endOfDay('2030-12-31'))).toBe('2030-12-31')
    expect(dateField(null)).toBe('')
  })
})
