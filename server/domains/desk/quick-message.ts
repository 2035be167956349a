import type { AuditEvent } from '../../platform/audit/event.ts'
import { readRecord, readUuid } from '../../platform/db/binary.ts'
import type { Database, Statement } from '../../platform/db/database.ts'
import type { Category } from './rules/flow.ts'

/** What one who writes on a ticket needs of it; see `fused` routes. */
export interface TicketHead {
  id: string
  status: string
  category: Category
  answered: boolean
  kek_id: string
  wrapped: Buffer
}

export const HEAD_FUSED: Statement = {
  name: 'ticket-heads',
  text: 'select * from wk_ticket_heads($1, $2, $3, $4, $5, $6)',
}

/** The ticket that a fused read found, open to the caller for writing; undefined otherwise. */
export function ticketHead(found: Buffer | undefined): TicketHead | undefined {
  if (!found) return undefined
  const f = readRecord(found)
  return {
    id: readUuid(f[0]!),
    status: f[1]!.toString(),
    category: f[2]!.toString() as Category,
    answered: f[3]![0] === 1,
    kek_id: readUuid(f[4]!),
    wrapped: f[5]!,
  }
}

export interface QuickMessage {
  id: string
  kind: 'public' | 'internal'
  sealedBody: Buffer
  mentions: string[]
  tokens: number[]
  /** Of a reply that goes out. */
  outboxId: string | null
}

const ADD: Statement = {
  name: 'ticket-message-quick',
  text: 'select wk_add_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as version',
}
/** Somebody holds the ticket, or its key has changed: the message is added step by step then. */
const ANOTHER_WAY = new Set(['55P03', 'WKR01', '40P01'])

/**
 * Adds a message that changes nothing else of its ticket, with its event, in one statement. Answers the ticket's version;
 * undefined, and nothing done, when it must be added step by step.
 */
export async function addQuickly(
  db: Database,
  context: { orgId: string; userId: string },
  head: TicketHead,
  m: QuickMessage,
  event: AuditEvent,
): Promise<number | undefined> {
  try {
    const [row] = await db.query<{ version: number | null }>(
      ADD,
      [
        context.orgId,
        context.userId,
        head.id,
        head.wrapped,
        m.id,
        m.kind,
        m.sealedBody,
        m.mentions,
        `{${m.tokens.join(',')}}`,
        m.outboxId,
        event.id,
        event.at,
        event.leaf,
        event.sessionId,
      ],
      'write',
    )
    return row?.version ?? undefined
  } catch (error) {
    if (ANOTHER_WAY.has((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
}
