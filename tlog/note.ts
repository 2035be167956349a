import { decodeBase64, isKeyName, NoteError, type Signer, type Verifier } from './note-keys.ts'

/** One signature line of a note. */
export type NoteSignature = { name: string; keyId: number; signature: Buffer }

/** A note as parsed: nothing about it is verified yet. `text` ends in a newline. */
export type ParsedNote = { text: string; signatures: NoteSignature[] }

const SIGNATURE_PREFIX = '— '
/** Go's reference implementation accepts as many; the specification asks for at least 16. */
const MAX_SIGNATURES = 100
const MAX_NOTE_CHARS = 1_000_000

const malformed = (why: string) => new NoteError('malformed', `malformed note: ${why}`)

function checkText(text: string): void {
  if (!text.isWellFormed()) throw malformed('not valid Unicode')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids exactly these.
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) throw malformed('control character')
}

/** Signs `text`, which must end in a newline, with every signer (C2SP signed-note). Throws NoteError. */
export async function signNote(text: string, ...signers: Signer[]): Promise<string> {
  checkText(text)
  if (!text.endsWith('\n')) throw malformed('the text must end in a newline')
  const bytes = Buffer.from(text)
  const lines = await Promise.all(
    signers.map(async ({ name, keyId, sign }) => {
      const id = Buffer.alloc(4)
      id.writeUInt32BE(keyId)
      return `${SIGNATURE_PREFIX}${name} ${Buffer.concat([id, await sign(bytes)]).toString('base64')}\n`
    }),
  )
  return `${text}\n${lines.join('')}`
}

function parseSignatureLine(line: string): NoteSignature {
  if (!line.startsWith(SIGNATURE_PREFIX)) throw malformed('not a signature line')
  const [name, encoded, ...rest] = line.slice(SIGNATURE_PREFIX.length).split(' ')
  const bytes = decodeBase64(encoded ?? '')
  if (rest.length || !isKeyName(name!) || !bytes || bytes.length < 5) throw malformed('bad signature line')
  return { name: name!, keyId: bytes.readUInt32BE(0), signature: bytes.subarray(4) }
}

/** Splits a note into its text and signature lines, without verifying any. Throws NoteError `malformed`. */
export function parseNote(note: string): ParsedNote {
  if (note.length > MAX_NOTE_CHARS) throw malformed('too long')
  checkText(note)
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0 || !note.endsWith('\n')) throw malformed('no signature lines')
  const lines = note.slice(blank + 2, -1).split('\n')
  if (blank + 2 === note.length) throw malformed('no signature lines')
  if (lines.length > MAX_SIGNATURES) throw malformed('too many signatures')
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignatureLine) }
}

/**
 * Opens a note: its text and the verifiers whose signatures on it are good. Signatures of unknown keys are
 * ignored. Throws NoteError: `malformed`; `bad-signature` when a known key's signature is bad;
 * `no-known-signature` when no known key signed.
 */
export function verifyNote(
  note: string,
  verifiers: readonly Verifier[],
): { text: string; signedBy: Verifier[] } {
  const { text, signatures } = parseNote(note)
  const bytes = Buffer.from(text)
  const signedBy: Verifier[] = []
  for (const { name, keyId, signature } of signatures) {
    const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId)
    if (!verifier || signedBy.includes(verifier)) continue
    if (!verifier.verify(bytes, signature))
      throw new NoteError('bad-signature', `bad signature of key ${name}`)
    signedBy.push(verifier)
  }
  if (signedBy.length === 0) throw new NoteError('no-known-signature', 'no known key has signed the note')
  return { text, signedBy }
}
