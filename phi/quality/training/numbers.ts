import { CLASSES } from '../../model/classes.ts'
import { PLAIN_FEATURES, SIDES } from '../../model/features.ts'
import type { NumberWeights } from '../../model/judge.ts'
import { HashTable, hashWord } from '../../text/hash.ts'
import { generate } from './generate.ts'
import { learn } from './learn.ts'
import { countWords, type Sample, samplesOf } from './samples.ts'
import { isLearnable, TUNED, together, UNTUNED } from './sets.ts'

const MADE = 12_000
/** How much texts count: made-up ones, those that rules were tuned on, and others. */
const MADE_WEIGHT = 0.1
const TUNED_WEIGHT = 0.5
const UNTUNED_WEIGHT = 1
/** How often a word must stand near numbers to be learnt. */
const LEAST_MADE = 6
const LEAST_WRITTEN = 5

const made = generate(MADE, 'numbers and their words')
const countedMade = countWords(made)
const counted = new Map([...TUNED, ...UNTUNED].map(([name, items]) => [name, countWords(items)]))

/** What a class was held for more than it should have been (softmax). */
function slopes(scores: Float64Array, { is, weight }: Sample): void {
  const most = Math.max(...scores)
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - most)
    sum += scores[c]!
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c]! / sum - (c === is ? 1 : 0)) * weight
}

/** Learns whose numbers are, from all texts but the untuned sets that are left out. */
export function learnNumbers(untuned: readonly string[]): NumberWeights {
  const written = together([...TUNED.keys(), ...untuned].map((name) => counted.get(name)!))
  const spelt = [...new Set([...countedMade.keys(), ...written.keys()])]
    .filter((word) => {
      if (!isLearnable(word)) return false
      const { n, sets } = written.get(word) ?? { n: 0, sets: 0 }
      return (sets >= 2 && n >= LEAST_WRITTEN) || (countedMade.get(word) ?? 0) >= LEAST_MADE
    })
    .sort()
  const words = new HashTable(8_192)
  for (const [i, word] of spelt.entries()) words.set(hashWord(word), i + 1)
  const samples = [
    ...[...TUNED.values()].flatMap((items) => samplesOf(items, words, TUNED_WEIGHT, false)),
    ...untuned.flatMap((name) => samplesOf(UNTUNED.get(name)!, words, UNTUNED_WEIGHT, true)),
    ...samplesOf(made, words, MADE_WEIGHT, false),
  ]
  const size = PLAIN_FEATURES + spelt.length * SIDES
  return {
    words: spelt.join(' '),
    net: learn(samples, size, { classes: CLASSES.length, seed: 'order of samples', slopes }),
  }
}
