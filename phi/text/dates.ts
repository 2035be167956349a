import { monthOf } from '../lexicon/words.ts'
import { isAsciiLetter, isDigit } from './chars.ts'
import { HASH_START, hashUnit } from './hash.ts'
import { APOSTROPHE, COLON, COMMA, DASH, DOT, SLASH, UNDERSCORE } from './marks.ts'
import { digitValue } from './numbers.ts'

const SPACE = 32
/** "st", "nd", "rd", "th" */
const [ST, ND, RD, TH] = [0x7374, 0x6e64, 0x7264, 0x7468]

/** Reads one date at a time; the fields tell what the last `read` found. */
export class DateReader {
  end = 0
  year = 0
  /** `full`, `dotted` (as versions are, too), `compact` (digits alone), `partial` (no year, or no day). */
  form: 'full' | 'dotted' | 'compact' | 'partial' = 'full'
  hasTime = false
  #units: Uint16Array = new Uint16Array(0)
  #length = 0
  #lenient = false
  #at = 0
  #size = 0

  /** Whether a date begins at `from`. `lenient` reads letters that OCR takes for digits. */
  read(units: Uint16Array, from: number, length: number, lenient: boolean): boolean {
    this.#units = units
    this.#length = Math.min(length, from + 40)
    this.#lenient = lenient
    this.#at = from
    this.year = 0
    this.form = 'full'
    this.hasTime = false
    const found = this.#readMonthFirst() || this.#restart(from) || this.#readNumbers()
    if (!found) return false
    this.end = this.#at
    return this.#endsCleanly()
  }

  #restart(from: number): false {
    this.#at = from
    return false
  }

  #unit(offset = 0): number {
    const at = this.#at + offset
    return at < this.#length ? this.#units[at]! : 0
  }

  #number(max: number): number {
    let value = 0
    const start = this.#at
    while (this.#at - start < max) {
      const digit = digitValue(this.#unit(), this.#lenient)
      if (digit < 0) break
      value = value * 10 + digit
      this.#at++
    }
    this.#size = this.#at - start
    return this.#size === 0 ? -1 : value
  }

  #spaces(): void {
    for (let n = 0; n < 3 && (this.#unit() === SPACE || this.#unit() === 9); n++) this.#at++
  }

  #month(): number {
    let hash = HASH_START
    let at = this.#at
    while (at < this.#length && at - this.#at < 12 && isAsciiLetter(this.#units[at]!)) {
      hash = hashUnit(hash, this.#units[at]!)
      at++
    }
    const month = at === this.#at ? 0 : monthOf.get(hash)
    if (month > 0) this.#at = at
    return month
  }

  /** "3-IV-1947": a month in Roman numerals, between marks. */
  #roman(): boolean {
    const mark = this.#unit(-1)
    let size = 0
    while (size < 4 && isRoman(this.#unit(size))) size++
    if (size === 0 || (mark !== DASH && mark !== SLASH && mark !== DOT) || this.#unit(size) !== mark)
      return false
    if (!isDigit(this.#unit(size + 1))) return false
    this.#at += size + 1
    return true
  }

  #ordinal(): void {
    const pair = ((this.#unit() | 32) << 8) | this.#unit(1) | 32
    if (pair === ST || pair === ND || pair === RD || pair === TH) this.#at += 2
  }

  /** "of" or "de" between the parts. */
  #of(): void {
    const first = this.#unit() | 32
    const second = this.#unit(1) | 32
    const isOf = (first === 111 && second === 102) || (first === 100 && second === 101)
    if (isOf && this.#unit(2) === SPACE) this.#at += 3
  }

  #year(): boolean {
    const apostrophe = this.#unit() === APOSTROPHE
    if (apostrophe) this.#at++
    const value = this.#number(4)
    const size = this.#size
    if (size === 4) this.year = value
    else if (size === 2) this.year = value < 40 ? 2000 + value : 1900 + value
    else return false
    return this.year >= 1880 && this.year <= 2100
  }

  #readMonthFirst(): boolean {
    if (this.#month() === 0) return false
    if (this.#unit() === DOT) this.#at++
    this.#spaces()
    if (this.#unit() === DASH || this.#unit() === SLASH) this.#at++
    const beforeDay = this.#at
    const day = this.#number(4)
    if (this.#size === 4 && day >= 1900 && day <= 2100) {
      this.year = day
      this.form = 'partial'
      return true
    }
    if (this.#size === 0 || this.#size > 2 || day < 1 || day > 31) {
      this.#at = beforeDay
      return false
    }
    this.#ordinal()
    this.#maybeYear()
    return true
  }

  #maybeYear(): void {
    const before = this.#at
    if (this.#unit() === COMMA || this.#unit() === DASH || this.#unit() === SLASH) this.#at++
    this.#spaces()
    this.#of()
    if (this.#at > before && this.#year() && this.#size >= 2 && !this.#isTime()) return
    this.#at = before
    this.year = 0
    this.form = 'partial'
  }

  /** "Mar 3 10:15": what follows is an hour. */
  #isTime(): boolean {
    return this.#size === 2 && this.#unit() === COLON
  }

  #readNumbers(): boolean {
    const first = this.#number(8)
    if (first < 0) return false
    if (this.#size === 4) return this.#readIso(first)
    if (this.#size === 8 || this.#size === 6) return this.#readCompact(first)
    if (this.#size > 2 || first < 1 || first > 31) return false
    return (!this.#goesOnInDigits() && this.#readDayMonth()) || this.#readSlashed(first)
  }

  /** "1/2", "1-2": no month's name follows. */
  #goesOnInDigits(): boolean {
    const mark = this.#unit()
    return (mark === SLASH || mark === DASH || mark === DOT) && isDigit(this.#unit(1))
  }

  #readIso(year: number): boolean {
    const separator = this.#unit()
    if (separator !== DASH && separator !== SLASH && separator !== DOT) return false
    this.#at++
    const month = this.#number(2)
    if (month < 1 || month > 12 || this.#unit() !== separator) return false
    this.#at++
    const day = this.#number(2)
    this.year = year
    if (day < 1 || day > 31 || year < 1880 || year > 2100) return false
    if ((this.#unit() === 84 || this.#unit() === 116) && isDigit(this.#unit(1))) this.hasTime = true
    return true
  }

  #readCompact(value: number): boolean {
    this.form = 'compact'
    if (this.#size === 6) {
      const year = value % 100
      this.year = year < 40 ? 2000 + year : 1900 + year
      return isMonthDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100)
    }
    const isoYear = Math.floor(value / 10_000)
    if (isoYear >= 1880 && isoYear <= 2100 && isMonthDay(Math.floor(value / 100) % 100, value % 100)) {
      this.year = isoYear
      // HL7 puts the time after it: 202403110842, with or without seconds.
      const before = this.#at
      if (this.#number(6) >= 0 && this.#size % 2 === 1) this.#at = before
      return true
    }
    this.year = value % 10_000
    const monthDay = isMonthDay(Math.floor(value / 1_000_000), Math.floor(value / 10_000) % 100)
    return monthDay && this.year >= 1880 && this.year <= 2100
  }

  #readDayMonth(): boolean {
    const before = this.#at
    this.#ordinal()
    this.#spaces()
    if (this.#unit() === DASH || this.#unit() === SLASH || this.#unit() === DOT) this.#at++
    this.#of()
    if (this.#month() === 0 && !this.#roman()) {
      this.#at = before
      return false
    }
    if (this.#unit() === DOT) this.#at++
    const digits = isDigit(this.#unit())
    if (digits && this.#year()) return true
    if (digits) return false
    this.#maybeYear()
    return true
  }

  #readSlashed(first: number): boolean {
    const beforeGap = this.#at
    this.#spaces()
    const separator = this.#unit()
    if (this.#at > beforeGap && this.#lenient && isDigit(separator)) return this.#readSpaced(first)
    if (separator !== DASH && separator !== SLASH && separator !== DOT) return false
    this.#at++
    this.#spaces()
    const second = this.#number(4)
    if (this.#size === 4 && separator === SLASH && first <= 12 && second >= 1900 && second <= 2100) {
      this.year = second
      this.form = 'partial'
      return true
    }
    if (this.#size === 0 || this.#size > 2 || !(isMonthDay(first, second) || isMonthDay(second, first)))
      return false
    const afterDay = this.#at
    this.#spaces()
    const spaced = this.#at > afterDay
    if (this.#unit() === separator) {
      this.#at++
      this.#spaces()
      if (this.#year()) {
        if (separator === DOT) this.form = 'dotted'
        return true
      }
      // "7/16 / phone": the next cell.
      if (!spaced) return false
      this.year = 0
    }
    this.#at = afterDay
    this.form = 'partial'
    return separator === SLASH
  }

  /** "05 21 1944", as boxes of a form have it. */
  #readSpaced(month: number): boolean {
    const day = this.#number(2)
    if (this.#size < 1 || this.#size > 2 || !isMonthDay(month, day) || this.#unit() !== SPACE) return false
    this.#spaces()
    return this.#year() && this.year > 0
  }

  /** Whether no digit or letter goes on after it, which would make it a part of something longer. */
  #endsCleanly(): boolean {
    const next = this.#unit()
    if (this.hasTime) return true
    const file = next === UNDERSCORE && this.form !== 'full' && this.form !== 'compact'
    if (isDigit(next) || isAsciiLetter(next) || file) return false
    const joined = next === SLASH || next === DASH || next === DOT
    const range = next === DASH && (this.#unit(2) === SLASH || this.#unit(3) === SLASH)
    if (joined && !range && isDigit(this.#unit(1)) && this.form !== 'full') return false
    return !(next === DOT && isDigit(this.#unit(1)))
  }
}

/** "I", "V", "X", of either case. */
const isRoman = (unit: number): boolean => {
  const lower = unit | 32
  return lower === 105 || lower === 118 || lower === 120
}

function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
