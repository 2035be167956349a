import type { AnswerClass } from '../../../forms/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { forbidden, notFound } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import {
  displayName,
  openClasses,
  type RecordClasses,
  readClient,
  readClients,
  visibleClasses,
} from '../clients/index.ts'

export interface StaffClient {
  key: DataKey
  name: string
  version: number
  writable: boolean
  record: Partial<RecordClasses>
}

/** The client for somebody of the staff, with the classes of its record that they see. */
export async function staffClient(keys: OrgKeys, tx: Tx, p: Principal, id: string): Promise<StaffClient> {
  const row = await readClient(tx, id)
  if (!row || row.shredded_at) throw notFound('The client')
  const key = await keys.openDek(tx.context.orgId, row.id, row)
  const record = openClasses(key, tx.context.orgId, row, visibleClasses(p.fieldClasses))
  return { key, name: displayName(record.contact), version: row.version, writable: row.writable, record }
}

/** Names of clients, as far as the asker's classes show them. */
export async function clientNames(
  keys: OrgKeys,
  tx: Tx,
  p: Principal,
  ids: string[],
): Promise<Map<string, string>> {
  const { orgId } = tx.context
  if (!p.fieldClasses.contact || !ids.length) return new Map()
  const rows = await readClients(tx, [...new Set(ids)])
  return new Map(
    await Promise.all(
      rows.map(async (row): Promise<[string, string]> => {
        const key = await keys.openDek(orgId, row.id, row)
        return [row.id, displayName(openClasses(key, orgId, row, ['contact']).contact)]
      }),
    ),
  )
}

/** Answers for a client are changes of its classes: whoever may not change one fills no form that asks for it. */
export function mustWrite(p: Principal, classes: readonly AnswerClass[]): void {
  for (const cls of classes)
    if (p.fieldClasses[cls] !== 'write')
      throw forbidden(`Your roles may not change the class ${cls}, which this form asks for.`)
}
