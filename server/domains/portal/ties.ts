import type { Tx } from '../../platform/db/database.ts'
import { forbidden, invalid } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { readClient } from '../clients/index.ts'

export interface ClientTie {
  clientId: string
  contactId?: string | null | undefined
}

/**
 * Ties a portal person to clients. It takes the wall open for writing and the class `contact` to change: the tie opens
 * the client's documents and messages to somebody outside.
 */
export async function tieToClients(
  ctx: RequestContext,
  tx: Tx,
  userId: string,
  ties: readonly ClientTie[],
): Promise<void> {
  if (!ties.length) return
  if (ctx.principal.fieldClasses.contact !== 'write')
    throw forbidden('Your roles may not change the class contact.')
  for (const [i, tie] of ties.entries()) {
    const client = await readClient(tx, tie.clientId)
    if (!client || client.shredded_at)
      throw invalid([{ field: `clients.${i}.clientId`, message: 'names nothing that you may see' }])
    if (!client.writable) throw forbidden('The walls open this client for reading only.')
    await mustBeContact(tx, i, tie)
    await tx.db
      .insertInto('portal_clients')
      .values({
        org_id: tx.context.orgId,
        user_id: userId,
        client_id: tie.clientId,
        contact_id: tie.contactId ?? null,
        added_by: ctx.principal.userId,
      })
      .onConflict((c) =>
        c.columns(['org_id', 'user_id', 'client_id']).doUpdateSet({ contact_id: tie.contactId ?? null }),
      )
      .execute()
  }
}

async function mustBeContact(tx: Tx, i: number, { clientId, contactId }: ClientTie): Promise<void> {
  if (!contactId) return
  const contact = await tx.db
    .selectFrom('client_contacts')
    .select('id')
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', contactId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (!contact)
    throw invalid([{ field: `clients.${i}.contactId`, message: 'must be a contact of this client' }])
}

/** Ties a user, of staff or of the portal, to facilities. */
export async function tieToFacilities(
  ctx: RequestContext,
  tx: Tx,
  userId: string,
  facilityIds: readonly string[],
): Promise<void> {
  if (!facilityIds.length) return
  const found = await tx.db
    .selectFrom('facilities')
    .select('id')
    .where('id', 'in', [...facilityIds])
    .execute()
  if (found.length !== new Set(facilityIds).size)
    throw invalid([{ field: 'facilityIds', message: 'names a facility that does not exist' }])
  await tx.db
    .insertInto('user_facilities')
    .values(
      found.map(({ id }) => ({
        org_id: tx.context.orgId,
        user_id: userId,
        facility_id: id,
        added_by: ctx.principal.userId,
      })),
    )
    .onConflict((c) => c.columns(['org_id', 'user_id', 'facility_id']).doNothing())
    .execute()
}
