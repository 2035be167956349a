import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseNote, signNote, verifyNote } from './note.ts'
import {
  createSigner,
  decodeBase64,
  generateNoteKey,
  isKeyName,
  NoteError,
  noteKeyId,
  parseSignerKey,
  parseVerifierKey,
  verifierKey,
} from './note-keys.ts'

// The published vectors of the format: C2SP signed-note's example, and Go's golang.org/x/mod/sumdb/note.
const SPEC_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const SPEC_NOTE =
  'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
const PETER_SIGNER = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const PETER_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const ENOCH_KEY = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

const [spec, peter, enoch] = [SPEC_KEY, PETER_KEY, ENOCH_KEY].map(parseVerifierKey) as [
  ReturnType<typeof parseVerifierKey>,
  ReturnType<typeof parseVerifierKey>,
  ReturnType<typeof parseVerifierKey>,
]

/** The code of the NoteError that this throws. */
function codeOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return error instanceof NoteError ? error.code : `${error}`
  }
  return undefined
}

describe('verifier keys', () => {
  it('are read from their text form', () => {
    expect([spec.name, spec.keyId]).toEqual(['example.com/foo', 0x530d903a])
    expect([peter.name, peter.keyId]).toEqual(['PeterNeumann', 0xc74f20a3])
    expect(enoch.keyId).toBe(0xaf0cfe78)
  })

  it('are refused when any character is changed or any part is missing', () => {
    for (let from = 0; from < PETER_KEY.length; from++)
      for (let to = from; to <= PETER_KEY.length; to++)
        if (to - from < PETER_KEY.length)
          expect(codeOf(() => parseVerifierKey(PETER_KEY.slice(from, to)))).toBe('bad-key')
    const bytes = Buffer.from(PETER_KEY)
    for (let i = 0; i < bytes.length; i++) {
      bytes[i]!++
      expect(codeOf(() => parseVerifierKey(bytes.toString()))).toBe('bad-key')
      bytes[i]!--
    }
  })

  it.each([
    ['of the wrong length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['of an unknown type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ])('are refused when %s, though the id fits', (_, key) =>
    expect(codeOf(() => parseVerifierKey(key))).toBe('bad-key'),
  )

  it('come from a public key', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const verifier = parseVerifierKey(verifierKey('a/b', publicKey))
    const signer = createSigner('a/b', privateKey)
    expect([verifier.name, verifier.keyId]).toEqual([signer.name, signer.keyId])
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
    expect(noteKeyId('a/b', raw)).toBe(signer.keyId)
  })

  it('are Ed25519 with a plain name, and nothing else', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(codeOf(() => createSigner('name', ec.privateKey))).toBe('bad-key')
    expect(codeOf(() => verifierKey('name', ec.publicKey))).toBe('bad-key')
    for (const name of ['', 'a b', 'a+b', 'a\u2003b', 'a\u0085b', 'a\nb', '\ud800'])
      expect([name, isKeyName(name)]).toEqual([name, false])
    expect(codeOf(() => generateNoteKey('a b'))).toBe('bad-key')
  })

  it('are base64 in its one canonical form', () => {
    expect(decodeBase64('AAE=')).toEqual(Buffer.of(0, 1))
    for (const text of ['AAE', 'AAF=', 'AA-_', 'AAE=\n', ' AAE=']) expect(decodeBase64(text)).toBeUndefined()
  })
})

describe('signing', () => {
  it('gives the published note for the published key', async () => {
    const signer = parseSignerKey(PETER_SIGNER)
    expect(await signNote(TEXT, signer)).toBe(`${TEXT}\n${PETER}`)
  })

  it('refuses changed signer keys', () => {
    const bytes = Buffer.from(PETER_SIGNER)
    for (let i = 0; i < bytes.length; i++) {
      bytes[i]!++
      expect(codeOf(() => parseSignerKey(bytes.toString()))).toBe('bad-key')
      bytes[i]!--
    }
  })

  it.each(['abc', 'tab\there\n', 'nul\u0000\n', 'return\r\n', '\ud800\n'])(
    'refuses the text %j',
    async (text) => {
      await expect(signNote(text, parseSignerKey(PETER_SIGNER))).rejects.toMatchObject({ code: 'malformed' })
    },
  )

  it('takes several signers, also ones that sign elsewhere', async () => {
    const [one, two] = [generateNoteKey('one'), generateNoteKey('two')]
    const remote = { ...two.signer, sign: async (text: Uint8Array) => two.signer.sign(text) }
    const verifiers = [one, two].map((key) => parseVerifierKey(key.verifierKey))
    const { text, signedBy } = verifyNote(await signNote('a\n\nb\n', one.signer, remote), verifiers)
    expect(text).toBe('a\n\nb\n')
    expect(signedBy.map((verifier) => verifier.name)).toEqual(['one', 'two'])
  })
})

describe('opening a note', () => {
  it('takes the published notes', () => {
    expect(verifyNote(SPEC_NOTE, [spec]).text).toBe('This is an example message.\n')
    expect(verifyNote(`${TEXT}\n${PETER}${ENOCH}`, [peter])).toEqual({ text: TEXT, signedBy: [peter] })
    expect(verifyNote(`${TEXT}\n${PETER}${ENOCH}`, [enoch, peter]).signedBy).toEqual([peter, enoch])
    expect(verifyNote(`${TEXT}\n${PETER}${PETER}`, [peter]).signedBy).toEqual([peter])
  })

  it('needs a known key', () => {
    expect(codeOf(() => verifyNote(`${TEXT}\n${PETER}`, []))).toBe('no-known-signature')
    expect(codeOf(() => verifyNote(`${TEXT}\n${PETER}`, [enoch]))).toBe('no-known-signature')
  })

  it('refuses a bad signature of a known key, even beside a good one', () => {
    const forged = ENOCH.replace('EnochRoot rwz+eB', 'EnochRoot rwz+eC')
    expect(codeOf(() => verifyNote(`${TEXT}\n${PETER}${forged}`, [peter, enoch]))).toBe('bad-signature')
    expect(verifyNote(`${TEXT}\n${PETER}${forged}`, [peter]).text).toBe(TEXT)
    expect(codeOf(() => verifyNote(`x${TEXT}\n${PETER}`, [peter]))).toBe('bad-signature')
  })

  it.each([
    TEXT,
    `${TEXT}\n`,
    `${TEXT}\n${PETER.slice(0, -1)}`,
    `\u0001${TEXT}\n${PETER}`,
    `\ud800${TEXT}\n${PETER}`,
    `${TEXT}\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    `${TEXT}\n${PETER}Unexpected line.\n`,
    `${TEXT}\n${PETER.slice(0, 60)}ABCD${PETER.slice(60)}`.replace('=\n', '\n'),
    `${TEXT}\n${PETER.repeat(101)}`,
    'x'.repeat(1_000_001),
  ])('refuses malformed note %#', (note) => expect(codeOf(() => verifyNote(note, [peter]))).toBe('malformed'))

  it('parses without verifying', () => {
    const { text, signatures } = parseNote(`${TEXT}\n${PETER}`)
    expect(text).toBe(TEXT)
    expect(signatures.map(({ name, keyId, signature }) => [name, keyId, signature.length])).toEqual([
      ['PeterNeumann', 0xc74f20a3, 64],
    ])
  })
})
