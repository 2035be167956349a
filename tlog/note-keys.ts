import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { sha256 } from './hash.ts'

/** Why a key, note or checkpoint was refused. Its text never quotes key material. */
export class NoteError extends Error {
  override name = 'NoteError'
  readonly code: 'bad-key' | 'malformed' | 'bad-signature' | 'no-known-signature'
  constructor(code: NoteError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** Who may sign a note: a key name, its 32-bit id, and the way to sign (in memory, an HSM, another process). */
export type Signer = {
  readonly name: string
  readonly keyId: number
  readonly sign: (text: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

/** A public key that an auditor trusts, with the text form it came in. */
export type Verifier = {
  readonly name: string
  readonly keyId: number
  readonly verifierKey: string
  readonly verify: (text: Uint8Array, signature: Uint8Array) => boolean
}

/** Signature type byte of plain Ed25519 (C2SP signed-note). */
const ED25519 = 0x01
const RAW_KEY_BYTES = 32
// RFC 8410: what stands before the 32 raw bytes of an Ed25519 key in its DER form.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Whether a key may have this name: not empty, no space of any kind, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: notes forbid them, so names must too.
  return name.length > 0 && name.isWellFormed() && !/[\s\u0085+\u0000-\u001f]/u.test(name)
}

/** Decodes standard base64 with padding, strictly: undefined for anything that does not encode back to itself. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** First four bytes of SHA-256(name || 0x0A || 0x01 || public key), as a number (C2SP signed-note). */
export function noteKeyId(name: string, publicKey: Uint8Array): number {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey])).readUInt32BE(0)
}

function checkName(name: string): void {
  if (!isKeyName(name))
    throw new NoteError('bad-key', 'a key name must not be empty or contain spaces or "+"')
}

function checkType(key: KeyObject): void {
  if (key.asymmetricKeyType !== 'ed25519') throw new NoteError('bad-key', 'the key must be an Ed25519 key')
}

const idText = (keyId: number) => keyId.toString(16).padStart(8, '0')

/** The 32 raw bytes of an Ed25519 public key. */
function rawPublicKey(key: KeyObject): Buffer {
  checkType(key)
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX.length)
}

/** Text form of a public key: `name+hexid+base64`, the form that verifiers are given. Throws NoteError. */
export function verifierKey(name: string, publicKey: KeyObject): string {
  checkName(name)
  const raw = rawPublicKey(publicKey)
  const material = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64')
  return `${name}+${idText(noteKeyId(name, raw))}+${material}`
}

/** The parts of a key's text form, with its name, id and type checked. */
function parseKeyText(text: string): { name: string; id: string; raw: Buffer } {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text)
  const material = match && decodeBase64(match[3]!)
  if (!material || !isKeyName(match[1]!))
    throw new NoteError('bad-key', 'not a key of the form name+id+base64')
  if (material[0] !== ED25519 || material.length !== 1 + RAW_KEY_BYTES)
    throw new NoteError('bad-key', 'not an Ed25519 key')
  return { name: match[1]!, id: match[2]!, raw: material.subarray(1) }
}

/** Reads a public key from its text form. Throws NoteError `bad-key`, also when the id is not the key's own. */
export function parseVerifierKey(text: string): Verifier {
  const { name, id, raw } = parseKeyText(text)
  const keyId = noteKeyId(name, raw)
  if (idText(keyId) !== id) throw new NoteError('bad-key', 'the id in the key text is not that of the key')
  let key: KeyObject
  try {
    key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })
  } catch {
    throw new NoteError('bad-key', 'not an Ed25519 public key')
  }
  return {
    name,
    keyId,
    verifierKey: text,
    verify: (message, signature) => signature.length === 64 && verify(null, message, key, signature),
  }
}

/** A signer with an Ed25519 private key in memory. Throws NoteError `bad-key`. */
export function createSigner(name: string, privateKey: KeyObject): Signer {
  checkName(name)
  checkType(privateKey)
  const keyId = noteKeyId(name, rawPublicKey(createPublicKey(privateKey)))
  return { name, keyId, sign: (text) => sign(null, text, privateKey) }
}

const SIGNER_PREFIX = 'PRIVATE+KEY+'

/** Reads a signer from Go's text form of a private key: `PRIVATE+KEY+name+hexid+base64`. Throws NoteError. */
export function parseSignerKey(text: string): Signer {
  if (!text.startsWith(SIGNER_PREFIX)) throw new NoteError('bad-key', 'not a signer key')
  const { name, id, raw } = parseKeyText(text.slice(SIGNER_PREFIX.length))
  const der = Buffer.concat([PKCS8_PREFIX, raw])
  const signer = createSigner(name, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
  if (idText(signer.keyId) !== id)
    throw new NoteError('bad-key', 'the id in the key text is not that of the key')
  return signer
}

/** A new Ed25519 key with this name: its signer, the text form of its public key, and the private key to store. */
export function generateNoteKey(name: string): {
  signer: Signer
  verifierKey: string
  privateKey: KeyObject
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { signer: createSigner(name, privateKey), verifierKey: verifierKey(name, publicKey), privateKey }
}
