import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { DataKey } from '../keys/sealed.ts'
import type { ByteRange } from './store.ts'

/**
 * A sealed stream, for files of any size in constant memory: `version(1) | prefix(7)`, then chunks, each AES-256-GCM
 * with a nonce of `prefix | counter(4) | last(1)` and its tag(16) in front. The counter keeps chunks in order, and the
 * flag on the last one makes a cut-off file fail (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár,
 * 2015). The AAD binds organization and blob. The version says how large a chunk is.
 */
const VERSION = 2
const CHUNK_OF: Record<number, number> = { 1: 64 * 1024, 2: 256 * 1024 }
const HEAD = 8
const TAG = 16
/** Plain bytes in a chunk of what is written now. */
export const CHUNK = CHUNK_OF[VERSION]!

/** The bytes were not sealed by this key for this blob, were changed, or are cut off. Carries no content. */
export class BlobBroken extends Error {
  constructor() {
    super('a stored file does not open: it was changed or cut off')
    this.name = 'BlobBroken'
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
  size: () => number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let piece: Buffer | undefined
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      piece ??= Buffer.allocUnsafeSlow(size())
      // A full piece is given out when a further byte shows that it is not the last.
      if (filled === piece.length) {
        yield { piece, last: false }
        piece = Buffer.allocUnsafeSlow(size())
        filled = 0
      }
      const n = Math.min(piece.length - filled, chunk.length - at)
      piece.set(chunk.subarray(at, at + n), filled)
      filled += n
      at += n
    }
  }
  yield { piece: piece?.subarray(0, filled) ?? Buffer.alloc(0), last: true }
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
  for await (const { piece, last } of pieces(chunks, () => CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, counter++, last))
    cipher.setAAD(bound)
    const body = cipher.update(piece)
    cipher.final()
    yield cipher.getAuthTag()
    if (body.length > 0) yield body
  }
}

function openPiece(key: DataKey, iv: Buffer, bound: Buffer, piece: Buffer): Buffer {
  if (piece.length < TAG) throw new BlobBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
  decipher.setAAD(bound)
  decipher.setAuthTag(piece.subarray(0, TAG))
  const plain = decipher.update(piece.subarray(TAG))
  try {
    decipher.final()
  } catch {
    throw new BlobBroken()
  }
  return plain
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
  let head: Head | undefined
  let counter = 0
  for await (const { piece, last } of pieces(
    withoutHead(chunks, (found) => (head = found)),
    () => head!.chunk + TAG,
  )) {
    if (!head) throw new BlobBroken()
    const plain = openPiece(key, nonce(head.prefix, counter++, last), bound, piece)
    if (plain.length > 0) yield plain
  }
}

/**
 * Plain bytes from `range.start` to `range.end` of a blob that holds `plainBytes`: only the chunks that they lie in
 * are read and opened.
 * @throws BlobBroken
 */
export async function* openRange(
  key: DataKey,
  orgId: string,
  blobId: string,
  plainBytes: number,
  range: ByteRange,
  read: (range: ByteRange) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let head: Head | undefined
  for await (const _ of withoutHead(read({ start: 0, end: HEAD - 1 }), (found) => (head = found)));
  if (!head) throw new BlobBroken()
  const { chunk, prefix } = head
  const bound = aad(orgId, blobId)
  const first = Math.floor(range.start / chunk)
  const final = Math.floor(range.end / chunk)
  const lastOfAll = Math.max(0, Math.ceil(plainBytes / chunk) - 1)
  const sealed = read({
    start: HEAD + first * (chunk + TAG),
    end: HEAD + Math.min((final + 1) * (chunk + TAG), plainBytes + (lastOfAll + 1) * TAG) - 1,
  })
  let n = first
  for await (const { piece } of pieces(sealed, () => chunk + TAG)) {
    const plain = openPiece(key, nonce(prefix, n, n === lastOfAll), bound, piece)
    const at = n * chunk
    yield plain.subarray(Math.max(0, range.start - at), Math.min(plain.length, range.end + 1 - at))
    n++
  }
  if (n !== final + 1) throw new BlobBroken()
}

interface Head {
  prefix: Buffer
  chunk: number
}

async function* withoutHead(
  chunks: AsyncIterable<Uint8Array>,
  found: (head: Head) => void,
): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk as Buffer
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD) continue
    const size = CHUNK_OF[head[0]!]
    if (!size) throw new BlobBroken()
    found({ prefix: head.subarray(1, HEAD), chunk: size })
    if (head.length > HEAD) yield head.subarray(HEAD)
    head = undefined
  }
}
