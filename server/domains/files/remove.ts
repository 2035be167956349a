import type { Services } from '../../platform/services.ts'

const LEFT = {
  name: 'file-parts-left',
  text: `select p.blob_id from file_parts p join files f on f.org_id = p.org_id and f.id = p.file_id
    where p.org_id = $1 and p.file_id = $2 and f.state = 'purged'`,
}
const FORGET = {
  name: 'file-forget-parts',
  text: 'delete from file_parts where org_id = $1 and file_id = $2 and blob_id = any ($3::uuid[])',
}

/**
 * Removes the ciphertexts of a purged file from the store. Its key is destroyed already; the list of its blobs stays
 * until they are gone, so that a store that is away keeps none.
 */
export async function removeBlobs(services: Services, orgId: string, fileId: string): Promise<void> {
  const context = { orgId, userId: null }
  const left = await services.db.withContext(
    context,
    (tx) => tx.run<{ blob_id: string }>(LEFT, [orgId, fileId]),
    'worker',
  )
  for (const { blob_id } of left) await services.blobs.files.remove(orgId, blob_id)
  if (left.length > 0)
    await services.db.withContext(
      context,
      (tx) => tx.run(FORGET, [orgId, fileId, left.map((p) => p.blob_id)]),
      'worker',
    )
}
