import type { Readable } from 'node:stream'
import pg from 'pg'
import type { Database, Tx } from '../db/database.ts'
import { Audience, type Listener } from './audience.ts'
import { since } from './follow.ts'

/** Changes within this time are told once, in ms. */
const GATHER = 100
/** The log is looked into this often even when nobody says that something changed, in ms. */
const LOOK_EVERY = 1000
/** Kinds of changes that may end a session or a token. */
const ACCOUNTS = new Set(['users', 'me', 'sign-in', 'tokens', 'mfa', 'sessions', 'organization'])
const NOTIFY = { name: 'live-notify', text: "select pg_notify('wk_live', $1)" }

/** Says so with the commit, from wherever no server runs: screens read anew, and streams of accounts that ended do too. */
export const tellScreens = (tx: Tx, kind: string): Promise<unknown> =>
  tx.run(NOTIFY, [`${tx.context.orgId} ${kind}`])

/**
 * Tells open screens what changed in their organization, through any process. LISTEN/NOTIFY only wakes: it names a kind
 * such as `clients`; which things changed is read from the log, where each change is from its commit on. So a process
 * that dies before it could say something, or a stream that breaks, costs nothing but a moment: whoever comes back with
 * the place up to which they heard is told the rest. Never content: who hears reads anew, under their own policy.
 */
export class Live {
  readonly #db: Database
  readonly #url: string
  readonly #audiences = new Map<string, Audience>()
  readonly #told = new Map<string, NodeJS.Timeout>()
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
  #clock: NodeJS.Timeout | undefined
  #ended = false

  constructor(db: Database, url: string) {
    this.#db = db
    this.#url = url
  }

  /** Says that things of a kind changed; sent after the change has committed, at most every moment. */
  changed(orgId: string, kind: string): void {
    const key = `${orgId} ${kind}`
    if (this.#told.has(key)) return
    const timer = setTimeout(() => {
      this.#told.delete(key)
      this.#db.query(NOTIFY, [key]).catch(() => {})
    }, GATHER)
    this.#told.set(key, timer.unref())
  }

  /**
   * A stream of server-sent events for one screen, from a place in the log on when it is given. What it is told passes
   * its `hears`; `still` says whether its session or token still counts: asked now and then, and at once when something
   * about accounts changed, so that no stream outlives them.
   */
  async open(orgId: string, listener: Listener = {}, from?: number): Promise<Readable> {
    this.#listen()
    this.#clock ??= setInterval(() => this.#lookEverywhere(), LOOK_EVERY).unref()
    const audience = this.#audiences.get(orgId) ?? new Audience(this.#db, orgId)
    this.#audiences.set(orgId, audience)
    const stream = audience.join(listener)
    try {
      // First joined, then told what was missed: something may come twice, nothing never.
      const at = await audience.place()
      audience.tellOne(stream, from === undefined ? { at, changes: [] } : await since(this.#db, orgId, from))
      return stream
    } catch (error) {
      stream.destroy()
      throw error
    }
  }

  #lookEverywhere(): void {
    for (const [orgId, audience] of this.#audiences)
      if (audience.empty) this.#audiences.delete(orgId)
      else audience.look()
  }

  #listen(): void {
    if (this.#client || this.#ended) return
    const client = new pg.Client({ connectionString: this.#url, application_name: 'wellkeep-live' })
    this.#client = client
    const lost = () => {
      if (this.#client !== client) return
      this.#client = undefined
      client.end().catch(() => {})
      clearTimeout(this.#retry)
      // Screens may have missed a word meanwhile: closing their streams makes them come back and ask.
      for (const audience of this.#audiences.values()) audience.end()
      this.#retry = setTimeout(() => this.#listen(), 1000).unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => {
      const [orgId = '', kind = ''] = (payload ?? '').split(' ')
      this.#audiences.get(orgId)?.heard(kind, ACCOUNTS.has(kind))
    })
    client
      .connect()
      .then(() => client.query('listen wk_live'))
      .catch(lost)
  }

  async close(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#retry)
    clearInterval(this.#clock)
    for (const audience of this.#audiences.values()) audience.end()
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => {})
  }
}
