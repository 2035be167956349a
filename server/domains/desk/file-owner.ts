import type { Tx } from '../../platform/db/database.ts'
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts'
import type { FileOwner, OwnerPlace } from '../files/index.ts'
import { settleTicket, suspectOnTicket } from './phi.ts'
import { ended } from './rules/flow.ts'

const FIND = {
  name: 'ticket-file-place',
  text: `select group_id, client_id, merged_into, status_category, group_id = any (wk_groups('write')) as writable
    from tickets where org_id = $1 and id = $2`,
}
/** Whoever is closing the ticket just now comes first, and what they made of it is seen. */
const HOLD = { name: 'ticket-file-hold', text: `${FIND.text} for no key update` }
/** What was taken to be sent stays as it was when somebody decided about it. */
const OWN_UNSENT = {
  name: 'ticket-message-takes-files',
  text: `select 1 from ticket_messages m where m.org_id = $1 and m.ticket_id = $2 and m.id = $3 and m.author_id = $4 and m.phi_state <> 'purged'
    and not exists (select 1 from ticket_outbox o where o.org_id = m.org_id and o.message_id = m.id and o.taken_at is not null)`,
}
/** A request of the portal person who asks: the desk's own walls stay closed to them. */
const REQUEST = {
  name: 'ticket-request-place',
  text: 'select group_id, client_id, status_category from wk_portal_request_place($1)',
}
const REQUEST_MESSAGE = {
  name: 'ticket-request-message-takes',
  text: "select 1 where wk_portal_message_takes('ticket', $1, $2)",
}
interface Found {
  group_id: string
  client_id: string | null
  merged_into: string | null
  status_category: 'new' | 'open' | 'waiting' | 'resolved' | 'closed'
  writable: boolean
}

/** Files on tickets: whoever sees the ticket sees them; what is suspected holds the ticket open. */
export const ticketFiles: FileOwner = {
  type: 'ticket',
  classes: [],
  wholeBySystem: true,
  async open(tx, principal, id, access) {
    if (principal.kind === 'portal') return openRequest(tx, id, access)
    const needed = access === 'write' ? 'tickets:write' : 'tickets:read'
    if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
    const [row] = await tx.run<Found>(FIND, [tx.context.orgId, id])
    if (!row) throw notFound('The ticket')
    if (access === 'write' && !row.writable) throw forbidden('The walls open this ticket for reading only.')
    return { groupId: row.group_id, clientId: row.client_id }
  },
  async find(tx, id) {
    const [row] = await tx.run<Found>(FIND, [tx.context.orgId, id])
    return row && { groupId: row.group_id, clientId: row.client_id }
  },
  async takesFiles(tx, id, messageId, userId) {
    if ((await tx.run(REQUEST_MESSAGE, [id, messageId])).length > 0) return true
    return (await tx.run(OWN_UNSENT, [tx.context.orgId, id, messageId, userId])).length > 0
  },
  async beforeState(tx, services, by, { owner_id: id }, state) {
    const [row] = state === 'waiting' ? await tx.run<Found>(HOLD, [tx.context.orgId, id]) : [undefined]
    // Until it is read it holds the gate shut by itself; a ticket that is closed already is opened again for it.
    const unread = state === 'waiting' && row !== undefined && ended(row.status_category)
    if (state === 'suspected' || state === 'infected' || unread) await suspectOnTicket(tx, services, by, id)
  },
  async afterState(tx, _services, by, { owner_id: id }, state) {
    if (state === 'clean' || state === 'cleared' || state === 'moved' || state === 'purged')
      await settleTicket(tx, by, id)
  },
}

async function openRequest(tx: Tx, id: string, access: 'read' | 'write'): Promise<OwnerPlace> {
  const [row] = await tx.run<Found>(REQUEST, [id])
  if (!row) throw notFound('The request')
  if (access === 'write' && row.status_category === 'closed')
    throw conflict('request-closed', 'This request is closed', 'Open a new one.')
  return { groupId: row.group_id, clientId: row.client_id }
}
