import {
  type ExportLeaf,
  type ExportTile,
  parseCheckpoint,
  parseNote,
  writeExport,
} from '../../../tlog/index.ts'
import type { Database } from '../db/database.ts'
import { logOrigin } from './log-key.ts'
import type { LogState } from './log-state.ts'
import { openSnapshot, type Snapshot } from './snapshot.ts'

export interface LogExport {
  /** How many leaves were signed, as far as the database and the state beside the keys know. */
  size: number
  /** The export as a stream of buffers, in constant memory. */
  bytes: AsyncGenerator<Buffer>
  /** Ends the snapshot. Done by itself when `bytes` ends or is left; a stream that was never begun needs it. */
  end(): Promise<void>
}

/** No log has a place beyond; what pretends to is exported as what it is, a stray. */
const MOST = 1e12

/** Sizes as the notes say: the column beside them is only there to find them. */
function sizeOf(note: string | undefined): number {
  try {
    return note === undefined ? 0 : parseCheckpoint(parseNote(note).text).size
  } catch {
    return 0
  }
}

/**
 * The whole log of an organization with all that proves it, from one snapshot, as it is stored: to judge it is
 * the verifier's work. The checkpoint that was kept beside the keys goes with it, so that a log which was cut
 * short in the database, checkpoints and all, is noticed. `onProgress` hears how many events were written.
 */
export async function exportLog(
  db: Database,
  state: LogState,
  orgId: string,
  onProgress?: (events: number) => void,
): Promise<LogExport> {
  // Before the snapshot: what is kept must not be ahead of it.
  const kept = await state.read(orgId)
  const snapshot = await openSnapshot(db, orgId)
  try {
    const [newest] = await snapshot.rows<{ note: string }>(
      'select note from audit_checkpoints where org_id = $1 order by size desc, at desc limit 1',
      [orgId],
    )
    const size = Math.max(sizeOf(newest?.note), sizeOf(kept))
    const source = {
      origin: logOrigin(orgId),
      size,
      checkpoints: checkpoints(snapshot, kept),
      tiles: tiles(snapshot),
      leaves: leaves(snapshot, size, onProgress),
    }
    return { size, bytes: closing(writeExport(source), snapshot), end: () => snapshot.end() }
  } catch (error) {
    await snapshot.end()
    throw error
  }
}

async function* closing(bytes: AsyncGenerator<Buffer>, snapshot: Snapshot): AsyncGenerator<Buffer> {
  try {
    yield* bytes
  } finally {
    await snapshot.end()
  }
}

/** All checkpoints by size; the one beside the keys in its place when the database no longer has it. */
async function* checkpoints(snapshot: Snapshot, kept: string | undefined): AsyncGenerator<string> {
  let extra = kept
  if (extra !== undefined) {
    const known = await snapshot.rows(
      'select 1 from audit_checkpoints where org_id = $1 and note = $2 limit 1',
      [snapshot.orgId, extra],
    )
    if (known.length) extra = undefined
  }
  const walk = snapshot.walk<{ size: number; note: string }>(
    'select size, note from audit_checkpoints where org_id = $1 order by size, at',
    [snapshot.orgId],
  )
  for await (const row of walk) {
    if (extra !== undefined && sizeOf(extra) < row.size) {
      yield extra
      extra = undefined
    }
    yield row.note
  }
  if (extra !== undefined) yield extra
}

async function* tiles(snapshot: Snapshot): AsyncGenerator<ExportTile> {
  const walk = snapshot.walk<{ level: number; n: number; hashes: Buffer }>(
    'select level, n, hashes from audit_tiles where org_id = $1 order by level desc, n',
    [snapshot.orgId],
  )
  for await (const { level, n, hashes } of walk) yield { level, index: n, hashes }
}

/**
 * Every event under the place that it was given, and after them those that have none and wait for none: the
 * sequencer never saw them, so nobody but a tamperer can have put them there. The verifier finds them uncovered.
 */
async function* leaves(
  snapshot: Snapshot,
  size: number,
  onProgress?: (events: number) => void,
): AsyncGenerator<ExportLeaf> {
  const numbered = snapshot.walk<{ leaf_index: number; leaf: string }>(
    `select l.leaf_index, coalesce(e.leaf, '') as leaf from audit_leaves l join audit_events e on e.org_id = l.org_id and e.id = l.event_id
      where l.org_id = $1 and l.leaf_index between 0 and ${MOST} order by l.leaf_index`,
    [snapshot.orgId],
    // Along one index, and by the other to each event: nothing is gathered first.
    ['hashjoin', 'mergejoin', 'sort'],
  )
  let next = size
  let count = 0
  for await (const row of numbered) {
    yield { index: row.leaf_index, bytes: Buffer.from(row.leaf) }
    next = Math.max(next, row.leaf_index + 1)
    if (++count % 10_000 === 0) onProgress?.(count)
  }
  const strays = snapshot.walk<{ id: string }>(
    `select e.id from audit_events e where e.org_id = $1
      and not exists (select 1 from audit_leaves l where l.org_id = e.org_id and l.event_id = e.id and l.leaf_index between 0 and ${MOST})
      and not exists (select 1 from audit_pending p where p.org_id = e.org_id and p.event_id = e.id) order by e.id`,
    [snapshot.orgId],
    ['nestloop'],
  )
  for await (const { id } of strays) {
    const rows = await snapshot.rows<{ leaf: string | null }>(
      'select leaf from audit_events where org_id = $1 and id = $2',
      [snapshot.orgId, id],
    )
    for (const row of rows) {
      yield { index: next++, bytes: Buffer.from(row.leaf ?? '') }
      count++
    }
  }
  onProgress?.(count)
}
