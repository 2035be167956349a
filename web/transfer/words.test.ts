import { expect, it } from 'vitest'
import { counted, fieldText, sizeText, timeLeft } from './words.ts'

it('writes sizes as file managers do', () => {
  expect([0, 999, 1000, 12_345_678, 456_000_000, 2e12].map(sizeText)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '12.3 MB',
    '456 MB',
    '2.0 TB',
  ])
})
it('counts', () => {
  expect([counted(1, 'row'), counted(2000, 'row'), counted(0, 'entry', 'entries')]).toEqual([
    '1 row',
    '2,000 rows',
    '0 entries',
  ])
})
it('tells the time left once the pace is known', () => {
  const startedAt = '2026-01-01T00:00:00.000Z'
  const after = (s: number) => Date.parse(startedAt) + s * 1000
  expect(timeLeft({ startedAt, bytesTotal: 100, bytesDone: 1 }, after(10))).toBe('')
  expect(timeLeft({ startedAt, bytesTotal: 100, bytesDone: 50 }, after(30))).toBe('about 30 seconds left')
  expect(timeLeft({ startedAt, bytesTotal: 100, bytesDone: 10 }, after(60))).toBe('about 9 minutes left')
  expect(timeLeft({ startedAt: null, bytesTotal: 100, bytesDone: 10 }, after(60))).toBe('')
})
it('names fields', () => {
  expect(['birthDate', 'ssn', 'Patient.identifier[2].value', null].map(fieldText)).toEqual([
    'Birth date',
    'SSN',
    'Patient.identifier[2].value',
    '',
  ])
})
