import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { Services } from '../../platform/services.ts'
import { Id, Level, StatusKey } from './api.ts'
import { changeTicket } from './change.ts'
import { copyChecklists } from './checklists.ts'
import { addMessage } from './message.ts'
import { openTexts } from './present.ts'
import type { LockedTicket } from './records.ts'
import { statusOf } from './rules/flow.ts'
import { fillIn, PLACEHOLDERS, unknownPlaceholders } from './rules/placeholders.ts'
import { retagged } from './rules/tags.ts'
import { TicketSeal } from './seal.ts'

const SomeTags = z.array(z.string().trim().min(1).max(60)).max(20)

/** What is done to a ticket in one go: a canned text, and what comes with it. Macros and rules are made of these. */
export const ActionFields = {
  /** Text with placeholders such as {{ticket.number}}. */
  body: z
    .string()
    .trim()
    .max(20_000)
    .refine(
      (t) => unknownPlaceholders(t).length === 0,
      `takes these placeholders: ${PLACEHOLDERS.join(', ')}`,
    )
    .optional(),
  kind: z.enum(['public', 'internal']).default('public'),
  status: StatusKey.optional(),
  impact: Level.optional(),
  urgency: Level.optional(),
  assignee: z.union([z.literal('me'), z.literal('nobody'), Id]).optional(),
  queueId: Id.optional(),
  typeId: Id.optional(),
  teamId: Id.optional(),
  addTags: SomeTags.optional(),
  removeTags: SomeTags.optional(),
  /** Copied into the ticket, unless it has them. */
  checklistIds: z.array(Id).max(10).optional(),
}
const Actions = z.strictObject(ActionFields)
export type Actions = z.infer<typeof Actions>

const HAS = {
  name: 'ticket-has-checklists',
  text: 'select template_id as id from ticket_checklists where org_id = $1 and ticket_id = $2 and template_id = any ($3::uuid[])',
}

/** A canned text for a ticket, with placeholders filled in. */
export async function fillText(
  { keys }: Pick<Services, 'keys'>,
  orgId: string,
  organization: string,
  by: By,
  ticket: LockedTicket,
  body: string,
): Promise<string> {
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
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

/**
 * Does to a locked ticket what is said: fields, checklists, then the text, then the status through the gate. Throws the
 * Problem of whatever is refused. `children`: what becomes of open ones, where nobody can be asked.
 */
export async function act(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  organization: string,
  ticket: LockedTicket,
  actions: Actions,
  children?: 'leave',
): Promise<{ ticket: LockedTicket; messageId: string | null }> {
  const { orgId } = tx.context
  await changeTicket(tx, services, by, ticket, await fieldsOf(services, orgId, by, ticket, actions))
  if (actions.checklistIds?.length) {
    const has = await tx.run<{ id: string }>(HAS, [orgId, ticket.id, actions.checklistIds])
    const missing = new Set(actions.checklistIds)
    for (const { id } of has) missing.delete(id)
    if (missing.size) await copyChecklists(tx, by, ticket, [...missing])
  }
  if (!actions.body) {
    if (actions.status) await changeTicket(tx, services, by, ticket, { status: actions.status, children })
    return { ticket, messageId: null }
  }
  const body = await fillText(services, orgId, organization, by, ticket, actions.body)
  const added = await addMessage(tx, services, by, ticket.id, {
    kind: actions.kind,
    body,
    status: actions.status === ticket.status ? undefined : actions.status,
    children,
  })
  return { ticket: added.ticket, messageId: added.id }
}

async function fieldsOf(
  { keys }: Pick<Services, 'keys'>,
  orgId: string,
  by: By,
  ticket: LockedTicket,
  { impact, urgency, queueId, typeId, teamId, assignee, addTags, removeTags }: Actions,
) {
  const tagged = async () => {
    const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
    return retagged(openTexts(seal, ticket).tags, addTags, removeTags)
  }
  return {
    impact,
    urgency,
    ...(queueId && { queueId }),
    ...(typeId && { typeId }),
    ...(teamId && { teamId }),
    ...(assignee && {
      assigneeId: assignee === 'me' ? by.userId : assignee === 'nobody' ? null : assignee,
    }),
    ...((addTags || removeTags) && { tags: await tagged() }),
  }
}
