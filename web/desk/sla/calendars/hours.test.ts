import { expect, it } from 'vitest'
import { timeText, weekText } from './hours.ts'

it.each([
  ['8', '08:00'],
  ['830', '08:30'],
  ['8:30', '08:30'],
  ['1730', '17:30'],
  ['24', '24:00'],
  ['noon', 'noon'],
  ['', ''],
])('takes %s as %s', (typed, time) => expect(timeText(typed)).toBe(time))

it('says a week shortly', () => {
  const day = [{ from: '08:00', to: '18:00' }]
  const weekly = {
    mon: day,
    tue: day,
    wed: day,
    thu: day,
    fri: day,
    sat: [{ from: '09:00', to: '12:00' }],
    sun: [],
  }
  expect(weekText(weekly)).toBe('Mon–Fri 08:00–18:00 · Sat 09:00–12:00')
  expect(weekText({})).toBe('')
})
