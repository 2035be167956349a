import { readRecord, readTimestamp, readUuid } from '../../platform/db/binary.ts'
import type { Statement, Tx } from '../../platform/db/database.ts'
import type { Category, Status } from './rules/flow.ts'

/** A ticket's plain columns, with times as the driver or JSON gives them. */
export interface TicketRow {
  id: string
  number: number
  group_id: string
  client_id: string | null
  contact_id: string | null
  facility_id: string | null
  queue_id: string
  type_id: string
  status: string
  status_category: Category
  impact: number
  urgency: number
  priority: number
  assignee_id: string | null
  team_id: string | null
  parent_id: string | null
  merged_into: string | null
  channel: 'web' | 'email' | 'api' | 'portal'
  phi_state: 'none' | 'suspected' | 'settled'
  message_count: number
  version: number
  created_by: string | null
  created_at: Date
  updated_at: Date
  first_response_at: Date | null
  resolved_at: Date | null
  closed_at: Date | null
  reopened_count: number
}
export interface SealedTicket {
  kek_id: string
  wrapped: Buffer | null
  sealed_subject: Buffer
  sealed_tags: Buffer | null
  sealed_requester: Buffer | null
}

/** A ticket whose row is locked until the transaction ends, with its flow. */
export type LockedTicket = TicketRow & SealedTicket & { statuses: Status[]; type_name: string }

const LOCK = {
  name: 'ticket-lock',
  text: `select t.*, d.kek_id, d.wrapped, f.statuses, y.name as type_name
    from tickets t join deks d on d.org_id = t.org_id and d.subject_id = t.id
    join ticket_types y on y.org_id = t.org_id and y.id = t.type_id
    join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id
    where t.org_id = $1 and t.id = $2 for no key update of t`,
}

/**
 * Locks a ticket for a change. Whatever changes a ticket, or makes something on it suspected, takes this lock first:
 * the gate relies on it. Undefined when the walls don't open it for writing.
 */
export async function lockTicket(tx: Tx, id: string): Promise<LockedTicket | undefined> {
  const [row] = await tx.run<LockedTicket>(LOCK, [tx.context.orgId, id])
  return row
}

export interface MessageRow {
  id: string
  kind: 'public' | 'internal' | 'system'
  author_id: string | null
  author_name: string | null
  from_requester: boolean
  phi_state: 'none' | 'suspected' | 'cleared' | 'purged'
  version: number
  created_at: Date
  edited_at: Date | null
  cleared_at: Date | null
  purged_at: Date | null
  mentions: string[]
  sealed_body: Buffer | null
  sealed_from: Buffer | null
  sealed_findings: Buffer | null
}

export interface StepRow {
  id: string
  checklist_id: string | null
  checklist_name: string | null
  built_in: 'phi-purged' | null
  title: string
  required: boolean
  role_id: string | null
  role_name: string | null
  people: number
  state: 'open' | 'half' | 'done' | 'skipped'
  done_by: string | null
  done_by_name: string | null
  done_at: Date | null
  second_by: string | null
  second_by_name: string | null
  second_at: Date | null
  sealed_note: Buffer | null
  version: number
}
/** Another ticket that this one is tied to; `outward` when this one points to it. */
export interface LinkRow {
  kind: 'relates' | 'duplicates' | 'blocks' | 'parent' | 'child' | 'merged'
  outward: boolean
  id: string
  number: number
  status: string
  status_category: Category
  kek_id: string
  wrapped: Buffer
  sealed_subject: Buffer
}

/** What a page of one ticket is made of, as `wk_open_ticket` gives it. */
export interface OpenedRow {
  ticket: TicketRow &
    SealedTicket & {
      writable: boolean
      queue_name: string
      type_name: string
      flow_id: string
      group_name: string
      facility_name: string | null
      assignee_name: string | null
      team_name: string | null
      watching: boolean
    }
  client: { kek_id: string; wrapped: Buffer; sealed_contact: Buffer | null } | undefined
  messages: MessageRow[]
  steps: StepRow[]
  links: LinkRow[]
  /** The messages as they came: what a page was made of. */
  shown: Buffer | undefined
  /** The page as it was last shown; `messages` are then those after it (see kept-thread.ts). */
  kept: { items: number; sealed: Buffer } | undefined
}

/** How many messages a page of the thread holds; the statements ask for one more. */
export const THREAD_PAGE = 50

/** Of the page that is kept as it was shown: counts up whenever a message is presented otherwise. 1 knew no messages beside it. */
export const THREAD_FORMAT = 2

/** One ticket a request, in one round trip with the question who asks; see `fused` routes. */
export const READ_FUSED: Statement = {
  name: 'tickets-read',
  text: `select * from wk_read_tickets($1, $2, $3, $4, $5, $6, ${THREAD_FORMAT})`,
}
const OPEN: Statement = { name: 'ticket-open', text: 'select wk_open_ticket($1, $2, $3) as found' }

type Read = (bytes: Buffer) => unknown
const text: Read = (b) => b.toString('utf8')
const int: Read = (b) => b.readInt32BE(0)
const bool: Read = (b) => b[0] === 1
const bytes: Read = (b) => b

/** The fields of `wk_open_ticket` in their order. */
const TICKET: [string, Read][] = [
  ['id', readUuid],
  ['number', int],
  ['group_id', readUuid],
  ['client_id', readUuid],
  ['contact_id', readUuid],
  ['facility_id', readUuid],
  ['queue_id', readUuid],
  ['type_id', readUuid],
  ['status', text],
  ['status_category', text],
  ['impact', int],
  ['urgency', int],
  ['priority', int],
  ['assignee_id', readUuid],
  ['team_id', readUuid],
  ['parent_id', readUuid],
  ['merged_into', readUuid],
  ['channel', text],
  ['phi_state', text],
  ['message_count', int],
  ['version', int],
  ['created_by', readUuid],
  ['created_at', readTimestamp],
  ['updated_at', readTimestamp],
  ['first_response_at', readTimestamp],
  ['resolved_at', readTimestamp],
  ['closed_at', readTimestamp],
  ['reopened_count', int],
  ['kek_id', readUuid],
  ['writable', bool],
  ['queue_name', text],
  ['type_name', text],
  ['flow_id', readUuid],
  ['group_name', text],
  ['facility_name', text],
  ['assignee_name', text],
  ['team_name', text],
  ['watching', bool],
  ['wrapped', bytes],
  ['sealed_subject', bytes],
  ['sealed_tags', bytes],
  ['sealed_requester', bytes],
  ['client_kek', readUuid],
  ['client_wrapped', bytes],
  ['sealed_contact', bytes],
  ['messages', bytes],
  ['steps', bytes],
  ['links', bytes],
  ['kept_items', int],
]
const STEP: [string, Read][] = [
  ['id', readUuid],
  ['checklist_id', readUuid],
  ['checklist_name', text],
  ['built_in', text],
  ['title', text],
  ['required', bool],
  ['role_id', readUuid],
  ['role_name', text],
  ['people', int],
  ['state', text],
  ['done_by', readUuid],
  ['done_by_name', text],
  ['done_at', readTimestamp],
  ['second_by', readUuid],
  ['second_by_name', text],
  ['second_at', readTimestamp],
  ['sealed_note', bytes],
  ['version', int],
]
const LINK: [string, Read][] = [
  ['kind', text],
  ['outward', bool],
  ['id', readUuid],
  ['number', int],
  ['status', text],
  ['status_category', text],
  ['kek_id', readUuid],
  ['wrapped', bytes],
  ['sealed_subject', bytes],
]

function fieldsOf(layout: [string, Read][], record: Buffer): Record<string, unknown> {
  const fields = readRecord(record)
  const out: Record<string, unknown> = {}
  for (let i = 0; i < layout.length; i++) {
    const field = fields[i]
    out[layout[i]![0]] = field ? layout[i]![1](field) : null
  }
  return out
}

const uuidOrNull = (b: Buffer | null | undefined) => (b ? readUuid(b) : null)
const timeOrNull = (b: Buffer | null | undefined) => (b ? readTimestamp(b) : null)

/** A thread has many: read without a layout, field by field. */
function messageRow(record: Buffer): MessageRow {
  const f = readRecord(record)
  return {
    id: readUuid(f[0]!),
    kind: f[1]!.toString('latin1') as MessageRow['kind'],
    author_id: uuidOrNull(f[2]),
    author_name: f[3]?.toString('utf8') ?? null,
    from_requester: f[4]![0] === 1,
    phi_state: f[5]!.toString('latin1') as MessageRow['phi_state'],
    version: f[6]!.readInt32BE(0),
    created_at: readTimestamp(f[7]!),
    edited_at: timeOrNull(f[8]),
    cleared_at: timeOrNull(f[9]),
    purged_at: timeOrNull(f[10]),
    mentions: f[11]?.length ? f[11].toString('latin1').split(',') : [],
    sealed_body: f[12] ?? null,
    sealed_from: f[13] ?? null,
    sealed_findings: f[14] ?? null,
  }
}

/** Records end to end, each behind its length. */
function listOf<Row>(read: (record: Buffer) => unknown, all: unknown): Row[] {
  const out: Row[] = []
  const bytes = all as Buffer | null
  for (let at = 0; bytes && at < bytes.length; ) {
    const length = bytes.readInt32BE(at)
    out.push(read(bytes.subarray(at + 4, at + 4 + length)) as Row)
    at += 4 + length
  }
  return out
}

/** What `wk_open_ticket` found; undefined when there is no such ticket for who asks. */
export function openedRow(found: Buffer | null | undefined, page?: string): OpenedRow | undefined {
  if (!found) return undefined
  const { messages, steps, links, client_kek, client_wrapped, sealed_contact, ...rest } = fieldsOf(
    TICKET,
    found,
  )
  const { kept_items, ...ticket } = rest
  return {
    ticket: ticket as unknown as OpenedRow['ticket'],
    client: client_kek
      ? {
          kek_id: client_kek as string,
          wrapped: client_wrapped as Buffer,
          sealed_contact: sealed_contact as Buffer | null,
        }
      : undefined,
    messages: listOf<MessageRow>(messageRow, messages),
    steps: listOf<StepRow>((r) => fieldsOf(STEP, r), steps),
    links: listOf<LinkRow>((r) => fieldsOf(LINK, r), links),
    shown: (messages as Buffer | null) ?? undefined,
    kept:
      page === undefined ? undefined : { items: kept_items as number, sealed: Buffer.from(page, 'base64') },
  }
}

/** One ticket with a page of its thread, behind the walls of the transaction. `before`: messages older than that one. */
export async function openTicket(
  tx: Tx,
  id: string,
  before: string | null = null,
): Promise<OpenedRow | undefined> {
  const [row] = await tx.run<{ found: Buffer | null }>(OPEN, [id, before, THREAD_PAGE + 1])
  return openedRow(row?.found)
}
