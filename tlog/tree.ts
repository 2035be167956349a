import { emptyRoot, nodeHash } from './hash.ts'

/** Reads the hash of a complete subtree: the node that covers leaves `[index * 2^level, (index + 1) * 2^level)`. */
export type NodeReader = (level: number, index: number) => Uint8Array | Promise<Uint8Array>

/** The level of the largest complete subtree that `n` leaves hold, exact for every safe integer of 1 and more. */
function topLevel(n: number): number {
  return n < 2 ** 32 ? 31 - Math.clz32(n) : 63 - Math.clz32(Math.floor(n / 2 ** 32))
}

/** The largest power of two smaller than `n`, for `n` of 2 and more (the split of RFC 6962, 2.1). */
export function splitPoint(n: number): number {
  return 2 ** topLevel(n - 1)
}

/** The complete subtrees, left to right, that together make `[start, end)`; `start` must be aligned as in a proof. */
export function* completeSubtrees(start: number, end: number): Generator<{ level: number; index: number }> {
  let at = start
  while (at < end) {
    const level = topLevel(end - at)
    const width = 2 ** level
    yield { level, index: at / width }
    at += width
  }
}

/** Root over the roots of complete subtrees, largest (leftmost) first. Without any, the empty tree's root. */
export function foldPeaks(peaks: readonly Uint8Array[]): Buffer {
  const last = peaks.at(-1)
  if (!last) return emptyRoot()
  let root: Buffer = Buffer.from(last)
  for (let i = peaks.length - 2; i >= 0; i--) root = nodeHash(peaks[i]!, root)
  return root
}

/** Merkle tree hash of leaves `[start, end)` from stored hashes (RFC 6962, 2.1); `[0, size)` gives the root. */
export async function rangeHash(start: number, end: number, read: NodeReader): Promise<Buffer> {
  const peaks = await Promise.all(
    [...completeSubtrees(start, end)].map(({ level, index }) => read(level, index)),
  )
  return foldPeaks(peaks)
}

/** Called for each inner node that becomes complete. */
export type OnNode = (level: number, hash: Uint8Array) => void

/**
 * The right edge of a growing tree: the roots of its complete subtrees, at most one per level. That is all one
 * must remember (under 2 KiB for any size) to append leaves and know the root at any moment.
 */
export class Frontier {
  #size = 0
  #peaks: Uint8Array[] = []
  #levels: number[] = []

  /** A frontier over `size` leaves whose complete subtrees, largest first, have the hashes `peaks`. */
  static of(size: number, peaks: readonly Uint8Array[]): Frontier {
    const levels = [...completeSubtrees(0, size)].map((node) => node.level)
    if (levels.length !== peaks.length) throw new RangeError('as many hashes as complete subtrees are needed')
    const frontier = new Frontier()
    frontier.#size = size
    frontier.#peaks = [...peaks]
    frontier.#levels = levels
    return frontier
  }

  /** How many leaves. */
  get size(): number {
    return this.#size
  }

  /** Roots of the complete subtrees, largest first. */
  get peaks(): readonly Uint8Array[] {
    return this.#peaks
  }

  /** Appends a leaf by its hash. */
  append(leaf: Uint8Array): void {
    this.appendSubtree(0, leaf)
  }

  /** Appends a complete subtree of 2^`level` leaves by its root. The size must be a multiple of 2^`level`. */
  appendSubtree(level: number, root: Uint8Array, onNode?: OnNode): void {
    const width = 2 ** level
    if (this.#size % width !== 0) throw new RangeError('a subtree must start at a multiple of its width')
    let hash = root
    let at = level
    while (this.#levels.at(-1) === at) {
      this.#levels.pop()
      hash = nodeHash(this.#peaks.pop()!, hash)
      at++
      onNode?.(at, hash)
    }
    this.#levels.push(at)
    this.#peaks.push(hash)
    this.#size += width
  }

  /** Root of the tree as it is now. */
  root(): Buffer {
    return foldPeaks(this.#peaks)
  }

  /** Root of the tree with these further complete subtrees at its right, without appending them. */
  rootWith(peaks: readonly Uint8Array[]): Buffer {
    return foldPeaks([...this.#peaks, ...peaks])
  }

  /** An independent copy. */
  clone(): Frontier {
    return Frontier.of(this.#size, this.#peaks)
  }
}
