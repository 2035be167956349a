import { createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import type { Database, Tx } from '../db/database.ts'
import { uuidv7 } from '../ids.ts'
import { newVapid, openVapid, type Vapid } from '../push/vapid.ts'
import { KeyMissing, type KeyProvider } from './provider.ts'
import { type DataKey, openBytes, type Place, sealBytes } from './sealed.ts'

export type Purpose = 'kek' | 'index' | 'log' | 'push'

interface OrgKeyRow {
  id: string
  purpose: Purpose
  root_key_id: string
  wrapped: Buffer
  public_part: string | null
  created_at: Date
  retired_at: Date | null
}

interface Loaded {
  kek: { id: string; key: DataKey }
  keks: Map<string, DataKey>
  index: Buffer
  fields: Map<string, Buffer>
  log: { privateKey: KeyObject; publicKey: string }
  push: Vapid | undefined
}

/** How long a process may go on with the keys it has read, in ms; old KEKs stay longer than this (see `rotate`). */
export const FRESH_MS = 30_000

const label = (orgId: string, purpose: Purpose, id: string) => `wellkeep/1|${orgId}|org_keys|${purpose}|${id}`
const dekPlace = (orgId: string, subjectId: string): Place => ({
  orgId,
  table: 'deks',
  column: 'wrapped',
  row: subjectId,
})

/** A data key as it lies in the database. */
export interface WrappedDek {
  kek_id: string
  wrapped: Buffer | null
}

/** The subject's key was destroyed: what was sealed under it is gone for good. */
export class Shredded extends Error {}

/**
 * The keys of each organization, unwrapped in memory on first use. Data keys are never kept: a destroyed one
 * is destroyed for every process at once.
 */
export class OrgKeys {
  #db: Database
  #provider: KeyProvider
  #loaded = new Map<string, { keys: Promise<Loaded>; at: number }>()

  constructor(db: Database, provider: KeyProvider) {
    this.#db = db
    this.#provider = provider
  }

  /** Makes the first keys of an organization, inside the transaction that creates it. */
  async create(tx: Tx): Promise<void> {
    await this.#insert(tx, 'kek', randomBytes(32), null)
    await this.#insert(tx, 'index', randomBytes(32), null)
    const pair = generateKeyPairSync('ed25519')
    const publicPart = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
    await this.#insert(tx, 'log', pair.privateKey.export({ format: 'der', type: 'pkcs8' }), publicPart)
  }

  /** Adds a KEK that wraps all data keys from now on; older ones stay readable until they are rewrapped. */
  async addKek(tx: Tx): Promise<string> {
    const id = await this.#insert(tx, 'kek', randomBytes(32), null)
    this.forget(tx.context.orgId)
    return id
  }

  async #insert(tx: Tx, purpose: Purpose, plain: Buffer, publicPart: string | null): Promise<string> {
    const id = uuidv7()
    const { rootKeyId, wrapped } = await this.#provider.wrap(plain, label(tx.context.orgId, purpose, id))
    await tx.db
      .insertInto('org_keys')
      .values({
        org_id: tx.context.orgId,
        id,
        purpose,
        root_key_id: rootKeyId,
        wrapped,
        public_part: publicPart,
      })
      .execute()
    return id
  }

  /** Puts every key of the organization under the active root key. Data stays as it is. */
  async rewrapUnderActiveRoot(tx: Tx): Promise<number> {
    const rows = (await tx.db.selectFrom('org_keys').selectAll().execute()) as unknown as OrgKeyRow[]
    for (const row of rows) {
      const name = label(tx.context.orgId, row.purpose, row.id)
      const plain = await this.#provider.unwrap(row.root_key_id, row.wrapped, name)
      const { rootKeyId, wrapped } = await this.#provider.wrap(plain, name)
      await tx.db
        .updateTable('org_keys')
        .set({ root_key_id: rootKeyId, wrapped })
        .where('id', '=', row.id)
        .execute()
    }
    return rows.length
  }

  forget(orgId: string): void {
    this.#loaded.delete(orgId)
  }

  /** The organization's keys as this process knows them, at most `FRESH_MS` old: a rotation elsewhere is taken up. */
  load(orgId: string): Promise<Loaded> {
    const known = this.#loaded.get(orgId)
    if (known && Date.now() - known.at < FRESH_MS) return known.keys
    const keys = this.#read(orgId)
    const entry = { keys, at: Date.now() }
    this.#loaded.set(orgId, entry)
    // A database that is away for a moment does not take away keys that are in memory.
    if (known) entry.keys = keys.catch(() => known.keys)
    keys.catch(() => {
      if (this.#loaded.get(orgId) === entry && !known) this.#loaded.delete(orgId)
    })
    return entry.keys
  }

  async #read(orgId: string): Promise<Loaded> {
    const rows = (await this.#db.withContext(
      { orgId, userId: null },
      (tx) => tx.db.selectFrom('org_keys').selectAll().orderBy('created_at').orderBy('id').execute(),
      'worker',
    )) as unknown as OrgKeyRow[]
    const keks = new Map<string, DataKey>()
    let kek: Loaded['kek'] | undefined
    let index: Buffer | undefined
    let log: Loaded['log'] | undefined
    let push: Vapid | undefined
    for (const row of rows) {
      const plain = await this.#provider.unwrap(
        row.root_key_id,
        row.wrapped,
        label(orgId, row.purpose, row.id),
      )
      if (row.purpose === 'kek') {
        keks.set(row.id, plain as DataKey)
        if (!row.retired_at) kek = { id: row.id, key: plain as DataKey }
      } else if (row.purpose === 'index') index = plain
      else if (row.purpose === 'push') push = openVapid(plain)
      else
        log = {
          privateKey: createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' }),
          publicKey: row.public_part!,
        }
    }
    if (!kek || !index || !log) throw new KeyMissing(`organization ${orgId} has no complete set of keys`)
    return { kek, keks, index, log, push, fields: new Map() }
  }

  /** The blind-index key of one field: HKDF-SHA-256 (RFC 5869) of the organization's index key. */
  async indexKey(orgId: string, field: string): Promise<Buffer> {
    const loaded = await this.load(orgId)
    let key = loaded.fields.get(field)
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', loaded.index, Buffer.alloc(0), `wellkeep index ${field}`, 32))
      loaded.fields.set(field, key)
    }
    return key
  }

  async logKey(orgId: string): Promise<Loaded['log']> {
    return (await this.load(orgId)).log
  }

  /** The pair by which push services know the organization's server; made on first use. */
  async pushKey(orgId: string): Promise<Vapid> {
    const { push } = await this.load(orgId)
    if (push) return push
    await this.#db.withContext(
      { orgId, userId: null },
      async (tx) => {
        await tx.run(
          { name: 'push-key-lock', text: 'select pg_advisory_xact_lock(hashtextextended($1::text, 252))' },
          [orgId],
        )
        const there = await tx.db
          .selectFrom('org_keys')
          .select('id')
          .where('purpose', '=', 'push')
          .executeTakeFirst()
        if (there) return
        const { plain, publicKey } = newVapid()
        await this.#insert(tx, 'push', plain, publicKey)
      },
      'worker',
    )
    this.forget(orgId)
    return (await this.load(orgId)).push!
  }

  /** A new data key for `subjectId`, and its wrapped form for the `deks` table. */
  async newDek(orgId: string, subjectId: string): Promise<{ key: DataKey; kekId: string; wrapped: Buffer }> {
    const { kek } = await this.load(orgId)
    const key = randomBytes(32) as DataKey
    return { key, kekId: kek.id, wrapped: sealBytes(kek.key, dekPlace(orgId, subjectId), key) }
  }

  /** Wraps a data key for another subject, which takes over what was sealed under it. */
  async wrapDek(
    orgId: string,
    subjectId: string,
    key: DataKey,
  ): Promise<{ key: DataKey; kekId: string; wrapped: Buffer }> {
    const { kek } = await this.load(orgId)
    return { key, kekId: kek.id, wrapped: sealBytes(kek.key, dekPlace(orgId, subjectId), key) }
  }

  async openDek(orgId: string, subjectId: string, dek: WrappedDek): Promise<DataKey> {
    if (!dek.wrapped) throw new Shredded('this record was destroyed with its key')
    let kek = (await this.load(orgId)).keks.get(dek.kek_id)
    if (!kek) {
      // Another process has rotated: its KEK is read once.
      this.forget(orgId)
      kek = (await this.load(orgId)).keks.get(dek.kek_id)
    }
    if (!kek) throw new KeyMissing(`no KEK ${dek.kek_id} for organization ${orgId}`)
    return openBytes(kek, dekPlace(orgId, subjectId), dek.wrapped) as DataKey
  }

  async newestKek(orgId: string): Promise<string> {
    return (await this.load(orgId)).kek.id
  }

  async rewrapDek(
    orgId: string,
    subjectId: string,
    dek: WrappedDek,
  ): Promise<{ kekId: string; wrapped: Buffer }> {
    const { kek } = await this.load(orgId)
    const key = await this.openDek(orgId, subjectId, dek)
    return { kekId: kek.id, wrapped: sealBytes(kek.key, dekPlace(orgId, subjectId), key) }
  }
}
