import { hash, randomBytes } from 'node:crypto'
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  appendLeaves,
  EMPTY_EDGE,
  type ExportTile,
  encodeLeaf,
  generateNoteKey,
  leafHash,
  signCheckpoint,
  type TileEdge,
  tilePath,
  verifyExport,
  writeExport,
} from '../tlog/index.ts'
import type { Row } from './load.ts'

const ORIGIN = 'bench.example/audit'
const START = Date.UTC(2026, 0, 5, 8)
const BATCH = 500 // events under one checkpoint
const ROUNDS = 7

/** Leaf `i`: about 500 bytes, as an event of the server is. */
function makeLeaf(i: number, cipher: string): Buffer {
  const id = hash('sha256', `event ${i}`, 'hex')
  return encodeLeaf(new Date(START + i * 20), {
    action: 'client.read',
    actor: { id: `0198c0de-0000-7000-8000-${id.slice(0, 12)}`, session: id.slice(12, 44) },
    fields: ['contact', 'demographic', 'identifier', 'clinical'],
    id: `0198c0de-0000-7000-8000-${id.slice(20, 32)}`,
    ip: '203.0.113.7',
    outcome: 'allowed',
    sealed: cipher.slice((i * 7) % 500, ((i * 7) % 500) + 100 + (i % 200)),
    subject: { id: `0198c0de-0000-7000-8000-${id.slice(32, 44)}`, kind: 'client' },
  })
}

/** Writes an export of `events` events to `path`. Returns the key to verify it with. */
export async function writeData(path: string, events: number): Promise<string> {
  const { signer, verifierKey } = generateNoteKey(ORIGIN)
  const cipher = randomBytes(1024).toString('base64')
  const tiles = new Map<string, ExportTile>()
  const checkpoints: string[] = []
  let edge: TileEdge = EMPTY_EDGE
  while (edge.size < events) {
    const first = edge.size
    const count = Math.min(BATCH, events - first)
    const hashes = Buffer.concat(
      Array.from({ length: count }, (_, i) => leafHash(makeLeaf(first + i, cipher))),
    )
    const added = appendLeaves(edge, hashes)
    edge = added.edge
    for (const tile of added.tiles) tiles.set(tilePath(tile.level, tile.index), tile)
    const time = new Date(START + edge.size * 20)
    checkpoints.push(
      await signCheckpoint({ origin: ORIGIN, size: edge.size, root: added.root, time }, signer),
    )
  }
  const sorted = [...tiles.values()].sort((a, b) => b.level - a.level || a.index - b.index)
  function* leaves() {
    for (let index = 0; index < events; index++) yield { index, bytes: makeLeaf(index, cipher) }
  }
  const chunks = writeExport({ origin: ORIGIN, size: events, checkpoints, tiles: sorted, leaves: leaves() })
  await pipeline(Readable.from(chunks), createWriteStream(path))
  return verifierKey
}

/** The reference: reads the same file and hashes each line, in the fastest way that one thread of Node has. */
function plainLoop(path: string): number {
  const fd = openSync(path, 'r')
  const buffer = Buffer.allocUnsafeSlow(4 * 1024 * 1024)
  let lines = 0
  let kept = 0
  try {
    while (true) {
      const got = readSync(fd, buffer, kept, buffer.length - kept, null)
      if (got === 0) return lines
      const filled = kept + got
      let at = 0
      while (true) {
        const end = buffer.indexOf(10, at)
        if (end < 0 || end >= filled) break
        hash('sha256', buffer.subarray(at, end), 'binary')
        lines++
        at = end + 1
      }
      buffer.copyWithin(0, at, filled)
      kept = filled - at
    }
  } finally {
    closeSync(fd)
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Verifies an export of `events` events, and hashes the same file line by line, in turns; medians, per second. */
export async function benchAuditVerify(events: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'))
  try {
    const path = join(folder, 'export.ndjson')
    const key = await writeData(path, events)
    const ours: number[] = []
    const reference: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const a = performance.now()
      plainLoop(path)
      const b = performance.now()
      const report = await verifyExport(path, key)
      const c = performance.now()
      if (!report.ok || report.events !== events) throw new Error('the export did not verify')
      if (round === 0) continue // warms up the page cache and the compiler
      reference.push(events / ((b - a) / 1000))
      ours.push(events / ((c - b) / 1000))
    }
    const [mine, plain] = [median(ours), median(reference)]
    return {
      what: `audit verify of ${events.toLocaleString('en')} events`,
      ours: `${mine.toFixed(0)} events/s`,
      reference: `${plain.toFixed(0)} events/s`,
      ratio: (mine / plain).toFixed(2),
      target: '>= 0.6',
      met: mine / plain >= 0.6,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
