import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detect, detectStream, type Finding, suspects } from './index.ts'

async function all(pieces: Iterable<string>): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const finding of detectStream(pieces)) findings.push(finding)
  return findings
}

const PARAGRAPH =
  'Patient Maria Gonzalez (DOB 03/14/1962, MRN 00482913) called from (614) 555-0134 about metformin.\nThe switch in closet B was restarted.\n'

function cut(text: string, sizes: number[]): string[] {
  const pieces: string[] = []
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!
    pieces.push(text.slice(at, at + size))
    at += size
  }
  return pieces
}

test('a stream gives the same findings, however it is cut', async () => {
  const text = PARAGRAPH.repeat(700)
  const whole = detect(text)
  expect(whole.length).toBeGreaterThan(2_500)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 5 }),
      async (sizes) => {
        const small = sizes.map((s) => Math.max(s, 500))
        expect(await all(cut(text, small))).toEqual(whole)
      },
    ),
    { numRuns: 8 },
  )
})

test('an identifier is found wherever it lies, on the seams of windows as well, once', () => {
  for (let at = 32_720; at < 32_790; at++) {
    const text = `${'word '.repeat(8_000).slice(0, at)} patient number on file 00482913, and more`
    const found = detect(text).filter((f) => f.kind === 'mrn')
    expect(found.map((f) => text.slice(f.start, f.end))).toEqual(['00482913'])
  }
})

test('a table goes on over many windows', () => {
  const rows = Array.from({ length: 4_000 }, (_, i) => `${100_000 + i},Zbq${i % 7},1/2/1980`).join('\n')
  const findings = detect(`mrn,last_name,dob\n${rows}`)
  expect(findings.filter((f) => f.kind === 'mrn')).toHaveLength(4_000)
  expect(findings.filter((f) => f.kind === 'birth-date')).toHaveLength(4_000)
})

const ATTEMPTS = 4
/** For eight times the text. */
const MOST_GROWTH = 8 * 4

/** Time for `n` units of a pattern, the least of three. */
function time(pattern: string, n: number): number {
  const text = pattern.repeat(Math.ceil(n / pattern.length)).slice(0, n)
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const began = process.cpuUsage()
    detect(text)
    const { user, system } = process.cpuUsage(began)
    best = Math.min(best, user + system)
  }
  return best
}

test.each([
  ['digits', '1'],
  ['digits and spaces', '1 '],
  ['one letter', 'a'],
  ['at signs', '@'],
  ['addresses that never end', 'a@'],
  ['brackets', '[({'],
  ['colons', ':'],
  ['segments', 'PID|'],
  ['names', 'Maria Lopez '],
  ['labels', 'DOB: '],
])('time grows with length and no faster: %s', { timeout: 60_000 }, (_, pattern) => {
  time(pattern, 1 << 16)
  // What else runs on the machine may disturb a measure, hardly each of them; time that grew with the square of the
  // length would be 64 times as much in all.
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least >= MOST_GROWTH; attempt++)
    least = Math.min(least, time(pattern, 1 << 20) / time(pattern, 1 << 17))
  expect(least).toBeLessThan(MOST_GROWTH)
})

test('a text is suspected for a strong identifier, or for a person beside health, and not for an office', () => {
  const verdict = (text: string) => suspects(detect(text)).suspected
  expect(verdict('SSN 219-09-9999')).toBe(true)
  expect(verdict('Mr. Alvarez takes metformin')).toBe(true)
  expect(verdict('Please call the clinic at 614-555-0100.')).toBe(false)
  expect(
    verdict(
      'The printer is out of toner.\n\nThanks,\nKaren Whitfield\nPractice Manager\nLakeside Clinic\nkw@lakeside.example 614-555-0100',
    ),
  ).toBe(false)
  expect(verdict('Metformin and insulin are in stock.')).toBe(false)
  const ssn: Finding = {
    kind: 'ssn',
    start: 0,
    end: 9,
    confidence: 0.9,
    reason: 'a sample',
    level: 'identifier',
  }
  expect(suspects([ssn]).suspected).toBe(true)
  expect(suspects([{ ...ssn, level: 'weak' }]).suspected).toBe(false)
})
