import { constants, crc32, deflateRawSync } from 'node:zlib'

/** RFC 1952: what a gzip file begins with, without a name or a time. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const MOST_STORED = 0xffff

/** The beginning of a document, compressed once for everybody. */
export interface GzipHead {
  bytes: Buffer
  crc: number
  size: number
}

/** Compresses what is the same for everybody. A browser reads it before the rest is there. */
export function gzipHead(text: string): GzipHead {
  const plain = Buffer.from(text)
  const packed = deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
  return { bytes: Buffer.concat([HEADER, packed]), crc: crc32(plain), size: plain.length }
}

/**
 * The rest of the same gzip file, as it is: what is somebody's own is never compressed beside what somebody else wrote, since
 * the length would tell about it (BREACH).
 */
export function storedRest(head: GzipHead, text: string): Buffer {
  const plain = Buffer.from(text)
  const parts: Buffer[] = []
  for (let at = 0; at === 0 || at < plain.length; at += MOST_STORED) {
    const part = plain.subarray(at, at + MOST_STORED)
    const start = Buffer.alloc(5)
    start[0] = at + MOST_STORED >= plain.length ? 1 : 0
    start.writeUInt16LE(part.length, 1)
    start.writeUInt16LE(part.length ^ 0xffff, 3)
    parts.push(start, part)
  }
  const end = Buffer.alloc(8)
  end.writeUInt32LE(crc32(plain, head.crc), 0)
  end.writeUInt32LE((head.size + plain.length) >>> 0, 4)
  return Buffer.concat([...parts, end])
}
