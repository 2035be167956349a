import type { DataKey } from '../../platform/keys/sealed.ts'
import { openJson, SealBroken } from '../../platform/keys/sealed.ts'
import { FIELD_CLASSES, type FieldClass } from '../../platform/policy/field-classes.ts'
import { mask } from '../clients/index.ts'
import type { LoggedEvent } from './leaf.ts'

/** A field that an event changed. Values are there for readers who see the class, and have the client's key. */
export interface Change {
  field: string
  class: FieldClass | null
  from?: unknown
  to?: unknown
}

const classOf = (field: string): FieldClass | null =>
  FIELD_CLASSES.find((c) => field === c || field.startsWith(`${c}.`)) ?? null

/** The names of the fields that an event changed: no PHI. */
export const changedNames = (e: LoggedEvent): Change[] =>
  (e.changes ?? []).map((field) => ({ field, class: classOf(field) }))

/**
 * The same with old and new values, opened from `sealed` for the classes in `classes`. Identifiers stay masked:
 * to see one is a reveal, with an event of its own. Values that do not open (the key is destroyed, or somebody
 * moved them here) are left out.
 */
export function changedValues(
  e: LoggedEvent,
  orgId: string,
  key: DataKey,
  classes: readonly FieldClass[],
): Change[] {
  const opened = new Map<FieldClass, { from: unknown; to: unknown }>()
  for (const cls of classes) {
    const sealed = e.sealed?.[cls]
    if (sealed === undefined) continue
    try {
      opened.set(
        cls,
        openJson(
          key,
          { orgId, table: 'audit_events', column: cls, row: e.id },
          Buffer.from(sealed, 'base64'),
        ),
      )
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
    }
  }
  const changes = changedNames(e).map((change) => {
    const values = change.class && opened.get(change.class)
    if (!values) return change
    const name = change.field.slice(change.field.indexOf('.') + 1)
    return { ...change, ...shown(change.class!, part(values.from, name), part(values.to, name)) }
  })
  // A class that is one value has no field names: a note.
  for (const [cls, { from, to }] of opened)
    if (!changes.some((c) => c.class === cls))
      changes.push({ field: cls, class: cls, ...shown(cls, from, to) })
  return changes
}

/**
 * The same for a ticket, whose values are under its own key. After a purge of one of its messages the ticket has another
 * key, and what was logged before opens no more.
 */
export function changedTicketValues(e: LoggedEvent, orgId: string, key: DataKey): Change[] {
  const sealed = e.sealed?.ticket
  const names = (e.changes ?? []).map((field) => ({ field, class: null }))
  if (sealed === undefined) return names
  try {
    const place = { orgId, table: 'audit_events', column: 'ticket', row: e.id }
    const values = openJson<Values>(key, place, Buffer.from(sealed, 'base64'))
    return names.map((change) => {
      const name = change.field.slice(change.field.indexOf('.') + 1)
      return { ...change, from: part(values.from, name), to: part(values.to, name) }
    })
  } catch (error) {
    if (error instanceof SealBroken) return names
    throw error
  }
}

interface Values {
  from: unknown
  to: unknown
}

const part = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? ((value as Record<string, unknown>)[name] ?? null) : null

const shown = (cls: FieldClass, from: unknown, to: unknown) =>
  cls === 'identifier' ? { from: masked(from), to: masked(to) } : { from, to }

/** Masks every value of identifiers, and leaves the systems and types that say what they are. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map(masked)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, k === 'system' || k === 'type' ? v : masked(v)]),
    )
  return value
}
