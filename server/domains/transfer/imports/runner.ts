import type { Services } from '../../../platform/services.ts'
import { TransferError } from '../problem.ts'
import { runImport } from './run.ts'
import { discard, stagedFile, uploads } from './staging.ts'
import { asSystem, claimImport, finishImport, type ImportRow, openName } from './store.ts'

const LEASE_SECONDS = 20
const POLL_MS = 2000
const SWEEP_MS = 10 * 60 * 1000
const MAX_ATTEMPTS = 5
/** An upload that nobody starts is removed after a day. */
const FORGOTTEN_MS = 24 * 3600 * 1000

const STALE = { name: 'import-stale', text: 'select org_id as "orgId", id from wk_stale_imports($1)' }
const STORED = {
  name: 'import-stored',
  text: 'select id from imports where org_id = $1 and id = any ($2::uuid[]) and stored',
}
const ORGANIZATIONS = { name: 'import-organizations', text: 'select wk_organizations() as "orgId"' }
const RELEASE = {
  name: 'import-release',
  text: `update imports set lease_until = now(), attempts = 0 where org_id = $1 and id = $2 and lease_id = $3 and status = 'running'`,
}

/** The process is to stop: the import waits for the next one. */
class ImportPaused extends Error {}

/**
 * Runs the imports that wait, one at a time, in whichever process takes them first. The import's row is the job:
 * queued in the transaction that starts it, held by a lease that a living process renews, taken over when that
 * process dies, and gone on with behind the last batch that was committed.
 */
export class ImportRunner {
  readonly #services: Services
  #stopping: AbortController | undefined
  #loop: Promise<void> | undefined
  #wake: (() => void) | undefined
  #sweptAt = 0

  constructor(services: Services) {
    this.#services = services
  }

  start(): void {
    if (this.#loop) return
    this.#stopping = new AbortController()
    this.#loop = this.#work(this.#stopping.signal)
  }

  /** Pauses the import that runs and waits until it has let go. */
  async stop(): Promise<void> {
    this.#stopping?.abort(new ImportPaused('the server stops'))
    this.#wake?.()
    await this.#loop
    this.#loop = undefined
  }

  /** There is something to do: look now, not at the next poll. */
  wake(): void {
    this.#wake?.()
  }

  async #work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const found = await this.#next(signal).catch((error: unknown) => this.#failed(error))
      if (!found && !signal.aborted) await this.#pause()
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Only kind and place: messages may carry data. */
  #failed(error: unknown): boolean {
    const e = error as { name?: string; code?: string; stack?: string }
    const stack = String(e?.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
    this.#services.log.error(
      { kind: e?.name, code: e?.code, stack },
      'an import failed and will be tried again',
    )
    return false
  }

  async #next(signal: AbortSignal): Promise<boolean> {
    if (Date.now() - this.#sweptAt > SWEEP_MS) {
      this.#sweptAt = Date.now()
      await this.#sweep()
    }
    const row = await claimImport(this.#services, LEASE_SECONDS)
    if (!row) return false
    try {
      await this.#run(row, signal)
    } catch (error) {
      if (error instanceof ImportPaused) {
        await asSystem(this.#services, row.orgId, (tx) => tx.run(RELEASE, [row.orgId, row.id, row.leaseId]))
      } else throw error
    }
    return true
  }

  async #run(row: ImportRow, signal: AbortSignal): Promise<void> {
    const services = this.#services
    if (!row.stored) {
      return this.#fail(
        row,
        'interrupted',
        'The command that read the files was ended. Run it again: nothing is added twice.',
      )
    }
    if (row.attempts > MAX_ATTEMPTS) {
      return this.#fail(
        row,
        'internal',
        'The import failed several times at the same place. The server’s log says where.',
      )
    }
    const name = await asSystem(services, row.orgId, (tx) => openName(services, tx, row))
    await runImport(services, row, [await stagedFile(services, row, name)], { signal })
    await discard(services, row.orgId, row.id)
  }

  async #fail(row: ImportRow, code: 'interrupted' | 'internal', message: string): Promise<void> {
    await asSystem(this.#services, row.orgId, (tx) =>
      finishImport(tx, row, 'failed', new TransferError(code, message)),
    )
  }

  /** Removes files of imports that are over, or were never started, and what a killed upload left. */
  async #sweep(): Promise<void> {
    const services = this.#services
    const before = new Date(Date.now() - FORGOTTEN_MS)
    for (const { orgId, id } of await services.db.query<{ orgId: string; id: string }>(
      STALE,
      [before],
      'worker',
    )) {
      await discard(services, orgId, id)
    }
    for (const { orgId } of await services.db.query<{ orgId: string }>(ORGANIZATIONS, [], 'worker')) {
      const old = await uploads(services).olderThan(orgId, before)
      if (old.length === 0) continue
      const stored = await asSystem(services, orgId, (tx) => tx.run<{ id: string }>(STORED, [orgId, old]))
      const known = new Set(stored.map((row) => row.id))
      for (const id of old) if (!known.has(id)) await uploads(services).remove(orgId, id)
    }
  }
}

const runners = new WeakMap<Services, ImportRunner>()

/** The runner of this process; it works once it is started. */
export function importRunner(services: Services): ImportRunner {
  let runner = runners.get(services)
  if (!runner) {
    runner = new ImportRunner(services)
    runners.set(services, runner)
  }
  return runner
}
