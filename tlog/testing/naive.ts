import { emptyRoot, nodeHash } from '../hash.ts'

/** Merkle tree hash straight from its definition in RFC 6962, 2.1. */
export function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return emptyRoot()
  if (leaves.length === 1) return leaves[0]!
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)))
}

/** A reader of complete subtrees straight from the leaf hashes. */
export function naiveReader(leaves: readonly Buffer[]): (level: number, index: number) => Buffer {
  return (level, index) => naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
}
