import { type Database, DatabaseUnavailable, type Statement } from '../db/database.ts'
import type { OrgKeys } from '../keys/org-keys.ts'
import type { Log } from '../log.ts'
import { logKey } from './log-key.ts'
import { LogState } from './log-state.ts'
import { LogBroken, openHead, type Sequenced, sequence } from './sequence.ts'

export { logOrigin } from './log-key.ts'

/** Leaves taken in one transaction: some tens of milliseconds of work. */
const BATCH = 5000
/** How often the sequencer looks for work, in ms: an event is under a checkpoint within 2 s. */
const EVERY = 400
/** How often logs without new events are held against what was signed, in ms. */
const CHECK_EVERY = 60_000
/** A trouble that lasts is logged again this often, in ms. */
const REMIND_EVERY = 5 * 60_000

const ALL: Statement = { name: 'log-orgs', text: 'select wk_organizations() as org' }
const WAITING: Statement = { name: 'log-waiting', text: 'select wk_audit_waiting() as org' }

interface Trouble {
  kind: string
  since: number
  told: number
}

/**
 * Gives committed events their places in their organization's tree and signs checkpoints. Any number of
 * processes may run one: for an organization, one at a time holds a lock of the database. A log that does not
 * hold what was signed is left alone, with an error in the process's log, until somebody has mended it; the
 * logs of other organizations go on.
 */
export class Sequencer {
  readonly #db: Database
  readonly #keys: OrgKeys
  readonly #log: Log
  readonly #state: LogState
  readonly #batch: number
  readonly #troubles = new Map<string, Trouble>()
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #stopped = false
  #checkedAt = 0

  constructor(parts: { db: Database; keys: OrgKeys; log: Log; keysDir: string; batch?: number }) {
    this.#db = parts.db
    this.#keys = parts.keys
    this.#log = parts.log
    this.#state = new LogState(parts.keysDir)
    this.#batch = parts.batch ?? BATCH
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.sequenceAll()
        .catch((error) => this.#trouble('all organizations', error))
        .finally(() => {
          if (!this.#stopped) this.start()
        })
    }, EVERY).unref()
  }

  /** Ends the loop; with a last pass, so that a stopped server leaves nothing waiting. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#running
    await this.sequenceAll().catch((error) => this.#trouble('all organizations', error))
  }

  /** Whether an organization's log is not signed just now, and since when (ms since 1970). */
  trouble(orgId: string): { kind: string; since: number } | undefined {
    return this.#troubles.get(orgId)
  }

  /** Takes all that waits, everywhere; now and then also looks at the logs in which nothing does. */
  async sequenceAll(): Promise<void> {
    const everywhere = Date.now() - this.#checkedAt > CHECK_EVERY
    const orgs = await this.#db.query<{ org: string }>(everywhere ? ALL : WAITING, [], 'worker')
    if (everywhere) this.#checkedAt = Date.now()
    this.#troubles.delete('all organizations')
    for (const { org } of orgs) {
      try {
        // A log that is fed faster than it is read would keep the others waiting: the next round takes the rest.
        for (let round = 0; round < 20 && (await this.sequence(org)) === this.#batch; round++);
        this.#troubles.delete(org)
      } catch (error) {
        if (error instanceof DatabaseUnavailable) throw error
        this.#trouble(org, error)
      }
    }
  }

  /** One pass over one organization's log; answers how many leaves were added. Throws LogBroken. */
  async sequence(orgId: string): Promise<number> {
    const key = await logKey(this.#keys, orgId)
    const kept = await this.#state.read(orgId)
    let done: Sequenced | undefined
    try {
      done = await this.#db.withContext(
        { orgId, userId: null },
        (tx) => sequence(tx, key, kept, this.#batch),
        'worker',
      )
    } catch (error) {
      // The place after the last signed leaf is taken: somebody numbered an event who may not.
      if ((error as { code?: string }).code === '23505')
        throw new LogBroken('rewritten', 'an event that was not signed stands in the log')
      throw error
    }
    // Only what is committed is kept: what is kept must never be ahead of the database.
    if (done?.head && done.head.note !== kept) await this.#keep(orgId, done.head.note)
    return done?.added ?? 0
  }

  /** Another process may have gone further meanwhile: the state never goes back. */
  async #keep(orgId: string, note: string): Promise<void> {
    try {
      const key = await logKey(this.#keys, orgId)
      const there = await this.#state.read(orgId)
      if (there && openHead(key, there, 'state').size > openHead(key, note, 'database').size) return
      await this.#state.keep(orgId, note)
    } catch (error) {
      this.#trouble(`state of ${orgId}`, error)
      return
    }
    this.#troubles.delete(`state of ${orgId}`)
  }

  #trouble(what: string, error: unknown): void {
    const { name, code, message } = error as Error & { code?: string }
    const now = Date.now()
    const kind = error instanceof LogBroken ? error.code : (code ?? name)
    const known = this.#troubles.get(what)
    if (known?.kind === kind && now - known.told < REMIND_EVERY) return
    this.#troubles.set(what, { kind, since: known?.kind === kind ? known.since : now, told: now })
    if (error instanceof LogBroken)
      this.#log.error({ log: what, kind }, `the log is not signed until it is mended: ${message}`)
    else this.#log.warn({ log: what, kind }, 'the log’s sequencer will try again')
  }
}
