import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { displayName, openClasses } from '../clients/index.ts'
import { type MessageRow, type OpenedRow, type SealedTicket, THREAD_PAGE, type TicketRow } from './records.ts'
import { type Finding, masked } from './rules/detection.ts'
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
      ? seal.open<Finding[]>('ticket_messages.sealed_findings', m.id, m.sealed_findings)
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

/** A whole ticket as the API gives it. `disclosed` is the client whose name is shown. */
export async function presentTicket(
  keys: OrgKeys,
  orgId: string,
  row: OpenedRow,
  reader: Pick<Principal, 'permissions' | 'fieldClasses'>,
) {
  const { ticket, client } = row
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
  const named =
    client?.sealed_contact && reader.permissions.has('clients:read') && reader.fieldClasses.contact
      ? openClasses(
          await keys.openDek(orgId, ticket.client_id!, client),
          orgId,
          { id: ticket.client_id, sealed_contact: client.sealed_contact } as never,
          ['contact'],
        ).contact
      : undefined
  return {
    ...presentFields(ticket, openTexts(seal, ticket)),
    groupName: ticket.group_name,
    queueName: ticket.queue_name,
    typeName: ticket.type_name,
    flowId: ticket.flow_id,
    facilityName: ticket.facility_name,
    assigneeName: ticket.assignee_name,
    teamName: ticket.team_name,
    client: named ? { id: ticket.client_id!, name: displayName(named) } : null,
    watching: ticket.watching,
    access: { write: ticket.writable && reader.permissions.has('tickets:write') },
    thread: presentThread(seal, row.messages),
  }
}
