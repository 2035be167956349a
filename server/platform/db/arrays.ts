/*
 * Arrays as parameters, in PostgreSQL's binary form: the driver passes a buffer on as it is. As text, each byte string
 * would become hexadecimal digits in quotes, which costs both sides more than sealing or storing it does.
 */

const OID = { bytea: 17, int4: 23, uuid: 2950 } as const
const HEAD = 20
const NULL = -1

/** One dimension, numbered from 1; `body` writes the elements behind the head, each with its length before it. */
function array(oid: number, count: number, nulls: boolean, body: number): Buffer {
  const out = Buffer.allocUnsafe(count ? HEAD + body : 12)
  out.writeInt32BE(count ? 1 : 0, 0)
  out.writeInt32BE(nulls ? 1 : 0, 4)
  out.writeInt32BE(oid, 8)
  if (!count) return out
  out.writeInt32BE(count, 12)
  out.writeInt32BE(1, 16)
  return out
}

/** `bytea[]`. */
export function byteaArray(values: readonly (Buffer | null)[]): Buffer {
  let body = 0
  for (const v of values) body += 4 + (v?.length ?? 0)
  const out = array(OID.bytea, values.length, values.includes(null), body)
  let at = HEAD
  for (const v of values) {
    at = out.writeInt32BE(v?.length ?? NULL, at)
    if (v) at += v.copy(out, at)
  }
  return out
}

/** `uuid[]`. What is no UUID is refused here. */
export function uuidArray(values: readonly (string | null)[]): Buffer {
  let body = 0
  for (const v of values) body += v === null ? 4 : 20
  const out = array(OID.uuid, values.length, values.includes(null), body)
  let at = HEAD
  for (const v of values) {
    at = out.writeInt32BE(v === null ? NULL : 16, at)
    if (v === null) continue
    if (v.length !== 36 || out.write(v.replaceAll('-', ''), at, 16, 'hex') !== 16)
      throw new TypeError('an element is no UUID')
    at += 16
  }
  return out
}

/** `integer[]`. */
export function intArray(values: ArrayLike<number>): Buffer {
  const out = array(OID.int4, values.length, false, 8 * values.length)
  let at = HEAD
  for (let i = 0; i < values.length; i++) {
    at = out.writeInt32BE(4, at)
    at = out.writeInt32BE(values[i]!, at)
  }
  return out
}
