import { randomUUID } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Services } from '../../../../platform/services.ts'
import type { Owners } from '../../../files/index.ts'
import { type MailboxRow, mailbox } from '../../mailboxes.ts'
import { type Login, opened } from '../../seal.ts'
import { readNew } from './reader.ts'
import { connectImap, errorCode } from './session.ts'

/** How often a process looks for mailboxes that nobody reads, in ms. */
const CLAIM_MS = 5000
/** While the process that reads a mailbox lives, it holds it so long ahead, in seconds. */
const LEASE_S = 45
const RENEW_MS = 10_000
/** Beside IDLE, which some servers don't speak and some forget. */
const POLL_MS = 60_000
const PAUSES_MS = [5000, 15_000, 60_000, 300_000]

const CLAIM = { name: 'mailbox-claim', text: 'select org_id as "orgId", id from wk_claim_mailboxes($1, $2)' }
const RENEW = {
  name: 'mailbox-renew',
  text: `update mailboxes set lease_until = now() + make_interval(secs => $4) where org_id = $1 and id = $2 and lease_id = $3
    returning version`,
}
const RELEASE = {
  name: 'mailbox-release',
  text: 'update mailboxes set lease_until = null, lease_id = null where org_id = $1 and id = $2 and lease_id = $3',
}
const STATE = {
  name: 'mailbox-state',
  text: `update mailboxes set state = $3, error_code = $4, state_at = now(), uid_validity = coalesce($5, uid_validity)
    where org_id = $1 and id = $2 and (state <> $3 or error_code is distinct from $4 or uid_validity is distinct from coalesce($5, uid_validity))`,
}

interface Held {
  stop: AbortController
  done: Promise<void>
}

/**
 * Reads the IMAP mailboxes of all organizations: each by one process at a time, which holds it by a lease and is
 * followed by another when it dies. A mailbox that can't be read is tried again, later each time, and says why.
 */
export class MailboxPoller {
  readonly #services: Services
  readonly #owners: Owners
  readonly #leaseId = randomUUID()
  readonly #held = new Map<string, Held>()
  #timer: NodeJS.Timeout | undefined
  #claiming: Promise<void> = Promise.resolve()

  constructor(services: Services, owners: Owners) {
    this.#services = services
    this.#owners = owners
  }

  start(): void {
    const look = () => {
      this.#claiming = this.#claim().catch(() => {})
    }
    look()
    this.#timer = setInterval(look, CLAIM_MS)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#claiming
    const held = [...this.#held.values()]
    for (const h of held) h.stop.abort()
    await Promise.all(held.map((h) => h.done))
  }

  async #claim(): Promise<void> {
    const { db } = this.#services
    const rows = await db.query<{ orgId: string; id: string }>(CLAIM, [this.#leaseId, LEASE_S], 'worker')
    for (const { orgId, id } of rows) {
      if (this.#held.has(id)) continue
      const stop = new AbortController()
      const done = this.#keep(orgId, id, stop.signal).finally(() => this.#held.delete(id))
      this.#held.set(id, { stop, done })
    }
  }

  #system<T>(orgId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#services.db.withContext({ orgId, userId: null }, work, 'worker')
  }

  /** Reads one mailbox until it is told to stop, or another process took it over. */
  async #keep(orgId: string, id: string, signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    signal.addEventListener('abort', () => over.abort())
    let version: number | undefined
    const renewed = (rows: { version: number }[]) => {
      // Gone, taken over, or set up anew: whoever claims it next reads it as it is then.
      if (!rows[0] || (version !== undefined && rows[0].version !== version)) over.abort()
    }
    const renew = setInterval(() => {
      const values = [orgId, id, this.#leaseId, LEASE_S]
      this.#system(orgId, (tx) => tx.run<{ version: number }>(RENEW, values)).then(renewed, () => {})
    }, RENEW_MS)
    try {
      for (let failures = 0; !over.signal.aborted; ) {
        const box = await this.#open(orgId, id)
        if (!box?.row.enabled) break
        version = box.row.version
        failures = (await this.#read(orgId, box, over.signal)) ? 0 : failures + 1
        if (failures) await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1]!, over.signal)
      }
    } catch {
      // The database is away: the lease runs out, and the mailbox is claimed again.
    } finally {
      clearInterval(renew)
      await this.#system(orgId, (tx) => tx.run(RELEASE, [orgId, id, this.#leaseId])).catch(() => {})
    }
  }

  #open(orgId: string, id: string): Promise<{ row: MailboxRow; login: Login } | undefined> {
    const { keys } = this.#services
    return this.#system(orgId, async (tx) => {
      const row = await mailbox(tx, id)
      if (!row?.sealedLogin) return undefined
      return { row, login: await opened<Login>(keys, tx, 'mailboxes.sealed_login', id, row.sealedLogin) }
    })
  }

  /** One connection's life. True when something was read or it ended without fault. */
  async #read(orgId: string, box: { row: MailboxRow; login: Login }, signal: AbortSignal): Promise<boolean> {
    const { row, login } = box
    let client: ImapFlow | undefined
    const close = () => client?.close()
    signal.addEventListener('abort', close)
    try {
      const { host, port, security, ca } = row
      client = await connectImap({ host: host!, port: port!, security, login, ca: ca ?? undefined })
      const folder = await client.mailboxOpen(row.folder)
      await this.#say(orgId, row.id, 'connected', null, Number(folder.uidValidity))
      const reading = {
        services: this.#services,
        owners: this.#owners,
        orgId,
        mailbox: row,
        client,
        signal,
        putOff: new Map(),
      }
      while (!signal.aborted && client.usable)
        if ((await readNew(reading)) === 0) await arrival(client, signal)
      return true
    } catch (error) {
      if (!signal.aborted) await this.#say(orgId, row.id, 'failed', errorCode(error), null)
      return signal.aborted
    } finally {
      signal.removeEventListener('abort', close)
      client?.close()
    }
  }

  async #say(
    orgId: string,
    id: string,
    state: string,
    code: string | null,
    uidValidity: number | null,
  ): Promise<void> {
    await this.#system(orgId, (tx) => tx.run(STATE, [orgId, id, state, code, uidValidity])).catch(() => {})
  }
}

/** Until something arrives (the client idles by itself, RFC 2177), the connection ends, or it is time to look anyway. */
function arrival(client: ImapFlow, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      client.off('exists', done)
      client.off('close', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, POLL_MS)
    client.on('exists', done)
    client.on('close', done)
    signal.addEventListener('abort', done)
  })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
