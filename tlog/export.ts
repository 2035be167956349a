import { EXPORT_FORMAT, EXPORT_VERSION, isIndex, LINE } from './export-format.ts'
import { HASH_SIZE } from './hash.ts'
import { LEAF_START } from './leaf.ts'
import { TILE_WIDTH } from './subtree.ts'
import { tilePath } from './tiles.ts'

/** A stored event: the index it is stored under, and its exact bytes. */
export type ExportLeaf = { index: number; bytes: Uint8Array }
/** A stored tile: its hashes one after the other, 32 bytes each. */
export type ExportTile = { level: number; index: number; hashes: Uint8Array }

export type ExportSource = {
  /** Name of the log, as in its checkpoints. */
  origin: string
  /** How many leaves the log says it has: the size of its newest checkpoint. */
  size: number
  /** Every stored event, by index. */
  leaves: AsyncIterable<ExportLeaf> | Iterable<ExportLeaf>
  /** Every stored tile, highest level first, by index within a level; of a tile in several widths, the widest. */
  tiles: AsyncIterable<ExportTile> | Iterable<ExportTile>
  /** Every signed checkpoint, oldest first. */
  checkpoints: AsyncIterable<string> | Iterable<string>
}

const NEWLINE = 10
const CHUNK_BYTES = 256 * 1024
const LEAF_START_BYTES = Buffer.from(LEAF_START)
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')

type Cursor<T> = { current: T | undefined; next: () => Promise<void>; close: () => Promise<void> }

/** Walks an iterable one item at a time, with the current one in view. */
async function cursor<T>(source: AsyncIterable<T> | Iterable<T>): Promise<Cursor<T>> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  const walk: Cursor<T> = {
    current: undefined,
    next: async () => {
      const result = await iterator.next()
      walk.current = result.done ? undefined : result.value
    },
    close: async () => void (await iterator.return?.()),
  }
  await walk.next()
  return walk
}

/** Whether these bytes can be written as a line and read back as the same leaf. */
function isPlain(bytes: Uint8Array): boolean {
  if (bytes.length < LEAF_START_BYTES.length || bytes.includes(NEWLINE)) return false
  return LEAF_START_BYTES.every((byte, i) => bytes[i] === byte)
}

/** The lines of an export, as strings and bytes. */
async function* lines({ origin, size, ...source }: ExportSource): AsyncGenerator<string | Uint8Array> {
  yield `${JSON.stringify({ format: EXPORT_FORMAT, version: EXPORT_VERSION, origin, size })}\n`
  const count = { checkpoints: 0, events: 0 }
  for await (const note of source.checkpoints) {
    count.checkpoints++
    yield `${LINE.checkpoint}${JSON.stringify(note)}}\n`
  }

  const tiles = await cursor(source.tiles)
  const leaves = await cursor(source.leaves)
  try {
    for (; tiles.current && tiles.current.level > 0; await tiles.next()) {
      const { level, index, hashes } = tiles.current
      const path = tilePath(level, index, Math.floor(hashes.length / HASH_SIZE))
      yield `${LINE.tile}${JSON.stringify(path)},"hashes":"${base64(hashes)}"}\n`
    }
    let block = -1
    let expected = 0
    while (tiles.current || leaves.current) {
      const { current: tile } = tiles
      const { current: leaf } = leaves
      if (tile && tile.level !== 0) throw new RangeError('tiles must come highest level first')
      if (leaf && !isIndex(leaf.index)) throw new RangeError('a leaf must have an index')
      const leafBlock = leaf ? Math.floor(leaf.index / TILE_WIDTH) : Number.POSITIVE_INFINITY
      if (tile && leafBlock !== block && tile.index <= leafBlock) {
        block = tile.index
        expected = block * TILE_WIDTH
        yield `${LINE.block}${block},"hashes":"${base64(tile.hashes)}"}\n`
        await tiles.next()
        continue
      }
      if (leafBlock !== block) {
        block = leafBlock
        expected = block * TILE_WIDTH
        yield `${LINE.block}${block},"hashes":""}\n`
      }
      const { index, bytes } = leaf!
      if (index !== expected) yield `${LINE.at}${index}}\n`
      expected = index + 1
      count.events++
      if (isPlain(bytes)) {
        yield bytes
        yield '\n'
      } else {
        yield `${LINE.raw}"${base64(bytes)}"}\n`
      }
      await leaves.next()
    }
  } finally {
    await Promise.all([tiles.close(), leaves.close()])
  }
  yield `${LINE.end}${JSON.stringify(count)}}\n`
}

/**
 * Writes an export as a stream of buffers of about 256 KiB, in constant memory. It reads `checkpoints` to the end
 * first, then the tiles of level 1 and up, then level 0 and the leaves side by side; all three must come from one
 * snapshot of the store. It writes whatever is stored, however damaged: to judge it is the verifier's work.
 * Throws a RangeError when the tiles come in another order, or a leaf has no index.
 */
export async function* writeExport(source: ExportSource): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  let used = 0
  for await (const part of lines(source)) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    if (used + bytes.length > chunk.length) {
      if (used > 0) yield chunk.subarray(0, used)
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, bytes.length))
      used = 0
    }
    chunk.set(bytes, used)
    used += bytes.length
  }
  if (used > 0) yield chunk.subarray(0, used)
}
