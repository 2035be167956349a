import { changed } from '../../platform/audit/actions.ts'
import type { Tx } from '../../platform/db/database.ts'
import { kindOf, type ObjectRef } from './labels.ts'
import type { LoggedEvent } from './leaf.ts'
import { type FoundEvent, sessionEvents } from './query.ts'

/** A stay at one screen, about one thing: what follows on the same screen about the same thing belongs to it. */
export interface Visit {
  startedAt: string
  endedAt: string
  screen: string
  object: ObjectRef | null
  actions: string[]
  events: number
  objectCount: number
  /** Of lists that were seen there; the first thousand. */
  listed: ReadonlySet<string>
  changed: boolean
  refused: boolean
  tampered: boolean
  /** The last event of it, for the cursor. */
  last: string
}

/** Ids that are kept of a visit's lists. */
export const MOST_LISTED = 1000

/** Events read at a time. */
const STEP = 1000

/** For what names no screen, as programs do: the route. */
const routeOf = (e: LoggedEvent): string =>
  [e.request?.method, e.request?.route].filter(Boolean).join(' ') || e.action

const objectOf = (e: LoggedEvent): ObjectRef | null =>
  e.object?.id ? { type: kindOf(e.object.type), id: e.object.id } : null

const sameObject = (a: ObjectRef | null, b: ObjectRef | null) =>
  !a || !b || (a.type === b.type && a.id === b.id)

/** Gathers events, in their order, into visits. */
export class Visits {
  readonly closed: Visit[] = []
  #open: (Visit & { listed: Set<string> }) | undefined
  /** The app named the screen of what is open. */
  #named = false

  add({ id, said: e, tampered }: FoundEvent): void {
    if (!e) return
    const object = objectOf(e)
    let visit = this.#open
    // Pictures and downloads are asked for by the browser itself, which names no screen: they are looked at on the one that
    // is open, about the same thing.
    const beside = visit && this.#named && sameObject(visit.object, object) ? visit.screen : undefined
    const screen = e.request?.screen ?? beside ?? routeOf(e)
    if (!visit || visit.screen !== screen || !sameObject(visit.object, object)) {
      this.close()
      visit = {
        startedAt: e.time,
        endedAt: e.time,
        screen,
        object,
        actions: [],
        events: 0,
        objectCount: 0,
        listed: new Set<string>(),
        changed: false,
        refused: false,
        tampered: false,
        last: id,
      }
      this.#open = visit
      this.#named = e.request?.screen !== undefined
    }
    visit.endedAt = e.time
    visit.object ??= object
    if (!visit.actions.includes(e.action) && visit.actions.length < 20) visit.actions.push(e.action)
    visit.events++
    for (const one of e.objects ?? []) if (visit.listed.size < MOST_LISTED) visit.listed.add(one)
    visit.objectCount = Math.max(visit.objectCount, e.objects?.length ?? 0, visit.listed.size)
    visit.changed ||= changed(e)
    visit.refused ||= e.outcome === 'refused'
    visit.tampered ||= tampered
    visit.last = id
  }

  close(): void {
    if (this.#open) this.closed.push(this.#open)
    this.#open = undefined
  }
}

/**
 * Visits of a session after a position, at most `limit` of them and whole ones only; `more` when there are others
 * behind. Reads the session in steps, and keeps only what is answered.
 */
export async function readVisits(
  tx: Tx,
  sessionId: string,
  after: string | undefined,
  limit: number,
): Promise<{ visits: Visit[]; more: boolean }> {
  const visits = new Visits()
  let at = after
  for (;;) {
    const step = await sessionEvents(tx, sessionId, at, STEP)
    for (const f of step) visits.add(f)
    if (step.length < STEP) visits.close()
    if (step.length < STEP || visits.closed.length > limit) break
    at = step.at(-1)!.id
  }
  return { visits: visits.closed.slice(0, limit), more: visits.closed.length > limit }
}
