import { describe, expect, it } from 'vitest'
import { countdown, phaseAt, warnBefore } from './clock.ts'

const minute = 60_000
const warn = warnBefore(15 * minute)

describe('the session’s clock', () => {
  it('announces a minute ahead, or a third of a very short session', () => {
    expect(warn).toBe(minute)
    expect(warnBefore(minute)).toBe(20_000)
  })

  it('sleeps, announces, and ends', () => {
    const deadlines = { idle: 15 * minute, absolute: 600 * minute }
    expect(phaseAt(0, deadlines, warn)).toEqual({ kind: 'calm', wakeIn: 30_000 })
    expect(phaseAt(14 * minute - 5_000, deadlines, warn)).toEqual({ kind: 'calm', wakeIn: 5_000 })
    expect(phaseAt(14 * minute, deadlines, warn)).toEqual({ kind: 'warning', of: 'idle', secondsLeft: 60 })
    expect(phaseAt(15 * minute - 1, deadlines, warn)).toEqual({ kind: 'warning', of: 'idle', secondsLeft: 1 })
    expect(phaseAt(15 * minute, deadlines, warn)).toEqual({ kind: 'over', of: 'idle' })
  })

  it('names the end that nothing can put off when it comes first', () => {
    const deadlines = { idle: 15 * minute, absolute: 10 * minute }
    expect(phaseAt(9.5 * minute, deadlines, warn)).toEqual({
      kind: 'warning',
      of: 'absolute',
      secondsLeft: 30,
    })
    expect(phaseAt(11 * minute, deadlines, warn)).toEqual({ kind: 'over', of: 'absolute' })
  })

  it('counts down in minutes and seconds', () => {
    expect(countdown(65)).toBe('1:05')
    expect(countdown(9)).toBe('0:09')
  })
})
