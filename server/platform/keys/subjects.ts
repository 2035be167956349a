import type { Tx } from '../db/database.ts'
import type { OrgKeys } from './org-keys.ts'
import type { DataKey } from './sealed.ts'

export type SubjectType =
  | 'client'
  | 'user'
  | 'organization'
  | 'blob'
  | 'ticket'
  | 'file'
  | 'folder'
  | 'document'
  | 'device'
  | 'thread'

/** The data key of an existing subject; throws `Shredded` when it was destroyed. */
export async function openSubject(keys: OrgKeys, tx: Tx, subjectId: string): Promise<DataKey> {
  const dek = await tx.db
    .selectFrom('deks')
    .select(['kek_id', 'wrapped'])
    .where('org_id', '=', tx.context.orgId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow()
  return keys.openDek(tx.context.orgId, subjectId, dek)
}

/** The data key of a subject, made on first use. */
export async function subjectDek(
  keys: OrgKeys,
  tx: Tx,
  type: SubjectType,
  subjectId: string,
): Promise<DataKey> {
  const { orgId } = tx.context
  const made = await keys.newDek(orgId, subjectId)
  const inserted = await tx.db
    .insertInto('deks')
    .values({
      org_id: orgId,
      subject_id: subjectId,
      subject_type: type,
      kek_id: made.kekId,
      wrapped: made.wrapped,
    })
    .onConflict((c) => c.columns(['org_id', 'subject_id']).doNothing())
    .returning('subject_id')
    .executeTakeFirst()
  return inserted ? made.key : openSubject(keys, tx, subjectId)
}
