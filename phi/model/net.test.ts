import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_FEATURES } from './features.ts'
import { HIDDEN, MOST_HIDDEN, Net } from './net.ts'

/** Two classes; features 0 and 2 reach the first hidden unit, which tells of class 1. */
function netOf(hidden: [number, number]): Net {
  const rows = new Int8Array(2 * HIDDEN)
  rows[0] = hidden[0]
  rows[HIDDEN] = hidden[1]
  const out = new Int8Array(HIDDEN * 2)
  out[1] = 4
  return new Net(2, {
    direct: Int8Array.of(1, 0, 0, 6, 2, 0),
    directScale: 0.5,
    reaches: Uint8Array.of(0b101),
    hidden: rows,
    hiddenScale: 0.1,
    out,
    outScale: 0.25,
  })
}

const scored = (net: Net, ...at: number[]) => {
  net.score(Int32Array.of(...at, 1, 1), at.length)
  return [...net.scores]
}

test('features tell directly, and those that reach the hidden layer through it', () => {
  const net = netOf([20, 10])
  expect(scored(net, 1)).toEqual([0, 3])
  expect(scored(net, 0)).toEqual([0.5, 2])
  expect(scored(net, 0, 2)).toEqual([1.5, 3])
})

test('a hidden unit below nothing tells nothing', () => {
  const net = netOf([-20, 10])
  expect(scored(net, 0, 2)).toEqual([1.5, 0])
  expect(scored(net, 2)).toEqual([1, 1])
})

test('nothing is left of what was scored before', () => {
  const net = netOf([20, 10])
  scored(net, 0, 1, 2)
  expect(scored(net)).toEqual([0, 0])
})

test('two weights in one addition say what each by itself would, up to the most features of the greatest weights', () => {
  const weight = fc.oneof(
    fc.constantFrom(-MOST_HIDDEN, MOST_HIDDEN),
    fc.integer({ min: -MOST_HIDDEN, max: MOST_HIDDEN }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(weight, { minLength: HIDDEN, maxLength: HIDDEN }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: MOST_FEATURES }),
      (rows, count) => {
        const net = new Net(HIDDEN, {
          direct: new Int8Array(rows.length * HIDDEN),
          directScale: 1,
          reaches: Uint8Array.of(0xff),
          hidden: Int8Array.from(rows.flat()),
          hiddenScale: 1,
          // Each class shows one unit.
          out: Int8Array.from({ length: HIDDEN * HIDDEN }, (_, k) => (k % (HIDDEN + 1) === 0 ? 1 : 0)),
          outScale: 1,
        })
        const at = Int32Array.from({ length: count }, (_, k) => k % rows.length)
        net.score(at, count)
        for (let h = 0; h < HIDDEN; h++) {
          const sum = at.reduce((all, f) => all + rows[f]![h]!, 0)
          expect(net.scores[h]).toBe(Math.max(0, sum))
        }
      },
    ),
  )
})
