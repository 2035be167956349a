import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toUtf8 } from './decode.ts'
import type { Encoding } from './encoding.ts'
import { Probe, type ProbeResult } from './probe.ts'

function probe(bytes: Uint8Array, chunkSize = 7): ProbeResult {
  const p = new Probe()
  for (let i = 0; i < bytes.length; i += chunkSize) p.push(bytes.subarray(i, i + chunkSize))
  return p.end()
}

async function decode(bytes: Uint8Array, encoding: Encoding, chunkSize = 3): Promise<string> {
  async function* chunks() {
    for (let i = 0; i < bytes.length; i += chunkSize) yield bytes.subarray(i, i + chunkSize)
  }
  const parts: Buffer[] = []
  for await (const part of toUtf8(chunks(), encoding)) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

const text = 'Name,City\nJosé Ångström,Zürich\n'.repeat(80)
const utf16 = (s: string, swap = false) => {
  const b = Buffer.from(s, 'utf16le')
  return swap ? b.swap16() : b
}
const cp1252 = (s: string) => Buffer.from(s.replaceAll('€', '\u0080'), 'latin1')

describe('encodings', () => {
  const cases: [string, Buffer, Encoding, boolean][] = [
    ['UTF-8', Buffer.from(text), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', false],
    ['UTF-16 LE with a mark', utf16(`\ufeff${text}`), 'utf-16le', false],
    ['UTF-16 BE with a mark', utf16(`\ufeff${text}`, true), 'utf-16be', false],
    ['UTF-16 LE without a mark', utf16(text), 'utf-16le', false],
    ['UTF-16 BE without a mark', utf16(text, true), 'utf-16be', false],
    ['Windows-1252', cp1252(text), 'windows-1252', true],
  ]
  test.each(cases)('%s is recognised and read', async (_name, bytes, encoding, assumed) => {
    const result = probe(bytes)
    expect(result).toEqual({ kind: 'csv', encoding, encodingAssumed: assumed, bytes: bytes.length })
    expect(await decode(bytes, result.encoding)).toBe(text)
  })

  test('the euro sign of Windows-1252 survives', async () => {
    expect(await decode(cp1252('5 €'), 'windows-1252')).toBe('5 €')
  })

  test('any text survives any chunking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => !s.startsWith('\ufeff')),
        fc.integer({ min: 1, max: 9 }),
        async (s, size) => {
          expect(await decode(Buffer.from(s), 'utf-8', size)).toBe(s)
          expect(await decode(utf16(s), 'utf-16le', size)).toBe(s)
        },
      ),
    )
  })

  test('bytes that are not the encoding fail, instead of turning into replacement characters', async () => {
    await expect(decode(cp1252(text), 'utf-8')).rejects.toMatchObject({ code: 'wrong-encoding' })
    await expect(decode(Buffer.from('abcé').subarray(0, 4), 'utf-8')).rejects.toMatchObject({
      code: 'wrong-encoding',
    })
    await expect(decode(Buffer.from('abc'), 'utf-16le')).rejects.toMatchObject({ code: 'wrong-encoding' })
  })

  test('a UTF-8 mark over other bytes is refused', () => {
    const lying = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), cp1252(text)])
    expect(() => probe(lying)).toThrow(expect.objectContaining({ code: 'wrong-encoding' }))
  })
})

describe('files that are no import', () => {
  const bomb = gzipSync(Buffer.alloc(1 << 20))
  const refused: [string, Buffer, string][] = [
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['only white space', Buffer.from(' \n\n'), 'empty-file'],
    ['an xlsx or zip', Buffer.from('PK\u0003\u0004rest'), 'spreadsheet-file'],
    ['gzip, even if it would unpack to gigabytes', bomb, 'compressed-file'],
    ['an old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'spreadsheet-file'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'binary-file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'binary-file'],
    ['zero bytes late in a text', Buffer.from(`${text}\u0000${text}`), 'binary-file'],
    ['FHIR as XML', Buffer.from('<Bundle xmlns="http://hl7.org/fhir">'), 'xml-file'],
    ['a web page', Buffer.from('<!DOCTYPE html><html>'), 'xml-file'],
    ['a bare JSON list', Buffer.from('[{"resourceType":"Patient"}]'), 'not-fhir'],
    ['FHIR in Windows-1252', cp1252('{"resourceType":"Patient","id":"é"}'), 'wrong-encoding'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'wrong-encoding'],
  ]
  test.each(refused)('%s', (_name, bytes, code) => {
    expect(() => probe(bytes)).toThrow(expect.objectContaining({ code }))
  })

  test('FHIR JSON is told from CSV by its content', () => {
    expect(probe(Buffer.from('\ufeff \n{"resourceType":"Patient"}')).kind).toBe('fhir')
    expect(probe(Buffer.from('"a","b"\n')).kind).toBe('csv')
  })
})
