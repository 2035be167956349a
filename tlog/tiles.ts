import { HASH_SIZE } from './hash.ts'
import { subtreeNode, subtreeOf, TILE_HEIGHT, TILE_WIDTH } from './subtree.ts'
import type { NodeReader } from './tree.ts'

/** A tile: `width` hashes of level `level`, the first of which is number `index * 256` of that level. */
export type Tile = { level: number; index: number; width: number; hashes: Buffer }

/**
 * Reads a tile of at least `width` hashes; undefined when it is not stored. A full tile may be given where a
 * partial one was asked for.
 */
export type TileReader = (level: number, index: number, width: number) => Promise<Uint8Array | undefined>

function encodeIndex(index: number): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
}

const suffix = (width: number) => (width === TILE_WIDTH ? '' : `.p/${width}`)

/** Path of a tile, such as `tile/0/x001/234.p/5` (C2SP tlog-tiles). */
export function tilePath(level: number, index: number, width = TILE_WIDTH): string {
  return `tile/${level}/${encodeIndex(index)}${suffix(width)}`
}

/** Path of a bundle of entries, such as `tile/entries/x001/234` (C2SP tlog-tiles). */
export function entriesPath(index: number, width = TILE_WIDTH): string {
  return `tile/entries/${encodeIndex(index)}${suffix(width)}`
}

const TILE_PATH = /^tile\/(0|[1-9][0-9]?)\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/

/** The tile that a path names; undefined when it is no canonical tile path. */
export function parseTilePath(path: string): { level: number; index: number; width: number } | undefined {
  const match = TILE_PATH.exec(path)
  if (!match) return undefined
  const level = Number(match[1])
  const index = Number(match[2]!.replace(/[x/]/g, ''))
  const width = match[3] ? Number(match[3]) : TILE_WIDTH
  if (level > 63 || tilePath(level, index, width) !== path) return undefined
  if (match[3] && width >= TILE_WIDTH) return undefined
  return { level, index, width }
}

/** How many hashes tiles of this level hold together in a tree of `size` leaves. */
export function levelWidth(level: number, size: number): number {
  return Math.floor(size / 2 ** (TILE_HEIGHT * level))
}

/** How many hashes this tile holds in a tree of `size` leaves: 0 when there is no such tile. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, levelWidth(level, size) - index * TILE_WIDTH))
}

/** The tiles of a tree of `size` leaves, lowest level first: as many as `size / 255`. */
export function* tilesOf(size: number): Generator<{ level: number; index: number; width: number }> {
  for (let level = 0; levelWidth(level, size) > 0; level++) {
    for (let index = 0, width = 1; ; index++) {
      width = tileWidth(level, index, size)
      if (width === 0) break
      yield { level, index, width }
    }
  }
}

/** Thrown when a tile that a tree of this size must have is not stored, or is too short. */
export class TileMissingError extends Error {
  override name = 'TileMissingError'
  readonly path: string
  constructor(path: string) {
    super(`tile missing or too short: ${path}`)
    this.path = path
  }
}

/** Reads the first `width` hashes of a tile. Throws TileMissingError. */
export async function readTile(
  read: TileReader,
  level: number,
  index: number,
  width: number,
): Promise<Uint8Array> {
  const bytes = width * HASH_SIZE
  let hashes = await read(level, index, width)
  // A server may delete a partial tile once the full one exists.
  if (width < TILE_WIDTH && !(hashes && hashes.length >= bytes)) hashes = await read(level, index, TILE_WIDTH)
  if (!hashes || hashes.length < bytes) throw new TileMissingError(tilePath(level, index, width))
  return hashes.subarray(0, bytes)
}

/**
 * Reads any complete subtree's hash in a tree of `size` leaves from its tiles, each tile at most once: make one
 * for each proof. Throws TileMissingError.
 */
export function tileNodeReader(read: TileReader, size: number): NodeReader {
  const subtrees = new Map<string, Promise<Buffer>>()
  const subtree = (level: number, index: number) => {
    const key = `${level}/${index}`
    let found = subtrees.get(key)
    if (!found) {
      found = readTile(read, level, index, tileWidth(level, index, size)).then(subtreeOf)
      subtrees.set(key, found)
    }
    return found
  }
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT)
    const height = level % TILE_HEIGHT
    const perTile = TILE_WIDTH >> height
    const nodes = await subtree(tileLevel, Math.floor(index / perTile))
    return subtreeNode(nodes, height, index % perTile)
  }
}
