import { classOf, plain, SKIP } from './chars.ts'

const encoder = new TextEncoder()

/** How far beyond its ends a window may be read. */
export const PAD = 128

/**
 * A stretch of text in plain form, with the place of each unit in the original. Invisible characters and combining
 * marks are gone: "1​2" with a zero-width space between reads as "12".
 */
export class Window {
  readonly units: Uint16Array
  /** `units`, each `PAD` further on; before the first and after the last is 0. */
  readonly padded: Uint16Array
  readonly #places: Int32Array
  /** The text where it is ASCII. */
  readonly #bytes: Uint8Array
  /** The memory of `units`. */
  readonly #copy: Buffer
  /** Whether every unit of the text was kept, so that each stands where it stood. */
  #whole = true
  length = 0
  #text = ''
  /** Whether every unit stands as it was in the text. */
  #asWritten = true
  /** How many units were written since the last `forget`. */
  #most = 0

  constructor(capacity: number) {
    this.padded = new Uint16Array(capacity + 2 * PAD)
    this.units = this.padded.subarray(PAD)
    this.#places = new Int32Array(capacity)
    this.#bytes = new Uint8Array(capacity)
    this.#copy = Buffer.from(this.units.buffer, this.units.byteOffset, this.units.byteLength)
  }

  /** Reads `text`, which must not be longer than the capacity. */
  read(text: string): void {
    this.#text = text
    this.#most = Math.max(this.#most, text.length)
    this.#whole = true
    this.#asWritten = true
    const { units } = this
    const { length } = text
    // A string is copied at once many times faster than unit by unit.
    const { read, written } = encoder.encodeInto(text, this.#bytes)
    if (read === length && written === length) {
      units.set(this.#bytes.subarray(0, length))
      this.#end(length)
      return
    }
    this.#copy.write(text, 'utf16le')
    for (let i = 0; i < length; i++) {
      const unit = units[i]!
      if (unit < 128) continue
      const kept = plainForm(text, i, unit)
      if (kept < 0) {
        this.#readFrom(i)
        return
      }
      if (kept !== unit) this.#asWritten = false
      units[i] = kept
    }
    this.#end(length)
  }

  #end(length: number): void {
    this.length = length
    this.units.fill(0, length, length + PAD)
  }

  /** Goes on from the first unit that is left out: from there on places differ. */
  #readFrom(first: number): void {
    const text = this.#text
    const { units } = this
    this.#whole = false
    this.#asWritten = false
    for (let i = 0; i < first; i++) this.#places[i] = i
    let at = first
    for (let i = first + 1; i < text.length; i++) {
      const unit = units[i]!
      const kept = unit < 128 ? unit : plainForm(text, i, unit)
      if (kept < 0) continue
      units[at] = kept
      this.#places[at++] = i
    }
    this.#end(at)
  }

  /** Leaves nothing of the text behind. */
  forget(): void {
    this.units.fill(0, 0, this.#most)
    this.#bytes.fill(0, 0, this.#most)
    this.#text = ''
    this.length = 0
    this.#most = 0
  }

  /** The plain text of units. */
  slice(from: number, to: number): string {
    if (to <= from) return ''
    const text = this.#text
    if (this.#asWritten) return text.slice(from, to)
    const start = this.startOf(from)
    const size = to - from
    let same = this.startOf(to - 1) - start === size - 1
    for (let k = 0; same && k < size; k++) same = text.charCodeAt(start + k) === this.units[from + k]
    if (same) return text.slice(start, start + size)
    let plainText = ''
    for (let at = from; at < to; at++) plainText += String.fromCharCode(this.units[at]!)
    return plainText
  }

  /** Where the unit `at` stands in the text. */
  startOf(at: number): number {
    return this.#whole ? at : this.#places[at]!
  }

  /** Where the unit `last` ends in the text, with the marks on it. */
  endOf(last: number): number {
    if (this.#whole) {
      // No mark was left out anywhere: only the second half of a surrogate pair can belong to it.
      const next = this.units[last + 1]!
      if (next < 0xdc00 || next > 0xdfff) return last + 1
    }
    let end = this.startOf(last) + 1
    const limit = Math.min(end + 8, this.#text.length)
    while (end < limit) {
      const unit = this.#text.charCodeAt(end)
      const lowSurrogate = unit >= 0xdc00 && unit <= 0xdfff
      if (!lowSurrogate && !(classOf[unit] === SKIP && unit >= 0x300 && unit <= 0x36f)) break
      end++
    }
    return end
  }
}

/** The plain form of the unit at `i`; -1 where it is left out. */
function plainForm(text: string, i: number, unit: number): number {
  if (classOf[unit] === SKIP) return -1
  if (unit === 0xd835) {
    // Mathematical digits (U+1D7CE to U+1D7FF) are five runs of ten.
    const low = text.charCodeAt(i + 1)
    if (low >= 0xdfce && low <= 0xdfff) return 48 + ((low - 0xdfce) % 10)
  } else if (unit >= 0xdfce && unit <= 0xdfff && i > 0 && text.charCodeAt(i - 1) === 0xd835) return -1
  return plain[unit]!
}
