import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** How a push service knows this server (RFC 8292): a P-256 key pair. */
export interface Vapid {
  privateKey: KeyObject
  /** The uncompressed point in base64url: what a browser is told when it subscribes. */
  publicKey: string
}

/** A push service takes a token for at most a day. */
const LASTS_SECONDS = 12 * 3600

const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A new pair, to be kept: the private half as PKCS#8, and the public one. */
export function newVapid(): { plain: Buffer; publicKey: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const plain = privateKey.export({ format: 'der', type: 'pkcs8' })
  return { plain, publicKey: openVapid(plain).publicKey }
}

export function openVapid(plain: Buffer): Vapid {
  const privateKey = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
  const { x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
  return { privateKey, publicKey: point.toString('base64url') }
}

/** What goes into `Authorization` of a message to a push service. `contact`: where its keepers find those of this server. */
export function authorization(vapid: Vapid, endpoint: string, contact: string, now = Date.now()): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now / 1000) + LASTS_SECONDS,
    sub: contact,
  }
  const text = `${json({ typ: 'JWT', alg: 'ES256' })}.${json(claims)}`
  const signature = sign('sha256', Buffer.from(text), { key: vapid.privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${text}.${signature.toString('base64url')}, k=${vapid.publicKey}`
}
