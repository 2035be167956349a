import { expect, test } from 'vitest'
import { detect } from '../index.ts'
import { Scanner } from '../scanner.ts'
import { CLASSES } from './classes.ts'
import { WORDS } from './weights.ts'

/** What the rules find alone, and what is found once numbers are judged, in the middle of nothing else. */
function kinds(text: string, value: string): [string | undefined, string | undefined] {
  const at = text.indexOf(value)
  const alone = new Scanner({}, { numbers: () => undefined }).scan(text, 0, 0, text.length).findings
  const kindIn = (findings: typeof alone) =>
    findings.find((f) => f.confidence >= 0.5 && f.start <= at && at < f.end)?.kind
  return [kindIn(alone), kindIn(detect(text))]
}

test.each([
  ['his hearing aids went to the maker, 0639 5571 came back repaired, audiology', '0639 5571', 'device'],
])('judges what the rules pass over: %s', (text, value, kind) => {
  const [alone, judged] = kinds(text, value)
  expect(alone).not.toBe(kind)
  expect(judged).toBe(kind)
})

test('a firm label is not overruled', () => {
  expect(kinds('Claim denied. MRN: 44120871, the auth of the patient expired', '44120871')).toEqual([
    'mrn',
    'mrn',
  ])
})

test('a reason names words of its own list only, none of which is a name', () => {
  const words = new Set(WORDS.split(' '))
  const text =
    'Old chart 88-40-17, new chart 10338840 of Xiomara Vandergriff, her chemo claim 5510-22-9 was denied twice'
  const told = detect(text).flatMap((f) => [...f.reason.matchAll(/"([^"]+)"/g)].map(([, word]) => word!))
  for (const word of told) expect(words.has(word)).toBe(true)
  for (const name of ['maria', 'lopez', 'smith', 'john', 'nguyen']) expect(words.has(name)).toBe(false)
  expect(CLASSES).toHaveLength(10)
})
