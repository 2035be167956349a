import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { appendLeaves, createSigner, edgeFrontier, leafHash, loadEdge, parseCheckpoint, parseNote, signCheckpoint, type TileReader } from '../../../tlog/index.ts'
import type { Database, Tx } from '../db/database.ts'
import type { OrgKeys } from '../keys/org-keys.ts'
import type { Log } from '../log.ts'

/** Leaves taken in one transaction. */
const BATCH = 5000
/** How often the sequencer looks when nobody wakes it, in ms: an event is under a checkpoint within 2 s. */
const EVERY = 400

/** The name that an organization's log signs under. */
export const logOrigin = (orgId: string): string => `wellkeep/${orgId}`

/** The database holds less than was signed: it was rolled back or cut short. */
export class LogRolledBack extends Error {}

export function tileReader(tx: Tx): TileReader {
  return async (level, index, width) => {
    const row = await tx.db.selectFrom('audit_tiles').select(['hashes', 'width']).where('org_id', '=', tx.context.orgId)
      .where('level', '=', level).where('n', '=', index).executeTakeFirst()
    return row && row.width >= width ? row.hashes.subarray(0, width * 32) : undefined
  }
}

/**
 * Gives committed events their places in the organization's tree and signs checkpoints. One at a time for an
 * organization, in whichever process takes the lock. What was last signed is kept beside the keys too, apart
 * from the database, so that a database that was rolled back is noticed and never signed over.
 */
export class Sequencer {
  readonly #db: Database
  readonly #keys: OrgKeys
  readonly #log: Log
  readonly #stateDir: string
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #stopped = false

  constructor(parts: { db: Database; keys: OrgKeys; log: Log; keysDir: string }) {
    this.#db = parts.db
    this.#keys = parts.keys
    this.#log = parts.log
    this.#stateDir = join(parts.keysDir, 'log-state')
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#running = this.sequenceAll()
        .catch((e: Error) => this.#log.warn({ kind: e.name, code: (e as { code?: string }).code }, 'the log’s sequencer will try again'))
        .finally(() => {
          if (!this.#stopped) this.start()
        })
    }, EVERY).unref()
  }

  /** Ends the loop; with a last pass, so that a stopped server leaves nothing pending. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#running
    await this.sequenceAll().catch(() => {})
  }

  async sequenceAll(): Promise<void> {
    const orgs = await this.#db.query<{ org: string }>({ name: 'orgs', text: 'select wk_organizations() as org' }, [], 'worker')
    for (const { org } of orgs) {
      try {
        while ((await this.sequence(org)) === BATCH) {
          // more is waiting
        }
      } catch (error) {
        if (!(error instanceof LogRolledBack)) throw error
        this.#log.error({ orgId: org }, error.message)
      }
    }
  }

  /** Takes what waits for one organization; answers how many leaves were added. */
  async sequence(orgId: string): Promise<number> {
    const { privateKey } = await this.#keys.logKey(orgId)
    const signer = createSigner(logOrigin(orgId), privateKey)
    const signed = await this.#readState(orgId)
    const done = await this.#db.withContext({ orgId, userId: null }, async (tx) => {
      const [pending] = await tx.run<{ n: boolean }>({ name: 'log-pending', text: 'select exists (select 1 from audit_pending where org_id = $1) as n' }, [orgId])
      if (!pending?.n) return undefined
      const [lock] = await tx.run<{ ok: boolean }>({ name: 'log-lock', text: 'select pg_try_advisory_xact_lock(7316002, hashtext($1)) as ok' }, [orgId])
      if (!lock?.ok) return undefined
      const last = await tx.db.selectFrom('audit_checkpoints').select(['size', 'note']).orderBy('size', 'desc').orderBy('at', 'desc').limit(1).executeTakeFirst()
      const size = last?.size ?? 0
      await this.#checkState(orgId, signed, size, tx)
      const rows = await tx.run<{ id: string; leaf: string }>({
        name: 'log-take',
        text: 'select e.id, e.leaf from audit_pending p join audit_events e on e.org_id = p.org_id and e.id = p.event_id where p.org_id = $1 order by e.id limit $2',
      }, [orgId, BATCH])
      if (!rows.length) return undefined
      const hashes = Buffer.concat(rows.map((r) => leafHash(Buffer.from(r.leaf))))
      const { edge, root, tiles } = appendLeaves(await loadEdge(size, tileReader(tx)), hashes)
      const ids = rows.map((r) => r.id)
      await tx.run({ name: 'log-number', text: 'insert into audit_leaves (org_id, leaf_index, event_id) select $1, $2 + o - 1, id from unnest($3::uuid[]) with ordinality as u (id, o)' }, [orgId, size, ids])
      await tx.run({ name: 'log-taken', text: 'delete from audit_pending where org_id = $1 and event_id = any ($2::uuid[])' }, [orgId, ids])
      await tx.run({
        name: 'log-tiles',
        text: `insert into audit_tiles (org_id, level, n, width, hashes) select $1, * from unnest($2::smallint[], $3::bigint[], $4::smallint[], $5::bytea[])
          on conflict (org_id, level, n) do update set width = excluded.width, hashes = excluded.hashes`,
      }, [orgId, tiles.map((t) => t.level), tiles.map((t) => t.index), tiles.map((t) => t.width), tiles.map((t) => Buffer.from(t.hashes))])
      const time = new Date()
      const note = await signCheckpoint({ origin: logOrigin(orgId), size: edge.size, root, time }, signer)
      await tx.db.insertInto('audit_checkpoints').values({ org_id: orgId, size: edge.size, at: time, note }).execute()
      return { note, added: rows.length }
    }, 'worker')
    if (!done) return 0
    await this.#writeState(orgId, done.note)
    return done.added
  }

  async #checkState(orgId: string, signed: string | undefined, size: number, tx: Tx): Promise<void> {
    if (!signed) return
    const known = parseCheckpoint(parseNote(signed).text)
    if (known.size > size)
      throw new LogRolledBack(`the log of organization ${orgId} was signed with ${known.size} events, and the database has only ${size}: it was rolled back; nothing is signed until it is mended`)
    const root = edgeFrontier(await loadEdge(known.size, tileReader(tx))).root()
    if (known.size && !root.equals(known.root))
      throw new LogRolledBack(`the log of organization ${orgId} no longer holds what was signed at ${known.size} events; nothing is signed until it is mended`)
  }

  #path(orgId: string): string {
    return join(this.#stateDir, `${orgId}.checkpoint`)
  }

  async #readState(orgId: string): Promise<string | undefined> {
    return readFile(this.#path(orgId), 'utf8').catch(() => undefined)
  }

  async #writeState(orgId: string, note: string): Promise<void> {
    await mkdir(this.#stateDir, { recursive: true, mode: 0o700 })
    const temporary = `${this.#path(orgId)}.${process.pid}.tmp`
    const file = await open(temporary, 'w', 0o600)
    await file.writeFile(note)
    await file.close()
    await rename(temporary, this.#path(orgId))
  }
}
