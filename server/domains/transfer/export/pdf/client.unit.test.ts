import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fontRuns } from '../../../../platform/pdf/fonts.ts'
import { layOut } from '../../../../platform/pdf/lines.ts'
import { clientPdf } from './client.ts'

const record = {
  contact: {
    names: [{ given: ['José'], family: 'Łukasz 王 محمد משה 😀' }],
    phones: [{ value: '+15558107203' }],
    emails: [],
    addresses: [],
  },
  clinical: { summary: 'x'.repeat(50_000) },
}
const disclosure = { organization: 'Salem', purpose: 'Treatment', requester: 'Ada', time: new Date(0) }

async function pdf(resources: { type: string }[] = []): Promise<Buffer> {
  const client = { id: '1', kind: 'person' as const, record, contacts: [] }
  const parts: Buffer[] = []
  for await (const part of clientPdf(client, resources, disclosure)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

test('a document with text of any script, over as many pages as it takes', async () => {
  const bytes = await pdf()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const text = bytes.toString('latin1')
  expect((text.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(5)
  expect(text).toContain('NotoSansArabic')
  expect(text).toContain('NotoSansHebrew')
  expect(text).toContain('Unifont')
})

test('its metadata and file hold no name in the clear before decompression', async () => {
  const bytes = await pdf()
  expect(bytes.toString('latin1')).not.toContain('ukasz')
})

test('every page says which of how many it is', async () => {
  const bytes = await pdf(Array.from({ length: 3000 }, () => ({ type: 'Condition' })))
  const latin1 = bytes.toString('latin1')
  const pages = (latin1.match(/\/Type \/Page\b/g) ?? []).length
  let streams = 0
  for (let at = latin1.indexOf('stream\n'); at >= 0; at = latin1.indexOf('stream\n', at + 7)) {
    try {
      if (inflateSync(bytes.subarray(at + 7)).includes('BT')) streams++
    } catch {}
  }
  expect(pages).toBeGreaterThan(15)
  expect(streams).toBeGreaterThanOrEqual(pages)
})

const measure = (_face: unknown, size: number, text: string) => text.length * size

test('lines fit, words are kept whole where they can be, and nothing is lost', () => {
  const lines = layOut('one two three\nfour abcdefghijkl', 80, { size: 10 }, measure)
  const texts = lines.map((l) => l.pieces.map((p) => p.text).join(''))
  expect(texts).toEqual(['one two', 'three', 'four abc', 'defghijk', 'l'])
})

test('right-to-left words run from the right, numbers in them from the left', () => {
  const [line] = layOut('שלום 123 עולם (old)', 1000, { size: 10 }, measure)
  const texts = line!.pieces.map((p) => p.text.trim()).filter(Boolean)
  expect(texts).toEqual(['עולם', '123', 'שלום', '(old)'])
})

test('brackets in right-to-left text turn with it', () => {
  const [line] = layOut('משה [כהן] (x)', 1000, { size: 10 }, measure)
  const texts = line!.pieces.map((p) => p.text.trim()).filter(Boolean)
  expect(texts).toEqual(['[', 'כהן', ']', 'משה', '(x)'])
})

test('a character that no font has becomes the replacement character', () => {
  expect(fontRuns('a😀', false).map((r) => r.text)).toEqual(['a\ufffd'])
})
