import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Draft, Order } from './drafts.ts'
import { Window } from './window.ts'

function draft(start: number, size: number, confidence: number): Draft {
  return Object.assign(new Draft(), { start, end: start + size, confidence })
}

test('drafts are sorted by place, the longer first, and otherwise stay in order', () => {
  const order = new Order(500)
  const drafts = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 499 }), fc.integer({ min: 1, max: 4 }), fc.double({ noNaN: true })),
    { minLength: 257, maxLength: 900 },
  )
  fc.assert(
    fc.property(drafts, (made) => {
      const counted = made.map((m) => draft(...m))
      const compared = [...counted].sort((a, b) => a.start - b.start || b.end - a.end)
      order.sort(counted)
      expect(counted.every((d, k) => d === compared[k])).toBe(true)
    }),
  )
})

const unitsOf = (window: Window) => String.fromCharCode(...window.units.subarray(0, window.length))

test('a window holds its text, also where that fills it and is no ASCII', () => {
  const window = new Window(65)
  const unit = fc.constantFrom('a', 'Z', '7', ' ', 'é', 'Ж', '李', '\n')
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 65, size: 'max' }), (units) => {
      const text = units.join('')
      window.read(text)
      expect(unitsOf(window)).toBe(text)
      expect(window.slice(0, window.length)).toBe(text)
      expect([...window.padded.subarray(128 + text.length, 140 + text.length)].every((u) => u === 0)).toBe(
        true,
      )
    }),
    { numRuns: 2_000 },
  )
})

test('what is left out of a window does not move what stands after it', () => {
  const window = new Window(64)
  const text = 'ab\u200b1\u03012 😀x'
  window.read(text)
  expect(unitsOf(window)).toBe('ab12 😀x')
  expect(text.slice(window.startOf(2), window.endOf(2))).toBe('1\u0301')
  expect(text.slice(window.startOf(3), window.endOf(3))).toBe('2')
  window.read('a😀b')
  expect([window.startOf(3), window.endOf(1)]).toEqual([3, 3])
})
