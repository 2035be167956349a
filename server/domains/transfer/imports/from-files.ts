import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Actor } from '../../../platform/audit/event.ts'
import { auditEvent } from '../../../platform/audit/event.ts'
import { recordInTransaction } from '../../../platform/audit/record.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { overrideMapping } from '../csv/mapping.ts'
import { Probe, type ProbeResult } from '../intake/probe.ts'
import { TransferError } from '../problem.ts'
import { openCsv } from './csv-import.ts'
import { ImportOptions } from './options.ts'
import type { Progress } from './progress.ts'
import { runImport } from './run.ts'
import type { ImportFile } from './run-context.ts'
import {
  asSystem,
  createImport,
  endAbandoned,
  finishImport,
  getImport,
  type ImportRow,
  listIssues,
  type StoredIssue,
} from './store.ts'

export interface FilesImport {
  orgId: string
  groupId: string
  facilityId?: string | undefined
  /** One file, or a folder of which all CSV or all FHIR files are taken as one import. */
  path: string
  atomic?: boolean
  /** `header=field` pairs, over what is guessed. */
  map?: Record<string, string>
  dateOrder?: ImportOptions['dateOrder']
  delimiter?: ImportOptions['delimiter']
  encoding?: ImportOptions['encoding']
  kind?: ImportOptions['kind']
  region?: string
  signal?: AbortSignal
  listen?: (progress: Progress) => void
}

export interface FilesResult {
  id: string
  status: ImportRow['status']
  progress: Progress
  error?: { code: string; message: string }
  issues: StoredIssue[]
}

const FHIR = new Set(['.ndjson', '.json', '.jsonl'])

/**
 * Imports files where they lie, as an operator of this machine: without walls, recorded as done by the operator. Runs
 * in this process, beside a server that may be running on the same database.
 * @throws TransferError for what is no import
 */
export async function importFiles(services: Services, given: FilesImport): Promise<FilesResult> {
  const found = await lookAt(await filesAt(given.path))
  const files = found.map((f) => f.file)
  const options = await settle(given, found)
  const { orgId } = given
  const row = await begin(services, given, found, options)
  const more = {
    ...(given.signal ? { signal: given.signal } : {}),
    ...(given.listen ? { listen: given.listen } : {}),
  }
  try {
    const progress = await runImport(services, row, files, more)
    return await asSystem(services, orgId, async (tx) => {
      const after = (await getImport(tx, row.id))!
      const error = after.errorCode
        ? { error: { code: after.errorCode, message: after.errorMessage ?? '' } }
        : {}
      const issues = await listIssues(tx, row.id, 0, 10_000)
      return { id: row.id, status: after.status, progress, issues, ...error }
    })
  } catch (error) {
    await asSystem(services, orgId, (tx) => finishImport(tx, row, 'failed', INTERRUPTED)).catch(() => {})
    throw error
  }
}

const INTERRUPTED = new TransferError(
  'interrupted',
  'The import was interrupted. Run it again: nothing is added twice.',
)
const BUSY =
  'Another import is running, or was left unfinished by a server that is not running. Try again later.'
const UNIQUE_VIOLATION = '23505'

/** Notes the import as running here, after ending those whose command was killed. */
async function begin(
  services: Services,
  given: FilesImport,
  found: Found[],
  options: ImportOptions,
): Promise<ImportRow> {
  const { orgId, groupId } = given
  const id = uuidv7()
  const actor: Actor = { kind: 'operator', userId: null, osUser: userInfo().username }
  const { kind, encoding, encodingAssumed } = found[0]!.probe
  const bytes = found.reduce((sum, f) => sum + f.file.bytes, 0)
  const probe = { kind, encoding, encodingAssumed, bytes }
  const running = { options, leaseId: uuidv7() }
  const name = basename(given.path)
  try {
    return await asSystem(services, orgId, async (tx) => {
      await endAbandoned(tx, INTERRUPTED)
      const row = await createImport(services, tx, { id, actor, name, probe, stored: false, running })
      const facts = { kind, bytes, files: found.length, group: groupId, atomic: options.atomic }
      const event = { action: 'import.start', object: { type: 'import', id }, facts }
      await recordInTransaction(tx, auditEvent(orgId, actor, null, event))
      return row
    })
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new TransferError('busy', BUSY)
    throw error
  }
}

interface Found {
  file: ImportFile
  probe: ProbeResult
}

async function filesAt(path: string): Promise<string[]> {
  const there = await stat(path).catch(() => undefined)
  if (!there) throw new TransferError('no-file', 'There is no such file or folder.')
  if (!there.isDirectory()) return [path]
  const names = (await readdir(path)).sort()
  const of = (wanted: (extension: string) => boolean) =>
    names.filter((name) => wanted(extname(name).toLowerCase()))
  const fhir = of((extension) => FHIR.has(extension))
  const csv = of((extension) => extension === '.csv')
  if (fhir.length > 0 && csv.length > 0) {
    throw new TransferError(
      'mixed-folder',
      'The folder holds CSV and FHIR files. Import them one after the other.',
    )
  }
  const chosen = fhir.length > 0 ? fhir : csv
  if (chosen.length === 0)
    throw new TransferError('empty-file', 'The folder holds no .csv, .json or .ndjson file.')
  return chosen.map((name) => join(path, name))
}

async function lookAt(paths: string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const path of paths) {
    const probe = new Probe()
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
      probe.push(chunk as Buffer)
    const result = probe.end()
    const open = () => createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>
    found.push({
      probe: result,
      file: { name: basename(path), bytes: result.bytes, encoding: result.encoding, open },
    })
  }
  if (new Set(found.map((f) => f.probe.kind)).size > 1) {
    throw new TransferError(
      'mixed-folder',
      'The folder holds CSV and FHIR files. Import them one after the other.',
    )
  }
  return found
}

async function settle(given: FilesImport, found: Found[]): Promise<ImportOptions> {
  const { groupId, facilityId, atomic, dateOrder, delimiter, encoding, kind, region } = given
  const options = ImportOptions.parse(
    JSON.parse(JSON.stringify({ groupId, facilityId, atomic, dateOrder, delimiter, encoding, kind, region })),
  )
  if (!given.map || found[0]!.probe.kind !== 'csv') return options
  if (found.length > 1)
    throw new TransferError('bad-mapping', 'A mapping is for one file; import the files one by one.')
  const { header, rows } = await openCsv(found[0]!.file, options)
  await rows.return()
  return { ...options, mapping: overrideMapping(header, given.map) }
}
