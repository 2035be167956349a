import type { Tx } from '../../platform/db/database.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'

/** Stores a file's data key. The file's row stands first: the key's policy looks at it. */
export async function insertKey(
  tx: Tx,
  fileId: string,
  made: { key: DataKey; kekId: string; wrapped: Buffer },
): Promise<void> {
  await tx.db
    .insertInto('deks')
    .values({
      org_id: tx.context.orgId,
      subject_id: fileId,
      subject_type: 'file',
      kek_id: made.kekId,
      wrapped: made.wrapped,
    })
    .execute()
}

const DESTROY = {
  name: 'file-destroy-key',
  text: `update deks set wrapped = null, destroyed_at = now() where org_id = $1 and subject_id = $2 and subject_type = 'file'
    and wrapped is not null returning subject_id`,
}

/** What was sealed under the file's key opens no more, for every process and from this commit on. */
export async function destroyKey(tx: Tx, fileId: string): Promise<void> {
  const rows = await tx.run(DESTROY, [tx.context.orgId, fileId])
  if (rows.length !== 1) throw new Error('a file’s key was not there to be destroyed')
}
