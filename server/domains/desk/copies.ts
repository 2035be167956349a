import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import { type Addressed, type Copies, distinct, participants } from './rules/copies.ts'
import type { Requester } from './rules/words.ts'
import { TicketSeal } from './seal.ts'

interface Row {
  id: string
  sealed_from: Buffer | null
  sealed_copies: Buffer | null
}

const MESSAGES = {
  name: 'ticket-copies',
  text: `select id, sealed_from, sealed_copies from ticket_messages
    where org_id = $1 and ticket_id = $2 and (sealed_from is not null or sealed_copies is not null) order by id limit 2000`,
}
const TICKET = {
  name: 'ticket-copies-of',
  text: `select t.sealed_requester, d.kek_id, d.wrapped from tickets t join deks d on d.org_id = t.org_id and d.subject_id = t.id
    where t.org_id = $1 and t.id = $2`,
}

export interface TicketCopies {
  /** Everybody who takes part by e-mail beside the requester. */
  participants: Addressed[]
  /** Of messages that had any. */
  copies: (Copies & { messageId: string })[]
}

/** Who is in copy on a ticket, message by message; undefined where the walls don't open it. */
export async function copiesOf(tx: Tx, keys: OrgKeys, ticketId: string): Promise<TicketCopies | undefined> {
  const { orgId } = tx.context
  const [ticket] = await tx.run<WrappedDek & { sealed_requester: Buffer | null }>(TICKET, [orgId, ticketId])
  if (!ticket) return undefined
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticketId, ticket))
  const messages = (await tx.run<Row>(MESSAGES, [orgId, ticketId])).map((m) => ({
    messageId: m.id,
    from: m.sealed_from ? seal.open<Requester>('ticket_messages.sealed_from', m.id, m.sealed_from) : null,
    copies: m.sealed_copies
      ? seal.open<Copies>('ticket_messages.sealed_copies', m.id, m.sealed_copies)
      : null,
  }))
  const requester = ticket.sealed_requester
    ? seal.open<Requester>('tickets.sealed_requester', ticketId, ticket.sealed_requester)
    : null
  return {
    participants: participants(messages, requester),
    copies: messages.flatMap(({ messageId, copies }) =>
      copies
        ? [{ messageId, ...copies, cc: distinct(copies.cc, requester?.email ? [requester.email] : []) }]
        : [],
    ),
  }
}
