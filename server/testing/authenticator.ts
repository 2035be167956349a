import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const text = (bytes: Buffer) => bytes.toString('base64url')

/** CBOR (RFC 8949) of what an attestation holds: small integers, byte and text strings, maps. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  const map = value as Map<unknown, unknown>
  return Buffer.concat([head(5, map.size), ...[...map].flatMap(([k, v]) => [cbor(k), cbor(v)])])
}

interface Held {
  id: Buffer
  key: KeyObject
  rpId: string
  user: string
  count: number
}

/** An authenticator in software: keeps passkeys and signs as a phone does (W3C WebAuthn, ES256, no attestation). */
export class Authenticator {
  readonly held: Held[] = []
  readonly #origin: string
  /** Whether its owner is recognized, by a finger or a PIN. */
  verifies = true

  constructor(origin: string) {
    this.#origin = origin
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #data(rpId: string, count: number, attested?: Buffer): Buffer {
    const flags = 0x01 | (this.verifies ? 0x04 : 0) | (attested ? 0x40 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, ...(attested ? [attested] : [])])
  }

  // biome-ignore lint/suspicious/noExplicitAny: the standard's options
  create(options: any) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = pair.publicKey.export({ format: 'jwk' }) as { x: string; y: string }
    const id = randomBytes(32)
    const rpId: string = options.rp.id
    this.held.push({ id, key: pair.privateKey, rpId, user: options.user.id, count: 0 })
    const cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(jwk.x, 'base64url')],
        [-3, Buffer.from(jwk.y, 'base64url')],
      ]),
    )
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', this.#data(rpId, 0, attested)],
    ])
    return {
      id: text(id),
      rawId: text(id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(this.#clientData('webauthn.create', options.challenge)),
        attestationObject: text(cbor(attestation)),
        transports: ['internal'],
      },
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: the standard's options
  get(options: any, at = this.held.length - 1) {
    const held = this.held[at]!
    held.count++
    const data = this.#data(held.rpId, held.count)
    const client = this.#clientData('webauthn.get', options.challenge)
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(held.key)
    return {
      id: text(held.id),
      rawId: text(held.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
        userHandle: held.user,
      },
    }
  }
}
