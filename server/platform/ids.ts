import { randomFillSync } from 'node:crypto'

/** Random bytes are drawn for many ids at once: a call to the kernel costs more than an id. */
const pool = Buffer.alloc(16 * 256)
let at = pool.length

/** A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random. Sorts by time of creation. */
export function uuidv7(now = Date.now()): string {
  if (at === pool.length) {
    randomFillSync(pool)
    at = 0
  }
  const bytes = pool.subarray(at, (at += 16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const h = bytes.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
