import type { EventInput } from '../../platform/audit/event.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { TicketFilter } from './api.ts'
import { type ListRow, presentSummary } from './list.ts'
import { slaOf } from './sla/of-ticket.ts'
import { readView } from './views.ts'

export type Summary = Awaited<ReturnType<typeof presentSummary>>

/** A saved view's filter, and what is asked for beside it. */
export const filterOf = async (
  keys: OrgKeys,
  tx: Tx,
  body: { filter?: TicketFilter | undefined; viewId?: string | undefined },
): Promise<TicketFilter> => ({
  ...(body.viewId && (await readView(keys, tx, body.viewId)).filter),
  ...body.filter,
})

/** Lines of a list with their clocks, which are asked for once for all of them. */
export async function presentAll(
  keys: OrgKeys,
  tx: Tx,
  reader: Principal,
  rows: ListRow[],
): Promise<Summary[]> {
  const clocks = await slaOf(
    tx,
    rows.map((r) => r.id),
  )
  const items: Summary[] = []
  for (const row of rows)
    items.push(await presentSummary(keys, reader.orgId, row, reader, clocks.get(row.id)))
  return items
}

/** One event for all that a list disclosed: tickets, and the clients that it names. */
export function listEvent(action: string, items: Summary[], facts: EventInput['facts']): EventInput {
  const clients = [...new Set(items.flatMap((i) => (i.client ? [i.client.id] : [])))]
  return {
    action,
    object: { type: 'ticket', id: null },
    objects: [...items.map((i) => i.id), ...clients],
    ...(clients.length && { classes: ['contact'] as const }),
    ...(facts && { facts }),
  }
}
