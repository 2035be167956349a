import type { Tx } from '../../../platform/db/database.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { ownersOfEmail } from '../../clients/index.ts'

/** Whom a sender's address belongs to. `several`: more than one client, so none is taken. */
export interface Sender {
  clientId: string | undefined
  contactId: string | undefined
  several: boolean
}

/**
 * Finds the client that an address belongs to, by its own record or one of its contacts. A sender's address is a claim:
 * it decides behind which wall the ticket stands and discloses nothing.
 */
export async function senderOf(keys: OrgKeys, tx: Tx, email: string | undefined): Promise<Sender> {
  const owners = email ? await ownersOfEmail(keys, tx, email) : []
  const clients = new Set(owners.map((o) => o.clientId))
  if (clients.size !== 1) return { clientId: undefined, contactId: undefined, several: clients.size > 1 }
  const contacts = owners.filter((o) => o.contactId)
  return {
    clientId: owners[0]!.clientId,
    contactId: contacts.length === 1 ? contacts[0]!.contactId! : undefined,
    several: false,
  }
}
