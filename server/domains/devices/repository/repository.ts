import { createHash } from 'node:crypto'
import { type ByteRange, openRange, openStream, sealStream } from '../../../platform/blobs/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { forbidden, Problem, unauthenticated } from '../../../platform/http/problem.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { alone } from '../alone.ts'
import type { Kind, ObjectRef } from './names.ts'
import * as sql from './statements.ts'

/** restic's largest packs are 128 MiB and a little; an index of millions of files is smaller. */
const LARGEST = 512 * 1024 ** 2
/** Locks pass when the room is used up, so that a full repository can still be read; they are tiny. */
const LARGEST_LOCK = 64 * 1024
const MOST_LOCKS = 200

export interface Found {
  size: number
  bytes(range?: ByteRange): AsyncGenerator<Buffer>
}

const tooLarge = () => new Problem(413, 'too-large', 'A file of a repository is not that large')
export const noRoom = () =>
  new Problem(507, 'quota-reached', 'The device’s room is used up', {
    detail: 'An administrator can give it more, or let old copies go.',
  })

/**
 * The repository of one device: files that are named by their own SHA-256 and never change. Everything is asked in the
 * device's own context, in which the database shows no other device's rows and takes away nothing but locks.
 */
export class Repository {
  readonly #services: Services
  readonly #orgId: string
  readonly #deviceId: string
  /** More than the device's own room, for the server's own work: making space takes some. */
  readonly #room: number

  constructor(services: Services, orgId: string, deviceId: string, options: { room?: number } = {}) {
    this.#services = services
    this.#orgId = orgId
    this.#deviceId = deviceId
    this.#room = options.room ?? 0
  }

  #inContext<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#services.db.withContext({ orgId: this.#orgId, userId: this.#deviceId }, async (tx) => {
      await alone(tx)
      return work(tx)
    })
  }

  #values(ref: ObjectRef): unknown[] {
    return [this.#orgId, this.#deviceId, ref.kind, ref.name]
  }

  async list(kind: Kind): Promise<{ name: string; size: number }[]> {
    return this.#inContext((tx) => tx.run(sql.LIST, [this.#orgId, this.#deviceId, kind]))
  }

  /** `also` runs in the same transaction, when the file is there. */
  async find(ref: ObjectRef, also?: (tx: Tx, size: number) => Promise<void>): Promise<Found | undefined> {
    const row = await this.#inContext(async (tx) => {
      const [found] = await tx.run<sql.FoundRow>(sql.FIND, this.#values(ref))
      if (found) await also?.(tx, found.size)
      return found
    })
    if (!row) return undefined
    const key = await this.#services.keys.openDek(this.#orgId, this.#deviceId, row)
    const { devices } = this.#services.blobs
    return {
      size: row.size,
      bytes: (range) =>
        range
          ? openRange(key, this.#orgId, row.blob_id, row.size, range, (r) =>
              devices.read(this.#orgId, row.blob_id, r),
            )
          : openStream(key, this.#orgId, row.blob_id, devices.read(this.#orgId, row.blob_id)),
    }
  }

  /**
   * Keeps a file: whole, sealed under the device's key, and only if its bytes have the hash that names it. One that is
   * there already stays as it is, and sending it again is no error: after a broken connection nobody knows.
   *
   * @param kept runs in the transaction that makes the file part of the repository
   */
  async save(
    ref: ObjectRef,
    chunks: AsyncIterable<Uint8Array>,
    kept: (tx: Tx, size: number) => Promise<void>,
  ): Promise<void> {
    const place = await this.#place(ref)
    const checked = checkedBytes(ref, place.room, chunks)
    if (place.there) {
      if (ref.kind === 'config') throw forbidden('A repository is set up once.')
      for await (const _ of checked.bytes);
      return
    }
    const key = await this.#services.keys.openDek(this.#orgId, this.#deviceId, place)
    const blobId = uuidv7()
    const { devices } = this.#services.blobs
    await devices.write(this.#orgId, blobId, sealStream(key, this.#orgId, blobId, checked.bytes))
    try {
      await this.#inContext(async (tx) => {
        const [row] = await tx.run<{ n: number }>(sql.KEEP, [
          ...this.#values(ref),
          blobId,
          checked.size(),
          this.#room,
        ])
        if (row!.n === 0) throw noRoom()
        await kept(tx, checked.size())
      })
    } catch (error) {
      await devices.remove(this.#orgId, blobId).catch(() => {})
      // Sent twice at the same time: the other one's bytes have the same hash.
      if ((error as { code?: string }).code === '23505' && ref.kind !== 'config') return
      throw error
    }
  }

  async #place(ref: ObjectRef): Promise<sql.PlaceRow> {
    const [place] = await this.#inContext((tx) => tx.run<sql.PlaceRow>(sql.PLACE, this.#values(ref)))
    // A revoked device is still read from elsewhere, and whoever reads takes a lock.
    if (!place || (place.state !== 'active' && ref.kind !== 'locks'))
      throw unauthenticated('Basic realm="Wellkeep"')
    if (ref.kind !== 'locks') return { ...place, room: Math.max(place.room, this.#room) }
    if (place.locks >= MOST_LOCKS) throw noRoom()
    return { ...place, room: LARGEST_LOCK }
  }

  /** Takes away a lock; all else stays. Answers whether it was there. */
  async unlock(name: Buffer): Promise<boolean> {
    const [row] = await this.#inContext((tx) =>
      tx.run<{ blob_id: string }>(sql.UNLOCK, [this.#orgId, this.#deviceId, name]),
    )
    if (!row) return false
    await this.#services.blobs.devices.remove(this.#orgId, row.blob_id).catch(() => {})
    return true
  }

  /** Takes a file out of the repository and holds it back for a while. The server's own work alone. */
  async takeAway(ref: ObjectRef): Promise<boolean> {
    const context = { orgId: this.#orgId, userId: null }
    const rows = await this.#services.db.withContext(
      context,
      (tx) => tx.run(sql.TAKE_AWAY, this.#values(ref)),
      'worker',
    )
    return rows.length > 0
  }
}

/** The bytes as they come, refused where they are too many or, at their end, not what their name says. */
function checkedBytes(ref: ObjectRef, room: number, chunks: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let size = 0
  async function* bytes() {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > LARGEST || (ref.kind === 'locks' && size > LARGEST_LOCK)) throw tooLarge()
      if (size > room) throw noRoom()
      hash.update(chunk)
      yield chunk
    }
    if (ref.kind !== 'config' && !hash.digest().equals(ref.name))
      throw new Problem(400, 'hash-differs', 'The bytes are not those that their name says')
  }
  return { bytes: bytes(), size: () => size }
}
