import { emptyRoot, equalBytes, nodeHash } from './hash.ts'
import { type NodeReader, rangeHash, splitPoint } from './tree.ts'

type Range = readonly [start: number, end: number]

function checkSize(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError('a tree size must be a non-negative safe integer')
}

/** The ranges of leaves whose hashes make the inclusion proof, lowest first (PATH of RFC 6962, 2.1.1). */
function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitPoint(end - start)
    if (index < middle) {
      ranges.push([middle, end])
      end = middle
    } else {
      ranges.push([start, middle])
      start = middle
    }
  }
  return ranges.reverse()
}

/** The ranges of leaves whose hashes make the consistency proof, lowest first (SUBPROOF of RFC 6962, 2.1.2). */
function consistencyRanges(oldSize: number, size: number): Range[] {
  const ranges: Range[] = []
  let [start, end] = [0, size]
  while (end !== oldSize) {
    const middle = start + splitPoint(end - start)
    if (oldSize <= middle) {
      ranges.push([middle, end])
      end = middle
    } else {
      ranges.push([start, middle])
      start = middle
    }
  }
  // The old tree's root is known to the verifier, so it is left out where the old tree is a complete subtree.
  if (start !== 0) ranges.push([start, end])
  return ranges.reverse()
}

/**
 * Proof that leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1), lowest hash first.
 * Throws a RangeError when the leaf is not in the tree.
 */
export async function inclusionProof(index: number, size: number, read: NodeReader): Promise<Buffer[]> {
  checkSize(size)
  checkSize(index)
  if (index >= size) throw new RangeError('the leaf is not in the tree')
  return Promise.all(inclusionRanges(index, size).map(([start, end]) => rangeHash(start, end, read)))
}

/**
 * Proof that the tree of `size` leaves extends the tree of `oldSize` leaves (RFC 6962, 2.1.2), lowest hash first.
 * Empty when the sizes are equal or the old tree was empty. Throws a RangeError when the old tree is larger.
 */
export async function consistencyProof(oldSize: number, size: number, read: NodeReader): Promise<Buffer[]> {
  checkSize(oldSize)
  checkSize(size)
  if (oldSize > size) throw new RangeError('the old tree is larger than the new one')
  if (oldSize === 0 || oldSize === size) return []
  return Promise.all(consistencyRanges(oldSize, size).map(([start, end]) => rangeHash(start, end, read)))
}

const isOdd = (n: number) => n % 2 === 1
const half = (n: number) => Math.floor(n / 2)

/** Whether `proof` shows that the leaf with this hash is at `index` of the tree with `root` (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (![leaf, root, ...proof].every((hash) => hash.length === 32)) return false
  let [fn, sn] = [index, size - 1]
  let hash = leaf
  for (const sibling of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && equalBytes(hash, root)
}

/** Whether `proof` shows that the tree with `root` extends the one with `oldRoot` (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  oldSize: number,
  size: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(size) || oldSize < 0 || oldSize > size)
    return false
  if (![oldRoot, root, ...proof].every((hash) => hash.length === 32)) return false
  if (oldSize === size) return proof.length === 0 && equalBytes(oldRoot, root)
  if (oldSize === 0) return proof.length === 0 && equalBytes(oldRoot, emptyRoot())
  let [fn, sn] = [oldSize - 1, size - 1]
  while (isOdd(fn)) {
    fn = half(fn)
    sn = half(sn)
  }
  // An old tree that is one complete subtree starts the path itself.
  const path = fn === 0 ? [oldRoot, ...proof] : [...proof]
  const first = path.shift()
  if (!first) return false
  let [oldHash, newHash] = [first, first]
  for (const sibling of path) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      oldHash = nodeHash(sibling, oldHash)
      newHash = nodeHash(sibling, newHash)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      newHash = nodeHash(newHash, sibling)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, root)
}
