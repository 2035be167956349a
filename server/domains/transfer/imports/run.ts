import type { Tx } from '../../../platform/db/database.ts'
import { tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import { TransferError } from '../problem.ts'
import { importCsv, readCandidates, readThrough } from './csv-import.ts'
import { recordDeferred } from './deferred-events.ts'
import { checkFhir, FHIR_PASSES, importFhir, scanFhir } from './fhir-import.ts'
import { ImportStopped, Progress } from './progress.ts'
import { type ImportFile, type ImportRun, type ReadRow, recordImport } from './run-context.ts'
import { finishImport, type ImportRow, keepLease, setTotal } from './store.ts'
import { SourceTokens } from './tokens.ts'

/** An all-or-nothing import found rows that are not right. */
class NotAllRight extends Error {}

const LEASE_SECONDS = 20

export interface RunOptions {
  /** Aborted when the process is to stop. */
  signal?: AbortSignal
  /** Hears of every step. */
  listen?: (progress: Progress) => void
}

/**
 * Runs one import that this process has claimed, to its end: reads the files once to see that they can be read,
 * then imports batch by batch, each in a transaction with its audit event and the progress; or, if asked for all
 * or nothing, everything in one. Always ends the import in the database, unless the database itself is away or
 * another process has taken over; then it is taken up again where it stands.
 */
export async function runImport(
  services: Services,
  row: ImportRow,
  files: ImportFile[],
  more: RunOptions = {},
): Promise<Progress> {
  const run = await prepareRun(services, row, files, more)
  const heartbeat = setInterval(
    () => void keepLease(services, row, LEASE_SECONDS).catch(() => {}),
    (LEASE_SECONDS * 1000) / 4,
  )
  try {
    run.progress.bytesTotal =
      files.reduce((sum, f) => sum + f.bytes, 0) * (row.kind === 'fhir' ? FHIR_PASSES : 1)
    await setTotal(services, row, run.progress.bytesTotal)
    if (row.options.atomic) await importAtomically(run, row)
    else {
      await check(run, row)
      await importAll(run, row)
      await run.transact((tx) => finish(run, row, tx, 'done'))
    }
  } catch (error) {
    await settle(run, row, error)
  } finally {
    clearInterval(heartbeat)
  }
  return run.progress
}

async function prepareRun(
  services: Services,
  row: ImportRow,
  files: ImportFile[],
  more: RunOptions,
): Promise<ImportRun> {
  const { orgId, id } = row
  const { groupId } = row.options
  if (!groupId) throw new Error('an import needs a client group')
  const context = { orgId, userId: row.userId }
  const pool = row.userId === null ? 'worker' : 'app'
  const signal = more.signal ?? new AbortController().signal
  const progress = new Progress({ orgId, importId: id, leaseId: row.leaseId! }, row.progress, more.listen)
  return {
    services,
    orgId,
    importId: id,
    context,
    pool,
    actor: row.actor,
    files,
    options: { ...row.options, groupId },
    tokens: await SourceTokens.of(services.keys, orgId, groupId, id),
    tokenizer: await tokenizer(services.keys, orgId),
    progress,
    mostlyNew: true,
    defers: false,
    transact: (work) =>
      services.db.withContext(
        context,
        async (tx) => {
          await stillActive(tx, row.userId)
          return work(tx)
        },
        pool,
      ),
    signal,
    async save(tx) {
      signal.throwIfAborted()
      await progress.save(tx)
    },
  }
}

/** Whoever is suspended or removed brings in nothing more, a batch later at most. */
async function stillActive(tx: Tx, userId: string | null): Promise<void> {
  if (userId === null) return
  const user = await tx.db.selectFrom('users').select('status').where('id', '=', userId).executeTakeFirst()
  if (user?.status !== 'active')
    throw new TransferError('walled', 'The account that began this import is no longer active.')
}

const importAll = (run: ImportRun, row: ImportRow) => (row.kind === 'csv' ? importCsv(run) : importFhir(run))

/** Reads everything once: a file that breaks somewhere breaks before anything was changed. */
async function check(run: ImportRun, row: ImportRow): Promise<void> {
  if (row.kind === 'fhir') return scanFhir(run)
  for (const file of run.files) await readThrough(run, file)
}

async function importAtomically(run: ImportRun, row: ImportRow): Promise<void> {
  await refuseAnyIssue(run, row)
  await run.services.db.withContext(
    run.context,
    async (tx) => {
      const save = async () => {
        if (run.progress.total.failed > 0) throw new NotAllRight()
        if (!(await keepLease(run.services, row, LEASE_SECONDS)))
          throw new ImportStopped('the import was stopped')
        run.progress.show()
      }
      await importAll({ ...run, save, defers: true, transact: (work) => work(tx) }, row)
      await stillActive(tx, row.userId)
      await recordDeferred(run, tx)
      await finish(run, row, tx, 'done')
    },
    run.pool,
  )
}

/** Every row is read and mapped; the remarks are stored, and the import ends here if one is an error. */
async function refuseAnyIssue(run: ImportRun, row: ImportRow): Promise<void> {
  async function* all(): AsyncGenerator<ReadRow<unknown>> {
    if (row.kind === 'fhir') yield* checkFhir(run)
    else for (const file of run.files) yield* readCandidates(run, file)
  }
  let failed = 0
  for await (const { issues, file } of all()) {
    if (!issues.some((issue) => issue.severity === 'error')) continue
    failed++
    for (const issue of issues) if (issue.severity === 'error') run.progress.note(issue, file)
  }
  if (failed === 0) return
  run.progress.add({ failed })
  throw new NotAllRight()
}

type Ending = 'done' | 'failed' | 'cancelled'

/** Ends the import in the database, with its event. Answers nothing; a lease that was lost ends nothing. */
async function finish(
  run: ImportRun,
  row: ImportRow,
  tx: Tx,
  status: Ending,
  error?: TransferError,
): Promise<void> {
  await run.progress.save(tx, status !== 'done')
  await finishImport(tx, row, status, error)
  const { created, unchanged, failed, others, contacts } = run.progress.total
  await recordImport(run, tx, {
    action: 'import.finish',
    object: { type: 'import', id: row.id },
    outcome: status === 'done' ? 'done' : 'failed',
    facts: {
      status,
      created,
      unchanged,
      failed,
      resources: others,
      contacts,
      ...(error ? { code: error.code } : {}),
    },
  })
}

/** Ends what can't go on. A lost database is no end: the lease runs out, and the import is taken up again. */
async function settle(run: ImportRun, row: ImportRow, error: unknown): Promise<void> {
  const cancelled = error instanceof ImportStopped
  const known = describe(run, error)
  if (!cancelled && !known) throw error
  run.progress.rolledBack(error instanceof NotAllRight)
  const context = { orgId: row.orgId, userId: null }
  const ended = run.services.db.withContext(
    context,
    (tx) => finish(run, row, tx, cancelled ? 'cancelled' : 'failed', known),
    'worker',
  )
  await ended.catch((e: unknown) => {
    if (!(e instanceof ImportStopped)) throw e
  })
}

/** What a person is told; undefined for faults of the machinery, which are raised. */
function describe(run: ImportRun, error: unknown): TransferError | undefined {
  if (error instanceof TransferError) return error
  if (error instanceof NotAllRight) {
    const n = run.progress.total.failed
    return new TransferError(
      'rows-not-right',
      `${n} ${n === 1 ? 'row is' : 'rows are'} not right, so nothing was imported.`,
    )
  }
  const code = (error as { code?: string } | null)?.code
  if (code === '42501')
    return new TransferError('walled', 'The walls no longer let you put clients into this group.')
  if (code === '53100' || code === 'ENOSPC')
    return new TransferError('disk-full', 'The disk is full. What was imported so far stays.')
  return undefined
}
