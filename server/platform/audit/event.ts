import { type Json, leafText } from '../../../tlog/index.ts'
import { UUID_PATTERN, uuidv7 } from '../ids.ts'
import type { FieldClass } from '../policy/field-classes.ts'

export type Outcome = 'done' | 'refused' | 'failed'

/** Who did it. `userId` is null before sign-in and for the system's own work. */
export interface Actor {
  kind: 'person' | 'service' | 'portal' | 'device' | 'operator' | 'system' | 'nobody'
  userId: string | null
  sessionId?: string | undefined
  tokenId?: string | undefined
  deviceId?: string | undefined
  /** For an operator on the command line: the account of the operating system. */
  osUser?: string | undefined
}

export interface RequestInfo {
  id: string
  ip: string
  method: string
  /** The route's pattern, never the URL that came. */
  route: string
  /** The screen of the web app that asked, as it names itself. */
  screen?: string | undefined
}

export type FactValue = string | number | boolean | null

/**
 * What is recorded. Values that are PHI appear in `sealed` only, under the subject's own key. What people typed
 * (a reason, a purpose, a name) may hold PHI too: `sealText` moves it there, and an event that still carries it
 * in the clear is refused.
 */
export interface EventInput {
  /** Given when something was sealed for this event beforehand. */
  id?: string
  action: string
  outcome?: Outcome
  object?: { type: string; id: string | null }
  /** A list view, an import or an export names all it disclosed or touched. */
  objects?: string[]
  classes?: readonly FieldClass[]
  /** Names of fields, never their values. */
  changes?: string[]
  /** What a disclosure is for, as a person stated it. */
  purpose?: string
  /** As a person typed it; of what was refused or failed, a code such as `not-found-or-walled`. */
  reason?: string
  /** Plain facts that are not PHI: counts, formats, ids. */
  facts?: Record<string, FactValue>
  /** Base64 of sealed bytes: old and new values by field class, or of a ticket, and `text`, what people typed. */
  sealed?: Partial<Record<FieldClass | 'ticket' | 'text', string>>
}

export interface AuditEvent {
  id: string
  orgId: string
  at: string
  leaf: string
  actorId: string | null
  sessionId: string | null
  action: string
  outcome: Outcome
  objectType: string | null
  objectId: string | null
  objectIds: string[] | null
}

/** Version of the event's shape, in every leaf. */
export const EVENT_VERSION = 1

/** The event would carry in the clear what may be PHI, or what is no event at all. A fault of the code that records. */
export class EventRefused extends Error {}

const ACTION = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/
const CODE = /^[a-z0-9][a-z0-9._:-]{0,99}$/
const FIELD = /^[\w.-]{1,120}$/
/** Words without spaces: ids, formats, hashes, permissions. Anything else may be something that a person typed. */
const PLAIN = /^[\w.:+/-]{0,200}$/

export const isCode = (input: Pick<EventInput, 'reason' | 'outcome'>): boolean =>
  input.reason !== undefined && (input.outcome ?? 'done') !== 'done' && CODE.test(input.reason)
export const isPlainFact = (value: FactValue): boolean => typeof value !== 'string' || PLAIN.test(value)

/** Names what is wrong by its place, never by its content. */
function check(input: EventInput): void {
  if (!ACTION.test(input.action)) throw new EventRefused('an action is named `thing.verb`')
  if (input.reason !== undefined && !isCode(input))
    throw new EventRefused(`${input.action}: a typed reason must be sealed`)
  if (input.purpose !== undefined) throw new EventRefused(`${input.action}: a purpose must be sealed`)
  for (const [name, value] of Object.entries(input.facts ?? {}))
    if (!isPlainFact(value))
      throw new EventRefused(`${input.action}: the fact ${FIELD.test(name) ? name : ''} must be sealed`)
  if (input.changes?.some((c) => !FIELD.test(c)))
    throw new EventRefused(`${input.action}: changes name fields only`)
}

/** Builds the event and its leaf: `time` first, then the event in canonical JSON (RFC 8785). Throws EventRefused. */
export function auditEvent(
  orgId: string,
  actor: Actor,
  request: RequestInfo | null,
  input: EventInput,
): AuditEvent {
  check(input)
  const now = new Date()
  const id = input.id ?? uuidv7()
  const outcome = input.outcome ?? 'done'
  const event: Record<string, unknown> = {
    v: EVENT_VERSION,
    id,
    org: orgId,
    action: input.action,
    outcome,
    actor: defined(actor),
  }
  if (request) event.request = defined(request)
  const object = input.object && { type: input.object.type, id: objectId(input.object.id) }
  if (object) event.object = object
  const objects = input.objects?.map((o) => o.toLowerCase())
  if (objects?.some((o) => !UUID_PATTERN.test(o))) throw new EventRefused(`${input.action}: objects are ids`)
  if (objects) event.objects = objects
  if (input.classes?.length) event.classes = [...input.classes]
  if (input.changes?.length) event.changes = input.changes
  if (input.reason) event.reason = input.reason
  if (input.facts) event.facts = input.facts
  if (input.sealed) event.sealed = input.sealed
  return {
    id,
    orgId,
    at: now.toISOString(),
    leaf: leafText(now, event as Json),
    actorId: actor.userId,
    sessionId: actor.sessionId ?? null,
    action: input.action,
    outcome,
    objectType: object?.type ?? null,
    objectId: object?.id ?? null,
    objectIds: objects ?? null,
  }
}

/** What came in a URL and is no id names nothing. */
function objectId(id: string | null): string | null {
  const lower = id?.toLowerCase()
  return lower && UUID_PATTERN.test(lower) ? lower : null
}

function defined(o: object): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(o)) if (value !== undefined) out[key] = value
  return out
}
