import { expect, it } from 'vitest'
import { kindsText, priorityOf } from './words.ts'

it('names what is suspected, each kind once', () => {
  expect(kindsText(['ssn'])).toBe('a Social Security number')
  expect(kindsText(['name', 'name', 'birth-date'])).toBe('a name and a birth date')
  expect(kindsText(['name', 'ssn', 'mrn', 'phone', 'zip'])).toBe(
    'a name, a Social Security number, and 3 more',
  )
  expect(kindsText(['something-new'])).toBe('something new')
})

it('names priorities, and one it does not know as normal', () => {
  expect([1, 4, 9].map((p) => priorityOf(p).label)).toEqual(['Urgent', 'Low', 'Normal'])
})
