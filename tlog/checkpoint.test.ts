import { describe, expect, it } from 'vitest'
import {
  formatCheckpoint,
  parseCheckpoint,
  parseCheckpointBody,
  signCheckpoint,
  speaksFor,
  verifyCheckpoint,
} from './checkpoint.ts'
import { signNote } from './note.ts'
import { generateNoteKey, parseVerifierKey } from './note-keys.ts'

const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64')
const time = new Date('2026-03-04T05:06:07.089Z')
const checkpoint = { origin: 'example.com/behind-the-sofa', size: 20852163, root, time }
const text =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\ntime 2026-03-04T05:06:07.089Z\n'

describe('checkpoint text', () => {
  it('is the three lines of the specification and one with the time', () => {
    expect(formatCheckpoint(checkpoint)).toBe(text)
    expect(parseCheckpoint(text)).toEqual(checkpoint)
    const [origin, size, hash] = text.split('\n')
    expect(parseCheckpointBody(`${origin}\n${size}\n${hash}\n`)).toEqual({
      origin: checkpoint.origin,
      size: checkpoint.size,
      root,
      extensions: [],
    })
  })

  it.each([
    ['size 0 written long', text.replace('20852163', '020852163')],
    ['a negative size', text.replace('20852163', '-1')],
    ['a size beyond exact numbers', text.replace('20852163', '9007199254740993')],
    ['a size in another notation', text.replace('20852163', '2e7')],
    ['a short root', text.replace('CsUY', '')],
    ['a root in loose base64', text.replace('q2I=', 'q2J=')],
    ['no origin', text.replace('example.com/behind-the-sofa', '')],
    ['no time', text.replace(/time.*\n/, '')],
    ['two times', `${text}time 2026-03-04T05:06:07.089Z\n`],
    ['a local time', text.replace('089Z', '089')],
    ['a time without ms', text.replace('.089Z', 'Z')],
    ['a day that does not exist', text.replace('03-04', '02-31')],
    ['an empty line', text.replace('time', '\ntime')],
    ['no final newline', text.slice(0, -1)],
  ])('is refused with %s', (_, bad) => {
    expect(() => parseCheckpoint(bad)).toThrow(expect.objectContaining({ code: 'malformed' }))
  })

  it('is not written for what could not be read back', () => {
    expect(() => formatCheckpoint({ ...checkpoint, origin: 'a\n5' })).toThrow('origin')
    expect(() => formatCheckpoint({ ...checkpoint, origin: '' })).toThrow('origin')
    expect(() => formatCheckpoint({ ...checkpoint, size: 1.5 })).toThrow('size')
    expect(() => formatCheckpoint({ ...checkpoint, root: root.subarray(1) })).toThrow('root')
  })
})

describe('signed checkpoints', () => {
  const log = generateNoteKey('example.com/behind-the-sofa')
  const verifier = parseVerifierKey(log.verifierKey)

  it('open with the key of their log', async () => {
    expect(verifyCheckpoint(await signCheckpoint(checkpoint, log.signer), [verifier])).toEqual(checkpoint)
  })

  it('open with the key of a folder of logs, and with no other', async () => {
    const server = generateNoteKey('example.com')
    const other = generateNoteKey('example.com/behind-the')
    const open = async (key: typeof server) =>
      verifyCheckpoint(await signCheckpoint(checkpoint, key.signer), [parseVerifierKey(key.verifierKey)])
    expect(await open(server)).toEqual(checkpoint)
    await expect(open(other)).rejects.toMatchObject({ code: 'no-known-signature' })
    expect(speaksFor('example.com/', 'example.com/x')).toBe(false)
  })

  it('do not open when any character was changed', async () => {
    const note = await signCheckpoint(checkpoint, log.signer)
    for (let i = 0; i < note.length; i++) {
      const changed = note.slice(0, i) + String.fromCharCode(note.charCodeAt(i) ^ 1) + note.slice(i + 1)
      expect(() => verifyCheckpoint(changed, [verifier])).toThrow()
    }
  })

  it('do not open when signed over something that is no checkpoint', async () => {
    const note = await signNote('example.com/behind-the-sofa\nhello\n', log.signer)
    expect(() => verifyCheckpoint(note, [verifier])).toThrow(expect.objectContaining({ code: 'malformed' }))
  })
})
