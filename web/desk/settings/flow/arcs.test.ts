import { expect, it } from 'vitest'
import { arcsOf } from './arcs.ts'

it('draws neighbours as one line and all others as arcs, and nothing to what is not there', () => {
  const flow = [
    { uid: 'a', next: ['b', 'c', 'gone'] },
    { uid: 'b', next: ['a', 'b'] },
    { uid: 'c', next: ['b', 'a'] },
  ]
  expect(arcsOf(flow)).toEqual([
    { from: 0, to: 1, both: 'ways' },
    { from: 0, to: 2 },
    { from: 2, to: 1 },
    { from: 2, to: 0 },
  ])
})
