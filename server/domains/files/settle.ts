import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import { ciphertextHash } from './complete.ts'
import { destroyKey, insertKey } from './keys.ts'
import type { Owners } from './owners.ts'
import { type FileRow, FileSeal, lockFile, partsOf, readFileRow } from './records.ts'
import { aboutFile, setState } from './state.ts'

/** Backups that still hold what was purged are to be gone after this many days (docs/threat-model.md). */
export const BACKUP_DAYS = 35
const DAY_MS = 86_400_000

/** The day by which backups that still hold what was destroyed at this moment are to be gone. */
export const backupsGoneBy = (at: Date): string =>
  new Date(at.getTime() + BACKUP_DAYS * DAY_MS).toISOString().slice(0, 10)

export interface PurgeReceipt {
  eventId: string
  fileId: string
  purgedAt: string
  bytes: number
  /** SHA-256 over the SHA-256 of each part's ciphertext, and of the wrapped key: proof of what was destroyed. */
  ciphertextHash: string
  keyHash: string
  backupsUntil: string
}

/** The file, locked for a change by somebody who may make it; a problem otherwise. */
export async function lockForChange(
  tx: Tx,
  owners: Owners,
  principal: Principal,
  fileId: string,
): Promise<FileRow> {
  const row = await lockFile(tx, fileId)
  if (!row) {
    if (await readFileRow(tx, fileId)) throw forbidden('The walls open this file for reading only.')
    throw notFound('The file')
  }
  await owners.of(row.owner_type).open(tx, principal, row.owner_id, 'read')
  if (row.state === 'purged')
    throw conflict('already-purged', 'Somebody has purged this file already', 'Its receipt is in the log.')
  if (row.state === 'moved') throw conflict('already-moved', 'Somebody has moved this file already')
  return row
}

/** Somebody has looked and says that there is no protected health information in it. */
export async function clearFile(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  row: FileRow,
  reason: string,
): Promise<void> {
  if (row.state !== 'suspected') throw conflict('not-suspected', 'The file is not suspected')
  await setState(tx, services, owners, by, row, 'cleared', { cleared_by: by.userId, cleared_at: new Date() })
  await by.record(tx, {
    action: 'file.clear',
    ...aboutFile(owners, row, { findings: row.finding_count, error: row.read_error }),
    reason,
  })
}

/**
 * Destroys the file's key and all that was sealed under it; the row stays as a tombstone. The ciphertexts are removed
 * from the store by a job of this transaction.
 */
export async function purgeFile(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  row: FileRow,
  reason: string | undefined,
): Promise<PurgeReceipt> {
  const { orgId } = tx.context
  const now = new Date()
  const receipt: PurgeReceipt = {
    eventId: uuidv7(),
    fileId: row.id,
    purgedAt: now.toISOString(),
    bytes: row.received,
    ciphertextHash: (row.sealed_hash ?? ciphertextHash(await partsOf(tx, row.id))).toString('hex'),
    keyHash: createHash('sha256').update(row.wrapped!).digest('hex'),
    backupsUntil: backupsGoneBy(now),
  }
  await setState(tx, services, owners, by, row, 'purged', {
    ...GONE,
    purged_by: by.userId,
    purged_at: now,
  })
  // After the row: whether the key may be destroyed is seen by it.
  await destroyKey(tx, row.id)
  await addJob(tx, 'file.remove', { fileId: row.id }, { key: `file.remove:${row.id}` })
  await by.record(tx, {
    id: receipt.eventId,
    action: 'file.purge',
    ...aboutFile(owners, row, {
      ciphertext: receipt.ciphertextHash,
      key: receipt.keyHash,
      bytes: receipt.bytes,
      backupsUntil: receipt.backupsUntil,
      org: orgId,
    }),
    ...(reason !== undefined && { reason }),
  })
  return receipt
}

/** What a tombstone no longer has. */
const GONE = {
  sealed_name: null,
  sealed_findings: null,
  sealed_preview: null,
  sealed_digest: null,
  content_type: null,
  also_type: null,
  lease_id: null,
  lease_until: null,
} as const

const MOVE_PARTS = {
  name: 'file-move-parts',
  text: 'update file_parts set file_id = $3 where org_id = $1 and file_id = $2',
}

/**
 * Moves a file into a client's record, where protected health information belongs: a file of that client's takes over
 * the bytes as they lie, and here a tombstone stays.
 */
export async function moveFile(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  principal: Principal,
  row: FileRow,
  clientId: string,
  reason: string,
): Promise<{ id: string }> {
  const { orgId } = tx.context
  if (row.owner_type === 'client' && row.owner_id === clientId)
    throw invalid([{ field: 'clientId', message: 'is where the file is already' }])
  if (row.state !== 'clean' && row.state !== 'suspected' && row.state !== 'cleared')
    throw conflict('not-movable', 'Only a file that was read can be moved')
  const place = await owners.of('client').open(tx, principal, clientId, 'write')
  const id = uuidv7()
  const from = await FileSeal.of(services.keys, tx, row)
  const to = new FileSeal(orgId, id, from.key)
  const { content_type, mislabelled, also_type, pages, read_error, scan, size, created_by } = row
  const findings = from.findings(row)
  await tx.db
    .insertInto('files')
    .values({
      org_id: orgId,
      id,
      owner_type: 'client',
      owner_id: clientId,
      group_id: place.groupId,
      client_id: place.clientId,
      state: row.state === 'clean' ? 'clean' : 'cleared',
      sealed_name: to.seal('sealed_name', from.name(row)),
      sealed_findings: findings ? to.seal('sealed_findings', findings) : null,
      finding_count: row.finding_count,
      sealed_preview: row.sealed_preview ? to.sealPicture(from.openPicture(row.sealed_preview)) : null,
      sealed_digest: row.sealed_digest ? to.seal('sealed_digest', from.digest(row)) : null,
      sealed_hash: row.sealed_hash,
      received: size,
      moved_from: row.id,
      completed_at: row.completed_at,
      ...(row.state !== 'clean' && { cleared_by: by.userId, cleared_at: new Date() }),
      ...{ content_type, mislabelled, also_type, pages, read_error, scan, size, created_by },
    })
    .execute()
  await insertKey(tx, id, await services.keys.wrapDek(orgId, id, from.key))
  await tx.run(MOVE_PARTS, [orgId, row.id, id])
  await setState(tx, services, owners, by, row, 'moved', {
    ...GONE,
    moved_by: by.userId,
    moved_at: new Date(),
    moved_to: id,
  })
  await destroyKey(tx, row.id)
  await by.record(tx, {
    action: 'file.move',
    ...aboutFile(owners, row, { to: id, client: clientId }),
    reason,
  })
  await by.record(tx, {
    action: 'file.receive',
    ...aboutFile(owners, { id, owner_type: 'client', owner_id: clientId }, { from: row.id }),
  })
  return { id }
}
