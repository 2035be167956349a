import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differing, merged } from './merge.ts'

const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', ''))

it('puts what I wrote upon what is there, and takes everything else as it is', () => {
  expect(merged({ a: 'x', b: 'x' }, { a: 'y' }, { a: 'z', b: 'x', c: 'w' })).toEqual({ a: 'y', c: 'w' })
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const both = merged(base, mine, theirs)
      const written = differing(mine, base)
      for (const id of ['a', 'b', 'c']) expect(both[id]).toEqual(written.includes(id) ? mine[id] : theirs[id])
    }),
  )
})
