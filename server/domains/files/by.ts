import { auditEvent, type EventInput } from '../../platform/audit/event.ts'
import { recordInTransaction } from '../../platform/audit/record.ts'
import { carriesText, sealText } from '../../platform/audit/seal-text.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

/** Who does something with files, and how it is recorded: a request, or the system's own work. */
export interface By {
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

/** The reader's own findings, under the worker's role. */
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
