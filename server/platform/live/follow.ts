import type { Database } from '../db/database.ts'
import { type Change, distinct, lookIntoLog } from './changes.ts'

/** What a look into the log found that was not told before; `null` for so much that all is to be read anew. */
export interface News {
  /** The place from which somebody who heard this goes on. */
  at: number
  changes: Change[] | null
}

/** Follows the log of one organization: tells each change once, soon after its commit, in whatever process it was made. */
export class Follower {
  readonly #db: Database
  readonly #orgId: string
  #at: number | undefined
  /** Told already, though they have no place in the tree yet. */
  #told = new Set<string>()

  constructor(db: Database, orgId: string) {
    this.#db = db
    this.#orgId = orgId
  }

  /** One look at a time; the first only finds the place to begin. Rejects when the database is away. */
  async look(): Promise<News | undefined> {
    const from = this.#at
    const { size, many, events } = await lookIntoLog(this.#db, this.#orgId, from ?? Number.POSITIVE_INFINITY)
    const news = events.filter((e) => !this.#told.has(e.eventId))
    this.#told = new Set(events.filter((e) => e.waits).map((e) => e.eventId))
    // What waits now gets a leaf from here on, and would be told again to who comes back: harmless, and nothing is missed.
    this.#at = size
    if (from === undefined) return { at: size, changes: [] }
    if (many) return { at: size, changes: null }
    return news.length ? { at: size, changes: distinct(news.map((e) => e.change)) } : undefined
  }
}

/** What happened after a place in the log, for somebody who comes back. */
export async function since(db: Database, orgId: string, from: number): Promise<News> {
  const { size, many, events } = await lookIntoLog(db, orgId, from)
  // A place that the log doesn't reach is of another log: a restored one, say.
  if (many || from > size) return { at: size, changes: null }
  return { at: size, changes: distinct(events.map((e) => e.change)) }
}
