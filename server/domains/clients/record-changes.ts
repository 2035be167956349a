import type { AuditEvent } from '../../platform/audit/event.ts'
import { recordInTransaction } from '../../platform/audit/record.ts'
import { Batcher } from '../../platform/db/batcher.ts'
import {
  type Context,
  type Database,
  DatabaseUnavailable,
  type Statement,
} from '../../platform/db/database.ts'
import { stale } from '../../platform/http/problem.ts'
import type { RecordClass } from './schema.ts'
import { updateClient } from './write.ts'

/** A change of a client's record that stays in its group and facility, with the event that tells of it. */
export interface RecordChange {
  context: Context
  id: string
  /** The version that was read: a client that has another by now is not changed. */
  version: number
  sealed: Partial<Record<RecordClass, Buffer>>
  /** Present when a searchable field changed. */
  tokens?: number[] | undefined
  event: AuditEvent
}

const CHANGE: Statement = {
  name: 'clients-change',
  text: `select * from wk_change_clients($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, string_to_array($14, E'\\n'), $15)`,
}

/** SQLSTATE of a lock that was not had in time, and of a deadlock. */
const HELD = /^(55P03|40P01)$/

/** Changes of concurrent requests share a statement and its commit; each is made with its event, or not at all. */
export class RecordChanges {
  readonly #batcher: Batcher<RecordChange, number | undefined>

  constructor(db: Database) {
    const together = (changes: RecordChange[]) =>
      send(db, changes).catch((error) => {
        if (!HELD.test(error.code)) throw error
        // A client among them is held elsewhere: each goes on by itself, so that only its own change waits.
        return changes.map((change) => alone(db, change))
      })
    const divides = (error: unknown) => !(error instanceof DatabaseUnavailable)
    this.#batcher = new Batcher(together, { parallel: 2, most: 64, divides })
  }

  /** Answers the new version; throws 412 when the change comes too late. */
  async make(change: RecordChange): Promise<number> {
    const version = await this.#batcher.ask(change)
    if (version === undefined) throw stale()
    return version
  }
}

/** One change in a transaction and on a connection of its own, which may wait. */
const alone = (db: Database, change: RecordChange): Promise<number> =>
  db.withContext(change.context, async (tx) => {
    const version = await updateClient(tx, change)
    await recordInTransaction(tx, change.event)
    return version
  })

async function send(db: Database, changes: RecordChange[]): Promise<(number | undefined)[]> {
  const users = new Map<string, Context>()
  for (const { context } of changes) users.set(`${context.orgId} ${context.userId}`, context)
  const places = new Map([...users.keys()].map((key, i) => [key, i + 1]))
  const col = <T>(f: (c: RecordChange) => T) => changes.map(f)
  const sealed = (cls: RecordClass) => col((c) => c.sealed[cls] ?? null)
  const rows = await db.query<{ n: number; version: number }>(
    CHANGE,
    [
      [...users.values()].map((u) => u.orgId),
      [...users.values()].map((u) => u.userId),
      col(({ context }) => places.get(`${context.orgId} ${context.userId}`)),
      col((c) => c.id),
      col((c) => c.version),
      sealed('contact'),
      sealed('demographic'),
      sealed('identifier'),
      sealed('clinical'),
      sealed('financial'),
      changes.some((c) => c.tokens) ? col((c) => (c.tokens ? `{${c.tokens.join(',')}}` : null)) : null,
      col((c) => c.event.id),
      col((c) => c.event.at),
      // Leaves are lines.
      col((c) => c.event.leaf).join('\n'),
      col((c) => c.event.sessionId),
    ],
    'write',
  )
  const versions: (number | undefined)[] = new Array(changes.length)
  for (const row of rows) versions[row.n - 1] = row.version
  return versions
}
