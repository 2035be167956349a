import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendLeaves, EMPTY_EDGE, type TileEdge } from '../append.ts'
import { signCheckpoint } from '../checkpoint.ts'
import { type ExportTile, writeExport } from '../export.ts'
import { leafHash } from '../hash.ts'
import { encodeLeaf } from '../leaf.ts'
import { generateNoteKey } from '../note-keys.ts'
import { type TileReader, tilePath } from '../tiles.ts'
import type { Report } from '../verify/report.ts'
import { type VerifyOptions, verifyExport } from '../verify.ts'

export const ORIGIN = 'log.example/org'
export const START = Date.UTC(2026, 0, 5, 8)
/** Synthetic events are this far apart, in ms. */
export const STEP = 1000

/** Synthetic event `i`. */
export function event(i: number, time = START + i * STEP): Buffer {
  return encodeLeaf(new Date(time), { action: 'test', number: i, text: '"time":"1999-01-01T00:00:00.000Z"' })
}

/** A log as a server stores it, in memory, open to any tampering. */
export class TestLog {
  readonly key = generateNoteKey(ORIGIN)
  /** Stored events; a hole is a deleted row. */
  events: (Buffer | undefined)[] = []
  /** Stored tiles by level and index, each in its widest form. */
  tiles = new Map<string, ExportTile>()
  checkpoints: string[] = []
  /** Sizes of the checkpoints. */
  sizes: number[] = []
  #edge: TileEdge = EMPTY_EDGE

  /** Builds a log of these many events under each checkpoint. */
  static async of(...batches: number[]): Promise<TestLog> {
    const log = new TestLog()
    for (const count of batches)
      await log.append(Array.from({ length: count }, (_, i) => event(log.events.length + i)))
    return log
  }

  get size(): number {
    return this.#edge.size
  }

  /** Appends events, and signs a checkpoint over them. */
  async append(events: Buffer[], time = START + (this.events.length + events.length) * STEP): Promise<void> {
    const { edge, root, tiles } = appendLeaves(this.#edge, Buffer.concat(events.map(leafHash)))
    this.#edge = edge
    this.events.push(...events)
    for (const tile of tiles) this.#put(tile)
    const checkpoint = { origin: ORIGIN, size: edge.size, root, time: new Date(time) }
    this.checkpoints.push(await signCheckpoint(checkpoint, this.key.signer))
    this.sizes.push(edge.size)
  }

  #put({ level, index, hashes }: ExportTile): void {
    this.tiles.set(tilePath(level, index), { level, index, hashes: Buffer.from(hashes) })
  }

  tile(level: number, index: number): ExportTile {
    return this.tiles.get(tilePath(level, index))!
  }

  /** Makes the stored tiles, up to `levels` of them, those of the stored events, as a thorough forger would. */
  forgeTiles(levels = 64): void {
    const hashes = this.events.map((bytes) => (bytes ? leafHash(bytes) : Buffer.alloc(32)))
    const { tiles } = appendLeaves(EMPTY_EDGE, Buffer.concat(hashes))
    for (const key of [...this.tiles.keys()]) if (this.tiles.get(key)!.level < levels) this.tiles.delete(key)
    for (const tile of tiles) if (tile.level < levels) this.#put(tile)
  }

  readonly readTile: TileReader = async (level, index) => this.tiles.get(tilePath(level, index))?.hashes

  export(): AsyncGenerator<Buffer> {
    const tiles = [...this.tiles.values()].sort((a, b) => b.level - a.level || a.index - b.index)
    const leaves = this.events.flatMap((bytes, index) => (bytes ? [{ index, bytes }] : []))
    return writeExport({ origin: ORIGIN, size: this.size, tiles, leaves, checkpoints: this.checkpoints })
  }

  async exportText(): Promise<string> {
    const chunks: Buffer[] = []
    for await (const chunk of this.export()) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  }

  async verify(options: VerifyOptions = {}): Promise<Report> {
    return verifyText(await this.exportText(), this.key.verifierKey, options)
  }
}

/** Verifies an export given as text. */
export async function verifyText(
  text: string | Buffer,
  key: string,
  options: VerifyOptions = {},
): Promise<Report> {
  const path = join(tmpdir(), `tlog-test-${randomUUID()}`)
  writeFileSync(path, text)
  try {
    return await verifyExport(path, key, { threads: 1, ...options })
  } finally {
    rmSync(path)
  }
}
