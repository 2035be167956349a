import type { Database, Statement, Tx } from '../db/database.ts'
import type { AuditEvent } from './event.ts'

const APPEND: Statement = {
  name: 'audit-append',
  text: 'select wk_audit_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
}

function columns(events: AuditEvent[]): unknown[] {
  return [
    events.map((e) => e.orgId), events.map((e) => e.id), events.map((e) => e.at), events.map((e) => e.leaf),
    events.map((e) => e.actorId), events.map((e) => e.sessionId), events.map((e) => e.action), events.map((e) => e.outcome),
    events.map((e) => e.objectType), events.map((e) => e.objectId),
    events.map((e) => (e.objectIds ? `{${e.objectIds.join(',')}}` : null)),
  ]
}

/** Records a change in the transaction that makes it: both commit, or neither does. */
export async function recordInTransaction(tx: Tx, ...events: AuditEvent[]): Promise<void> {
  await tx.run(APPEND, columns(events))
}

interface Waiting {
  event: AuditEvent
  resolve(): void
  reject(error: unknown): void
}

/**
 * Makes events of reads durable before their answers are sent. While one commit is under way, the events of
 * all concurrent reads gather and share the next: one commit for many. A write that fails fails every read
 * that waits on it: nothing is disclosed unrecorded.
 */
export class ReadRecorder {
  #db: Database
  #waiting: Waiting[] = []
  #writing = 0
  /** More commits side by side shorten the wait; more than a few only split the batches. */
  readonly #parallel = 2
  readonly #most = 500

  constructor(db: Database) {
    this.#db = db
  }

  record(event: AuditEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject })
      if (this.#writing < this.#parallel) void this.#write()
    })
  }

  async #write(): Promise<void> {
    this.#writing++
    // Requests that arrived in the same turn of the event loop join the batch.
    await new Promise((r) => setImmediate(r))
    while (this.#waiting.length) {
      const batch = this.#waiting.splice(0, this.#most)
      try {
        await this.#db.query(APPEND, columns(batch.map((w) => w.event)), 'audit')
        for (const w of batch) w.resolve()
      } catch (error) {
        for (const w of batch) w.reject(error)
      }
    }
    this.#writing--
  }
}
