/*
 * Rows in PostgreSQL's binary formats, each one `bytea` to the driver: a column costs the driver as much as its
 * content, and JSON costs the database more than both.
 */

/**
 * The fields of `record_send(row(...))`: a count, then of each its type (4 bytes), its length (4 bytes, negative
 * for null) and so many bytes in the type's own binary format.
 */
export function readRecord(bytes: Buffer): (Buffer | null)[] {
  const fields: (Buffer | null)[] = new Array(bytes.readInt32BE(0))
  let at = 4
  for (let i = 0; i < fields.length; i++) {
    const length = bytes.readInt32BE(at + 4)
    at += 8
    fields[i] = length < 0 ? null : bytes.subarray(at, at + length)
    if (length > 0) at += length
  }
  return fields
}

export function readUuid(bytes: Buffer): string {
  const h = bytes.toString('hex', 0, 16)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

/** PostgreSQL counts microseconds from 2000-01-01 (UTC). */
const EPOCH = Date.UTC(2000, 0, 1)
export const readTimestamp = (bytes: Buffer): Date =>
  new Date(EPOCH + Math.floor((bytes.readInt32BE(0) * 2 ** 32 + bytes.readUInt32BE(4)) / 1000))
