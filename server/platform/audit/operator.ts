import { userInfo } from 'node:os'
import type { Tx } from '../db/database.ts'
import { type AuditEvent, auditEvent, type EventInput } from './event.ts'
import { recordInTransaction } from './record.ts'

/** What an operator does on the command line, under the account of the operating system. */
export const operatorEvent = (orgId: string, event: EventInput): AuditEvent =>
  auditEvent(orgId, { kind: 'operator', userId: null, osUser: accountName() }, null, event)

/** Records it in the transaction that does it. */
export async function recordOperator(tx: Tx, event: EventInput): Promise<void> {
  await recordInTransaction(tx, operatorEvent(tx.context.orgId, event))
}

/** In a container the account may have no name. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}
