/**
 * `npm run train:phi`: learns from the texts for tuning and from made-up ones how the words near a number tell whose it
 * is, and writes `phi/model/weights.ts`. `--cross` writes nothing: it leaves out one author after another, learns from
 * the others and prints how well the left-out author's numbers are told. Sets that are held out (B, D and the third of
 * the first texts) are never read here.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GIVEN } from '../../lexicon/given.ts'
import { SURNAMES } from '../../lexicon/surnames.ts'
import { PLAIN_FEATURES, SIDES } from '../../model/features.ts'
import { CLASSES } from '../../model/judged.ts'
import { HashTable, hashWord } from '../../text/hash.ts'
import { type Item, loadItems } from '../items.ts'
import { generate } from './generate.ts'
import { classOf, learn } from './learn.ts'
import { countWords, samplesOf } from './samples.ts'

const N = CLASSES.length
const MADE = 12_000
/** How much more a text by an author counts than a made-up one. */
const WRITTEN = 5
/** How often a word must stand near numbers to be learnt. */
const LEAST_MADE = 6
const LEAST_WRITTEN = 5

const load = (...folders: string[]): Item[] =>
  folders.flatMap((f) => loadItems(join(import.meta.dirname, '..', f)))

/** Texts for tuning, by their author. */
const AUTHORS = new Map<string, Item[]>([
  ['first', [...load('items').filter((i) => !i.heldOut), ...load('fresh', 'fresh2')]],
  ['second', load('fresh3', 'fresh4')],
  ['third', load('set-a')],
  ['fourth', load('set-c', 'set-e', 'set-f', 'set-g', 'set-h')],
  ['fifth', load('set-i', 'set-j')],
  ['sixth', load('set-k', 'set-l')],
  ['seventh', load('set-m')],
  ['eighth', load('set-n')],
  ['ninth', load('set-o')],
  ['tenth', load('training/texts')],
])
const made = generate(MADE, 'numbers and their words')
const counted = new Map([...AUTHORS].map(([author, items]) => [author, countWords(items)]))
const countedMade = countWords(made)

const NAMES = new Set([...GIVEN.split(/\s+/), ...SURNAMES.split(/\s+/)])
const LETTERS = /^\p{L}{2,}$/u

/** Words worth learning: no names, and no words of one author alone. */
function vocabulary(authors: readonly string[]): string[] {
  const all = new Set([...countedMade.keys(), ...authors.flatMap((a) => [...counted.get(a)!.keys()])])
  const wanted = [...all].filter((word) => {
    if (NAMES.has(word) || !LETTERS.test(word)) return false
    const by = authors.map((a) => counted.get(a)!.get(word) ?? 0)
    const written = by.filter((n) => n > 0).length >= 2 && by.reduce((a, b) => a + b, 0) >= LEAST_WRITTEN
    return written || (countedMade.get(word) ?? 0) >= LEAST_MADE
  })
  return wanted.sort()
}

function learnFrom(authors: readonly string[]) {
  const spelt = vocabulary(authors)
  const words = new HashTable(8_192)
  for (const [i, word] of spelt.entries()) words.set(hashWord(word), i + 1)
  const samples = [
    ...authors.flatMap((a) => samplesOf(AUTHORS.get(a)!, words, WRITTEN)),
    ...samplesOf(made, words, 1),
  ]
  return { spelt, words, weights: learn(samples, PLAIN_FEATURES + spelt.length * SIDES) }
}

function cross(): void {
  const all = { labelled: 0, reported: 0, found: 0 }
  for (const left of AUTHORS.keys()) {
    const { words, weights } = learnFrom([...AUTHORS.keys()].filter((a) => a !== left))
    let [labelled, found, reported] = [0, 0, 0]
    for (const sample of samplesOf(AUTHORS.get(left)!, words, 1)) {
      const as = classOf(weights, sample.features)
      if (sample.is > 0) labelled++
      if (as > 0) reported++
      if (as > 0 && as === sample.is) found++
    }
    all.labelled += labelled
    all.reported += reported
    all.found += found
    console.log(
      `${left} author left out: recall ${(found / labelled).toFixed(3)}, precision ${(found / reported).toFixed(3)} of ${labelled} numbers, each of its own kind`,
    )
  }
  console.log(
    `together: recall ${(all.found / all.labelled).toFixed(3)}, precision ${(all.found / all.reported).toFixed(3)}`,
  )
}

/** Weights as whole numbers of one byte; words that tell nothing are left out. */
function write(): void {
  const { spelt, weights } = learnFrom([...AUTHORS.keys()])
  const most = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0)
  const scale = most / 127
  const row = (f: number) => Array.from(weights.subarray(f * N, f * N + N), (w) => Math.round(w / scale))
  const rows: number[] = []
  for (let f = 0; f < PLAIN_FEATURES; f++) rows.push(...row(f))
  const kept = spelt.filter((_, i) => {
    const own = Array.from({ length: SIDES }, (_, s) => row(PLAIN_FEATURES + i * SIDES + s)).flat()
    if (own.every((w) => Math.abs(w) < 2)) return false
    rows.push(...own)
    return true
  })
  const text = Buffer.from(Int8Array.from(rows).buffer).toString('base64')
  writeFileSync(
    join(import.meta.dirname, '../../model/weights.ts'),
    `/** Learnt by \`npm run train:phi\`; not written by hand. */\nexport const SCALE = ${scale}\n/** The words that tell, in the order of their weights. */\nexport const WORDS =\n  '${kept.join(' ')}'\n/** For each feature a byte for each class, in base64. */\nexport const WEIGHTS =\n  '${text}'\n`,
  )
  console.log(`${kept.length} words, ${rows.length} weights`)
}

if (process.argv.includes('--cross')) cross()
else write()
