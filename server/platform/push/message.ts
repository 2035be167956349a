import { createCipheriv, createECDH, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Where a browser can be reached, as it said itself: its public key, and what it shares with whoever writes to it. */
export interface Recipient {
  /** P-256, uncompressed, 65 bytes. */
  publicKey: Buffer
  /** 16 bytes. */
  auth: Buffer
}

/** Every message is as long, whatever it says: the push service sees nothing but that there was one. */
const PLAIN_BYTES = 64
const RECORD_BYTES = 4096
const HASH = 'sha256'

const hmac = (key: Buffer, ...data: (Buffer | string)[]): Buffer => {
  const h = createHmac(HASH, key)
  for (const part of data) h.update(part)
  return h.digest()
}
const derive = (salt: Buffer, key: Buffer, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync(HASH, key, salt, `Content-Encoding: ${info}\0`, bytes))

/** A message that only the browser opens (RFC 8291, in the `aes128gcm` encoding of RFC 8188), in one record. */
export function encryptMessage(
  text: string,
  to: Recipient,
  // For the test vector of the RFC.
  { salt, privateKey, pad }: { salt: Buffer; privateKey?: Buffer; pad?: number } = { salt: randomBytes(16) },
): Buffer {
  const plain = Buffer.from(text)
  const length = pad ?? PLAIN_BYTES
  if (plain.length > length) throw new Error('a push message says little')
  const own = createECDH('prime256v1')
  if (privateKey) own.setPrivateKey(privateKey)
  else own.generateKeys()
  const ownPublic = own.getPublicKey()
  const shared = own.computeSecret(to.publicKey)
  const input = hmac(hmac(to.auth, shared), 'WebPush: info\0', to.publicKey, ownPublic, Buffer.of(1))
  const cipher = createCipheriv(
    'aes-128-gcm',
    derive(salt, input, 'aes128gcm', 16),
    derive(salt, input, 'nonce', 12),
  )
  // The last record ends with a 2, and zeros up to its length.
  const padding = Buffer.alloc(length - plain.length)
  const sealed = Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.of(2)),
    cipher.update(padding),
    cipher.final(),
  ])
  const head = Buffer.alloc(5)
  head.writeUInt32BE(RECORD_BYTES)
  head.writeUInt8(ownPublic.length, 4)
  return Buffer.concat([salt, head, ownPublic, sealed, cipher.getAuthTag()])
}
