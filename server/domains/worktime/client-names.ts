import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { displayName, openClasses, readClients } from '../clients/index.ts'

/** Names of clients, by id, for readers whose roles and walls show them; of others nothing. */
export async function clientNames(
  keys: OrgKeys,
  tx: Tx,
  reader: Pick<Principal, 'permissions' | 'fieldClasses'>,
  rows: readonly { client_id: string | null }[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  if (!reader.permissions.has('clients:read') || !reader.fieldClasses.contact) return names
  const ids = [...new Set(rows.flatMap((r) => r.client_id ?? []))]
  if (ids.length === 0) return names
  const { orgId } = tx.context
  for (const client of await readClients(tx, ids)) {
    if (client.shredded_at) continue
    const key = await keys.openDek(orgId, client.id, client)
    const { contact } = openClasses(key, orgId, client, ['contact'])
    if (contact) names.set(client.id, displayName(contact))
  }
  return names
}
