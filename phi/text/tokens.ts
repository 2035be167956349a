import { isMbi } from '../checks/mbi.ts'
import { hasMeaning, meaningOf, phraseAt } from '../lexicon/phrases.ts'
import { bitsByWord, bitsOfWord, numberOf, W, wordNumbers } from '../lexicon/words.ts'
import { classOf, DIGIT, LOWER, NEWLINE, OTHER, SPACE, UPPER } from './chars.ts'
import { FNV_PRIME, HASH_START, hashUnit, joinHash } from './hash.ts'
import { APOSTROPHE, BACKSLASH, DASH, DOT, SLASH, UNDERSCORE } from './marks.ts'
import { PAD, type Window } from './window.ts'

export const WORD = 1
export const NUMBER = 2
/** Letters and digits together: "A1C", "JH0042". */
export const MIXED = 3
export const MARK = 4

/** What stands before a token. */
export const GAP = { none: 0, space: 1, wide: 2, line: 3, blank: 4 } as const

export const SHAPE = { lower: 0, capital: 1, caps: 2, other: 3 } as const

const BLANK = 32
// As constants of this file they cost nothing in its loops; as imports each is read from memory at each use.
const IS_SPACE = SPACE
const IS_NEWLINE = NEWLINE
const IS_OTHER = OTHER
const FIRST_OF_WORDS = LOWER
const FULL_STOP = DOT
const QUOTE_OR_APOSTROPHE = APOSTROPHE
/** How many digits follow a label of two letters that OCR glued to them: "MR0088127". */
const LONG = 6

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
  /** `bits`, each `PAD` further on. */
  readonly paddedBits: Int32Array
  readonly gap: Uint8Array
  readonly shape: Uint8Array
  /** The unit of a token that is a mark; 0 for others. */
  readonly mark: Uint16Array
  /** `mark`, each `PAD` further on. */
  readonly paddedMark: Uint16Array
  lineCount = 0
  /** The first token of each line, and one past the last token of all. */
  readonly lines: Int32Array

  constructor(capacity: number) {
    this.start = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
    this.type = new Uint8Array(capacity)
    this.hash = new Int32Array(capacity)
    this.word = new Uint16Array(capacity)
    this.paddedBits = new Int32Array(capacity + 2 * PAD)
    this.bits = this.paddedBits.subarray(PAD)
    this.gap = new Uint8Array(capacity)
    this.shape = new Uint8Array(capacity)
    this.paddedMark = new Uint16Array(capacity + 2 * PAD)
    this.mark = this.paddedMark.subarray(PAD)
    this.lines = new Int32Array(capacity + 1)
  }

  /**
   * One pass over the window. Plain words and numbers, which are nearly all of any text, are read in this loop, with
   * every array at hand; what is mixed, accented or misread goes to `#readRun`.
   */
  read(window: Window): void {
    const { units, length } = window
    const { start, end, type, hash, word, bits, gap: gaps, shape, mark, lines } = this
    const { slots, mask } = wordNumbers
    // What is imported is read anew at each use: held here, it is not.
    const classes = classOf
    const bitsOf = bitsByWord
    const [prime, seed] = [FNV_PRIME, HASH_START]
    word.fill(0, 0, length)
    bits.fill(0, 0, length + PAD)
    shape.fill(SHAPE.lower, 0, length)
    mark.fill(0, 0, length + PAD)
    let count = 0
    let lineCount = 0
    let at = 0
    let gap: number = GAP.line
    while (at < length) {
      const unit = units[at]!
      const kind = classes[unit]!
      if (kind === IS_SPACE) {
        const wide = unit === 9 || (at + 1 < length && classes[units[at + 1]!] === IS_SPACE)
        const read = wide ? GAP.wide : GAP.space
        if (read > gap) gap = read
        at++
        continue
      }
      if (kind === IS_NEWLINE) {
        gap = gap >= GAP.line ? GAP.blank : GAP.line
        at += unit === 13 && units[at + 1] === 10 ? 2 : 1
        continue
      }
      if (gap >= GAP.line) lines[lineCount++] = count
      const from = at
      if (kind === IS_OTHER) {
        at++
        if (unit === FULL_STOP && units[at] === FULL_STOP && units[at + 1] === FULL_STOP)
          while (at < length && units[at] === FULL_STOP) at++
        type[count] = MARK
        hash[count] = unit
        mark[count] = unit
      } else {
        let h = Math.imul(seed ^ (unit >= 65 && unit <= 90 ? unit | 32 : unit), prime)
        at++
        let last = at < length ? units[at]! : 0
        let read: number = SHAPE.lower
        const number = unit >= 48 && unit <= 57
        if (number) {
          while (last >= 48 && last <= 57) {
            h = Math.imul(h ^ last, prime)
            last = ++at < length ? units[at]! : 0
          }
        } else if (unit >= 65 && unit <= 90 && last >= 65 && last <= 90) {
          read = SHAPE.caps
          while (last >= 65 && last <= 90) {
            h = Math.imul(h ^ (last | 32), prime)
            last = ++at < length ? units[at]! : 0
          }
        } else {
          if (unit <= 90) read = last >= 97 && last <= 122 ? SHAPE.capital : SHAPE.caps
          while (last >= 97 && last <= 122) {
            h = Math.imul(h ^ last, prime)
            last = ++at < length ? units[at]! : 0
          }
        }
        const plain =
          unit < 128 && (classes[last]! < FIRST_OF_WORDS || at >= length) && last !== QUOTE_OR_APOSTROPHE
        if (!plain) {
          this.count = count
          at = this.#readRun(units, from, length, gap)
          count = this.count
          gap = GAP.none
          continue
        }
        type[count] = number ? NUMBER : WORD
        hash[count] = h
        if (!number) {
          let slot = (h ^ (h >>> 13)) & mask
          while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== h) slot = (slot + 1) & mask
          const known = slots[slot * 2 + 1]!
          shape[count] = read
          if (known !== 0) {
            word[count] = known
            bits[count] = bitsOf[known]!
          } else if (read !== SHAPE.lower && at - from > 3) {
            this.count = count + 1
            this.#mend(units, from, at)
          }
        }
      }
      start[count] = from
      end[count] = at
      gaps[count++] = gap
      gap = GAP.none
    }
    lines[lineCount] = count
    this.count = count
    this.lineCount = lineCount
    this.#end(count, length)
  }

  /** Rules look a few tokens on: beyond the last is nothing, whatever stood there in the window before. */
  #end(count: number, length: number): void {
    const beyond = count + PAD
    this.type.fill(0, count, beyond)
    this.hash.fill(0, count, beyond)
    this.word.fill(0, count, beyond)
    this.shape.fill(SHAPE.lower, count, beyond)
    this.gap.fill(GAP.blank, count, beyond)
    this.start.fill(length, count, beyond)
    this.end.fill(length, count, beyond)
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
        if (digits === 0 && letters > 1) {
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
    let read =
      letters > 0 && digits > 0 && digits <= 3 && digits <= letters && gap !== GAP.none
        ? misread(units, from, at)
        : 0
    // "1ME1-H86-YC26" begins no "IMEI".
    if (read !== 0 && beginsMbi(units, from, at)) read = 0
    const apart = gap !== GAP.none || beginsName(units, from)
    const split = prefix > 0 && read === 0 && apart && (prefix - from > 2 || digits >= LONG)
    if (split && isLabel(prefixHash)) {
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
      const hump =
        shape === SHAPE.other && mended === 0 && numberOf(hash) === 0 ? lastLabel(units, from, at) : 0
      this.#addWord(from, at, mended || hump || hash, gap, shape)
      if (shape !== SHAPE.lower && mended === 0 && this.word[this.count - 1] === 0)
        this.#mend(units, from, at)
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

  /** "Narne": an unknown word that is a label once "rn" is read as "m". */
  #mend(units: Uint16Array, from: number, to: number): void {
    if (to - from > 14) return
    let hash = HASH_START
    let blurred = false
    for (let at = from; at < to; at++) {
      const pair = at + 1 < to && (units[at]! | 32) === 114 && (units[at + 1]! | 32) === 110
      if (pair) {
        blurred = true
        at++
      }
      hash = hashUnit(hash, pair ? 109 : units[at]!)
    }
    if (blurred && isLabel(hash)) {
      this.hash[this.count - 1] = hash
      this.#know(hash)
    }
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
    if (word === 0) return
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

/** A file's name begins after "\\", "/" or "_". */
const beginsName = (units: Uint16Array, from: number): boolean => {
  const before = from === 0 ? 0 : units[from - 1]!
  return before === BACKSLASH || before === SLASH || before === UNDERSCORE
}

/** Whether a run of four is the first block of a Medicare number (MBI), written in its three blocks. */
function beginsMbi(units: Uint16Array, from: number, to: number): boolean {
  const between = units[to]
  if (to - from !== 4 || (between !== DASH && between !== BLANK) || units[to + 4] !== between) return false
  const block = (at: number, size: number) => String.fromCharCode(...units.subarray(at, at + size))
  return isMbi(block(from, 4) + block(to + 1, 3) + block(to + 5, 4))
}

const LONGEST_KEY = 32

/** "currentPatientMrn": the hash of the longest end of a key that is a label; 0 for none. */
function lastLabel(units: Uint16Array, from: number, to: number): number {
  if (to - from > LONGEST_KEY) return 0
  for (let at = from + 1; at < to - 1; at++) {
    if (classOf[units[at]!] !== UPPER || classOf[units[at - 1]!] === UPPER) continue
    let hash = HASH_START
    for (let k = at; k < to; k++) hash = hashUnit(hash, units[k]!)
    if (isLabel(hash)) return hash
  }
  return 0
}

function isLabel(hash: number): boolean {
  const value = phraseAt(joinHash(0, hash))
  return hasMeaning(value) && meaningOf(value).label !== undefined
}

/** Words that begin a phrase only a few of which matter: used to skip the rest quickly. */
export const NAME_BITS = W.given | W.surname
