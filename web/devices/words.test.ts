import { expect, test } from 'vitest'
import { bytesText, retentionText, runText } from './words.ts'

test('says sizes as people read them', () => {
  expect([0, 900, 1024, 1536, 50 * 1024 ** 3].map(bytesText)).toEqual([
    '0 bytes',
    '900 bytes',
    '1 KiB',
    '1.5 KiB',
    '50 GiB',
  ])
})

test('says how long copies stay', () => {
  const none = { daily: 0, weekly: 0, monthly: 0, yearly: 0 }
  expect(retentionText(null)).toBe('Every copy stays.')
  expect(retentionText({ keepDays: 7, ...none })).toBe(
    'Every copy stays for 7 days; of older ones, only the newest.',
  )
  expect(retentionText({ keepDays: 30, ...none, weekly: 12, yearly: 1 })).toBe(
    'Every copy stays for 30 days; of older ones, one a week for 12 weeks and one a year for 1 year.',
  )
})

test('says what came of a run, and of a failure its kind alone', () => {
  const run = { id: '', startedAt: '', endedAt: null }
  expect(
    runText({ ...run, kind: 'retention', state: 'done', facts: { let_go: 2, kept: 5, freed: 1024 } }),
  ).toBe('Let 2 copies go, which freed 1 KiB')
  expect(runText({ ...run, kind: 'drill', state: 'failed', facts: { error: 'restic-missing' } })).toContain(
    'restic is not installed',
  )
})
