import { askForSignatures } from '../domains/signatures/index.ts'
import { auditEvent } from '../platform/audit/event.ts'
import { recordInTransaction } from '../platform/audit/record.ts'
import type { By } from '../platform/http/by.ts'
import type { Platform } from '../platform/open.ts'
import type { Principal } from '../platform/policy/principal.ts'

interface Asker {
  id: string
  name: string
}

/** Signatures that wait: of a leaflet for all, and of a client's own letter. Both wait for the portal person first. */
export async function seedSignatures(
  platform: Platform,
  orgId: string,
  who: { lead: Asker; coordinator: Asker; administrator: string },
): Promise<void> {
  await ask(platform, orgId, who.lead, 'shared', [who.administrator])
  await ask(platform, orgId, who.coordinator, 'private', [who.coordinator.id])
}

function ask(
  platform: Platform,
  orgId: string,
  asker: Asker,
  where: 'shared' | 'private',
  after: string[],
): Promise<unknown> {
  const principal = {
    orgId,
    userId: asker.id,
    displayName: asker.name,
    kind: 'person',
    permissions: new Set(['documents:read', 'documents:write', 'documents:publish', 'documents:manage']),
    fieldClasses: { contact: 'write', clinical: 'write' },
  } as unknown as Principal
  const by: By = {
    userId: asker.id,
    name: asker.name,
    may: () => true,
    record: (tx, event) =>
      recordInTransaction(tx, auditEvent(orgId, { kind: 'person', userId: asker.id }, null, event)),
  }
  return platform.db.withContext({ orgId, userId: asker.id }, async (tx) => {
    const { id } = await tx.db
      .selectFrom('documents')
      .select('id')
      .where('client_id', where === 'shared' ? 'is' : 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const portal = await tx.db.selectFrom('portal_people').select('user_id').executeTakeFirstOrThrow()
    const { time_zone } = await tx.db
      .selectFrom('organizations')
      .select('time_zone')
      .executeTakeFirstOrThrow()
    return askForSignatures(platform, tx, by, principal, id, {
      n: 1,
      consent: 'I have read this and agree to it.',
      message: 'Please sign before your next visit.',
      dueAt: endOfDayIn(12, time_zone),
      signers: [
        { userId: portal.user_id, role: 'Patient' },
        ...after.map((userId) => ({ userId, role: 'For Maple Grove Care' })),
      ],
    })
  })
}

/** The last second of the day so many days on, on the organization's clock. */
function endOfDayIn(days: number, timeZone: string): string {
  const day = Temporal.Now.plainDateISO(timeZone).add({ days })
  return day.toPlainDateTime('23:59:59').toZonedDateTime(timeZone).toInstant().toString()
}
