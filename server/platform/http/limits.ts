import { createHmac } from 'node:crypto'
import type { Database, Statement } from '../db/database.ts'
import type { Limit } from './route.ts'

const HIT: Statement = { name: 'hit', text: 'select wk_hit($1, make_interval(secs => $2), $3) as hits' }

/** Counts hits in PostgreSQL, so that all processes share one limit. What is counted is keyed by an HMAC. */
export class Limits {
  #db: Database
  #salt: string
  #local = new Map<
    string,
    { pending: number; total: number; window: number; timer: NodeJS.Timeout | undefined }
  >()

  constructor(db: Database, salt: string) {
    this.#db = db
    this.#salt = salt
  }

  #bucket(key: string): Buffer {
    return createHmac('sha256', this.#salt).update(key).digest().subarray(0, 16)
  }

  /** Counts one hit at once; true while within the limit. For sign-in and other doors. */
  async hit(key: string, limit: Pick<Limit, 'hits' | 'window'>, cost = 1): Promise<boolean> {
    const [row] = await this.#db.query<{ hits: number }>(HIT, [this.#bucket(key), limit.window, cost])
    return row!.hits <= limit.hits
  }

  /**
   * For the ordinary routes: hits are counted here and settled with the database once a second, so that the
   * shared limit costs a request nothing. All processes together exceed it by at most a second's traffic.
   */
  within(key: string, limit: Pick<Limit, 'hits' | 'window'>): boolean {
    const window = Math.floor(Date.now() / (limit.window * 1000))
    const name = `${key}|${limit.window}`
    let c = this.#local.get(name)
    if (!c || c.window !== window) {
      if (c?.timer) clearTimeout(c.timer)
      c = { pending: 0, total: 0, window, timer: undefined }
      this.#local.set(name, c)
    }
    c.pending++
    const counter = c
    counter.timer ??= setTimeout(() => void this.#settle(name, counter, limit), 1000).unref()
    return c.total + c.pending <= limit.hits
  }

  async #settle(
    name: string,
    c: { pending: number; total: number; timer: NodeJS.Timeout | undefined },
    limit: Pick<Limit, 'window'>,
  ): Promise<void> {
    const cost = c.pending
    c.timer = undefined
    try {
      const [row] = await this.#db.query<{ hits: number }>(HIT, [this.#bucket(name), limit.window, cost])
      c.total = row!.hits
      c.pending -= cost
    } catch {
      // Without the database nothing is served anyway; the hits stay pending.
    }
    if (this.#local.size > 50_000) this.#local.clear()
  }
}
