/**
 * `npm run train:phi`: learns from the texts for tuning, and for numbers from made-up ones too, how what stands near a
 * number or a finding tells whose it is, and writes `phi/model/*weights.ts`. `--cross` writes nothing: it leaves out some
 * sets after others, learns from the rest and prints how the detector does on the sets that were left out, beside what it
 * does with the weights that it has. What is held out (B, D, Q, X, DD, NN, AI, AR, BG, BH and the third of the first texts) is never read here.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DraftJudge, type DraftWeights } from '../../model/draft-judge.ts'
import { NumberJudge, type NumberWeights } from '../../model/judge.ts'
import type { NetWeights } from '../../model/net.ts'
import type { Item } from '../items.ts'
import { measure, rows } from '../measure.ts'
import { detectWith } from './detect-with.ts'
import { learnFindings } from './drafts.ts'
import { learnNumbers } from './numbers.ts'
import { UNTUNED } from './sets.ts'

const FOLDS = 4

interface Learnt {
  numbers: NumberWeights
  drafts: DraftWeights
}

function learnFrom(untuned: readonly string[]): Learnt {
  const numbers = learnNumbers(untuned)
  return { numbers, drafts: learnFindings(untuned, new NumberJudge(numbers)) }
}

function cross(): void {
  const names = [...UNTUNED.keys()]
  const judges = new Map<Item, { numberJudge: NumberJudge; judge: DraftJudge }>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = names.filter((_, i) => i % FOLDS === fold)
    const { numbers, drafts } = learnFrom(names.filter((name) => !left.includes(name)))
    const learnt = { numberJudge: new NumberJudge(numbers), judge: new DraftJudge(drafts) }
    for (const name of left) for (const item of UNTUNED.get(name)!) judges.set(item, learnt)
  }
  const items = [...judges.keys()]
  const before = rows(measure(items))
  const after = new Map(
    rows(measure(items, undefined, (i) => detectWith(i.text, judges.get(i)!))).map((row) => [row[0], row]),
  )
  for (const [kind, ...now] of before) {
    const then = after.get(kind)?.slice(1) ?? []
    console.log(
      [kind!.padEnd(24), ...now.map((n) => n.padStart(7)), ' ->', ...then.map((n) => n.padStart(7))].join(
        ' ',
      ),
    )
  }
}

/** A module that holds weights. */
function module(title: string, parts: Record<string, string | number | Int8Array | Uint8Array>): string {
  const lines = Object.entries(parts).map(([name, part]) => {
    const value = typeof part === 'object' ? Buffer.from(part.buffer).toString('base64') : part
    if (typeof value === 'number') return `export const ${name} = ${value}`
    return `export const ${name} =\n  ${value.includes("'") ? JSON.stringify(value) : `'${value}'`}`
  })
  return [`/** ${title} Learnt by \`npm run train:phi\`; not written by hand. */`, ...lines, ''].join('\n')
}

const kept = (net: NetWeights) => ({
  DIRECT_SCALE: net.directScale,
  DIRECT: net.direct,
  REACHES: net.reaches,
  HIDDEN_SCALE: net.hiddenScale,
  HIDDEN: net.hidden,
  OUT_SCALE: net.outScale,
  OUT: net.out,
})

function write(): void {
  const { numbers, drafts } = learnFrom([...UNTUNED.keys()])
  const into = (file: string, text: string) =>
    writeFileSync(join(import.meta.dirname, '../../model', file), text)
  into(
    'weights.ts',
    module('A net over features of numbers (`net.ts`), as bytes in base64.', {
      WORDS: numbers.words,
      ...kept(numbers.net),
    }),
  )
  into(
    'draft-weights.ts',
    module('A net over features of findings (`net.ts`), as bytes in base64.', {
      WORDS: drafts.words,
      REASONS: drafts.reasons,
      ...kept(drafts.net),
    }),
  )
  const count = ({ direct, hidden }: NetWeights) => direct.length + hidden.length
  console.log(`${count(numbers.net)} weights for numbers, ${count(drafts.net)} for findings`)
}

if (process.argv.includes('--cross')) cross()
else write()
