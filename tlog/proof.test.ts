import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leafHash } from './hash.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'
import { naiveReader, naiveRoot } from './testing/naive.ts'
import { CONSISTENCY, INCLUSION, LEAF_HASHES, ROOTS } from './testing/vectors.ts'

const read = naiveReader(LEAF_HASHES)
const flip = (hash: Buffer, bit: number) => {
  const copy = Buffer.from(hash)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

describe('inclusion proofs', () => {
  it.each(INCLUSION)(
    'of leaf $index in $size leaves are those of the reference',
    async ({ index, size, proof }) => {
      expect(await inclusionProof(index, size, read)).toEqual(proof)
      expect(verifyInclusion(LEAF_HASHES[index]!, index, size, proof, ROOTS[size]!)).toBe(true)
    },
  )

  it('do not exist for a leaf outside the tree', async () => {
    await expect(inclusionProof(8, 8, read)).rejects.toThrow(RangeError)
    await expect(inclusionProof(-1, 8, read)).rejects.toThrow(RangeError)
    await expect(inclusionProof(0, 0, read)).rejects.toThrow(RangeError)
    expect(verifyInclusion(ROOTS[1]!, 0, 0, [], ROOTS[0]!)).toBe(false)
    expect(verifyInclusion(ROOTS[1]!, 1, 1, [], ROOTS[1]!)).toBe(false)
  })

  it('refuse hashes that are not 32 bytes', () => {
    expect(verifyInclusion(Buffer.alloc(0), 0, 1, [], Buffer.alloc(0))).toBe(false)
    expect(verifyInclusion(ROOTS[1]!, 0, 1, [], ROOTS[1]!)).toBe(true)
  })
})

describe('consistency proofs', () => {
  it.each(CONSISTENCY)(
    'of $oldSize to $size leaves are those of the reference',
    async ({ oldSize, size, proof }) => {
      expect(await consistencyProof(oldSize, size, read)).toEqual(proof)
      expect(verifyConsistency(oldSize, size, proof, ROOTS[oldSize]!, ROOTS[size]!)).toBe(true)
    },
  )

  it('are empty from an empty or equal tree, and fail otherwise', async () => {
    expect(await consistencyProof(0, 8, read)).toEqual([])
    expect(verifyConsistency(0, 8, [], ROOTS[0]!, ROOTS[8]!)).toBe(true)
    expect(verifyConsistency(0, 8, [], ROOTS[1]!, ROOTS[8]!)).toBe(false)
    expect(verifyConsistency(0, 8, [ROOTS[0]!], ROOTS[0]!, ROOTS[8]!)).toBe(false)
    expect(verifyConsistency(3, 3, [], ROOTS[3]!, ROOTS[3]!)).toBe(true)
    expect(verifyConsistency(3, 3, [], ROOTS[3]!, ROOTS[4]!)).toBe(false)
    expect(verifyConsistency(3, 3, [ROOTS[1]!], ROOTS[3]!, ROOTS[3]!)).toBe(false)
    expect(verifyConsistency(1, 2, [], ROOTS[1]!, ROOTS[2]!)).toBe(false)
    expect(verifyConsistency(2, 1, [], ROOTS[2]!, ROOTS[1]!)).toBe(false)
    await expect(consistencyProof(2, 1, read)).rejects.toThrow(RangeError)
  })
})

describe('all proofs of random trees', () => {
  const tree = fc.integer({ min: 1, max: 40 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      index: fc.nat(size - 1),
      oldSize: fc.integer({ min: 1, max: size }),
    }),
  )
  const leaves = Array.from({ length: 40 }, (_, i) => leafHash(Buffer.of(i)))
  const reader = naiveReader(leaves)

  /** Every way to break a list of hashes that must be noticed. */
  const mutations = (proof: Buffer[], bit: number): Buffer[][] => [
    [...proof, leaves[0]!],
    [leaves[0]!, ...proof],
    ...proof.map((hash, i) => proof.with(i, flip(hash, bit))),
    ...proof.map((_, i) => proof.toSpliced(i, 1)),
    ...proof.slice(1).map((_, i) => proof.with(i, proof[i + 1]!).with(i + 1, proof[i]!)),
  ]

  it('verify, and no mutation of an inclusion proof does', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(255), async ({ size, index }, bit) => {
        const root = naiveRoot(leaves.slice(0, size))
        const leaf = leaves[index]!
        const proof = await inclusionProof(index, size, reader)
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true)
        expect(verifyInclusion(flip(leaf, bit), index, size, proof, root)).toBe(false)
        expect(verifyInclusion(leaf, index, size, proof, flip(root, bit))).toBe(false)
        for (let other = 0; other < size; other++)
          if (other !== index) expect(verifyInclusion(leaf, other, size, proof, root)).toBe(false)
        for (const bad of mutations(proof, bit))
          expect(verifyInclusion(leaf, index, size, bad, root)).toBe(false)
      }),
    )
  })

  it('verify, and no mutation of a consistency proof does', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(255), async ({ size, oldSize }, bit) => {
        const [oldRoot, root] = [naiveRoot(leaves.slice(0, oldSize)), naiveRoot(leaves.slice(0, size))]
        const proof = await consistencyProof(oldSize, size, reader)
        expect(verifyConsistency(oldSize, size, proof, oldRoot, root)).toBe(true)
        expect(verifyConsistency(oldSize, size, proof, flip(oldRoot, bit), root)).toBe(false)
        expect(verifyConsistency(oldSize, size, proof, oldRoot, flip(root, bit))).toBe(false)
        for (const bad of mutations(proof, bit))
          expect(verifyConsistency(oldSize, size, bad, oldRoot, root)).toBe(false)
      }),
    )
  })
})
