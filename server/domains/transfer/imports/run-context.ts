import type { Actor, EventInput } from '../../../platform/audit/event.ts'
import { auditEvent } from '../../../platform/audit/event.ts'
import { recordInTransaction } from '../../../platform/audit/record.ts'
import type { Context, PoolName, Tx } from '../../../platform/db/database.ts'
import type { Tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import type { Encoding } from '../intake/encoding.ts'
import type { Issue } from '../problem.ts'
import { deferEvent } from './deferred-events.ts'
import type { ImportOptions } from './options.ts'
import type { Progress } from './progress.ts'
import type { SourceTokens } from './tokens.ts'

/** One file of an import, to be read as often as it takes. */
export interface ImportFile {
  name: string
  bytes: number
  encoding: Encoding
  open(): AsyncIterable<Uint8Array>
}

/** What the parts of one running import share. */
export interface ImportRun {
  services: Services
  orgId: string
  importId: string
  /** Behind the walls of the user who imports; an operator on the command line has none. */
  context: Context
  pool: PoolName
  actor: Actor
  options: ImportOptions & { groupId: string }
  files: ImportFile[]
  tokens: SourceTokens
  tokenizer: Tokenizer
  progress: Progress
  /** Whether the last batch brought more new clients than known ones. */
  mostlyNew: boolean
  /** Aborted when the process is to stop: the import pauses, and goes on in the next process. */
  signal: AbortSignal
  /** All batches share one transaction: its events are recorded when it ends. */
  defers: boolean
  /** Runs a batch in a transaction of its own, or in the one of an all-or-nothing import. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Saves the progress with the batch, unless all waits for the end; raises `ImportStopped` where it is to stop. */
  save(tx: Tx): Promise<void>
}

/** Records an event of the import in the transaction of what it tells of: at once, or at the end of a long one. */
export async function recordImport(run: ImportRun, tx: Tx, event: EventInput): Promise<void> {
  const whole = { ...event, facts: { import: run.importId, ...event.facts } }
  if (run.defers) await deferEvent(run, tx, whole)
  else await recordInTransaction(tx, auditEvent(run.orgId, run.actor, null, whole))
}

/** What reading one row gave: something to import, remarks, or both. */
export interface ReadRow<T> {
  item?: T
  issues: Issue[]
  file?: string
  /** About how much memory the item takes. */
  size: number
}

/** A stretch of rows that is worked on and saved together. */
export interface Batch<T> {
  items: T[]
  rows: number
  failed: number
  issues: { issue: Issue; file?: string }[]
  /** Rows of this pass that lie behind, this batch included. */
  position: number
  bytesDone: number
}

const MAX_ITEMS = 500
const MAX_ROWS = 2000
const MAX_SIZE = 8 * 1024 * 1024

/**
 * Gathers rows into batches, passing over the first `skip` (which an earlier run of the same import has done).
 * What goes wrong in a batch is told with that batch, so that a restart repeats neither.
 */
export async function* inBatches<T>(
  rows: AsyncIterable<ReadRow<T>>,
  skip: number,
  bytesDone: () => number,
): AsyncGenerator<Batch<T>> {
  let position = 0
  let size = 0
  const empty = (): Batch<T> => ({ items: [], rows: 0, failed: 0, issues: [], position: 0, bytesDone: 0 })
  let batch = empty()
  for await (const row of rows) {
    if (++position <= skip) continue
    batch.rows++
    size += row.size
    if (row.item !== undefined) batch.items.push(row.item)
    if (row.issues.some((issue) => issue.severity === 'error')) batch.failed++
    for (const issue of row.issues) batch.issues.push(row.file ? { issue, file: row.file } : { issue })
    if (batch.items.length < MAX_ITEMS && batch.rows < MAX_ROWS && size < MAX_SIZE) continue
    yield { ...batch, position, bytesDone: bytesDone() }
    batch = empty()
    size = 0
  }
  yield { ...batch, position, bytesDone: bytesDone() }
}

/** Notes what reading the batch told, and where it ends; to be saved in the batch's transaction. */
export function noteBatch(run: ImportRun, batch: Batch<unknown>, pass: number): void {
  const { progress } = run
  progress.add({ rowsRead: batch.rows, failed: batch.failed })
  for (const { issue, file } of batch.issues) progress.note(issue, file)
  progress.pass = pass
  progress.position = batch.position
  progress.bytesDone = batch.bytesDone
}

/**
 * Works through batches. While the database is busy with one, the next is read and made `ready` (what can be done
 * without the database); only one is written at a time, so that each sees what those before it have written.
 */
export async function pipelined<T>(
  batches: AsyncIterable<T>,
  work: (batch: T) => Promise<void>,
  ready: (batch: T) => Promise<void> = async () => {},
): Promise<void> {
  let busy: Promise<void> = Promise.resolve()
  let failure: unknown
  for await (const batch of batches) {
    await ready(batch)
    await busy
    if (failure !== undefined) throw failure
    busy = work(batch).catch((error: unknown) => {
      failure = error ?? new Error('failed')
    })
  }
  await busy
  if (failure !== undefined) throw failure
}
