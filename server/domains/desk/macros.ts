import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { Services } from '../../platform/services.ts'
import { changeTicket } from './change.ts'
import { addMessage, lockForChange } from './message.ts'
import { openTexts } from './present.ts'
import type { LockedTicket } from './records.ts'
import { statusOf } from './rules/flow.ts'
import { fillIn } from './rules/placeholders.ts'
import { TicketSeal } from './seal.ts'
import { type Macro, readSaved } from './views.ts'

/** A macro's text for a ticket, with placeholders filled in. */
export async function fillMacro(
  services: Pick<Services, 'keys'>,
  orgId: string,
  organization: string,
  by: By,
  ticket: LockedTicket,
  body: string,
): Promise<string> {
  const seal = new TicketSeal(orgId, await services.keys.openDek(orgId, ticket.id, ticket))
  const { subject, requester } = openTexts(seal, ticket)
  return fillIn(body, {
    'ticket.number': String(ticket.number),
    'ticket.subject': subject,
    'ticket.status': statusOf(ticket.statuses, ticket.status)?.name,
    'requester.name': requester?.name,
    'requester.email': requester?.email,
    'agent.name': by.name,
    'organization.name': organization,
  })
}

/** Does to a ticket what a macro says, all or nothing: fields, then the reply, then the status through the gate. */
export async function applyMacro(
  tx: Tx,
  services: Services,
  by: By,
  organization: string,
  ticketId: string,
  macroId: string,
): Promise<{ ticket: LockedTicket; messageId: string | null }> {
  const { orgId } = tx.context
  const macro: Macro = await readSaved(services.keys, tx, 'macro', macroId)
  const ticket = await lockForChange(tx, ticketId)
  const seal = new TicketSeal(orgId, await services.keys.openDek(orgId, ticket.id, ticket))
  const { tags } = openTexts(seal, ticket)
  const dropped = new Set(macro.removeTags)
  await changeTicket(tx, services, by, ticket, {
    impact: macro.impact,
    urgency: macro.urgency,
    ...(macro.assignee && {
      assigneeId: macro.assignee === 'me' ? by.userId : macro.assignee === 'nobody' ? null : macro.assignee,
    }),
    ...((macro.addTags || macro.removeTags) && {
      tags: [...new Set([...tags, ...(macro.addTags ?? [])])].filter((t) => !dropped.has(t)).slice(0, 50),
    }),
  })
  await by.record(tx, {
    action: 'ticket.macro',
    object: { type: 'ticket', id: ticket.id },
    facts: { macro: macroId },
  })
  if (!macro.body) {
    if (macro.status) await changeTicket(tx, services, by, ticket, { status: macro.status })
    return { ticket, messageId: null }
  }
  const body = await fillMacro(services, orgId, organization, by, ticket, macro.body)
  const added = await addMessage(tx, services, by, ticket.id, {
    kind: macro.kind,
    body,
    status: macro.status === ticket.status ? undefined : macro.status,
  })
  return { ticket: added.ticket, messageId: added.id }
}
