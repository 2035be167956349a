import type { Tx } from '../../platform/db/database.ts'
import type { Services } from '../../platform/services.ts'
import { lockTicket } from './records.ts'
import { rekeyTicket, sealedTables } from './rekey.ts'
import { TicketSeal } from './seal.ts'

/** What a ticket is called when what it was about is gone. */
const GONE = 'Destroyed with its client'

/**
 * Erases all that was typed on the tickets of a client that is being destroyed, in the same transaction: texts go, and
 * each ticket gets a new key, so that what was sealed before opens nowhere any more. Numbers, times and states stay.
 * Answers how many tickets were erased.
 */
export async function eraseTicketsOf(
  { keys }: Pick<Services, 'keys'>,
  tx: Tx,
  clientId: string,
): Promise<number> {
  const { orgId, userId } = tx.context
  const ids = await tx.db
    .selectFrom('tickets')
    .select('id')
    .where('org_id', '=', orgId)
    .where('client_id', '=', clientId)
    .orderBy('id')
    .execute()
  for (const { id } of ids) {
    const ticket = await lockTicket(tx, id)
    if (!ticket) continue
    const seal = new TicketSeal(orgId, await keys.openDek(orgId, id, ticket))
    await tx.db
      .updateTable('ticket_messages')
      .set((e) => ({
        phi_state: 'purged',
        sealed_body: null,
        sealed_from: null,
        sealed_findings: null,
        sealed_copies: null,
        purged_at: new Date(),
        purged_by: userId,
        version: e('version', '+', 1),
      }))
      .where('org_id', '=', orgId)
      .where('ticket_id', '=', id)
      .where('sealed_body', 'is not', null)
      .execute()
    // What other domains sealed under the ticket's key goes too; the subject can't be nothing.
    for (const { table, columns, ticket: of } of sealedTables())
      if (table !== 'tickets' && table !== 'ticket_messages')
        await tx.client.query(
          `update ${table} set ${columns.map((c) => `${c} = null`).join(', ')} where org_id = $1 and ${of} = $2`,
          [orgId, id],
        )
    await tx.db
      .updateTable('tickets')
      .set((e) => ({
        sealed_subject: seal.seal('tickets.sealed_subject', id, GONE),
        sealed_tags: null,
        sealed_requester: null,
        phi_state: 'settled',
        version: e('version', '+', 1),
      }))
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .execute()
    await tx.db.deleteFrom('ticket_search').where('org_id', '=', orgId).where('ticket_id', '=', id).execute()
    await rekeyTicket(keys, tx, ticket)
  }
  return ids.length
}
