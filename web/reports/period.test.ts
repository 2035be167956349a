import { expect, it } from 'vitest'
import { minutesText, momentsOf, moneyText, percent, periodOf } from './period.ts'

it('takes whole days, today with them', () => {
  const p = periodOf('30', new Date(2026, 2, 1, 15))
  expect(p).toEqual({ from: '2026-01-31', to: '2026-03-01', bucket: 'day' })
  const { from, to } = momentsOf(p)
  expect(new Date(from)).toEqual(new Date(2026, 0, 31))
  expect(new Date(to)).toEqual(new Date(2026, 2, 2))
})

it('writes figures as people read them', () => {
  expect([null, 0.9512, 1].map(percent)).toEqual(['–', '95.1 %', '100 %'])
  expect([null, 0, 59.4, 61, 180, 60 * 60].map(minutesText)).toEqual([
    '–',
    '0 min',
    '59 min',
    '1 h 1 min',
    '3 h',
    '2.5 d',
  ])
  expect(moneyText(1250, 'USD')).toBe('$12.50')
})
