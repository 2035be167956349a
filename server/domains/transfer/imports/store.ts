import type { Actor } from '../../../platform/audit/event.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { openBytes, type Place, sealBytes } from '../../../platform/keys/sealed.ts'
import { openSubject, subjectDek } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'
import type { Encoding } from '../intake/encoding.ts'
import type { ProbeResult } from '../intake/probe.ts'
import type { TransferError } from '../problem.ts'
import type { ImportOptions } from './options.ts'
import type { Counts } from './progress.ts'

export type ImportStatus = 'uploaded' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** An import as the database has it. */
export interface ImportRow {
  orgId: string
  id: string
  userId: string | null
  actor: Actor
  kind: 'csv' | 'fhir'
  status: ImportStatus
  encoding: Encoding
  encodingAssumed: boolean
  stored: boolean
  sealedName: Buffer
  options: ImportOptions
  fileBytes: number
  bytesTotal: number
  bytesDone: number
  cancel: boolean
  attempts: number
  leaseId: string | null
  errorCode: string | null
  errorMessage: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  progress: {
    pass: number
    position: number
    total: Counts
    unassigned: Record<string, number>
    issues: number
  }
}

const COLUMNS = `org_id as "orgId", id, user_id as "userId", actor, kind, status, encoding, encoding_assumed as "encodingAssumed", stored,
  sealed_name as "sealedName", options, file_bytes as "fileBytes", bytes_total as "bytesTotal", bytes_done as "bytesDone", cancel, attempts, lease_id as "leaseId",
  error_code as "errorCode", error_message as "errorMessage", created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt", pass, position, rows_read, created, unchanged, updated, failed, others, contacts, unassigned`

type Raw = Omit<ImportRow, 'progress'> & {
  pass: number
  position: number
  rows_read: number
  created: number
  unchanged: number
  updated: number
  failed: number
  others: number
  contacts: number
  unassigned: Record<string, number>
}

function fromRaw(raw: Raw): ImportRow {
  const {
    pass,
    position,
    rows_read,
    created,
    unchanged,
    updated,
    failed,
    others,
    contacts,
    unassigned,
    ...rest
  } = raw
  const total = { rowsRead: rows_read, created, unchanged, updated, failed, others, contacts }
  return { ...rest, progress: { pass, position, total, unassigned, issues: 0 } }
}

const INSERT = {
  name: 'import-insert',
  text: `insert into imports (org_id, id, user_id, actor, kind, status, encoding, encoding_assumed, stored, sealed_name, file_bytes, bytes_total,
      group_id, options, lease_id, lease_until, started_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, case when $14::uuid is null then null else now() + interval '20 seconds' end,
      case when $14::uuid is null then null else now() end) returning ${COLUMNS}`,
}
const GET = { name: 'import-get', text: `select ${COLUMNS} from imports where org_id = $1 and id = $2` }
const LIST = {
  name: 'import-list',
  text: `select ${COLUMNS} from imports where org_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
}
const QUEUE = {
  name: 'import-queue',
  text: `update imports set status = 'queued', queued_at = now(), options = $3, group_id = $4, actor = $5
    where org_id = $1 and id = $2 and status = 'uploaded' returning ${COLUMNS}`,
}
const CANCEL = {
  name: 'import-cancel',
  text: `update imports set cancel = true, status = case when status = 'running' then status else 'cancelled' end,
      finished_at = case when status = 'running' then finished_at else now() end
    where org_id = $1 and id = $2 and status in ('uploaded', 'queued', 'running') returning ${COLUMNS}`,
}
const CLAIM = { name: 'import-claim', text: 'select org_id as "orgId", id from wk_claim_import($1, $2)' }
const LEASE = {
  name: 'import-lease',
  text: `update imports set lease_until = now() + make_interval(secs => $4)
    where org_id = $1 and id = $2 and lease_id = $3 and status = 'running' returning cancel`,
}
const TOTAL = {
  name: 'import-total',
  text: 'update imports set bytes_total = $4 where org_id = $1 and id = $2 and lease_id = $3',
}
const FINISH = {
  name: 'import-finish',
  text: `update imports set status = $4, error_code = $5, error_message = $6, finished_at = now(), lease_until = null,
      bytes_done = case when $4 = 'done' then bytes_total else bytes_done end
    where org_id = $1 and id = $2 and lease_id = $3 and status = 'running'`,
}
const ABANDONED = {
  name: 'import-abandoned',
  text: `update imports set status = 'failed', error_code = $2, error_message = $3, finished_at = now(), lease_until = null
    where org_id = $1 and status = 'running' and not stored and lease_until < now()`,
}
const FORGET = {
  name: 'import-forget',
  text: 'delete from import_references where org_id = $1 and import_id = $2',
}
const ISSUES = {
  name: 'import-issue-list',
  text: `select seq, file, row_number as row, field, reason, severity from import_issues
    where org_id = $1 and import_id = $2 and seq > $3 order by seq limit $4`,
}
const UNSTORE = {
  name: 'import-unstore',
  text: 'update imports set stored = false where org_id = $1 and id = $2',
}

const namePlace = (orgId: string, id: string): Place => ({
  orgId,
  table: 'imports',
  column: 'sealed_name',
  row: id,
})

export interface NewImport {
  id: string
  actor: Actor
  name: string
  probe: Omit<ProbeResult, 'bytes'> & { bytes: number }
  stored: boolean
  /** Given by an operator's command, which runs at once. */
  running?: { options: ImportOptions; leaseId: string }
}

/** Notes a new import; its file's name is sealed, since people name files after people. */
export async function createImport(services: Services, tx: Tx, given: NewImport): Promise<ImportRow> {
  const { orgId, userId } = tx.context
  const key = await subjectDek(services.keys, tx, 'organization', orgId)
  const sealed = sealBytes(key, namePlace(orgId, given.id), Buffer.from(given.name.slice(0, 255)))
  const [raw] = await tx.run<Raw>(INSERT, [
    orgId,
    given.id,
    userId,
    JSON.stringify(given.actor),
    given.probe.kind,
    given.running ? 'running' : 'uploaded',
    given.probe.encoding,
    given.probe.encodingAssumed,
    given.stored,
    sealed,
    given.probe.bytes,
    given.running?.options.groupId ?? null,
    JSON.stringify(given.running?.options ?? {}),
    given.running?.leaseId ?? null,
  ])
  return fromRaw(raw!)
}

export async function openName(services: Services, tx: Tx, row: ImportRow): Promise<string> {
  const key = await openSubject(services.keys, tx, row.orgId)
  return openBytes(key, namePlace(row.orgId, row.id), row.sealedName).toString('utf8')
}

export async function getImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const [raw] = await tx.run<Raw>(GET, [tx.context.orgId, id])
  return raw && fromRaw(raw)
}

export async function listImports(tx: Tx, before: string | undefined, limit: number): Promise<ImportRow[]> {
  return (await tx.run<Raw>(LIST, [tx.context.orgId, before ?? null, limit])).map(fromRaw)
}

/** Hands an uploaded import over to be run; undefined when it is not waiting for that. */
export async function queueImport(
  tx: Tx,
  id: string,
  options: ImportOptions,
  actor: Actor,
): Promise<ImportRow | undefined> {
  const [raw] = await tx.run<Raw>(QUEUE, [
    tx.context.orgId,
    id,
    JSON.stringify(options),
    options.groupId,
    JSON.stringify(actor),
  ])
  return raw && fromRaw(raw)
}

export async function cancelImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const [raw] = await tx.run<Raw>(CANCEL, [tx.context.orgId, id])
  return raw && fromRaw(raw)
}

/** Takes the next import to run, of any organization, for this process. */
export async function claimImport(services: Services, seconds: number): Promise<ImportRow | undefined> {
  const [claimed] = await services.db.query<{ orgId: string; id: string }>(
    CLAIM,
    [uuidv7(), seconds],
    'worker',
  )
  if (!claimed) return undefined
  return asSystem(services, claimed.orgId, (tx) => getImport(tx, claimed.id))
}

export const asSystem = <T>(services: Services, orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  services.db.withContext({ orgId, userId: null }, work, 'worker')

/** Says that this process is alive and at it. False when the import was cancelled or taken over. */
export async function keepLease(services: Services, row: ImportRow, seconds: number): Promise<boolean> {
  const [kept] = await asSystem(services, row.orgId, (tx) =>
    tx.run<{ cancel: boolean }>(LEASE, [row.orgId, row.id, row.leaseId, seconds]),
  )
  return kept !== undefined && !kept.cancel
}

export async function setTotal(services: Services, row: ImportRow, bytes: number): Promise<void> {
  await asSystem(services, row.orgId, (tx) => tx.run(TOTAL, [row.orgId, row.id, row.leaseId, bytes]))
}

export async function finishImport(
  tx: Tx,
  row: ImportRow,
  status: ImportStatus,
  error?: TransferError,
): Promise<void> {
  await tx.run(FINISH, [row.orgId, row.id, row.leaseId, status, error?.code ?? null, error?.message ?? null])
  await tx.run(FORGET, [row.orgId, row.id])
}

/** Ends imports of commands that were killed: their files are not here to go on with. */
export async function endAbandoned(tx: Tx, error: TransferError): Promise<void> {
  await tx.run(ABANDONED, [tx.context.orgId, error.code, error.message])
}

export interface StoredIssue {
  seq: number
  file: string | null
  row: number | null
  field: string | null
  reason: string
  severity: 'error' | 'warning'
}

export function listIssues(tx: Tx, importId: string, after: number, limit: number): Promise<StoredIssue[]> {
  return tx.run<StoredIssue>(ISSUES, [tx.context.orgId, importId, after, limit])
}

export async function markUnstored(services: Services, orgId: string, id: string): Promise<void> {
  await asSystem(services, orgId, (tx) => tx.run(UNSTORE, [orgId, id]))
}
