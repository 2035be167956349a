import { LABELS, type LabelId } from '../lexicon/labels.ts'
import { ownerOfWord } from '../lexicon/owners.ts'
import { W } from '../lexicon/words.ts'
import { ownerNear } from '../rules/owners.ts'
import type { IdSpan } from '../rules/values.ts'
import { isDigit } from '../text/chars.ts'
import { HASH_START, type HashTable, hashUnit } from '../text/hash.ts'
import { CLOSING_BRACKET, COMMA, DASH, DOT, SEMICOLON, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, WORD } from '../text/tokens.ts'
import { CLASSES } from './classes.ts'

/** Where a word stands: right before, before, further before, right after, further after, or at the number's front. */
export const SIDES = 6
const FRONT = 5
const BEFORE = 14
const AFTER = 8
const LINE = 3
const SENTENCE = 5

const OWNERS = 16
const LABEL_IDS = Object.keys(LABELS) as LabelId[]
const LABEL_NUMBER = new Map(LABEL_IDS.map((id, i) => [id, i]))
const BITS = [
  W.patient,
  W.kin,
  W.infra,
  W.thing,
  W.unit,
  W.staff,
  W.care,
  W.firstPerson,
  W.implant,
  W.org,
  W.given,
  W.surname,
  W.credential,
  W.personVerb,
]
const TOPICS = [
  TOPIC.patient,
  TOPIC.health,
  TOPIC.infra,
  TOPIC.staff,
  TOPIC.care,
  TOPIC.label,
  TOPIC.clinical,
]
const LEVELS = 4
const PATTERNS = 64
const ALIKE_REACH = 60
const LONGEST_FRONT = 8

/** Hands out numbers of features, a block of them at a time. */
export function blocks(): { block: (size: number) => number; size: () => number } {
  let next = 0
  return {
    block(size) {
      next += size
      return next - size
    },
    size: () => next,
  }
}

const { block, size } = blocks()

const BIAS = block(1)
const OWNER_AT = block(OWNERS * SIDES)
const OWNER_FIRST = block(OWNERS * 4)
const OWNER_NEXT = block(OWNERS * 2)
const OWNER_NEAR = block(OWNERS * 4)
const LABEL_AT = block(LABEL_IDS.length * SIDES)
const LABEL_LAST = block(LABEL_IDS.length)
const BIT_AT = block(BITS.length * SIDES)
const POINTED = block(2)
const DIGITS = block(16)
const LETTERS = block(8)
const DASHES = block(4)
const SLASHED = block(1)
const ZERO = block(1)
const LETTER_FIRST = block(4)
const PATTERN = block(PATTERNS)
const MARK_BEFORE = block(128)
const MARK_AFTER = block(128)
const GAP_BEFORE = block(5)
const GAP_AFTER = block(5)
const TOPIC_AT = block(TOPICS.length * LEVELS)
const INFRA_NEAR = block(LEVELS)
const OF_PERSON = block(1)
/** A name stands right before or after, or a few tokens away. */
const NAME_BEFORE = block(4)
const NAME_AFTER = block(4)
/** What a number of the same shape, shortly before, was judged to be. */
const ALIKE = block(CLASSES.length)
const LAST = block(CLASSES.length)
/** What the rules made of the number, and how surely. */
const TOLD_LEVELS = 4
const TOLD = block(CLASSES.length * TOLD_LEVELS)
const TOLD_NEAR = block(CLASSES.length * LEVELS * LEVELS)
const A_THING = block(1)

/** Features that are no words; those of words come after. */
export const PLAIN_FEATURES = size()
/** More than any number has. */
export const MOST_FEATURES = 512

export const level = (n: number): number => (n === 0 ? 0 : n === 1 ? 1 : n < 4 ? 2 : 3)
const reach = (distance: number): number => (distance <= 1 ? 0 : distance <= 3 ? 1 : distance <= 7 ? 2 : 3)

/** The features of one number, by their indexes. What a word tells is at `PLAIN_FEATURES + (word - 1) * SIDES + side`. */
export class Features {
  readonly at = new Int32Array(MOST_FEATURES)
  /** The token of each, where it is that of a word; -1 for others. */
  readonly token = new Int32Array(MOST_FEATURES)
  count = 0
  readonly #words: HashTable
  /** The shape of the number read last. */
  #pattern = 0
  #lastPattern = 0
  #lastAt = 0
  #lastClass = -1

  /** `words`: from the hash of a word to its number, from 1 on. */
  constructor(words: HashTable) {
    this.#words = words
  }

  protected add(feature: number, token = -1): void {
    if (this.count === MOST_FEATURES) return
    this.at[this.count] = feature
    this.token[this.count++] = token
  }

  /** A new page begins. */
  begin(): void {
    this.#lastClass = -1
  }

  /** Notes what the number read last was judged to be. */
  judged(first: number, as: number): void {
    this.#lastPattern = this.#pattern
    this.#lastAt = first
    this.#lastClass = as
  }

  /** What stands before, after and around the tokens from `first` up to `end`. */
  readAround(page: Page, first: number, end: number): void {
    this.count = 0
    this.add(BIAS)
    this.#readBefore(page, first)
    this.#readAfter(page, end)
    const near = ownerNear(page, first, end)
    this.add(OWNER_NEAR + near.owner * 4 + reach(near.distance))
    if (near.pointed) this.add(POINTED)
    this.#readPlace(page, first, end)
    this.#readNames(page, first, end)
  }

  read(page: Page, first: number, id: IdSpan): void {
    this.readAround(page, first, id.end)
    this.#readFront(page, first)
    this.#readShape(page, first, id)
    if (this.#lastClass >= 0 && first - this.#lastAt < ALIKE_REACH)
      this.add((this.#pattern === this.#lastPattern ? ALIKE : LAST) + this.#lastClass)
  }

  /** What the rules made of the number: of which class, 0 for none, and how surely, from 0 to 3. */
  readOpinion(page: Page, first: number, told: number, surely: number, thing: boolean): void {
    this.add(TOLD + told * TOLD_LEVELS + surely)
    const clinical = level(page.around(TOPIC.clinical, first, 40, 40))
    const infra = level(page.around(TOPIC.infra, first, 40, 40))
    this.add(TOLD_NEAR + (told * LEVELS + clinical) * LEVELS + infra)
    if (thing) this.add(A_THING)
  }

  #readNames(page: Page, first: number, end: number): void {
    const { type, count } = page.tokens
    for (let k = 1; k <= 4 && first - k >= 0; k++) {
      if (type[first - k] !== WORD || page.taken[first - k] !== 1) continue
      this.add(NAME_BEFORE + k - 1)
      break
    }
    for (let k = 0; k < 4 && end + k < count; k++) {
      if (type[end + k] !== WORD || page.taken[end + k] !== 1) continue
      this.add(NAME_AFTER + k)
      break
    }
  }

  #readWord(page: Page, at: number, side: number): number {
    const t = page.tokens
    const known = this.#words.get(t.hash[at]!)
    if (known !== 0) this.add(PLAIN_FEATURES + (known - 1) * SIDES + side, at)
    const word = t.word[at]!
    if (word === 0) return 0
    const bits = t.bits[at]!
    for (let b = 0; b < BITS.length; b++) if ((bits & BITS[b]!) !== 0) this.add(BIT_AT + b * SIDES + side)
    const label = page.label(at)
    if (label !== undefined) this.add(LABEL_AT + LABEL_NUMBER.get(label)! * SIDES + side)
    const owner = ownerOfWord(word)
    if (owner !== 0) this.add(OWNER_AT + owner * SIDES + side)
    return owner
  }

  /** A word within what is judged. */
  protected readWithin(page: Page, at: number): void {
    const known = this.#words.get(page.tokens.hash[at]!)
    if (known !== 0) this.add(PLAIN_FEATURES + (known - 1) * SIDES + FRONT, at)
  }

  #readBefore(page: Page, first: number): void {
    const t = page.tokens
    let distance = 0
    let met = false
    for (let at = first - 1; at >= 0 && at >= first - 2 * BEFORE; at--) {
      const after = t.gap[at + 1]!
      if (after === GAP.blank) return
      if (after === GAP.line) distance += LINE
      const mark = page.mark(at)
      if (mark !== 0) {
        distance += boundary(page, at, mark)
        continue
      }
      if (++distance > BEFORE) return
      if (t.type[at] !== WORD) continue
      const side = distance <= 2 ? 0 : distance <= 5 ? 1 : 2
      const owner = this.#readWord(page, at, side)
      if (!met && owner !== 0 && owner !== 9) {
        met = true
        this.add(OWNER_FIRST + owner * 4 + reach(distance))
      }
      const label = page.label(at)
      if (label !== undefined && distance <= 6 && page.phraseEnd[at]! >= first - 2)
        this.add(LABEL_LAST + LABEL_NUMBER.get(label)!)
    }
  }

  #readAfter(page: Page, end: number): void {
    const t = page.tokens
    let distance = 0
    let met = false
    for (let at = end; at < t.count && at < end + 2 * AFTER; at++) {
      const gap = t.gap[at]!
      if (gap === GAP.blank) return
      if (gap === GAP.line) distance += LINE
      const mark = page.mark(at)
      if (mark !== 0) {
        distance += mark === CLOSING_BRACKET ? 2 : boundary(page, at, mark)
        continue
      }
      if (++distance > AFTER) return
      if (t.type[at] !== WORD) continue
      const owner = this.#readWord(page, at, distance <= 2 ? 3 : 4)
      if (!met && owner !== 0) {
        met = true
        this.add(OWNER_NEXT + owner * 2 + (distance <= 2 ? 0 : 1))
      }
    }
  }

  /** "GFE-0044182", "AUTH7719": letters at the front of a number, as a word. */
  #readFront(page: Page, first: number): void {
    const t = page.tokens
    const [from, end] = [t.start[first]!, t.end[first]!]
    let hash = HASH_START
    let at = from
    while (at < end && (page.unit(at) | 32) >= 97 && (page.unit(at) | 32) <= 122)
      hash = hashUnit(hash, page.unit(at++))
    if (at - from < 2 || at - from > LONGEST_FRONT) return
    const known = this.#words.get(hash)
    if (known !== 0) this.add(PLAIN_FEATURES + (known - 1) * SIDES + FRONT, first)
  }

  #readShape(page: Page, first: number, id: IdSpan): void {
    const t = page.tokens
    let dashes = 0
    let pattern = 7
    let last = 0
    for (let at = t.start[first]!; at < t.end[id.end - 1]!; at++) {
      const unit = page.unit(at)
      const kind = isDigit(unit) ? 1 : unit === DASH ? 3 : unit === SLASH ? 4 : (unit | 32) >= 97 ? 2 : 5
      if (kind === 3) dashes++
      if (kind === 4) this.add(SLASHED)
      if (kind !== last) pattern = Math.imul(pattern ^ kind, 0x01000193)
      last = kind
    }
    this.#pattern = Math.imul(pattern, 31) + (id.digits * 32 + id.letters)
    let letters = 0
    while (letters < 3 && (page.unit(t.start[first]! + letters) | 32) >= 97) letters++
    this.add(DIGITS + Math.min(15, id.digits))
    this.add(LETTERS + Math.min(7, id.letters))
    this.add(DASHES + Math.min(3, dashes))
    this.add(LETTER_FIRST + letters)
    if (page.unit(t.start[first]!) === 48) this.add(ZERO)
    this.add(PATTERN + ((pattern ^ (pattern >>> 11)) & (PATTERNS - 1)))
  }

  #readPlace(page: Page, first: number, end: number): void {
    const t = page.tokens
    this.add(MARK_BEFORE + Math.min(127, page.mark(first - 1)))
    this.add(MARK_AFTER + Math.min(127, page.mark(end)))
    this.add(GAP_BEFORE + t.gap[first]!)
    this.add(GAP_AFTER + (end < t.count ? t.gap[end]! : GAP.blank))
    for (let k = 0; k < TOPICS.length; k++)
      this.add(TOPIC_AT + k * LEVELS + level(page.around(TOPICS[k]!, first, 40, 40)))
    this.add(INFRA_NEAR + level(page.around(TOPIC.infra, first, 10, 10)))
    if (page.isOfPerson(first)) this.add(OF_PERSON)
  }
}

function boundary(page: Page, at: number, mark: number): number {
  if (mark === COMMA) return 1
  if (mark === SEMICOLON) return LINE
  const t = page.tokens
  const ends = mark === DOT && at + 1 < t.count && t.gap[at + 1]! >= GAP.space && page.lengthOf(at - 1) > 3
  return ends && t.type[at] === MARK ? SENTENCE : 0
}
