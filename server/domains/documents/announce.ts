import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import { createFile } from '../files/index.ts'
import { documentFiles } from './file-owner.ts'
import type { DocumentRow } from './records.ts'
import type { DocumentSeal } from './seal.ts'

/** Announces a version of an opened document: its bytes follow. Answers its id. */
export async function announceVersion(
  tx: Tx,
  services: Services,
  by: By,
  doc: Pick<DocumentRow, 'id' | 'client_id' | 'group_id'>,
  seal: DocumentSeal,
  input: {
    name: string
    size: number
    base: number
    note?: string | undefined
    fingerprint?: string | undefined
  },
): Promise<string> {
  const place = { groupId: doc.group_id, clientId: doc.client_id, atHome: doc.client_id !== null }
  const file = await createFile(tx, services, by, documentFiles, place, {
    ownerId: doc.id,
    name: input.name,
    size: input.size,
    fingerprint: input.fingerprint,
  })
  const id = uuidv7()
  await tx.db
    .insertInto('document_versions')
    .values({
      org_id: tx.context.orgId,
      id,
      document_id: doc.id,
      base: input.base,
      file_id: file.id,
      sealed_note: input.note ? seal.seal('document_versions.sealed_note', id, input.note) : null,
      author_id: by.userId,
    })
    .execute()
  return id
}
