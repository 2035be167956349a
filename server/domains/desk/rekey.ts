import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openBytes, sealBytes } from '../../platform/keys/sealed.ts'
import type { LockedTicket } from './records.ts'

/** A table with columns that are sealed under the key of the ticket that a row belongs to. */
export interface SealedTable {
  table: string
  columns: readonly string[]
  /** The column that names the ticket; `id` for the tickets themselves. */
  ticket: string
}

const tables: SealedTable[] = [
  { table: 'tickets', columns: ['sealed_subject', 'sealed_tags', 'sealed_requester'], ticket: 'id' },
  {
    table: 'ticket_messages',
    columns: ['sealed_body', 'sealed_from', 'sealed_findings', 'sealed_copies'],
    ticket: 'ticket_id',
  },
  { table: 'ticket_steps', columns: ['sealed_note'], ticket: 'ticket_id' },
]

/** Another domain's table that is sealed under tickets' keys (AAD as everywhere, the row's `id`): it is sealed anew with them. */
export function alsoSealedUnderTickets(table: SealedTable): void {
  if (!tables.some((t) => t.table === table.table)) tables.push(table)
}

/** All tables that hold something under tickets' keys. */
export const sealedTables = (): readonly SealedTable[] => tables

/**
 * A new data key for a locked ticket: all that remains is sealed anew and the old wrapped key is overwritten, so that what
 * was removed before opens nowhere any more, and neither do old values in the log (NIST SP 800-88, cryptographic erase).
 * Answers the SHA-256 of the old wrapped key.
 */
export async function rekeyTicket(keys: OrgKeys, tx: Tx, ticket: LockedTicket): Promise<string> {
  const { orgId } = tx.context
  const old = await keys.openDek(orgId, ticket.id, ticket)
  const fresh = await keys.newDek(orgId, ticket.id)
  for (const { table, columns, ticket: of } of tables) {
    const { rows } = await tx.client.query<Record<string, Buffer | null> & { id: string }>(
      `select id, ${columns.join(', ')} from ${table} where org_id = $1 and ${of} = $2`,
      [orgId, ticket.id],
    )
    for (const row of rows) {
      const sealed = columns.map((column) => {
        const bytes = row[column] as Buffer | null
        if (!bytes) return null
        const place = { orgId, table, column, row: row.id as string }
        return sealBytes(fresh.key, place, openBytes(old, place, bytes))
      })
      if (sealed.every((s) => s === null)) continue
      await tx.client.query(
        `update ${table} set ${columns.map((c, i) => `${c} = $${i + 3}`).join(', ')} where org_id = $1 and id = $2`,
        [orgId, row.id, ...sealed],
      )
    }
  }
  await tx.run(
    {
      name: 'ticket-rekey',
      text: 'update deks set kek_id = $3, wrapped = $4 where org_id = $1 and subject_id = $2',
    },
    [orgId, ticket.id, fresh.kekId, fresh.wrapped],
  )
  const was = createHash('sha256').update(ticket.wrapped!).digest('hex')
  Object.assign(ticket, { kek_id: fresh.kekId, wrapped: fresh.wrapped })
  return was
}
