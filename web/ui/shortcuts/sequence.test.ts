import { describe, expect, it } from 'vitest'
import { follow, type Pressed } from './sequence.ts'

const known = ['g u', 'g h', 'j', '?']
const nothing: Pressed = { keys: '', at: 0 }

describe('key sequences', () => {
  it('hits a single key at once', () => expect(follow(nothing, 'j', 10, known).hit).toBe('j'))

  it('hits a sequence with its last key', () => {
    const first = follow(nothing, 'g', 10, known)
    expect(first.hit).toBeUndefined()
    expect(follow(first.pressed, 'u', 500, known).hit).toBe('g u')
  })

  it('forgets a beginning after a while', () => {
    const first = follow(nothing, 'g', 10, known)
    expect(follow(first.pressed, 'u', 2000, known).hit).toBeUndefined()
  })

  it('lets another key begin anew', () => {
    const first = follow(nothing, 'g', 10, known)
    expect(follow(first.pressed, 'j', 100, known).hit).toBe('j')
    expect(follow(follow(first.pressed, 'x', 100, known).pressed, 'u', 200, known).hit).toBeUndefined()
  })
})
