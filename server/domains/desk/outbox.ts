import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys, WrappedDek } from '../../platform/keys/org-keys.ts'
import type { Copies } from './rules/copies.ts'
import type { Requester } from './rules/words.ts'
import { TicketSeal } from './seal.ts'

/** A message on its way out, opened, with what its mail needs of its ticket. */
export interface OutgoingMessage {
  ticketId: string
  number: number
  queueId: string
  subject: string
  requester: Requester | null
  /** Null once it was purged. */
  body: string | null
  phiState: 'none' | 'suspected' | 'cleared' | 'purged'
  kind: 'public' | 'internal' | 'system'
  fromRequester: boolean
  authorId: string | null
  assigneeId: string | null
  copies: Copies | null
}

interface Row extends WrappedDek {
  number: number
  queue_id: string
  assignee_id: string | null
  sealed_subject: Buffer
  sealed_requester: Buffer | null
  kind: OutgoingMessage['kind']
  author_id: string | null
  from_requester: boolean
  phi_state: OutgoingMessage['phiState']
  sealed_body: Buffer | null
  sealed_copies: Buffer | null
}

const TAKE = {
  name: 'ticket-outbox-take',
  text: `update ticket_outbox set taken_at = now() where org_id = $1 and id = $2 and taken_at is null
    returning ticket_id as "ticketId", message_id as "messageId", kind = 'automatic' as automatic`,
}
const MESSAGE = {
  name: 'ticket-outgoing',
  text: `select t.number, t.queue_id, t.assignee_id, t.sealed_subject, t.sealed_requester, d.kek_id, d.wrapped,
      m.kind, m.author_id, m.from_requester, m.phi_state, m.sealed_body, m.sealed_copies
    from ticket_messages m join tickets t on t.org_id = m.org_id and t.id = m.ticket_id
    join deks d on d.org_id = t.org_id and d.subject_id = t.id
    where m.org_id = $1 and m.ticket_id = $2 and m.id = $3`,
}
const NOTIFY = {
  name: 'ticket-notify-mail',
  text: `insert into notifications (org_id, id, user_id, ticket_id, message_id, kind)
    select distinct on (u.id) $1::uuid, gen_random_uuid(), u.id, $2::uuid, $3::uuid, 'mail' from users u
    where u.org_id = $1 and u.id = any ($4::uuid[]) and u.status = 'active'`,
}

/** Takes a row of the outbox, once; undefined when somebody has. */
export async function takeOutbox(
  tx: Tx,
  id: string,
): Promise<{ ticketId: string; messageId: string; automatic: boolean } | undefined> {
  const [row] = await tx.run<{ ticketId: string; messageId: string; automatic: boolean }>(TAKE, [
    tx.context.orgId,
    id,
  ])
  return row
}

/** A message with its ticket's subject and requester, for the system that sends it. */
export async function outgoingMessage(
  tx: Tx,
  keys: OrgKeys,
  ticketId: string,
  messageId: string,
): Promise<OutgoingMessage | undefined> {
  const { orgId } = tx.context
  const [row] = await tx.run<Row>(MESSAGE, [orgId, ticketId, messageId])
  if (!row) return undefined
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticketId, row))
  return {
    ticketId,
    number: row.number,
    queueId: row.queue_id,
    subject: seal.open<string>('tickets.sealed_subject', ticketId, row.sealed_subject),
    requester: row.sealed_requester
      ? seal.open<Requester>('tickets.sealed_requester', ticketId, row.sealed_requester)
      : null,
    body: row.sealed_body
      ? seal.open<string>('ticket_messages.sealed_body', messageId, row.sealed_body)
      : null,
    phiState: row.phi_state,
    kind: row.kind,
    fromRequester: row.from_requester,
    authorId: row.author_id,
    assigneeId: row.assignee_id,
    copies: row.sealed_copies
      ? seal.open<Copies>('ticket_messages.sealed_copies', messageId, row.sealed_copies)
      : null,
  }
}

/** Tells users that something about the mail of a ticket needs them. */
export async function notifyOfMail(
  tx: Tx,
  ticketId: string,
  messageId: string,
  userIds: readonly (string | null)[],
): Promise<void> {
  await tx.run(NOTIFY, [tx.context.orgId, ticketId, messageId, userIds.filter((u) => u !== null)])
}

/** The ticket that a mail is about; where it was merged, the one that it went into. */
export interface MailTicket {
  id: string
  number: number
  closed: boolean
  requesterEmail: string | undefined
}

interface MailTicketRow extends WrappedDek {
  id: string
  number: number
  status_category: string
  sealed_requester: Buffer | null
}

const FOUND = (which: string) => `with recursive f as (
    ${which}
    union all select t.id, t.merged_into, f.depth + 1 from f join tickets t on t.org_id = $1 and t.id = f.merged_into where f.depth < 20
  )
  select t.id, t.number, t.status_category, t.sealed_requester, d.kek_id, d.wrapped
  from f join tickets t on t.org_id = $1 and t.id = f.id join deks d on d.org_id = t.org_id and d.subject_id = t.id
  where f.merged_into is null limit 1`
const BY_NUMBER = {
  name: 'ticket-by-number',
  text: FOUND('select t.id, t.merged_into, 0 as depth from tickets t where t.org_id = $1 and t.number = $2'),
}
const BY_ID = {
  name: 'ticket-by-id',
  text: FOUND('select t.id, t.merged_into, 0 as depth from tickets t where t.org_id = $1 and t.id = $2'),
}
const BY_MAIL = {
  name: 'ticket-by-mail',
  text: FOUND(`(select t.id, t.merged_into, 0 as depth from unnest($2::bytea[]) with ordinality as h (hash, n)
    join ticket_messages m on m.org_id = $1 and m.message_id_hash = h.hash
    join tickets t on t.org_id = m.org_id and t.id = m.ticket_id order by h.n limit 1)`),
}

async function opened(
  tx: Tx,
  keys: OrgKeys,
  row: MailTicketRow | undefined,
): Promise<MailTicket | undefined> {
  if (!row) return undefined
  const { orgId } = tx.context
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, row.id, row))
  return {
    id: row.id,
    number: row.number,
    closed: row.status_category === 'closed',
    requesterEmail: row.sealed_requester
      ? seal.open<Requester>('tickets.sealed_requester', row.id, row.sealed_requester).email?.toLowerCase()
      : undefined,
  }
}

export async function ticketByNumber(tx: Tx, keys: OrgKeys, number: number): Promise<MailTicket | undefined> {
  if (number > 2 ** 31 - 1) return undefined
  const [row] = await tx.run<MailTicketRow>(BY_NUMBER, [tx.context.orgId, number])
  return opened(tx, keys, row)
}

/** By hashes of message ids, the first that is known. */
export async function ticketByMail(
  tx: Tx,
  keys: OrgKeys,
  hashes: readonly Buffer[],
): Promise<MailTicket | undefined> {
  const [row] = await tx.run<MailTicketRow>(BY_MAIL, [tx.context.orgId, hashes])
  return opened(tx, keys, row)
}

export async function ticketById(tx: Tx, keys: OrgKeys, id: string): Promise<MailTicket | undefined> {
  const [row] = await tx.run<MailTicketRow>(BY_ID, [tx.context.orgId, id])
  return opened(tx, keys, row)
}
