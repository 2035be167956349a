import type { Statement, Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openBytes, sealBytes } from '../../platform/keys/sealed.ts'
import type { LockedTicket } from '../desk/index.ts'
import { type EntryText, entryPlace } from './entries.ts'

const STANDS: Statement = { name: 'time-stands-at', text: 'select wk_time_stands_at($1) as id' }
const TEXTS: readonly EntryText[] = ['sealed_note', 'sealed_reason']

/** The ticket at which time on a ticket stands: where it was merged into, else itself. It is merged nowhere meanwhile. */
export async function standsAt(tx: Tx, ticketId: string): Promise<string> {
  const [row] = await tx.run<{ id: string }>(STANDS, [ticketId])
  return row!.id
}

/**
 * A merged ticket's time stands at the one that remains, its notes sealed under that one's key. How long, for whom and at
 * what price stays, and what was invoiced keeps what the invoice said. What was worked for another client stays.
 */
export async function mergeTime(
  tx: Tx,
  keys: OrgKeys,
  from: LockedTicket,
  into: LockedTicket,
): Promise<number> {
  if (from.client_id !== null && from.client_id !== into.client_id) return 0
  const { orgId } = tx.context
  const rows = await tx.db
    .selectFrom('time_entries')
    .select(['id', 'sealed_note', 'sealed_reason'])
    .where('stands_at', '=', from.id)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (!rows.length) return 0
  const [old, fresh] = [await keys.openDek(orgId, from.id, from), await keys.openDek(orgId, into.id, into)]
  for (const row of rows) {
    const sealed = TEXTS.map((column) => {
      const place = entryPlace(orgId, column, row.id)
      return [column, row[column] && sealBytes(fresh, place, openBytes(old, place, row[column]))]
    })
    await tx.db
      .updateTable('time_entries')
      .set({ ...Object.fromEntries(sealed), stands_at: into.id })
      .set((e) => ({ version: e('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
  }
  return rows.length
}
