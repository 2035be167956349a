import { expect, it } from 'vitest'
import { bodyOf, draftOf, keyOf, START } from './draft.ts'

it('makes keys of names', () => {
  expect(keyOf('Waiting for vendor')).toBe('waiting-for-vendor')
  expect(keyOf(' Zurück  – später! ')).toBe('zuruck-spater')
  expect(keyOf('…')).toBe('')
})

it('keeps ways when a key is changed, and drops those to what is gone', () => {
  const renamed = START.map((s) => (s.uid === 'waiting' ? { ...s, key: 'parked' } : s))
  const body = bodyOf('Ours', renamed)
  expect(body.statuses[1]!.next).toEqual(['parked', 'resolved'])
  const without = bodyOf(
    'Ours',
    START.filter((s) => s.uid !== 'waiting'),
  )
  expect(without.statuses[1]!.next).toEqual(['resolved'])
})

it('keeps the days after which a ticket closes with a resolved status alone', () => {
  const days = START.map((s) =>
    s.category === 'resolved' || s.category === 'open' ? { ...s, closesAfterDays: 7 } : s,
  )
  const kept = bodyOf('Ours', days).statuses.map((s) => s.closesAfterDays)
  expect(kept).toEqual([undefined, undefined, undefined, 7, undefined])
})

it('comes back from the editor as it went in', () => {
  const body = bodyOf('Ours', START)
  expect(bodyOf('Ours', draftOf({ ...body, id: 'x', version: 1 } as never))).toEqual(body)
})
