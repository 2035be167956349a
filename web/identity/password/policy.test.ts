import { describe, expect, it } from 'vitest'
import { meetsPolicy, requirements } from './policy.ts'

const policy = {
  minLength: 12,
  requireUpper: true,
  requireLower: true,
  requireDigit: true,
  requireSymbol: true,
  history: 5,
  maxAgeDays: null,
}

describe('password requirements', () => {
  it('are met one by one', () => {
    const met = (password: string) => requirements(policy, password).map((r) => r.met)
    expect(met('')).toEqual([false, false, false, false, false])
    expect(met('Abc')).toEqual([false, true, true, false, false])
    expect(met('Quiet-lantern-7')).toEqual([true, true, true, true, true])
  })

  it('count characters as people do, in any script', () => {
    expect(requirements({ ...policy, minLength: 3 }, '👩🏽ß7').at(0)!.met).toBe(true)
    expect(meetsPolicy({ ...policy, minLength: 4 }, 'Ωω1!')).toBe(true)
    expect(meetsPolicy({ ...policy, minLength: 4 }, 'Ωω1 ')).toBe(false)
  })

  it('leave out what the organization does not ask', () => {
    const plain = {
      ...policy,
      requireUpper: false,
      requireLower: false,
      requireDigit: false,
      requireSymbol: false,
    }
    expect(requirements(plain, 'abc')).toHaveLength(1)
  })
})
