import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, invalid, notFound } from '../../platform/http/problem.ts'
import type { Services } from '../../platform/services.ts'
import { moveFiles } from '../files/index.ts'
import { ticketChanged } from './changed.ts'
import { createTicket } from './create.ts'
import { mergeAlong } from './merge-along.ts'
import { addMessage, lockForChange } from './message.ts'
import { coverSteps, moveChecklists, moveMessages } from './move.ts'
import { anythingUnsettled, settleTicket, suspectOnTicket } from './phi.ts'
import { openTexts } from './present.ts'
import type { LockedTicket } from './records.ts'
import { rekeyTicket } from './rekey.ts'
import { dropReminder } from './reminders/reminder.ts'
import { ended, reopened } from './rules/flow.ts'
import { TicketSeal } from './seal.ts'
import { changeStatus } from './status.ts'

/** Locks several tickets for a change, always in the same order: two who merge crosswise wait, and don't block each other. */
async function lockAll(tx: Tx, ids: string[]): Promise<Map<string, LockedTicket>> {
  const out = new Map<string, LockedTicket>()
  for (const id of [...ids].sort()) out.set(id, await lockForChange(tx, id))
  return out
}

const placeOf = (t: LockedTicket) => ({ id: t.id, groupId: t.group_id, clientId: t.client_id })

/** What stood above the ticket that stays, below the one that goes, becomes its child: it can't stand above it too. */
const STAND_FREE = {
  name: 'ticket-merge-free',
  text: 'update tickets set parent_id = null where org_id = $1 and id = $3 and parent_id is not null and wk_ticket_under(parent_id, $2)',
}
const FOLLOW = {
  name: 'ticket-merge-follow',
  text: `with w as (
      insert into ticket_watchers (org_id, ticket_id, user_id)
      select org_id, $3, user_id from ticket_watchers where org_id = $1 and ticket_id = $2 on conflict do nothing
    ), c as (
      update tickets set parent_id = case when id <> $3 then $3 end where org_id = $1 and parent_id = $2
    )
    update tickets set merged_into = $3, merged_at = now(), parent_id = null, version = version + 1 where org_id = $1 and id = $2`,
}
/** An answer that came along answers this ticket too: from when it was given, or from the start where that was before. */
const ANSWERED = {
  name: 'ticket-merge-answered',
  text: `update tickets i set first_response_at = greatest(f.first_response_at, i.created_at) from tickets f
    where i.org_id = $1 and i.id = $3 and i.first_response_at is null and f.org_id = $1 and f.id = $2 and f.first_response_at is not null`,
}

/**
 * Merges a ticket into another: messages, checklists, time, watchers and children go there; what is left is closed, through the
 * gate like any other. Both are recorded.
 */
export async function mergeTicket(
  tx: Tx,
  services: Services,
  by: By,
  fromId: string,
  intoId: string,
): Promise<LockedTicket> {
  if (fromId === intoId) throw invalid([{ field: 'into', message: 'must be another ticket' }])
  const locked = await lockAll(tx, [fromId, intoId])
  const [from, into] = [locked.get(fromId)!, locked.get(intoId)!]
  if (await anythingUnsettled(tx, from.id))
    Object.assign(into, await suspectOnTicket(tx, services, by, into.id))
  const along = await mergeAlong(tx, services.keys, from, into)
  const moved = await moveMessages(tx, services.keys, from, into)
  // With messages it has a new key already: nothing that went along opens under the one it had.
  if (!moved.length && Object.values(along).some((n) => n > 0)) await rekeyTicket(services.keys, tx, from)
  await openForSteps(tx, services, by, from, into)
  await moveChecklists(tx, services.keys, from, into)
  const files = await moveFiles(tx, from.id, placeOf(into))
  await settleTicket(tx, by, from.id)
  await settleTicket(tx, by, into.id)
  await dropReminder(tx, from.id)
  await tx.run(STAND_FREE, [tx.context.orgId, from.id, into.id])
  await tx.run(FOLLOW, [tx.context.orgId, from.id, into.id])
  await tx.run(ANSWERED, [tx.context.orgId, from.id, into.id])
  await coverSteps(tx, from.id)
  const closed = from.statuses.find((s) => s.category === 'closed')!
  if (!ended(from.status_category) || from.status_category === 'resolved')
    await changeStatus(tx, services, by, from, closed.key, { forced: true, children: 'leave' })
  await by.record(tx, {
    action: 'ticket.merge',
    object: { type: 'ticket', id: from.id },
    objects: [into.id],
    facts: { into: into.id, number: into.number, messages: moved.length, files: files.length, ...along },
  })
  await by.record(tx, {
    action: 'ticket.merged',
    object: { type: 'ticket', id: into.id },
    objects: [from.id],
    facts: { from: from.id, number: from.number, messages: moved.length, files: files.length, ...along },
  })
  await addMessage(tx, services, by, into.id, { kind: 'system', body: `Merged from #${from.number}` })
  for (const ticketId of [from.id, into.id]) await ticketChanged(tx, services, { ticketId, what: ['merged'] })
  return into
}

/** Required steps of checklists that the other ticket does not have already. */
const STEPS_COMING = {
  name: 'ticket-steps-coming',
  text: `select 1 from ticket_steps s join ticket_checklists c on c.org_id = s.org_id and c.id = s.checklist_id
    where s.org_id = $1 and s.ticket_id = $2 and s.required and s.state in ('open', 'half')
      and not exists (select 1 from ticket_checklists o where o.org_id = c.org_id and o.ticket_id = $3 and o.template_id = c.template_id)
    limit 1`,
}

/** What comes with a merge is still to be done: the ticket is opened again for it, and the gate stands before it anew. */
async function openForSteps(
  tx: Tx,
  services: Services,
  by: By,
  from: LockedTicket,
  into: LockedTicket,
): Promise<void> {
  if (!ended(into.status_category)) return
  const left = await tx.run(STEPS_COMING, [tx.context.orgId, from.id, into.id])
  if (left.length) await changeStatus(tx, services, by, into, reopened(into.statuses).key, { forced: true })
}

/** Makes a ticket of one message, which moves there; both tickets are tied to each other. Answers the new one's id. */
export async function splitMessage(
  tx: Tx,
  services: Services,
  by: By,
  ticketId: string,
  messageId: string,
  subject: string,
): Promise<{ id: string; number: number }> {
  const { orgId } = tx.context
  const from = await lockForChange(tx, ticketId)
  const message = await tx.db
    .selectFrom('ticket_messages')
    .select(['id', 'kind'])
    .where('org_id', '=', orgId)
    .where('ticket_id', '=', from.id)
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (!message) throw notFound('The message')
  if (message.kind === 'system')
    throw conflict('message-not-split', 'Wellkeep’s own messages stay where they are')
  const seal = new TicketSeal(orgId, await services.keys.openDek(orgId, from.id, from))
  const { requester } = openTexts(seal, from)
  const made = await createTicket(tx, services, by, {
    subject,
    channel: from.channel,
    clientId: from.client_id,
    contactId: from.contact_id,
    facilityId: from.facility_id,
    queueId: from.queue_id,
    typeId: from.type_id,
    ...(requester && { requester }),
  })
  const to = await lockForChange(tx, made.id)
  await moveMessages(tx, services.keys, from, to, [messageId])
  const files = await moveFiles(tx, from.id, placeOf(to), [messageId])
  if (await anythingUnsettled(tx, to.id)) await suspectOnTicket(tx, services, by, to.id)
  await settleTicket(tx, by, from.id)
  await tx.db
    .insertInto('ticket_links')
    .values({ org_id: orgId, ticket_id: made.id, other_id: from.id, kind: 'relates', created_by: by.userId })
    .execute()
  await by.record(tx, {
    action: 'ticket.split',
    object: { type: 'ticket', id: from.id },
    objects: [made.id],
    facts: { into: made.id, message: messageId, files: files.length },
  })
  await addMessage(tx, services, by, from.id, { kind: 'system', body: `A message became #${made.number}` })
  return { id: made.id, number: made.number }
}
