import { createHash } from 'node:crypto'
import { sealStream } from '../../platform/blobs/index.ts'
import type { Context, Tx } from '../../platform/db/database.ts'
import { conflict, invalid, Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import type { Services } from '../../platform/services.ts'
import { LEASE_SECONDS, Lease, LeaseLost } from './lease.ts'
import { type FileRow, lockFile } from './records.ts'

/** What is sealed and committed in one piece: a killed server loses no more of an upload than this. */
export const PART_BYTES = 64 * 1024 * 1024
const MOST_PARTS = 10_000

const TAKE = {
  name: 'file-take-lease',
  text: `update files set lease_id = $3, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}) where org_id = $1 and id = $2`,
}
const ADD_PART = {
  name: 'file-add-part',
  text: `with f as (
      update files set received = received + $5, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where org_id = $1 and id = $2 and lease_id = $3 and state = 'uploading' and received = $8 returning received
    )
    insert into file_parts (org_id, file_id, n, blob_id, plain_bytes, sealed_bytes, sha256)
    select $1, $2, (select coalesce(max(n), 0) + 1 from file_parts where org_id = $1 and file_id = $2), $4, $5, $6, $7 from f
    returning n`,
}

interface Receiving {
  lease: Lease
  key: DataKey
  context: Context
  file: FileRow
  offset: number
}

/** Takes the file for one upload: it stands at this offset, and nobody else is uploading it. */
async function begin(
  services: Services,
  context: Context,
  tx: Tx,
  fileId: string,
  offset: number,
  pool: 'app' | 'worker',
): Promise<Receiving | undefined> {
  const file = await lockFile(tx, fileId)
  if (!file) return undefined
  if (file.state !== 'uploading') throw conflict('file-complete', 'The file has all its bytes already')
  if (file.leased)
    throw conflict('upload-in-progress', 'The file is being uploaded just now', 'Try again in a few seconds.')
  if (file.received !== offset)
    throw new Problem(409, 'wrong-offset', 'The upload goes on at another place', {
      errors: [{ field: 'upload-offset', message: `must be ${file.received}` }],
      extra: { offset: file.received },
    })
  const lease = new Lease(services.db, context, file.id, pool)
  await tx.run(TAKE, [context.orgId, file.id, lease.id])
  const key = await services.keys.openDek(context.orgId, file.id, file)
  return { lease, key, context, file, offset }
}

/** The bytes of a request, until they end or break off; what came before a break is kept. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array | undefined
  ended = false
  broken = false
  taken = 0
  readonly #onBytes: () => void

  constructor(chunks: AsyncIterable<Uint8Array>, onBytes: () => void) {
    this.#chunks = chunks[Symbol.asyncIterator]()
    this.#onBytes = onBytes
  }

  async #next(): Promise<Uint8Array | undefined> {
    if (this.#rest) {
      const rest = this.#rest
      this.#rest = undefined
      return rest
    }
    try {
      const { value, done } = await this.#chunks.next()
      if (!done) {
        this.#onBytes()
        return value
      }
    } catch {
      this.broken = true
    }
    this.ended = true
    return undefined
  }

  /** At most `most` bytes; the generator's end is theirs. */
  async *take(most: number): AsyncGenerator<Uint8Array> {
    let left = most
    while (left > 0) {
      const chunk = await this.#next()
      if (!chunk) return
      const now = chunk.length > left ? chunk.subarray(0, left) : chunk
      if (now.length < chunk.length) this.#rest = chunk.subarray(left)
      left -= now.length
      this.taken += now.length
      yield now
    }
  }

  /** Whether there is another byte; what is asked for here is not lost. */
  async more(): Promise<boolean> {
    while (!this.#rest || this.#rest.length === 0) {
      this.#rest = await this.#next()
      if (!this.#rest) return false
    }
    return true
  }

  async stop(): Promise<void> {
    await this.#chunks.return?.()
  }
}

/**
 * Receives bytes of a file from `offset` on, seals them part by part and commits each part, in constant memory. What
 * arrived before the sender broke off is kept; of what the store could not take nothing is. Answers how far the file
 * is now, or undefined when it is not there for the caller.
 * @throws Problem, BlobsUnavailable
 */
export async function receive(
  services: Services,
  context: Context,
  fileId: string,
  offset: number,
  chunks: AsyncIterable<Uint8Array>,
  pool: 'app' | 'worker' = 'app',
): Promise<{ offset: number; complete: boolean } | undefined> {
  const r = await services.db.withContext(
    context,
    (tx) => begin(services, context, tx, fileId, offset, pool),
    pool,
  )
  if (!r) return undefined
  const source = new Source(chunks, () => r.lease.sign())
  r.lease.keep(true)
  try {
    while (!source.ended && r.offset < r.file.size) {
      r.lease.check()
      await receivePart(services, r, source, pool)
    }
    return { offset: r.offset, complete: r.offset === r.file.size }
  } catch (error) {
    if (error instanceof LeaseLost)
      throw conflict('upload-taken-over', 'Another upload of this file has gone on meanwhile')
    throw error
  } finally {
    await source.stop().catch(() => {})
    await r.lease.release()
  }
}

async function receivePart(
  services: Services,
  r: Receiving,
  source: Source,
  pool: 'app' | 'worker',
): Promise<void> {
  const { orgId } = r.context
  const blobId = uuidv7()
  const hash = createHash('sha256')
  const before = source.taken
  async function* hashed() {
    for await (const sealed of sealStream(r.key, orgId, blobId, plain())) {
      hash.update(sealed)
      yield sealed
    }
  }
  const left = r.file.size - r.offset
  async function* plain() {
    yield* source.take(Math.min(PART_BYTES, left))
    // The last byte may be followed by none: a part that ends the file is kept only when this is so.
    if (source.taken - before === left && (await source.more()))
      throw invalid([
        { field: 'body', message: `has more than the ${r.file.size} bytes that were announced` },
      ])
  }
  const { files } = services.blobs
  const sealedBytes = await files.write(orgId, blobId, hashed())
  const bytes = source.taken - before
  try {
    const added =
      bytes > 0
        ? await services.db.withContext(
            r.context,
            (tx) =>
              tx.run<{ n: number }>(ADD_PART, [
                orgId,
                r.file.id,
                r.lease.id,
                blobId,
                bytes,
                sealedBytes,
                hash.digest(),
                r.offset,
              ]),
            pool,
          )
        : []
    if (bytes > 0 && added.length === 0) throw new LeaseLost()
    if (bytes === 0) await files.remove(orgId, blobId)
    if ((added[0]?.n ?? 0) > MOST_PARTS)
      throw new Problem(422, 'too-many-parts', 'The upload comes in too many pieces')
  } catch (error) {
    await files.remove(orgId, blobId).catch(() => {})
    throw error
  }
  r.offset += bytes
}
