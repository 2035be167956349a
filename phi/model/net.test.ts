import { expect, test } from 'vitest'
import { HIDDEN, Net } from './net.ts'

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
