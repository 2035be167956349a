import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import type { Services } from '../../platform/services.ts'
import { linkToMessage } from '../files/index.ts'
import { setsOffNoRules } from './automation/quiet.ts'
import { ticketChanged } from './changed.ts'
import { refuseUnseeing } from './colleagues.ts'
import { PHI_STEP } from './create.ts'
import type { Override } from './gate.ts'
import { type LockedTicket, lockTicket } from './records.ts'
import type { Copies } from './rules/copies.ts'
import { judge, searchable } from './rules/detection.ts'
import { ended, reopened } from './rules/flow.ts'
import { messageTokens, type Requester } from './rules/words.ts'
import { TicketSeal } from './seal.ts'
import { changeStatus } from './status.ts'

export interface NewMessage {
  kind: 'public' | 'internal' | 'system'
  body: string
  /** A status to change to in the same transaction. */
  status?: string | undefined
  children?: 'leave' | 'close' | undefined
  /** Past the gate, by one who may. */
  override?: Override | undefined
  /** Users to be told. */
  mentions?: string[] | undefined
  /** It comes from outside: as the sender named themselves. */
  from?: Requester | undefined
  fromRequester?: boolean | undefined
  /** It is about what has ended: nothing is opened again for it, unless it is suspected. */
  quiet?: boolean | undefined
  messageIdHash?: Buffer | undefined
  /** Who else it goes to, or came to. */
  copies?: Copies | undefined
  /** Files of the ticket that go with it. */
  fileIds?: string[] | undefined
}

export interface AddedMessage {
  id: string
  /** The ticket as it is after the message. */
  ticket: LockedTicket
  suspected: boolean
  reopened: boolean
}

const ADD = {
  name: 'ticket-message-add',
  text: `with m as (
      insert into ticket_messages (org_id, id, ticket_id, kind, author_id, from_requester, sealed_from, sealed_body, phi_state,
        sealed_findings, mentions, message_id_hash, sealed_copies)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $18)
    ), s as (
      insert into ticket_search (org_id, ticket_id, source_id, group_id, tokens) values ($1, $3, $2, $13, $14)
    ), n as (
      insert into notifications (org_id, id, user_id, ticket_id, message_id, kind, actor_id)
      select distinct on (x.u) $1::uuid, gen_random_uuid(), x.u, $3::uuid, $2::uuid, x.kind, $5::uuid from (
        select u, 'mention' as kind, 0 as rank from unnest($11::uuid[]) u
        union all select w.user_id, $15, 1 from ticket_watchers w where w.org_id = $1 and w.ticket_id = $3
        union all select t.assignee_id, $15, 1 from tickets t where t.org_id = $1 and t.id = $3 and t.assignee_id is not null
      ) x join users v on v.org_id = $1 and v.id = x.u and v.status = 'active'
      where x.u is distinct from $5 order by x.u, x.rank
    )
    insert into ticket_outbox (org_id, id, ticket_id, message_id, kind) select $1, $16, $3, $2, case when $5::uuid is null then 'automatic' else 'reply' end where $17`,
}
const COUNT = {
  name: 'ticket-message-count',
  text: `update tickets set message_count = message_count + 1, updated_at = now(),
      first_response_at = case when $3 then coalesce(first_response_at, now()) else first_response_at end,
      phi_state = case when $4 then 'suspected' else phi_state end
    where org_id = $1 and id = $2`,
}

/** The ticket, locked for a change; a problem when it isn't there for the caller, or for reading only. */
export async function lockForChange(tx: Tx, ticketId: string): Promise<LockedTicket> {
  const ticket = await lockTicket(tx, ticketId)
  if (ticket) {
    if (ticket.merged_into) throw conflict('ticket-merged', 'This ticket was merged into another')
    return ticket
  }
  const seen = await tx.db
    .selectFrom('tickets')
    .select('id')
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  throw seen ? forbidden('The walls open this ticket for reading only.') : notFound('The ticket')
}

/**
 * Adds a message to a ticket's thread, sealed, with its search tokens, notifications, outbox row and event. A reply of
 * the requester reopens what waits or is resolved; what is suspected reopens what is closed, since the gate stands
 * before it again.
 */
export async function addMessage(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticketId: string,
  input: NewMessage,
): Promise<AddedMessage> {
  const { orgId } = tx.context
  const ticket = await lockForChange(tx, ticketId)
  await refuseUnseeing(tx, ticket.group_id, input.mentions ?? [])
  const seal = new TicketSeal(orgId, await services.keys.openDek(orgId, ticket.id, ticket))
  const t = await tokenizer(services.keys, orgId)
  const id = uuidv7()
  const judged = judge(input.body)
  const { suspected, findings } = judged
  const fromRequester = input.fromRequester ?? false
  const outside = fromRequester || input.from !== undefined
  const answers = input.kind === 'public' && !outside
  // What a rule says is no answer of anybody's: the clock of the first response goes on.
  const responds = answers && by.userId !== null
  const wakes =
    (fromRequester &&
      !input.quiet &&
      (ticket.status_category === 'waiting' || ticket.status_category === 'resolved')) ||
    (suspected && ended(ticket.status_category))
  if (input.quiet) await setsOffNoRules(tx)
  if (wakes) await changeStatus(tx, services, by, ticket, reopened(ticket.statuses).key, { forced: true })
  await Promise.all([
    tx.run(ADD, [
      orgId,
      id,
      ticket.id,
      input.kind,
      outside ? null : by.userId,
      fromRequester,
      input.from ? seal.seal('ticket_messages.sealed_from', id, input.from) : null,
      seal.seal('ticket_messages.sealed_body', id, input.body),
      suspected ? 'suspected' : 'none',
      suspected ? seal.seal('ticket_messages.sealed_findings', id, findings) : null,
      input.mentions ?? [],
      input.messageIdHash ?? null,
      ticket.group_id,
      `{${messageTokens(t, searchable(input.body, judged)).join(',')}}`,
      input.kind === 'public' ? 'reply' : 'note',
      uuidv7(),
      answers,
      input.copies ? seal.seal('ticket_messages.sealed_copies', id, input.copies) : null,
    ]),
    tx.run(COUNT, [orgId, ticket.id, responds, suspected]),
    ...(input.fileIds?.length ? [linkToMessage(tx, ticket.id, id, input.fileIds)] : []),
    ...(suspected ? [tx.run(PHI_STEP, [orgId, ticket.id])] : []),
    by.record(tx, {
      action: 'ticket.message',
      object: { type: 'ticket', id: ticket.id },
      facts: {
        message: id,
        kind: input.kind,
        suspected,
        fromRequester,
        ...(input.fileIds?.length && { files: input.fileIds.length }),
      },
    }),
  ])
  if (suspected) ticket.phi_state = 'suspected'
  if (input.status)
    await changeStatus(tx, services, by, ticket, input.status, {
      override: input.override,
      children: input.children,
    })
  await ticketChanged(tx, services, {
    ticketId: ticket.id,
    what: responds && !ticket.first_response_at ? ['answered'] : ['message'],
  })
  return { id, ticket, suspected, reopened: wakes }
}
