import { HashTable, hashWord } from '../text/hash.ts'
import { COMMON } from './common.ts'
import * as context from './context.ts'
import { GIVEN } from './given.ts'
import { SURNAMES } from './surnames.ts'

/** What a word may be; a word may be several. */
export const W = {
  given: 1 << 0,
  surname: 1 << 1,
  common: 1 << 2,
  month: 1 << 3,
  title: 1 << 4,
  providerTitle: 1 << 5,
  credential: 1 << 6,
  street: 1 << 7,
  stateCode: 1 << 8,
  stateName: 1 << 9,
  org: 1 << 10,
  infra: 1 << 11,
  kin: 1 << 12,
  patient: 1 << 13,
  city: 1 << 14,
  staff: 1 << 15,
  care: 1 << 16,
  particle: 1 << 17,
  closer: 1 << 18,
  unit: 1 << 19,
  direction: 1 << 20,
  personVerb: 1 << 21,
  thing: 1 << 22,
  serviceCue: 1 << 23,
  birthCue: 1 << 24,
  firstPerson: 1 << 25,
  implant: 1 << 26,
  assigner: 1 << 27,
  greeting: 1 << 28,
  webmail: 1 << 29,
  streetFirst: 1 << 30,
  /** Begins a phrase of `phrases.ts`. The sign bit. */
  phrase: 1 << 31,
} as const

const LISTS: [number, string][] = [
  [W.given, GIVEN],
  [W.surname, SURNAMES],
  [W.common, COMMON],
  [W.month, context.MONTHS],
  [W.title, context.TITLES],
  [W.providerTitle, context.PROVIDER_TITLES],
  [W.credential, context.CREDENTIALS],
  [W.street, context.STREETS],
  [W.streetFirst, context.STREETS_FIRST],
  [W.stateCode, context.STATE_CODES],
  [W.stateName, context.STATE_NAMES],
  [W.org, context.ORGS],
  [W.infra, context.INFRA],
  [W.kin, context.KIN],
  [W.patient, context.PATIENTS],
  [W.city, context.CITIES],
  [W.staff, context.STAFF],
  [W.care, context.CARE],
  [W.particle, context.PARTICLES],
  [W.closer, context.CLOSERS],
  [W.unit, context.UNITS],
  [W.direction, context.DIRECTIONS],
  [W.personVerb, context.PERSON_VERBS],
  [W.thing, context.THINGS],
  [W.serviceCue, context.SERVICE_CUES],
  [W.birthCue, context.BIRTH_CUES],
  [W.firstPerson, context.FIRST_PERSON],
  [W.implant, context.IMPLANTS],
  [W.assigner, context.ASSIGNERS],
  [W.greeting, context.GREETINGS],
  [W.webmail, context.WEBMAIL],
]

const MAX_WORDS = 1 << 15

/** Words that matter have a number, by their hash; 0 is any other word. */
const numbers = new HashTable(MAX_WORDS / 4)
const bitsOf = new Int32Array(MAX_WORDS)
const stopsOf = new Uint16Array(MAX_WORDS)
let count = 1

/** The number of the word with a hash, made where it has none. */
function numbered(hash: number): number {
  const known = numbers.get(hash)
  if (known !== 0) return known
  if (count === MAX_WORDS) throw new Error('too many words')
  numbers.set(hash, count)
  return count++
}

const split = (list: string) => list.split(/\s+/).filter(Boolean)

for (const [bit, list] of LISTS) {
  for (const word of split(list)) addBits(hashWord(word), bit)
}

/** The numbers of words by their hash, for the tokens' loop. */
export const wordNumbers: HashTable = numbers
/** Bits of `W`, and of `STOP`, by the number of a word. */
export const bitsByWord: Int32Array = bitsOf
export const stopsByWord: Uint16Array = stopsOf
/** The number of a word, by which `WordSet` and the functions below know it; 0 for a word that is in no list. */
export const numberOf = (hash: number): number => numbers.get(hash)
/** Bits of `W`. */
export const bitsOfWord = (word: number): number => bitsOf[word]!

export function addBits(hash: number, bits: number): void {
  bitsOf[numbered(hash)]! |= bits
}

/** Where a rule has to look though no bit of `W` says so. */
export const STOP = {
  segment: 1,
  link: 2,
  place: 4,
  box: 8,
  mention: 16,
  living: 32,
  numbered: 64,
  pointer: 128,
  spoken: 256,
  ahead: 512,
  /** Speaks of employees, their accounts, lists and meetings. */
  work: 1024,
} as const

/** A set of words that tokens are asked for by number, so that nothing is hashed twice. */
export class WordSet {
  readonly #in = new Int32Array(MAX_WORDS / 32)

  add(hash: number): void {
    const word = numbered(hash)
    this.#in[word >>> 5]! |= 1 << (word & 31)
  }

  has(word: number): boolean {
    return (this.#in[word >>> 5]! & (1 << (word & 31))) !== 0
  }
}

/** The words of a list as a set. `stops`: rules stop at them. */
export function wordSet(list: string, stops = 0): WordSet {
  const set = new WordSet()
  for (const word of split(list)) {
    const hash = hashWord(word)
    set.add(hash)
    stopsOf[numbered(hash)]! |= stops
  }
  return set
}

/** Notes a value for each word of a list, in a table by the number of the word. What stands there already stays. */
export function classify(list: string, table: Uint8Array, value: number): void {
  for (const word of split(list)) {
    const number = numbered(hashWord(word))
    if (table[number] === 0) table[number] = value
  }
}

export const monthOf = new HashTable(100)
for (const [word, month] of Object.entries(context.MONTH_NUMBER)) monthOf.set(hashWord(word), month)

export const roleMailboxes = new HashTable(200)
for (const word of split(context.ROLE_MAILBOXES)) roleMailboxes.set(hashWord(word), 1)
