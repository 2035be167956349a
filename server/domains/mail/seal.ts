import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, type Sealed, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'

/** Columns of this domain that hold ciphertexts, all under the organization's data key. */
export type SealedColumn =
  | 'mail_settings.sealed_login'
  | 'mailboxes.sealed_login'
  | 'mail_received.sealed_message_id'
  | 'mail_deliveries.sealed_to'
  | 'mail_deliveries.sealed_reason'

export interface Login {
  user: string
  password: string
}

const placeOf = (orgId: string, where: SealedColumn, row: string): Place => {
  const [table, column] = where.split('.') as [string, string]
  return { orgId, table, column, row }
}

export async function sealed(
  keys: OrgKeys,
  tx: Tx,
  where: SealedColumn,
  row: string,
  value: unknown,
): Promise<Sealed> {
  const { orgId } = tx.context
  return sealJson(await subjectDek(keys, tx, 'organization', orgId), placeOf(orgId, where, row), value)
}

export async function opened<T>(
  keys: OrgKeys,
  tx: Tx,
  where: SealedColumn,
  row: string,
  bytes: Uint8Array,
): Promise<T> {
  const { orgId } = tx.context
  return openJson<T>(await subjectDek(keys, tx, 'organization', orgId), placeOf(orgId, where, row), bytes)
}
