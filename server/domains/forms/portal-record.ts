import type { Tx } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import { type DataKey, openJson } from '../../platform/keys/sealed.ts'
import {
  type ContactPerson,
  contactPlace,
  displayName,
  openClasses,
  type RecordClasses,
} from '../clients/index.ts'

interface Row extends WrappedDek {
  id: string
  contact_id: string | null
  sealed_contact: Buffer | null
  sealed_demographic: Buffer | null
  sealed_identifier: Buffer | null
  sealed_financial: Buffer | null
  sealed_person: Buffer | null
}
const RECORD = { name: 'portal-client-record', text: 'select * from wk_portal_client_record($1)' }

export interface PortalClient {
  key: DataKey
  name: string
  /** What of the record may stand in a form that this person fills. */
  record: Partial<RecordClasses>
}

/**
 * A client for the portal person who asks. Who is the client, or its guardian, is shown what the record says; whoever else is
 * tied to it the name alone, which they know anyhow.
 */
export async function portalClient(keys: OrgKeys, tx: Tx, clientId: string): Promise<PortalClient> {
  const { orgId } = tx.context
  const [row] = await tx.run<Row>(RECORD, [clientId])
  if (!row) throw notFound('The client')
  const key = await keys.openDek(orgId, row.id, row)
  const contact = openClasses(key, orgId, row, ['contact']).contact
  const guardian =
    row.contact_id !== null &&
    row.sealed_person !== null &&
    openJson<ContactPerson>(key, contactPlace(orgId, row.contact_id), row.sealed_person).isGuardian
  const record =
    row.contact_id === null || guardian
      ? openClasses(key, orgId, row, ['contact', 'demographic', 'identifier', 'financial'])
      : { ...(contact && { contact: { names: contact.names, phones: [], emails: [], addresses: [] } }) }
  return { key, name: displayName(contact), record }
}
