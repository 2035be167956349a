import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import { displayName, openClasses } from '../clients/index.ts'

interface Row extends WrappedDek {
  id: string
  kind: 'person' | 'organisation'
  facility_id: string | null
  contact_id: string | null
  sealed_contact: Buffer | null
}

const MINE = { name: 'portal-my-clients', text: 'select * from wk_portal_client_rows()' }

/** The clients of the portal person who asks, by name. The database answers for nobody else. */
export async function myClients(keys: OrgKeys, tx: Tx) {
  const { orgId } = tx.context
  const rows = await tx.run<Row>(MINE, [])
  return Promise.all(
    rows.map(async (row) => {
      const key = await keys.openDek(orgId, row.id, row)
      return {
        id: row.id,
        kind: row.kind,
        self: row.contact_id === null,
        name: displayName(openClasses(key, orgId, row, ['contact']).contact),
      }
    }),
  )
}
