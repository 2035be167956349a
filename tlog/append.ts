import { HASH_SIZE } from './hash.ts'
import { subtreeNode, subtreeOf, subtreePeaks, TILE_HEIGHT, TILE_WIDTH } from './subtree.ts'
import { levelWidth, readTile, type Tile, type TileReader } from './tiles.ts'
import { Frontier } from './tree.ts'

/** The right edge of a tiled tree: its size, and the hashes of the partial tile of each level (maybe none). */
export type TileEdge = { readonly size: number; readonly partials: readonly Buffer[] }

/** The edge of a tree without leaves. */
export const EMPTY_EDGE: TileEdge = { size: 0, partials: [] }

/** Reads the edge of a tree of `size` leaves from its stored tiles, one per level. Throws TileMissingError. */
export async function loadEdge(size: number, read: TileReader): Promise<TileEdge> {
  const partials: Buffer[] = []
  for (let level = 0; levelWidth(level, size) > 0; level++) {
    const width = levelWidth(level, size) % TILE_WIDTH
    const index = Math.floor(levelWidth(level, size) / TILE_WIDTH)
    partials.push(width ? Buffer.from(await readTile(read, level, index, width)) : Buffer.alloc(0))
  }
  return { size, partials }
}

/** The frontier of the tree with this edge: its root is `edgeFrontier(edge).root()`. */
export function edgeFrontier(edge: TileEdge): Frontier {
  const peaks: Buffer[] = []
  for (let level = edge.partials.length - 1; level >= 0; level--) {
    const hashes = edge.partials[level]!
    peaks.push(...subtreePeaks(subtreeOf(hashes), hashes.length / HASH_SIZE))
  }
  return Frontier.of(edge.size, peaks)
}

/**
 * Appends leaf hashes (32 bytes each, one after the other) to a tiled tree. Returns the new edge and root, and
 * every tile to write: those that became full, and the new partial tile of each level that changed, lowest
 * level first. Stores nothing and changes neither argument. A partial tile that a written tile replaces may be
 * deleted.
 */
export function appendLeaves(
  edge: TileEdge,
  leaves: Uint8Array,
): { edge: TileEdge; root: Buffer; tiles: Tile[] } {
  if (leaves.length % HASH_SIZE) throw new RangeError('leaf hashes must be 32 bytes each')
  const tiles: Tile[] = []
  const partials = [...edge.partials]
  let added: Buffer = Buffer.from(leaves.buffer, leaves.byteOffset, leaves.length)
  for (let level = 0; added.length; level++) {
    const hashes = Buffer.concat([partials[level] ?? Buffer.alloc(0), added])
    const first = Math.floor(levelWidth(level, edge.size) / TILE_WIDTH)
    const parents: Buffer[] = []
    for (let at = 0; at < hashes.length; at += TILE_WIDTH * HASH_SIZE) {
      const tile = hashes.subarray(at, at + TILE_WIDTH * HASH_SIZE)
      const width = tile.length / HASH_SIZE
      tiles.push({ level, index: first + at / (TILE_WIDTH * HASH_SIZE), width, hashes: tile })
      if (width === TILE_WIDTH) parents.push(subtreeNode(subtreeOf(tile), TILE_HEIGHT, 0))
    }
    partials[level] = hashes.subarray(parents.length * TILE_WIDTH * HASH_SIZE)
    added = Buffer.concat(parents)
  }
  const next: TileEdge = { size: edge.size + leaves.length / HASH_SIZE, partials }
  return { edge: next, root: edgeFrontier(next).root(), tiles }
}
