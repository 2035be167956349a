import { expect, test } from 'vitest'
import { detect } from '../index.ts'
import { Scanner } from '../scanner.ts'
import { OWN_FEATURES } from './draft-features.ts'
import { DraftJudge, GROUPS } from './draft-judge.ts'
import { REASONS, WORDS } from './draft-weights.ts'
import { PLAIN_FEATURES } from './features.ts'

const text = (lines: number) => 'Call 614-555-0134 or 614-555-0178 today.\n'.repeat(lines)

/** Names among findings, surely and weakly. */
const names = (of: string) => {
  const findings = detect(of, { minConfidence: 0 }).filter((f) => f.kind === 'name')
  return findings.map((f) => [of.slice(f.start, f.end), f.level])
}

test('the words near by tell whether a name is of somebody ill or of somebody at work', () => {
  expect(names('Minutes: present Marta Olsen, Piet Haan. Discussed toner and the new switch.')).toEqual([
    ['Marta Olsen', 'weak'],
    ['Piet Haan', 'weak'],
  ])
  expect(names('Marta Olsen denies chest pain, wants her results')).toEqual([['Marta Olsen', 'identifier']])
})

test('a reason and the words that were learnt name nobody', () => {
  const words = new Set(WORDS.split(' '))
  for (const name of ['maria', 'lopez', 'smith', 'john', 'nguyen', 'ramirez', 'okafor', 'patel'])
    expect(words.has(name)).toBe(false)
  expect(REASONS).not.toMatch(/"[^"]+"/)
})

test('at most a hundred and twenty-eight findings of a window are judged, so that time stays linear', () => {
  // Weights by which everybody is in care.
  const size = (PLAIN_FEATURES + OWN_FEATURES) * GROUPS.length
  const none = new Int8Array(0)
  const net = {
    direct: new Int8Array(size).fill(1),
    directScale: 1,
    reaches: new Uint8Array(Math.ceil(size / 8)),
    hidden: none,
    hiddenScale: 1,
    out: none,
    outScale: 1,
  }
  const judge = new DraftJudge({ words: '', reasons: '', net })
  const long = text(200)
  const scanner = new Scanner({}, { judge })
  const { findings } = scanner.scan(long, 0, 0, long.length)
  scanner.release()
  const raised = findings.filter((f) => f.reason.startsWith('by what stands near by'))
  expect(findings.length).toBeGreaterThan(256)
  expect(raised.length).toBeGreaterThan(64)
  expect(raised.length).toBeLessThanOrEqual(128)
})
