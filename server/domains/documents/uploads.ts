import type { Statement, Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { conflict } from '../../platform/http/problem.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import type { Services } from '../../platform/services.ts'
import { FileSeal, lockFile, type Owners, purgeFile, readFileRow } from '../files/index.ts'
import { DocumentSeal } from './seal.ts'

/** Uploads that somebody began and that are not whole: shown to them alone, so that they go on or give them up. */
interface UploadRow extends WrappedDek {
  /** The document. */
  id: string
  upload_id: string
  file_id: string
  sealed_name: Buffer
  allotted: number
  base: number
  size: number
  received: number
  created_at: Date
}

const MINE: Statement = {
  name: 'document-uploads-mine',
  text: `select d.id, v.id as upload_id, v.file_id, d.sealed_name, d.allotted, v.base, f.size, f.received, v.created_at, k.kek_id, k.wrapped
    from document_versions v
    join documents d on d.org_id = v.org_id and d.id = v.document_id and d.purged_at is null
    join files f on f.org_id = v.org_id and f.id = v.file_id and f.state = 'uploading'
    join deks k on k.org_id = d.org_id and k.subject_id = d.id
    where v.org_id = $1 and v.author_id = wk_user() and v.n is null and ($2::uuid is null or d.folder_id = $2) and ($3::uuid is null or d.id = $3)
    order by v.id desc limit 50`,
}

type Where = { folderId: string } | { documentId: string }
const uploadsIn = (tx: Tx, where: Where) =>
  tx.run<UploadRow>(MINE, [
    tx.context.orgId,
    'folderId' in where ? where.folderId : null,
    'documentId' in where ? where.documentId : null,
  ])

/** One's own uploads in a folder that are not whole, the latest first. */
export async function unfinishedIn(keys: OrgKeys, tx: Tx, folderId: string) {
  const rows = await uploadsIn(tx, { folderId })
  return Promise.all(
    rows.map(async (row) => ({
      documentId: row.id,
      uploadId: row.upload_id,
      name: (await DocumentSeal.of(keys, tx.context.orgId, row)).open<string>(
        'documents.sealed_name',
        row.id,
        row.sealed_name,
      ),
      received: row.received,
      size: row.size,
      /** Another version of a document that is there already. */
      another: row.allotted > 0,
      startedAt: row.created_at.toISOString(),
    })),
  )
}

/** One's own upload of the very same file here, that is not whole: it goes on. */
export async function sameUpload(
  keys: OrgKeys,
  tx: Tx,
  where: Where,
  file: { size: number; fingerprint?: string | undefined },
): Promise<{ documentId: string; uploadId: string; base: number } | undefined> {
  const { size, fingerprint } = file
  if (!fingerprint) return undefined
  for (const row of await uploadsIn(tx, where)) {
    if (row.size !== size || ('folderId' in where && row.allotted > 0)) continue
    const known = await readFileRow(tx, row.file_id)
    if (known?.wrapped && (await FileSeal.of(keys, tx, known)).isOf(known, { size, fingerprint }))
      return { documentId: row.id, uploadId: row.upload_id, base: row.base }
  }
  return undefined
}

/**
 * Removes what came of an upload that its sender gives up; the sender’s event stands before. The system’s own work, as
 * when nobody goes on with it for a day: who may upload may not purge.
 */
export function giveUp(services: Services, owners: Owners, orgId: string, fileId: string): Promise<void> {
  return services.db.withContext(
    { orgId, userId: null },
    async (tx) => {
      const row = await lockFile(tx, fileId)
      if (row?.state !== 'uploading') throw conflict('file-complete', 'The file has all its bytes already')
      if (row.leased) throw conflict('upload-in-progress', 'The file is being uploaded just now')
      await purgeFile(tx, services, owners, bySystem(services), row, undefined)
    },
    'worker',
  )
}
