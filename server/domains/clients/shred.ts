import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { RECORD_CLASSES, readClient } from './records.ts'

export interface ShredReceipt {
  eventId: string
  destroyedAt: string
  /** SHA-256 of the wrapped key and of the ciphertexts: proof of what was destroyed, of no use to read it. */
  keyHash: string
  ciphertextHash: string
  rows: number
}

/**
 * Crypto-shredding (NIST SP 800-88 "cryptographic erase"): the client's data key is destroyed, so that every
 * ciphertext under it, also those in the log and in old backups' rows, opens no more; then the ciphertexts and
 * search tokens go too. The row stays as a tombstone. Undefined when the client isn't there for the caller.
 */
export async function shredClient(tx: Tx, id: string): Promise<ShredReceipt | 'read-only' | undefined> {
  const row = await readClient(tx, id)
  if (!row || row.shredded_at) return undefined
  if (!row.writable) return 'read-only'
  const hash = createHash('sha256')
  for (const cls of RECORD_CLASSES) if (row[`sealed_${cls}`]) hash.update(row[`sealed_${cls}`]!)
  let rows = 1
  const parts = [
    await tx.db
      .deleteFrom('client_contacts')
      .where('client_id', '=', id)
      .returning('sealed_contact as sealed')
      .execute(),
    await tx.db
      .deleteFrom('client_notes')
      .where('client_id', '=', id)
      .returning('sealed_note as sealed')
      .execute(),
    await tx.db
      .deleteFrom('client_resources')
      .where('client_id', '=', id)
      .returning('sealed_clinical as sealed')
      .execute(),
    await tx.db
      .deleteFrom('client_relationships')
      .where((e) => e.or([e('client_id', '=', id), e('other_client_id', '=', id)]))
      .returning('sealed_contact as sealed')
      .execute(),
  ]
  for (const part of parts) {
    for (const r of part) hash.update(r.sealed)
    rows += part.length
  }
  await tx.db.deleteFrom('client_search').where('client_id', '=', id).execute()
  await tx.db.deleteFrom('client_sources').where('client_id', '=', id).execute()
  const destroyed = new Date()
  await tx.db
    .updateTable('clients')
    .where('id', '=', id)
    .set({
      sealed_contact: null,
      sealed_demographic: null,
      sealed_identifier: null,
      sealed_clinical: null,
      sealed_financial: null,
      shredded_at: destroyed,
      updated_at: destroyed,
      version: row.version + 1,
    })
    .execute()
  await tx.db
    .updateTable('deks')
    .where('subject_id', '=', id)
    .set({ wrapped: null, destroyed_at: destroyed })
    .execute()
  return {
    eventId: uuidv7(),
    destroyedAt: destroyed.toISOString(),
    rows,
    keyHash: createHash('sha256').update(row.wrapped!).digest('hex'),
    ciphertextHash: hash.digest('hex'),
  }
}
