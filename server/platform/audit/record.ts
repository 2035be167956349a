import { Batcher } from '../db/batcher.ts'
import type { Database, Statement, Tx } from '../db/database.ts'
import type { AuditEvent } from './event.ts'

/** Leaves are lines, so they travel as lines: quoting each for an array would cost more than storing it. */
const APPEND: Statement = {
  name: 'audit-append',
  text: "select wk_audit_append($1, $2, $3, string_to_array($4, E'\\n'), $5, $6, $7, $8, $9, $10, $11)",
}

/** An array of ids or times, which need no quoting; what is none of these, the database refuses. */
const plainArray = (values: (string | null)[]) => `{${values.map((v) => v ?? 'null').join(',')}}`

function columns(events: AuditEvent[]): unknown[] {
  return [
    plainArray(events.map((e) => e.orgId)),
    plainArray(events.map((e) => e.id)),
    plainArray(events.map((e) => e.at)),
    events.map((e) => e.leaf).join('\n'),
    plainArray(events.map((e) => e.actorId)),
    plainArray(events.map((e) => e.sessionId)),
    events.map((e) => e.action),
    events.map((e) => e.outcome),
    events.map((e) => e.objectType),
    plainArray(events.map((e) => e.objectId)),
    events.map((e) => (e.objectIds ? `{${e.objectIds.join(',')}}` : null)),
  ]
}

/** The event could not be written, so what it would have recorded does not happen. Answered as 500. */
export class EventNotRecorded extends Error {
  constructor(cause: unknown) {
    super('the event could not be recorded', { cause })
  }
}

/** SQLSTATE of the cause; a lost connection and a full disk have answers of their own and stay as they are. */
const DATA_OR_RIGHTS = /^(22|23|28|42|54|P0|XX)/
const DATA = /^2[23]/
const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? ''

function notRecorded(error: unknown): unknown {
  return DATA_OR_RIGHTS.test(codeOf(error)) ? new EventNotRecorded(error) : error
}

/**
 * What a statement that records and changes at once failed of: the walls refuse a row by their policies, but a
 * missing right to record (or to anything else) is a fault of the deployment, not of who asked.
 */
export function failureOfChange(error: unknown): unknown {
  return (error as { routine?: string } | null)?.routine === 'aclcheck_error'
    ? new EventNotRecorded(error)
    : error
}

/** Records a change in the transaction that makes it: both commit, or neither does. Throws EventNotRecorded. */
export async function recordInTransaction(tx: Tx, ...events: AuditEvent[]): Promise<void> {
  try {
    await tx.run(APPEND, columns(events))
  } catch (error) {
    throw notRecorded(error)
  }
}

/**
 * Makes events of reads durable before their answers are sent: those of concurrent reads share a commit. A write
 * that fails fails every read that waits on it, so that nothing is disclosed unrecorded; but an event that the
 * database refuses for what it holds fails its own read, not those it shared a batch with.
 */
export class ReadRecorder {
  readonly #batcher: Batcher<AuditEvent, void>

  constructor(db: Database) {
    const append = async (events: AuditEvent[]) => {
      await db.query(APPEND, columns(events), 'audit')
      return events.map(() => undefined)
    }
    this.#batcher = new Batcher(append, { parallel: 2, most: 500, divides: (e) => DATA.test(codeOf(e)) })
  }

  async record(event: AuditEvent): Promise<void> {
    try {
      await this.#batcher.ask(event)
    } catch (error) {
      throw notRecorded(error)
    }
  }
}
