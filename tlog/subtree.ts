import { HASH_SIZE, nodeHashWithin } from './hash.ts'

/** Height of a tile (C2SP tlog-tiles): a full one holds 2^8 hashes. */
export const TILE_HEIGHT = 8
/** How many hashes a full tile holds. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT
/** Size of a full tile, in bytes. */
export const TILE_BYTES = TILE_WIDTH * HASH_SIZE

/**
 * Size in bytes of a tile's whole subtree: 256 hashes, then the 128 nodes over them, and so on up to its root.
 * The two children of a node stand side by side.
 */
export const SUBTREE_BYTES = (2 * TILE_WIDTH - 1) * HASH_SIZE

/** Where in a subtree's bytes the nodes of each level begin, 0 to 8. */
const LEVEL_AT = Array.from(
  { length: TILE_HEIGHT + 1 },
  (_, level) => 2 * TILE_BYTES - ((2 * TILE_BYTES) >> level),
)

/** Computes every inner node that is complete with the first `width` hashes of `nodes`, in place. */
export function growSubtree(nodes: Buffer, width: number): void {
  for (let level = 1; level <= TILE_HEIGHT; level++) {
    const from = LEVEL_AT[level - 1]!
    const to = LEVEL_AT[level]!
    const count = width >> level
    for (let i = 0; i < count; i++) nodeHashWithin(nodes, from + 2 * i * HASH_SIZE, to + i * HASH_SIZE)
  }
}

/** Hash of one node of a grown subtree. */
export function subtreeNode(nodes: Buffer, level: number, index: number): Buffer {
  const at = LEVEL_AT[level]! + index * HASH_SIZE
  return nodes.subarray(at, at + HASH_SIZE)
}

/** Roots of the complete subtrees, largest first, that make up the first `width` hashes of a grown subtree. */
export function subtreePeaks(nodes: Buffer, width: number): Buffer[] {
  const peaks: Buffer[] = []
  let at = 0
  for (let level = TILE_HEIGHT; level >= 0; level--) {
    if (!((width >> level) & 1)) continue
    peaks.push(subtreeNode(nodes, level, at >> level))
    at += 1 << level
  }
  return peaks
}

/** A grown subtree over the hashes of a tile, which may be partial. */
export function subtreeOf(hashes: Uint8Array): Buffer {
  const nodes = Buffer.alloc(SUBTREE_BYTES)
  nodes.set(hashes)
  growSubtree(nodes, hashes.length / HASH_SIZE)
  return nodes
}
