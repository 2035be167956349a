import type { AuditEvent } from '../../platform/audit/event.ts'
import { Batcher } from '../../platform/db/batcher.ts'
import { readRecord, readUuid } from '../../platform/db/binary.ts'
import {
  type Context,
  type Database,
  DatabaseUnavailable,
  type Statement,
} from '../../platform/db/database.ts'
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

/** A message on its way: whose, to which ticket as it was read, with the event that tells of it. */
interface Adding {
  context: Context
  head: TicketHead
  message: QuickMessage
  event: AuditEvent
}

const ADD: Statement = {
  name: 'ticket-messages-add',
  text: `select * from wk_add_messages($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, string_to_array($14, E'\n'), $15)`,
}
/** Somebody holds a ticket, or its key has changed: messages are added step by step then. */
const ANOTHER_WAY = new Set(['55P03', 'WKR01', '40P01'])

/**
 * Adds messages that change nothing else of their tickets: those of concurrent requests share a statement and its commit,
 * each with its event, or not at all.
 */
export class QuickMessages {
  readonly #batcher: Batcher<Adding, number | undefined>

  constructor(db: Database) {
    const together = (adding: Adding[]) =>
      send(db, adding).catch((error) => {
        if (!ANOTHER_WAY.has(error.code)) throw error
        return adding.map(() => undefined)
      })
    const divides = (error: unknown) => !(error instanceof DatabaseUnavailable)
    this.#batcher = new Batcher(together, { parallel: 2, most: 64, divides })
  }

  /** Answers the ticket's version; undefined, and nothing done, when the message must be added step by step. */
  add(
    context: Context,
    head: TicketHead,
    message: QuickMessage,
    event: AuditEvent,
  ): Promise<number | undefined> {
    return this.#batcher.ask({ context, head, message, event })
  }
}

async function send(db: Database, adding: Adding[]): Promise<(number | undefined)[]> {
  const users = new Map<string, Context>()
  for (const { context } of adding) users.set(`${context.orgId} ${context.userId}`, context)
  const places = new Map([...users.keys()].map((key, i) => [key, i + 1]))
  const col = <T>(f: (a: Adding) => T) => adding.map(f)
  const rows = await db.query<{ n: number; version: number }>(
    ADD,
    [
      [...users.values()].map((u) => u.orgId),
      [...users.values()].map((u) => u.userId),
      col(({ context }) => places.get(`${context.orgId} ${context.userId}`)),
      col((a) => a.head.id),
      col((a) => a.head.wrapped),
      col((a) => a.message.id),
      col((a) => a.message.kind),
      col((a) => a.message.sealedBody),
      col((a) => `{${a.message.mentions.join(',')}}`),
      col((a) => `{${a.message.tokens.join(',')}}`),
      col((a) => a.message.outboxId),
      col((a) => a.event.id),
      col((a) => a.event.at),
      // Leaves are lines.
      col((a) => a.event.leaf).join('\n'),
      col((a) => a.event.sessionId),
    ],
    'write',
  )
  const versions: (number | undefined)[] = new Array(adding.length)
  for (const row of rows) versions[row.n - 1] = row.version
  return versions
}
