import { TransferError } from '../problem.ts'
import { byteOrderMark, type Encoding, Utf8Check } from './encoding.ts'

/**
 * Any supported encoding to UTF-8 chunks without a byte order mark, in constant memory. UTF-8 passes through
 * uncopied, checked on the way.
 * @throws TransferError `wrong-encoding` where the bytes don't fit, rather than replacing them unseen.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Buffer, void, undefined> {
  const marked = withoutMark(chunks)
  yield* encoding === 'utf-8' ? checked(marked) : transcoded(marked, encoding)
}

async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let buffer = asBuffer(chunk)
    if (head) {
      head = Buffer.concat([head, buffer])
      if (head.length < 4) continue
      buffer = head.subarray(byteOrderMark(head)?.length ?? 0)
      head = undefined
    }
    yield buffer
  }
  if (head?.length) yield head.subarray(byteOrderMark(head)?.length ?? 0)
}

async function* checked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const check = new Utf8Check()
  for await (const chunk of chunks) {
    if (!check.push(chunk)) throw notThis('utf-8')
    yield chunk
  }
  if (!check.end()) throw notThis('utf-8')
}

async function* transcoded(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  try {
    for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
    yield Buffer.from(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) throw notThis(encoding)
    throw error
  }
}

const notThis = (encoding: Encoding) =>
  new TransferError('wrong-encoding', `The file holds bytes that are not ${encoding.toUpperCase()}.`)

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}
