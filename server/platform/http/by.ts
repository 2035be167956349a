import { auditEvent, type EventInput } from '../audit/event.ts'
import { recordInTransaction } from '../audit/record.ts'
import { carriesText, sealText } from '../audit/seal-text.ts'
import type { Tx } from '../db/database.ts'
import type { Services } from '../services.ts'
import type { RequestContext } from './route.ts'

/** Who does something, and how it is recorded: a request, or work of the system itself. */
export interface By {
  /** Null for the system: mail that came in, a clock that ran out. */
  userId: string | null
  name: string
  may(permission: string): boolean
  record(tx: Tx, event: EventInput): Promise<void>
}

export const byRequest = (ctx: RequestContext): By => ({
  userId: ctx.principal.userId,
  name: ctx.principal.displayName,
  may: (permission) => ctx.principal.permissions.has(permission),
  record: (tx, event) => ctx.record(tx, event),
})

/** The system's own work, under the worker's role; it passes no gate that a person could not pass. */
export const bySystem = ({ keys }: Pick<Services, 'keys'>): By => ({
  userId: null,
  name: 'Wellkeep',
  may: () => false,
  async record(tx, event) {
    const sealed = carriesText(event) ? await sealText(keys, tx, event) : event
    await recordInTransaction(
      tx,
      auditEvent(tx.context.orgId, { kind: 'system', userId: null }, null, sealed),
    )
  },
})
