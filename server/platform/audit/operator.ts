import { userInfo } from 'node:os'
import type { Tx } from '../db/database.ts'
import { auditEvent, type EventInput } from './event.ts'
import { recordInTransaction } from './record.ts'

/** Records what an operator does on the command line, under the account of the operating system. */
export async function recordOperator(tx: Tx, event: EventInput): Promise<void> {
  await recordInTransaction(
    tx,
    auditEvent(
      tx.context.orgId,
      { kind: 'operator', userId: null, osUser: userInfo().username },
      null,
      event,
    ),
  )
}
