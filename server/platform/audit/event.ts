import { encodeLeaf, type Json } from '../../../tlog/index.ts'
import { uuidv7 } from '../ids.ts'
import type { FieldClass } from '../policy/field-classes.ts'

export type Outcome = 'done' | 'refused' | 'failed'

/** Who did it. `userId` is null before sign-in and for the system's own work. */
export interface Actor {
  kind: 'person' | 'service' | 'operator' | 'system' | 'nobody'
  userId: string | null
  sessionId?: string | undefined
  tokenId?: string | undefined
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

/** What is recorded. Values that are PHI appear in `sealed` only, under the subject's own key. */
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
  purpose?: string
  reason?: string
  /** Plain facts that are not PHI: counts, formats, ids. */
  facts?: Record<string, string | number | boolean | null>
  sealed?: Partial<Record<FieldClass, string>>
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

/** Builds the event and its leaf: `time` first, then the event in canonical JSON (RFC 8785). */
export function auditEvent(orgId: string, actor: Actor, request: RequestInfo | null, input: EventInput): AuditEvent {
  const now = Date.now()
  const id = input.id ?? uuidv7(now)
  const at = new Date(now).toISOString()
  const outcome = input.outcome ?? 'done'
  const event: Record<string, unknown> = { v: EVENT_VERSION, id, org: orgId, action: input.action, outcome, actor: defined(actor) }
  if (request) event.request = defined(request)
  if (input.object) event.object = input.object
  if (input.objects) event.objects = input.objects
  if (input.classes?.length) event.classes = [...input.classes]
  if (input.changes?.length) event.changes = input.changes
  if (input.purpose) event.purpose = input.purpose
  if (input.reason) event.reason = input.reason
  if (input.facts) event.facts = input.facts
  if (input.sealed) event.sealed = input.sealed
  return {
    id, orgId, at, leaf: encodeLeaf(new Date(now), event as Json).toString('utf8'),
    actorId: actor.userId, sessionId: actor.sessionId ?? null, action: input.action, outcome,
    objectType: input.object?.type ?? null, objectId: input.object?.id ?? null,
    objectIds: input.objects ?? null,
  }
}

const defined = <T extends object>(o: T) => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined))
