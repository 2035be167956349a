import { PassThrough, type Readable } from 'node:stream'
import pg from 'pg'
import type { Database, Tx } from '../db/database.ts'

/** Changes of one kind within this time are told once, in ms. */
const GATHER = 150
const HEARTBEAT = 25_000
/** A stream ends after this, in ms; the browser opens another under its session as it is then. */
const LASTS = 10 * 60_000
/** Kinds of changes that may end a session or a token. */
const ACCOUNTS = new Set(['users', 'me', 'sign-in', 'tokens', 'mfa', 'sessions', 'organization'])
const NOTIFY = { name: 'live-notify', text: "select pg_notify('wk_live', $1)" }

/** Says so with the commit, from wherever no server runs: screens read anew, and streams of accounts that ended do too. */
export const tellScreens = (tx: Tx, kind: string): Promise<unknown> =>
  tx.run(NOTIFY, [`${tx.context.orgId} ${kind}`])

/**
 * Tells open screens what kind of thing changed in their organization, through any process: LISTEN/NOTIFY to
 * server-sent events. A kind such as `clients`, never an id or content: who hears it reads anew, under their own
 * policy and walls.
 */
export class Live {
  readonly #db: Database
  readonly #url: string
  readonly #streams = new Map<string, Map<PassThrough, () => Promise<boolean>>>()
  readonly #told = new Map<string, NodeJS.Timeout>()
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
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
   * A stream of server-sent events for one screen. `still` says whether its session or token still counts: asked now
   * and then, and at once when something about accounts changed, so that no stream outlives them.
   */
  open(orgId: string, still: () => Promise<boolean> = async () => true): Readable {
    const stream = new PassThrough()
    const of = this.#streams.get(orgId) ?? new Map()
    this.#streams.set(orgId, of.set(stream, still))
    stream.write('retry: 3000\n\n')
    const beat = setInterval(() => void this.#tell(stream, still, ': still here\n\n'), HEARTBEAT).unref()
    const end = setTimeout(() => stream.end(), LASTS).unref()
    stream.on('close', () => {
      clearInterval(beat)
      clearTimeout(end)
      of.delete(stream)
    })
    this.#listen()
    return stream
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
      // Screens may have missed something meanwhile: closing their streams makes them ask anew.
      for (const of of this.#streams.values()) for (const stream of of.keys()) stream.end()
      this.#retry = setTimeout(() => this.#listen(), 1000).unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => {
      const [orgId, kind] = (payload ?? '').split(' ')
      const line = `event: change\ndata: ${JSON.stringify({ type: kind })}\n\n`
      for (const [stream, still] of this.#streams.get(orgId ?? '') ?? [])
        if (ACCOUNTS.has(kind ?? '')) void this.#tell(stream, still, line)
        else stream.write(line)
    })
    client
      .connect()
      .then(() => client.query('listen wk_live'))
      .catch(lost)
  }

  /** Writes to a stream whose session still counts, and ends one whose does not. */
  async #tell(stream: PassThrough, still: () => Promise<boolean>, line: string): Promise<void> {
    const counts = await still().catch(() => false)
    if (counts) stream.write(line)
    else stream.end()
  }

  async close(): Promise<void> {
    this.#ended = true
    clearTimeout(this.#retry)
    for (const of of this.#streams.values()) for (const stream of of.keys()) stream.end()
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => {})
  }
}
