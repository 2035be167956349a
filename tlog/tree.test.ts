import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRoot, leafHash, nodeHash, sha256, sha256Into } from './hash.ts'
import { naiveReader, naiveRoot } from './testing/naive.ts'
import { LEAF_HASHES, LEAVES, ROOTS } from './testing/vectors.ts'
import { completeSubtrees, Frontier, rangeHash, splitPoint } from './tree.ts'

const someHash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

describe('hashes', () => {
  it('are those of the RFC 6962 reference vectors', () => {
    expect(emptyRoot()).toEqual(ROOTS[0])
    expect(LEAVES.map(leafHash)).toEqual(LEAF_HASHES)
    expect(nodeHash(LEAF_HASHES[0]!, LEAF_HASHES[1]!)).toEqual(ROOTS[2])
  })

  it('hash inputs of any length, and every byte value', () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i))
    expect(sha256(all).toString('hex')).toBe(
      '40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880',
    )
    const long = Buffer.alloc(100_000, 'x')
    expect(leafHash(long)).toEqual(sha256(Buffer.concat([Buffer.of(0), long])))
    const out = Buffer.alloc(40)
    sha256Into(out, 4, all)
    expect(out.subarray(4, 36)).toEqual(sha256(all))
  })
})

describe('Frontier', () => {
  it('has the roots of the reference vectors at every size', () => {
    const frontier = new Frontier()
    const roots = [frontier.root()]
    for (const leaf of LEAF_HASHES) {
      frontier.append(leaf)
      roots.push(frontier.root())
    }
    expect(roots).toEqual(ROOTS)
    expect(frontier.size).toBe(8)
  })

  it('agrees with the definition at every size, also after a copy and with subtrees', () => {
    fc.assert(
      fc.property(fc.array(someHash, { maxLength: 70 }), fc.nat(70), (leaves, cut) => {
        const at = Math.min(cut, leaves.length)
        const frontier = new Frontier()
        for (const leaf of leaves.slice(0, at)) frontier.append(leaf)
        const copy = Frontier.of(frontier.size, frontier.clone().peaks)
        for (const leaf of leaves.slice(at)) copy.append(leaf)
        expect(frontier.root()).toEqual(naiveRoot(leaves.slice(0, at)))
        expect(copy.root()).toEqual(naiveRoot(leaves))
        const rest = [...completeSubtrees(0, leaves.length)]
        const joined = new Frontier()
        for (const { level, index } of rest) joined.appendSubtree(level, naiveReader(leaves)(level, index))
        expect(joined.root()).toEqual(naiveRoot(leaves))
      }),
    )
  })

  it('refuses a subtree out of place, and peaks that do not fit the size', () => {
    const frontier = new Frontier()
    frontier.append(ROOTS[1]!)
    expect(() => frontier.appendSubtree(1, ROOTS[2]!)).toThrow(RangeError)
    expect(() => Frontier.of(3, [ROOTS[1]!])).toThrow(RangeError)
  })

  it('tells of each node that becomes complete', () => {
    const frontier = new Frontier()
    const levels: number[] = []
    for (const leaf of LEAF_HASHES) frontier.appendSubtree(0, leaf, (level) => levels.push(level))
    expect(levels).toEqual([1, 1, 2, 1, 1, 2, 3])
  })
})

describe('ranges', () => {
  it('split exactly, up to the largest safe integer', () => {
    expect([2, 3, 4, 5, 8, 9].map(splitPoint)).toEqual([1, 2, 2, 4, 4, 8])
    expect(splitPoint(2 ** 49)).toBe(2 ** 48)
    expect(splitPoint(2 ** 49 + 1)).toBe(2 ** 49)
    expect(splitPoint(2 ** 49 - 1)).toBe(2 ** 48)
    expect(splitPoint(Number.MAX_SAFE_INTEGER)).toBe(2 ** 52)
  })

  it('give roots from stored hashes', async () => {
    for (let size = 0; size <= 8; size++)
      expect(await rangeHash(0, size, naiveReader(LEAF_HASHES))).toEqual(ROOTS[size])
  })
})
