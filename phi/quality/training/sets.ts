import { join } from 'node:path'
import { GIVEN } from '../../lexicon/given.ts'
import { SURNAMES } from '../../lexicon/surnames.ts'
import { type Item, loadItems } from '../items.ts'
import { detectWith } from './detect-with.ts'

const load = (folder: string): Item[] => loadItems(join(import.meta.dirname, '..', folder))
const sets = (names: string): Map<string, Item[]> =>
  new Map(names.split(' ').map((name) => [name, load(name)]))

/** Texts that rules were tuned on: what rules say of them is righter than it is elsewhere. */
export const TUNED: ReadonlyMap<string, Item[]> = new Map([
  ['items', load('items').filter((i) => !i.heldOut)],
  ...sets(
    'fresh fresh2 fresh3 fresh4 set-a set-c set-e set-f set-g set-h set-i set-j set-k set-l set-m set-n set-o set-p set-r set-s set-t set-u set-v set-w set-y set-z set-aa set-bb set-cc set-ee set-ff set-gg set-hh set-ii set-jj set-kk set-ll set-mm set-oo set-pp set-qq set-rr set-ak set-al set-am set-an set-ao set-ap set-aq training/texts',
  ),
])

/** Texts by authors who knew no rule, and that no rule was tuned on. */
export const UNTUNED: ReadonlyMap<string, Item[]> = sets(
  'set-ss set-tt set-uu set-vv set-ww set-xx set-yy set-zz set-ab set-ac set-ad set-ae set-af set-ag set-ah set-aj set-as set-at set-au set-av set-aw set-ax set-ay set-az set-bc set-bd set-be set-bf',
)

const NAMES = new Set([...GIVEN.split(/\s+/), ...SURNAMES.split(/\s+/)])
const LETTERS = /^\p{L}{2,}$/u
const WORDS = /\p{L}{2,}/gu

/** How often words stand in names, and how often at all. */
const named = new Map<string, { inNames: number; all: number }>()
for (const { text } of [...TUNED.values(), ...UNTUNED.values()].flat()) {
  const names = detectWith(text, { drafts: () => undefined }, 0).filter((f) => f.kind === 'name')
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const counted = named.get(word.toLowerCase()) ?? { inNames: 0, all: 0 }
    counted.all++
    if (names.some((f) => f.start <= index && index < f.end)) counted.inNames++
    named.set(word.toLowerCase(), counted)
  }
}
const isName = (word: string): boolean => {
  const { inNames, all } = named.get(word) ?? { inNames: 0, all: 1 }
  return NAMES.has(word) || inNames * 4 >= all
}

/** A word that may be learnt: no name is kept among weights. */
export const isLearnable = (word: string): boolean => LETTERS.test(word) && !isName(word)

/** How often each key was counted, and in how many of the sets. */
export function together(
  counts: Iterable<ReadonlyMap<string, number>>,
): Map<string, { n: number; sets: number }> {
  const all = new Map<string, { n: number; sets: number }>()
  for (const counted of counts)
    for (const [key, n] of counted) {
      const sum = all.get(key) ?? { n: 0, sets: 0 }
      sum.n += n
      sum.sets++
      all.set(key, sum)
    }
  return all
}

/** Weights as whole numbers of one byte, none of them beyond `limit`. */
export function asBytes(weights: Float64Array, limit = 127): { weights: Int8Array; scale: number } {
  const most = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 0)
  const scale = most / limit
  return { weights: Int8Array.from(weights, (w) => Math.round(w / scale)), scale }
}
