import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'

/**
 * Sealed bytes: AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce each, laid out as
 * `version(1) | nonce(12) | tag(16) | ciphertext`. The AAD binds organization, table, column and row, so a
 * ciphertext that is moved elsewhere does not open. There is no plaintext fallback.
 */
declare const sealedBrand: unique symbol
export type Sealed = Buffer & { readonly [sealedBrand]: true }

declare const dataKeyBrand: unique symbol
/** 32 bytes of AES-256 key, in memory only. */
export type DataKey = Buffer & { readonly [dataKeyBrand]: true }

/** Where a ciphertext lives; it opens nowhere else. */
export interface Place {
  orgId: string
  table: string
  column: string
  row: string
}

const VERSION = 1
const HEAD = 29
const POOL = Buffer.allocUnsafe(12 * 512)
let poolAt = POOL.length

/** Random bytes are drawn in blocks: one call to the kernel for 512 nonces. */
function nonce(): Buffer {
  if (poolAt === POOL.length) {
    randomFillSync(POOL)
    poolAt = 0
  }
  const out = POOL.subarray(poolAt, poolAt + 12)
  poolAt += 12
  return out
}

/** Raised when bytes were not sealed by this key for this place, or were changed. Carries no content. */
export class SealBroken extends Error {
  constructor(place: Place) {
    super(`sealed bytes in ${place.table}.${place.column} do not open for their row`)
  }
}

const aad = (p: Place) => Buffer.from(`wellkeep/1|${p.orgId}|${p.table}|${p.column}|${p.row}`)

export function sealBytes(key: DataKey, place: Place, plain: Uint8Array): Sealed {
  const iv = nonce()
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(aad(place))
  const body = cipher.update(plain)
  cipher.final()
  const out = Buffer.allocUnsafe(HEAD + body.length)
  out[0] = VERSION
  iv.copy(out, 1)
  cipher.getAuthTag().copy(out, 13)
  body.copy(out, HEAD)
  return out as Sealed
}

export function openBytes(key: DataKey, place: Place, sealed: Uint8Array): Buffer {
  const bytes = Buffer.isBuffer(sealed) ? sealed : Buffer.from(sealed)
  if (bytes.length < HEAD || bytes[0] !== VERSION) throw new SealBroken(place)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(aad(place))
  decipher.setAuthTag(bytes.subarray(13, HEAD))
  const plain = decipher.update(bytes.subarray(HEAD))
  try {
    decipher.final()
  } catch {
    throw new SealBroken(place)
  }
  return plain
}

export function sealJson(key: DataKey, place: Place, value: unknown): Sealed {
  return sealBytes(key, place, Buffer.from(JSON.stringify(value)))
}

export function openJson<T>(key: DataKey, place: Place, sealed: Uint8Array): T {
  return JSON.parse(openBytes(key, place, sealed).toString('utf8')) as T
}
