import { expect, it } from 'vitest'
import { contractOf, durationError } from './fields.ts'
import type { TicketContract } from './queries.ts'

const contract = (id: string, startsOn: string, endsOn: string | null = null) =>
  ({ id, startsOn, endsOn }) as TicketContract
const old = contract('old', '2025-01-01', '2025-12-31')
const now = contract('now', '2026-01-01')

it('means the only contract that runs on the day, unless somebody chose', () => {
  const chosen = { date: '2026-02-03', contractId: undefined }
  expect(contractOf(chosen, [old, now])).toBe('now')
  expect(contractOf({ ...chosen, date: '2025-06-01' }, [old, now])).toBe('old')
  expect(contractOf(chosen, [old, now, contract('other', '2026-01-01')])).toBeNull()
  expect(contractOf({ ...chosen, contractId: null }, [now])).toBeNull()
  expect(contractOf({ ...chosen, contractId: 'old' }, [now])).toBe('old')
})
it('takes a minute to a day', () => {
  expect(durationError('24:00')).toBeNull()
  expect(durationError('24:01')).toMatch(/24 hours/)
  expect(durationError('0')).toMatch(/minute/)
  expect(durationError('a while')).toMatch(/1:30/)
})
