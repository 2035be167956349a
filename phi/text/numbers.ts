import { isDigit } from './chars.ts'
import { BRACKET, CLOSING_BRACKET, COMMA, DASH, DOT, SLASH } from './marks.ts'

/** A digit's value; with `lenient`, also that of letters which OCR takes for digits. -1 for anything else. */
export function digitValue(unit: number, lenient: boolean): number {
  if (isDigit(unit)) return unit - 48
  if (!lenient) return -1
  switch (unit) {
    case 79: // O
    case 111: // o
    case 81: // Q
      return 0
    case 73: // I
    case 108: // l
    case 105: // i
      return 1
    case 90: // Z
      return 2
    case 83: // S
    case 115: // s
      return 5
    case 66: // B
      return 8
    default:
      return -1
  }
}

const MOST_LONE = 20

/** Digits that stand one by one: "4 4 8 0 1 9 2", "( 5 0 3 ) 5 5 5 - 0 1 1 2". */
export class LoneDigits {
  count = 0
  end = 0
  readonly #digits = new Uint8Array(MOST_LONE)

  /** Whether at least `least` of them stand from `from` on; `commas`: also between groups. */
  read(units: Uint16Array, from: number, length: number, least: number, commas = false): boolean {
    let at = from
    this.count = 0
    while (at < length && this.count < MOST_LONE && isDigit(units[at]!) && !isDigit(units[at + 1] ?? 0)) {
      this.#digits[this.count++] = units[at]!
      this.end = ++at
      let gaps = 0
      // "5 1 5, 5 5 5, 0 1 8 1"
      if (commas && units[at] === COMMA && units[at + 1] === 32) {
        at++
        gaps++
      }
      while (at < length && gaps < 4 && isSeparator(units[at]!)) {
        at++
        gaps++
      }
      if (gaps === 0) break
    }
    return this.count >= least
  }

  get text(): string {
    return String.fromCharCode(...this.#digits.subarray(0, this.count))
  }
}

const MAX_GROUPS = 8
const DIGIT_TEXTS = [...'0123456789']

/** Groups of digits with single separators between, as "(614) 555-0134" or "123-45-6789". */
export class Groups {
  count = 0
  readonly sizes = new Int32Array(MAX_GROUPS)
  readonly starts = new Int32Array(MAX_GROUPS)
  readonly ends = new Int32Array(MAX_GROUPS)
  /** The unit that separates a group from the next; of several, the one that is no space. */
  readonly separators = new Int32Array(MAX_GROUPS)
  #units: Uint16Array = new Uint16Array(0)
  #lenient = false

  /** Reads at most `most` groups. */
  read(units: Uint16Array, from: number, length: number, lenient: boolean, most = MAX_GROUPS): void {
    this.count = 0
    this.#units = units
    this.#lenient = lenient
    let at = from
    while (this.count < most) {
      const start = at
      const most24 = Math.min(length, at + 24)
      if (lenient) {
        let real = 0
        for (; at < most24 && digitValue(units[at]!, true) >= 0; at++) if (isDigit(units[at]!)) real++
        if (real === 0) break
      } else {
        while (at < most24 && isDigit(units[at]!)) at++
        if (at === start) break
      }
      const i = this.count++
      this.starts[i] = start
      this.ends[i] = at
      this.sizes[i] = at - start
      this.separators[i] = 0
      let next = at
      while (next < length && next - at < 3 && isSeparator(units[next]!)) {
        if (units[next] !== 32 || this.separators[i] === 0) this.separators[i] = units[next]!
        next++
      }
      if (next === at) break
      at = next
    }
  }

  /** Whether the first groups have these sizes. */
  sized(first: number, second = 0, third = 0): boolean {
    const { count, sizes } = this
    return (
      count > 0 &&
      sizes[0] === first &&
      (second === 0 || (count > 1 && sizes[1] === second)) &&
      (third === 0 || (count > 2 && sizes[2] === third))
    )
  }

  /** The digits of the groups `from` to `to` (exclusive). */
  digits(from: number, to: number): string {
    let text = ''
    for (let g = from; g < to; g++) {
      for (let at = this.starts[g]!; at < this.ends[g]!; at++)
        text += DIGIT_TEXTS[digitValue(this.#units[at]!, this.#lenient)]
    }
    return text
  }

  firstDigit(group: number): number {
    return digitValue(this.#units[this.starts[group]!]!, this.#lenient)
  }

  value(group: number): number {
    let value = 0
    for (let at = this.starts[group]!; at < this.ends[group]!; at++)
      value = value * 10 + digitValue(this.#units[at]!, this.#lenient)
    return value
  }
}

const SEPARATORS = new Uint8Array(64)
for (const unit of [32, DASH, DOT, SLASH, BRACKET, CLOSING_BRACKET]) SEPARATORS[unit] = 1

/** Space, "-", ".", "/", "(", ")". */
function isSeparator(unit: number): boolean {
  return unit < 64 && SEPARATORS[unit] === 1
}
