import { type Actor, auditEvent, type EventInput } from '../../../platform/audit/event.ts'
import { recordInTransaction } from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'

const KEEP = {
  name: 'import-event-keep',
  text: 'insert into import_events (org_id, import_id, event) values ($1, $2, $3)',
}
const TAKE = {
  name: 'import-event-take',
  text: `delete from import_events where org_id = $1 and import_id = $2 and seq in (
      select seq from import_events where org_id = $1 and import_id = $2 order by seq limit $3)
    returning seq, event`,
}
/** Recorded in one statement; an import of any size passes in constant memory. */
const BATCH = 200

/** Of an import, what its events need. */
interface Recording {
  orgId: string
  importId: string
  actor: Actor
}

/** Keeps an event for the end of the transaction. Its sealed parts stay bound to the id it was given. */
export async function deferEvent(run: Recording, tx: Tx, event: EventInput): Promise<void> {
  await tx.run(KEEP, [run.orgId, run.importId, JSON.stringify(event)])
}

/**
 * Records all that was kept, with the time of now. A verifier holds the times of events against those of the
 * checkpoints around them: an event made long before its transaction commits would look back-dated, and in truth
 * nothing has happened before the commit.
 */
export async function recordDeferred(run: Recording, tx: Tx): Promise<void> {
  for (;;) {
    const rows = await tx.run<{ seq: number; event: EventInput }>(TAKE, [run.orgId, run.importId, BATCH])
    if (!rows.length) return
    rows.sort((a, b) => a.seq - b.seq)
    await recordInTransaction(tx, ...rows.map((r) => auditEvent(run.orgId, run.actor, null, r.event)))
  }
}
