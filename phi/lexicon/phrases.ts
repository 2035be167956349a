import { HashTable, hashWord, joinHash } from '../text/hash.ts'
import { CONDITIONS, DRUGS, PROCEDURES, TESTS } from './health.ts'
import { LABELS, type LabelId } from './labels.ts'
import { addBits, W } from './words.ts'

/** What a phrase of one to six words stands for. */
export interface Meaning {
  label?: LabelId
  health?: 'condition' | 'drug' | 'test' | 'procedure'
}

/** Value of a state from which a longer phrase may follow, but which is none itself. */
const OPEN = 1
export const MAX_PHRASE_WORDS = 6

const meanings: Meaning[] = [{}, {}]
const found = new Map<string, Meaning>()

const HEALTH = { condition: CONDITIONS, drug: DRUGS, test: TESTS, procedure: PROCEDURES } as const
const entries = (list: string) =>
  list
    .split(',')
    .map((p) => p.trim().toLowerCase())
    .filter(Boolean)
const wordsOf = (phrase: string) => phrase.split(/[\s.'’/-]+/).filter(Boolean)

const PLURALS: Record<string, string> = { number: 'numbers', no: 'nos', id: 'ids', num: 'nums' }

function note(words: string[], meaning: Meaning): void {
  const key = words.join(' ')
  found.set(key, { ...meaning, ...found.get(key) })
}

for (const [label, list] of Object.entries(LABELS)) {
  for (const phrase of entries(list)) {
    const words = wordsOf(phrase)
    note(words, { label: label as LabelId })
    const dotted = words.indexOf('id') // "Member I.D."
    if (dotted >= 0 && words.length < MAX_PHRASE_WORDS)
      note(words.toSpliced(dotted, 1, 'i', 'd'), { label: label as LabelId })
    const counted = PLURALS[words.at(-1)!] // "record numbers 90112 and 90377"
    if (counted !== undefined && words.length > 1)
      note([...words.slice(0, -1), counted], { label: label as LabelId })
    // camelCase columns, and OCR that lost the spaces.
    if (words.length > 1) note([words.join('')], { label: label as LabelId })
  }
}
for (const [health, list] of Object.entries(HEALTH)) {
  for (const phrase of entries(list)) note(wordsOf(phrase), { health: health as Meaning['health'] })
}

const table = new HashTable(found.size * 3)
for (const [key, meaning] of found) {
  let state = 0
  const parts = key.split(' ')
  addBits(hashWord(parts[0]!), W.phrase)
  for (const [i, word] of parts.entries()) {
    state = joinHash(state, hashWord(word))
    if (i < parts.length - 1) table.set(state, table.get(state) || OPEN)
  }
  meanings.push(meaning)
  table.set(state, meanings.length - 1)
}

/** 0: no phrase begins so. Otherwise, whether or not more words may follow, what it means so far: `meaningOf`. */
export const phraseAt = (state: number): number => table.get(state)
export const meaningOf = (value: number): Meaning => meanings[value]!
/** Whether words are a label by themselves, as in a column's heading. */
export const hasMeaning = (value: number): boolean => value > OPEN
