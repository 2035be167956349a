import { changed } from '../../platform/audit/actions.ts'
import { openText } from '../../platform/audit/seal-text.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { EventAnswer } from './api.ts'
import { type Change, changedNames } from './changes.ts'
import { kindOf, type Labels, labelsFor } from './labels.ts'
import type { LoggedEvent } from './leaf.ts'
import type { FoundEvent } from './query.ts'

const SYSTEM: Record<string, string> = {
  system: 'Wellkeep',
  nobody: 'Nobody signed in',
  operator: 'Operator',
}

export interface Presented {
  items: EventAnswer[]
  /** Clients whose names are shown, and whether typed texts are: what the event of this reading names. */
  clients: string[]
  texts: boolean
}

/**
 * Events as the API gives them, all of it read from the leaves. `changesOf` says what of an event's changes is
 * shown; names alone unless told otherwise.
 */
export async function presentEvents(
  keys: OrgKeys,
  tx: Tx,
  reader: Principal,
  found: FoundEvent[],
  changesOf: (e: LoggedEvent) => Change[] = changedNames,
): Promise<Presented> {
  const said = found.flatMap((f) => (f.said ? [f.said] : []))
  const labels = await labelsFor(
    keys,
    tx,
    reader,
    said.flatMap((e) => (e.object ? [e.object] : [])),
    said.map((e) => e.actor.userId),
  )
  const items: EventAnswer[] = []
  let texts = false
  for (const f of found) {
    const item = f.said ? await presentOne(keys, tx, reader, f, f.said, labels, changesOf) : unreadable(f)
    if (f.said?.sealed?.text && !item.textHidden) texts = true
    items.push(item)
  }
  return { items, clients: labels.clients, texts }
}

async function presentOne(
  keys: OrgKeys,
  tx: Tx,
  reader: Principal,
  f: FoundEvent,
  e: LoggedEvent,
  labels: Labels,
  changesOf: (e: LoggedEvent) => Change[],
): Promise<EventAnswer> {
  const text = e.sealed?.text
  const typed =
    text && maySeeText(reader, e, labels)
      ? await openText(keys, tx, { id: e.id, object: e.object ?? null, text })
      : undefined
  const changes = changesOf(e)
  // Who sits where is for those who may read the log; a client's history shows who did what.
  const place = reader.permissions.has('audit:read')
  return {
    id: f.id,
    time: e.time,
    leafIndex: f.leafIndex,
    tampered: f.tampered,
    actor: {
      id: e.actor.userId,
      kind: e.actor.kind,
      name: labels.user(e.actor.userId) ?? e.actor.osUser ?? SYSTEM[e.actor.kind] ?? e.actor.kind,
      ...(e.actor.tokenId && { tokenId: e.actor.tokenId }),
      ...(e.actor.osUser && { osUser: e.actor.osUser }),
    },
    action: e.action,
    changed: changed(e),
    object: e.object ? { ...e.object, ...(e.object.id && { label: labels.of(e.object) }) } : null,
    objectCount: e.objects?.length ?? 0,
    classes: e.classes ?? [],
    outcome: e.outcome,
    reason: e.reason ?? typed?.reason ?? null,
    purpose: typed?.purpose ?? null,
    textHidden: Boolean(text) && !typed,
    ip: place ? (e.request?.ip ?? null) : null,
    sessionId: place ? (e.actor.sessionId ?? null) : null,
    screen: e.request?.screen ?? null,
    facts: { ...e.facts, ...typed?.facts },
    ...(changes.length && { changes }),
  }
}

/**
 * What people typed about a client may be PHI: it shows to those who see notes, and see that client; about a ticket, to
 * those who see that ticket. Texts about users, roles, keys and settings show to whoever reads the log.
 */
function maySeeText(reader: Principal, e: LoggedEvent, labels: Labels): boolean {
  const kind = e.object && kindOf(e.object.type)
  if (kind && STAFF.has(kind)) return true
  if (kind === 'ticket')
    return reader.permissions.has('tickets:read') && (!e.object?.id || labels.seen.has(e.object.id))
  if (!reader.fieldClasses.note) return false
  return kind !== 'client' || !e.object?.id || labels.seen.has(e.object.id)
}
const STAFF = new Set([
  'user',
  'role',
  'team',
  'client-group',
  'facility',
  'token',
  'session',
  'organization',
  'wall',
  'keys',
  'invitation',
])

/** Somebody made the event into something that is none: that it is here is all that can be said. */
const unreadable = (f: FoundEvent): EventAnswer => ({
  id: f.id,
  time: null,
  leafIndex: f.leafIndex,
  tampered: true,
  actor: { id: null, kind: 'unknown', name: 'Unreadable' },
  action: 'unreadable',
  changed: false,
  object: null,
  objectCount: 0,
  classes: [],
  outcome: 'unreadable',
  reason: null,
  purpose: null,
  textHidden: false,
  ip: null,
  sessionId: null,
  screen: null,
  facts: {},
})
