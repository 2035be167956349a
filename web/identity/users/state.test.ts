import { expect, it } from 'vitest'
import { stateOf } from './state.ts'

const now = Date.now()
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const user = { status: 'active' as const, lockedUntil: null, expiresAt: null }

it('says what stands in the way first', () => {
  expect(stateOf(user, now)).toBe('active')
  expect(stateOf({ ...user, lockedUntil: at(5) }, now)).toBe('locked')
  expect(stateOf({ ...user, lockedUntil: at(-5) }, now)).toBe('active')
  expect(stateOf({ ...user, lockedUntil: at(5), expiresAt: at(-1) }, now)).toBe('expired')
  expect(stateOf({ ...user, status: 'suspended', lockedUntil: at(5) }, now)).toBe('suspended')
})
