import type { Context, Database } from '../../platform/db/database.ts'
import { uuidv7 } from '../../platform/ids.ts'

/** A lease that is not renewed lapses after this, in seconds: what took it has died, or got nothing for so long. */
export const LEASE_SECONDS = 15
const RENEW_MS = 4000

const RENEW = {
  name: 'file-renew-lease',
  text: `update files set lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where org_id = $1 and id = $2 and lease_id = $3 returning id`,
}
const RELEASE = {
  name: 'file-release-lease',
  text: 'update files set lease_id = null, lease_until = null where org_id = $1 and id = $2 and lease_id = $3',
}

/** Another took over: whatever this one does to the file from now on has no effect. */
export class LeaseLost extends Error {}

/** One process's hold on a file while it uploads or reads it. */
export class Lease {
  readonly id = uuidv7()
  readonly #db: Database
  readonly #context: Context
  readonly #fileId: string
  readonly #pool: 'app' | 'worker'
  #timer: NodeJS.Timeout | undefined
  #alive = true
  lost = false

  constructor(db: Database, context: Context, fileId: string, pool: 'app' | 'worker') {
    this.#db = db
    this.#context = context
    this.#fileId = fileId
    this.#pool = pool
  }

  /** Renews from now on, as long as `sign` is called now and then; without `needed` it renews regardless. */
  keep(needed: boolean): void {
    this.#timer = setInterval(() => {
      if (needed && !this.#alive) return
      this.#alive = false
      void this.#run(RENEW)
        .then((rows) => {
          if (rows.length === 0) this.lost = true
        })
        // A database that is away for a moment decides nothing: the commit will.
        .catch(() => {})
    }, RENEW_MS)
  }

  /** Something came. */
  sign(): void {
    this.#alive = true
  }

  check(): void {
    if (this.lost) throw new LeaseLost('another process has taken this file over')
  }

  async release(): Promise<void> {
    clearInterval(this.#timer)
    await this.#run(RELEASE).catch(() => {})
  }

  #run(statement: typeof RENEW) {
    return this.#db.withContext(
      this.#context,
      (tx) => tx.run(statement, [this.#context.orgId, this.#fileId, this.id]),
      this.#pool,
    )
  }
}
