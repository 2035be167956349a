import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { DataKey } from '../keys/sealed.ts'

/**
 * A sealed stream, for files of any size in constant memory: `version(1) | prefix(7)`, then chunks of up to 64 KiB,
 * each AES-256-GCM with a nonce of `prefix | counter(4) | last(1)` and its tag(16) in front. The counter keeps chunks in
 * order, and the flag on the last one makes a cut-off file fail (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015). The AAD binds organization and blob.
 */
const VERSION = 1
const HEAD = 8
const TAG = 16
export const CHUNK = 64 * 1024

/** The bytes were not sealed by this key for this blob, were changed, or are cut off. Carries no content. */
export class BlobBroken extends Error {
  constructor() {
    super('a stored file does not open: it was changed or cut off')
  }
}

const aad = (orgId: string, blobId: string) => Buffer.from(`wellkeep/1|${orgId}|blob|${blobId}`)

function nonce(prefix: Uint8Array, counter: number, last: boolean): Buffer {
  const iv = Buffer.allocUnsafe(12)
  iv.set(prefix, 0)
  iv.writeUInt32BE(counter, 7)
  iv[11] = last ? 1 : 0
  return iv
}

/** Groups chunks of any size into pieces of exactly `size`, the last one shorter (or empty); marks the last. */
async function* pieces(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    held.push(chunk as Buffer)
    length += chunk.length
    if (length <= size) continue
    const all = Buffer.concat(held, length)
    let at = 0
    for (; length - at > size; at += size) yield { piece: all.subarray(at, at + size), last: false }
    held = [all.subarray(at)]
    length -= at
  }
  yield { piece: Buffer.concat(held, length), last: true }
}

/** Plain chunks in, sealed chunks out. */
export async function* sealStream(
  key: DataKey,
  orgId: string,
  blobId: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(7)
  const bound = aad(orgId, blobId)
  yield Buffer.concat([Buffer.of(VERSION), prefix])
  let counter = 0
  for await (const { piece, last } of pieces(chunks, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, counter++, last))
    cipher.setAAD(bound)
    const body = cipher.update(piece)
    cipher.final()
    yield Buffer.concat([cipher.getAuthTag(), body])
  }
}

/**
 * Sealed chunks in, plain chunks out; each is checked before it is given out.
 * @throws BlobBroken
 */
export async function* openStream(
  key: DataKey,
  orgId: string,
  blobId: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const bound = aad(orgId, blobId)
  let prefix: Buffer | undefined
  let counter = 0
  for await (const { piece, last } of pieces(
    withoutHead(chunks, (head) => (prefix = head)),
    CHUNK + TAG,
  )) {
    if (!prefix || piece.length < TAG) throw new BlobBroken()
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, counter++, last), {
      authTagLength: TAG,
    })
    decipher.setAAD(bound)
    decipher.setAuthTag(piece.subarray(0, TAG))
    const plain = decipher.update(piece.subarray(TAG))
    try {
      decipher.final()
    } catch {
      throw new BlobBroken()
    }
    if (plain.length > 0) yield plain
  }
}

async function* withoutHead(
  chunks: AsyncIterable<Uint8Array>,
  found: (prefix: Buffer) => void,
): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk as Buffer
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD) continue
    if (head[0] !== VERSION) throw new BlobBroken()
    found(head.subarray(1, HEAD))
    yield head.subarray(HEAD)
    head = undefined
  }
}
