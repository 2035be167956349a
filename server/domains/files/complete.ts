import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Owners } from './owners.ts'
import { lockFile, type PartRow, partsOf } from './records.ts'
import { aboutFile, setState } from './state.ts'

/** SHA-256 over the SHA-256 of each part's ciphertext, in order: what a receipt of a purge names. */
export function ciphertextHash(parts: readonly PartRow[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part.sha256)
  return hash.digest()
}

/** All bytes are there: the file waits to be read. Doing it twice changes nothing. */
export async function completeFile(
  tx: Tx,
  services: Services,
  owners: Owners,
  by: By,
  fileId: string,
): Promise<void> {
  const row = await lockFile(tx, fileId)
  if (row?.state !== 'uploading' || row.received !== row.size) return
  await setState(tx, services, owners, by, row, 'waiting', {
    sealed_hash: ciphertextHash(await partsOf(tx, fileId)),
    completed_at: new Date(),
    lease_id: null,
    lease_until: null,
  })
  await addJob(tx, 'file.read', { fileId }, { key: `file.read:${fileId}` })
  await by.record(tx, { action: 'file.upload', ...aboutFile(owners, row, { bytes: row.size }) })
}
