import type { ReadError } from '../protocol.ts'

/** Bytes of a file that are read; the whole of it lies in the reader's memory. */
export const MAX_INPUT = 256 * 1024 * 1024
/** Containers in containers. */
export const MAX_DEPTH = 8
/** All that is inflated of a file, in bytes, and how often its own size an entry may become once it is large. */
const MAX_INFLATED = 512 * 1024 * 1024
const MAX_RATIO = 250
const RATIO_FROM = 4 * 1024 * 1024
const MAX_PARTS = 5000
const MAX_TEXT = 64 * 1024 * 1024
export const MAX_PAGES = 3000
/** Pages and pictures that are read by OCR. */
const MAX_PICTURES = 80

/** A file, or a part of it, that can't be read. */
export class Unread extends Error {
  readonly code: ReadError

  constructor(code: ReadError) {
    super(code)
    this.code = code
  }
}

/** What one file may use up. Each question throws `Unread` once its limit is passed. */
export class Budget {
  readonly #softEnd: number
  #inflated = 0
  #parts = 0
  #text = 0
  #pictures = 0

  /** @param seconds until what is left is given up, so that what was found is still told */
  constructor(seconds: number) {
    this.#softEnd = Date.now() + seconds * 1000
  }

  time(): void {
    if (Date.now() > this.#softEnd) throw new Unread('timeout')
  }

  part(): void {
    this.time()
    if (++this.#parts > MAX_PARTS) throw new Unread('too-many-parts')
  }

  text(length: number): void {
    this.#text += length
    if (this.#text > MAX_TEXT) throw new Unread('too-much-text')
  }

  picture(): void {
    this.time()
    if (++this.#pictures > MAX_PICTURES) throw new Unread('too-many-pages')
  }

  /** @param packed bytes that `unpacked` came out of so far, and `more` of which come now */
  inflate(more: number, unpacked: number, packed: number): void {
    this.#inflated += more
    if (this.#inflated > MAX_INFLATED) throw new Unread('zip-bomb')
    if (unpacked > RATIO_FROM && unpacked > MAX_RATIO * Math.max(packed, 1)) throw new Unread('zip-bomb')
  }
}
