import type { Statement, Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { backupsGoneBy } from '../files/index.ts'
import { classesOf, seesPrivate } from './access.ts'
import { saidPlainly } from './problems.ts'

interface Destroyed {
  /** Null in the last line, which is of the document itself. */
  file_id: string | null
  bytes: number | null
  ciphertext: Buffer | null
  key: Buffer
  client_id: string | null
}

const DESTROY: Statement = {
  name: 'document-destroy',
  text: 'select file_id, bytes, ciphertext, key, client_id from wk_destroy_document($1, $2)',
}

/**
 * Destroys a document and every version of it, keys first, in this transaction, with a receipt in the log for each file
 * and one for the document. The ciphertexts follow by a job.
 */
export async function destroyDocument(tx: Tx, by: By, principal: Principal, id: string, reason: string) {
  const rows = await saidPlainly(tx.run<Destroyed>(DESTROY, [id, seesPrivate(principal)]))
  const whole = rows.at(-1)
  if (!whole) throw notFound('The document')
  const now = new Date()
  const about = { object: { type: 'document', id }, ...classesOf(whole), reason }
  const backupsUntil = backupsGoneBy(now)
  const files = []
  for (const row of rows.slice(0, -1)) {
    const file = {
      eventId: uuidv7(),
      fileId: row.file_id!,
      bytes: row.bytes!,
      ciphertextHash: row.ciphertext!.toString('hex'),
      keyHash: row.key.toString('hex'),
    }
    files.push(file)
    await by.record(tx, {
      id: file.eventId,
      action: 'file.purge',
      ...about,
      objects: [file.fileId],
      facts: {
        file: file.fileId,
        ciphertext: file.ciphertextHash,
        key: file.keyHash,
        bytes: file.bytes,
        backupsUntil,
        org: tx.context.orgId,
      },
    })
  }
  const receipt = {
    eventId: uuidv7(),
    documentId: id,
    destroyedAt: now.toISOString(),
    keyHash: whole.key.toString('hex'),
    backupsUntil,
    files,
  }
  await by.record(tx, {
    id: receipt.eventId,
    action: 'document.destroy',
    ...about,
    objects: files.map((f) => f.fileId),
    facts: { files: files.length, key: receipt.keyHash, backupsUntil },
  })
  return receipt
}
