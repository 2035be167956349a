import type { Tx } from '../db/database.ts'
import { uuidv7 } from '../ids.ts'
import { type OrgKeys, Shredded } from '../keys/org-keys.ts'
import { type DataKey, openJson, type Place, SealBroken, sealJson } from '../keys/sealed.ts'
import { openSubject, subjectDek } from '../keys/subjects.ts'
import { type EventInput, type FactValue, isCode, isPlainFact } from './event.ts'

/** What people typed that an event carries. */
export interface EventText {
  reason?: string
  purpose?: string
  facts?: Record<string, FactValue>
}

const place = (orgId: string, eventId: string): Place => ({
  orgId,
  table: 'audit_events',
  column: 'text',
  row: eventId,
})

function textOf(input: EventInput): EventText | undefined {
  const typed = Object.entries(input.facts ?? {}).filter(([, v]) => !isPlainFact(v))
  const text: EventText = {
    ...(input.reason !== undefined && !isCode(input) && { reason: input.reason }),
    ...(input.purpose !== undefined && { purpose: input.purpose }),
    ...(typed.length && { facts: Object.fromEntries(typed) }),
  }
  return Object.keys(text).length ? text : undefined
}

/** Whether the event carries text that must be sealed before it is recorded. */
export const carriesText = (input: EventInput): boolean => textOf(input) !== undefined

/**
 * Moves what people typed into `sealed.text`: under the client's own key when the event is about a client, so
 * that it goes when the client is destroyed; otherwise, and once the client is destroyed, under the
 * organization's key.
 */
export async function sealText(keys: OrgKeys, tx: Tx, input: EventInput): Promise<EventInput> {
  const text = textOf(input)
  if (!text) return input
  const { orgId } = tx.context
  const id = input.id ?? uuidv7()
  const client =
    input.object?.type === 'client' && input.object.id
      ? await clientKey(keys, tx, input.object.id)
      : undefined
  const key = client ?? (await subjectDek(keys, tx, 'organization', orgId))
  const { reason, purpose: _, facts, sealed, ...rest } = input
  const plain = Object.entries(facts ?? {}).filter(([, v]) => isPlainFact(v))
  return {
    ...rest,
    id,
    ...(reason !== undefined && isCode(input) && { reason }),
    ...(plain.length && { facts: Object.fromEntries(plain) }),
    sealed: { ...sealed, text: sealJson(key, place(orgId, id), text).toString('base64') },
  }
}

/** Opens `sealed.text`; undefined when the key is destroyed, or out of the reader's reach. */
export async function openText(
  keys: OrgKeys,
  tx: Tx,
  event: { id: string; object: { type: string; id: string | null } | null; text: string },
): Promise<EventText | undefined> {
  const { orgId } = tx.context
  const bytes = Buffer.from(event.text, 'base64')
  const candidates = [
    async () =>
      event.object?.type === 'client' && event.object.id ? clientKey(keys, tx, event.object.id) : undefined,
    async () => subjectDek(keys, tx, 'organization', orgId),
  ]
  for (const candidate of candidates) {
    const key = await candidate()
    if (!key) continue
    try {
      return openJson<EventText>(key, place(orgId, event.id), bytes)
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
    }
  }
  return undefined
}

/** Undefined when the client is behind a wall of the transaction, or destroyed. */
async function clientKey(keys: OrgKeys, tx: Tx, id: string): Promise<DataKey | undefined> {
  const known = await tx.db
    .selectFrom('deks')
    .select('subject_id')
    .where('org_id', '=', tx.context.orgId)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  if (!known) return undefined
  try {
    return await openSubject(keys, tx, id)
  } catch (error) {
    if (error instanceof Shredded) return undefined
    throw error
  }
}
