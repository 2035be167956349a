import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { displayName, openClasses } from '../clients/index.ts'
import {
  type LinkRow,
  type MessageRow,
  type OpenedRow,
  type SealedTicket,
  type StepRow,
  THREAD_PAGE,
  type TicketRow,
} from './records.ts'
import { type Finding, masked, telling } from './rules/detection.ts'
import type { Requester } from './rules/words.ts'
import { TicketSeal } from './seal.ts'

const iso = (at: Date) => at.toISOString()
const isoOrNull = (at: Date | null) => (at === null ? null : iso(at))

/** What a ticket says in words, opened. */
export interface TicketTexts {
  subject: string
  tags: string[]
  requester: Requester | null
}

export function openTexts(seal: TicketSeal, row: Pick<TicketRow, 'id'> & SealedTicket): TicketTexts {
  return {
    subject: seal.open<string>('tickets.sealed_subject', row.id, row.sealed_subject),
    tags: row.sealed_tags ? seal.open<string[]>('tickets.sealed_tags', row.id, row.sealed_tags) : [],
    requester: row.sealed_requester
      ? seal.open<Requester>('tickets.sealed_requester', row.id, row.sealed_requester)
      : null,
  }
}

/** The plain columns and the opened texts, as the API gives them. */
export function presentFields(row: TicketRow, texts: TicketTexts) {
  return {
    id: row.id,
    number: row.number,
    ...texts,
    groupId: row.group_id,
    clientId: row.client_id,
    contactId: row.contact_id,
    facilityId: row.facility_id,
    queueId: row.queue_id,
    typeId: row.type_id,
    status: row.status,
    statusCategory: row.status_category,
    impact: row.impact,
    urgency: row.urgency,
    priority: row.priority,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    parentId: row.parent_id,
    mergedInto: row.merged_into,
    channel: row.channel,
    phiState: row.phi_state,
    messageCount: row.message_count,
    version: row.version,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    firstResponseAt: isoOrNull(row.first_response_at),
    resolvedAt: isoOrNull(row.resolved_at),
    closedAt: isoOrNull(row.closed_at),
    reopenedCount: row.reopened_count,
  }
}

/** A message; what is suspected in it stays covered, to see it is a reveal with an event of its own. */
export function presentMessage(seal: TicketSeal, m: MessageRow) {
  const body = m.sealed_body ? seal.open<string>('ticket_messages.sealed_body', m.id, m.sealed_body) : null
  const findings =
    m.sealed_findings && m.phi_state === 'suspected'
      ? telling(seal.open<Finding[]>('ticket_messages.sealed_findings', m.id, m.sealed_findings))
      : []
  const covered = m.phi_state === 'suspected'
  return {
    id: m.id,
    kind: m.kind,
    authorId: m.author_id,
    authorName: m.author_name,
    fromRequester: m.from_requester,
    from: m.sealed_from ? seal.open<Requester>('ticket_messages.sealed_from', m.id, m.sealed_from) : null,
    body: body !== null && covered ? masked(body, findings) : body,
    masked: covered,
    phiState: m.phi_state,
    findings: findings.map(({ kind, reason }) => ({ kind, reason })),
    mentions: m.mentions,
    createdAt: iso(m.created_at),
    editedAt: isoOrNull(m.edited_at),
    purgedAt: isoOrNull(m.purged_at),
    version: m.version,
  }
}

/** The newest page of a thread, oldest first; `earlier` is where an older page goes on. */
export function presentThread(seal: TicketSeal, messages: MessageRow[]) {
  const page = messages.slice(-THREAD_PAGE)
  return {
    items: page.map((m) => presentMessage(seal, m)),
    earlier: messages.length > page.length ? page[0]!.id : null,
  }
}

/** A page of a thread as the API gives it. */
export type Page = ReturnType<typeof presentThread>

const named = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)

export function presentStep(seal: TicketSeal, s: StepRow) {
  return {
    id: s.id,
    checklistId: s.checklist_id,
    checklistName: s.checklist_name,
    builtIn: s.built_in,
    title: s.title,
    required: s.required,
    role: named(s.role_id, s.role_name),
    people: s.people,
    state: s.state,
    doneBy: named(s.done_by, s.done_by_name),
    doneAt: isoOrNull(s.done_at),
    secondBy: named(s.second_by, s.second_by_name),
    secondAt: isoOrNull(s.second_at),
    note: s.sealed_note ? seal.open<string>('ticket_steps.sealed_note', s.id, s.sealed_note) : null,
    version: s.version,
  }
}

async function presentLink(keys: OrgKeys, orgId: string, l: LinkRow) {
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, l.id, l))
  return {
    kind: l.kind,
    outward: l.outward,
    id: l.id,
    number: l.number,
    subject: seal.open<string>('tickets.sealed_subject', l.id, l.sealed_subject),
    status: l.status,
    statusCategory: l.status_category,
  }
}

/** What is needed to name a ticket's client. */
export interface ClientKey {
  kek_id: string
  wrapped: Buffer
  sealed_contact: Buffer | null
}

/** The client's name, for readers whose roles show names of clients. */
export async function clientName(
  keys: OrgKeys,
  orgId: string,
  id: string | null,
  client: ClientKey | undefined,
  reader: Pick<Principal, 'permissions' | 'fieldClasses'>,
): Promise<{ id: string; name: string } | null> {
  if (
    !id ||
    !client?.sealed_contact ||
    !reader.permissions.has('clients:read') ||
    !reader.fieldClasses.contact
  )
    return null
  const key = await keys.openDek(orgId, id, client)
  const { contact } = openClasses(key, orgId, { id, sealed_contact: client.sealed_contact } as never, [
    'contact',
  ])
  return { id, name: displayName(contact) }
}

/** A ticket as the API gives it, without its thread. */
export async function presentHead(
  keys: OrgKeys,
  orgId: string,
  seal: TicketSeal,
  row: OpenedRow,
  reader: Pick<Principal, 'permissions' | 'fieldClasses'>,
) {
  const { ticket, client } = row
  return {
    ...presentFields(ticket, openTexts(seal, ticket)),
    groupName: ticket.group_name,
    queueName: ticket.queue_name,
    typeName: ticket.type_name,
    flowId: ticket.flow_id,
    facilityName: ticket.facility_name,
    assigneeName: ticket.assignee_name,
    teamName: ticket.team_name,
    client: await clientName(keys, orgId, ticket.client_id, client, reader),
    watching: ticket.watching,
    access: { write: ticket.writable && reader.permissions.has('tickets:write') },
    steps: row.steps.map((x) => presentStep(seal, x)),
    links: await Promise.all(row.links.map((l) => presentLink(keys, orgId, l))),
  }
}

/** A whole ticket as the API gives it. */
export async function presentTicket(
  keys: OrgKeys,
  orgId: string,
  row: OpenedRow,
  reader: Pick<Principal, 'permissions' | 'fieldClasses'>,
) {
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, row.ticket.id, row.ticket))
  const head = await presentHead(keys, orgId, seal, row, reader)
  return { ...head, thread: presentThread(seal, row.messages) }
}
