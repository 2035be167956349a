import { hasMeaning, meaningOf, phraseAt } from '../lexicon/phrases.ts'
import { bitsOfWord, numberOf, W } from '../lexicon/words.ts'
import { classOf, DIGIT, LOWER, NEWLINE, OTHER, SPACE, UPPER } from './chars.ts'
import { FNV_PRIME, HASH_START, hashUnit, joinHash } from './hash.ts'
import { APOSTROPHE } from './marks.ts'
import type { Window } from './window.ts'

export const WORD = 1
export const NUMBER = 2
/** Letters and digits together: "A1C", "JH0042". */
export const MIXED = 3
export const MARK = 4

/** What stands before a token. */
export const GAP = { none: 0, space: 1, wide: 2, line: 3, blank: 4 } as const

export const SHAPE = { lower: 0, capital: 1, caps: 2, other: 3 } as const

/** The tokens of one window, in flat arrays; places are units of the window. */
export class Tokens {
  count = 0
  readonly start: Int32Array
  readonly end: Int32Array
  readonly type: Uint8Array
  readonly hash: Int32Array
  /** The number of a word that matters; 0 for others. */
  readonly word: Uint16Array
  /** Bits of `W`. */
  readonly bits: Int32Array
  readonly gap: Uint8Array
  readonly shape: Uint8Array
  /** The unit of a token that is a mark; 0 for others. */
  readonly mark: Uint16Array
  lineCount = 0
  /** The first token of each line, and one past the last token of all. */
  readonly lines: Int32Array

  constructor(capacity: number) {
    this.start = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
    this.type = new Uint8Array(capacity)
    this.hash = new Int32Array(capacity)
    this.word = new Uint16Array(capacity)
    this.bits = new Int32Array(capacity)
    this.gap = new Uint8Array(capacity)
    this.shape = new Uint8Array(capacity)
    this.mark = new Uint16Array(capacity)
    this.lines = new Int32Array(capacity + 1)
  }

  /** One pass over the window. */
  read(window: Window): void {
    const { units, length } = window
    this.count = 0
    this.lineCount = 0
    let at = 0
    let gap: number = GAP.line
    while (at < length) {
      const kind = classOf[units[at]!]!
      if (kind === SPACE) {
        const wide = units[at] === 9 || (at + 1 < length && classOf[units[at + 1]!] === SPACE)
        gap = Math.max(gap, wide ? GAP.wide : GAP.space)
        at++
      } else if (kind === NEWLINE) {
        const pair = units[at] === 13 && units[at + 1] === 10
        gap = gap >= GAP.line ? GAP.blank : GAP.line
        at += pair ? 2 : 1
      } else {
        if (gap >= GAP.line) this.lines[this.lineCount++] = this.count
        at =
          kind === OTHER
            ? this.#add(MARK, at, at + 1, units[at]!, gap)
            : this.#readRun(units, at, length, gap)
        gap = GAP.none
      }
    }
    this.lines[this.lineCount] = this.count
  }

  #readRun(units: Uint16Array, from: number, length: number, gap: number): number {
    let hash = HASH_START
    let digits = 0
    let letters = 0
    let capitals = 0
    let prefixHash = 0
    let prefix = 0
    let at = from
    for (; at < length; at++) {
      const unit = units[at]!
      if (unit >= 97 && unit <= 122) {
        // Most of all text: no need to look anything up.
        letters++
        hash = Math.imul(hash ^ unit, FNV_PRIME)
        continue
      }
      const kind = classOf[unit]!
      if (kind === DIGIT) {
        if (digits === 0 && letters > 2) {
          prefixHash = hash
          prefix = at
        }
        digits++
      } else if (kind >= LOWER) {
        letters++
        if (kind === UPPER) capitals++
      } else if (unit !== APOSTROPHE || !this.#joins(units, at, length)) break
      hash = hashUnit(hash, unit)
    }
    const read =
      letters > 0 && digits > 0 && digits <= 3 && digits <= letters && gap !== GAP.none
        ? misread(units, from, at)
        : 0
    if (prefix > 0 && read === 0 && gap !== GAP.none && isLabel(prefixHash)) {
      // "MRN0012345", "DOB01/02/1980": OCR lost the space.
      this.#addWord(from, prefix, prefixHash, gap, capitals >= prefix - from ? SHAPE.caps : SHAPE.capital)
      return this.#add(NUMBER, prefix, this.#digitsEnd(units, prefix, at), 0, GAP.none) === at
        ? at
        : this.#retype(prefix, at)
    }
    if (digits === 0) {
      const upper = classOf[units[from]!] === UPPER
      const shape =
        capitals === 0 ? SHAPE.lower : capitals === letters ? SHAPE.caps : upper ? SHAPE.capital : SHAPE.other
      const mended =
        shape === SHAPE.other || (shape === SHAPE.capital && capitals > 1) ? misread(units, from, at) : 0
      this.#addWord(from, at, mended || hash, gap, shape)
    } else if (letters === 0) this.#add(NUMBER, from, at, hash, gap)
    else {
      if (read !== 0) this.#addWord(from, at, read, gap, SHAPE.caps)
      else {
        this.#add(MIXED, from, at, hash, gap)
        this.#know(hash)
      }
    }
    return at
  }

  #digitsEnd(units: Uint16Array, from: number, to: number): number {
    let at = from
    while (at < to && classOf[units[at]!] === DIGIT) at++
    return at
  }

  /** The token just added holds letters, too. */
  #retype(_from: number, end: number): number {
    this.type[this.count - 1] = MIXED
    this.end[this.count - 1] = end
    return end
  }

  /** An apostrophe inside a word, but not before a possessive "s". */
  #joins(units: Uint16Array, at: number, length: number): boolean {
    const next = at + 1 < length ? classOf[units[at + 1]!]! : OTHER
    if (next < LOWER || next === DIGIT) return false
    const after = at + 2 < length ? classOf[units[at + 2]!]! : OTHER
    return !((units[at + 1]! | 32) === 115 && after < LOWER)
  }

  #addWord(start: number, end: number, hash: number, gap: number, shape: number): void {
    this.#add(WORD, start, end, hash, gap)
    this.#know(hash)
    this.shape[this.count - 1] = shape
  }

  /** Looks the token just added up among the words that matter. */
  #know(hash: number): void {
    const word = numberOf(hash)
    this.word[this.count - 1] = word
    this.bits[this.count - 1] = bitsOfWord(word)
  }

  #add(type: number, start: number, end: number, hash: number, gap: number): number {
    const i = this.count++
    this.type[i] = type
    this.start[i] = start
    this.end[i] = end
    this.hash[i] = hash
    this.bits[i] = 0
    this.word[i] = 0
    this.gap[i] = gap
    this.shape[i] = SHAPE.lower
    this.mark[i] = type === MARK ? hash : 0
    return end
  }
}

/**
 * The hash of the word that OCR made "PATlENT", "D0B" or "SER1AL" of, where it is one that matters; otherwise 0. Only
 * words in capitals are mended, since "l" and "I" differ in nothing else.
 */
function misread(units: Uint16Array, from: number, to: number): number {
  if (to - from > 20 || to - from < 2) return 0
  let hash = HASH_START
  for (let at = from; at < to; at++) {
    const unit = units[at]!
    const mended =
      unit === 48 ? 111 : unit === 49 || unit === 108 || unit === 33 ? 105 : unit === 53 ? 115 : unit
    if (mended === unit && classOf[unit] !== UPPER) return 0
    hash = hashUnit(hash, mended)
  }
  return (bitsOfWord(numberOf(hash)) & (W.phrase | W.common)) !== 0 ? hash : 0
}

function isLabel(hash: number): boolean {
  const value = phraseAt(joinHash(0, hash))
  return hasMeaning(value) && meaningOf(value).label !== undefined
}

/** Words that begin a phrase only a few of which matter: used to skip the rest quickly. */
export const NAME_BITS = W.given | W.surname
