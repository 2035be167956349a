import { expect, it } from 'vitest'
import { fromMomentField, momentField, turnOf } from './moments.ts'

it('takes a moment into a field and back', () => {
  const iso = '2026-07-04T15:30:00.000Z'
  expect(fromMomentField(momentField(iso))).toBe(iso)
  expect([momentField(null), fromMomentField('')]).toEqual(['', null])
})
it('knows where an announcement stands', () => {
  const at = (startsAt: string, endsAt: string | null) =>
    turnOf({ startsAt, endsAt }, Date.parse('2026-07-04T12:00:00Z'))
  expect(at('2026-07-04T12:00:01Z', null)).toBe('scheduled')
  expect(at('2026-07-04T12:00:00Z', null)).toBe('shown')
  expect(at('2026-07-01T00:00:00Z', '2026-07-04T12:00:00Z')).toBe('over')
})
