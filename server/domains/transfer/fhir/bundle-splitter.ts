import { TransferError } from '../problem.ts'
import { MAX_RESOURCE_BYTES } from './lines.ts'

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * Cuts the elements of the top-level `entry` list out of a JSON document of any size while its bytes stream in.
 * Memory is bounded by the largest element. Everything else, the *frame*, is kept aside with `entry` left as an
 * empty list, to be parsed on its own; so each byte is checked by `JSON.parse` in one of the two.
 *
 * Why not a general streaming parser: entries keep their exact text this way (decimals!), and the native parser
 * reads each at several times the speed.
 */
export class BundleSplitter {
  readonly #max: number
  #frame: Buffer[] = []
  #frameSize = 0
  #element: Buffer[] = []
  #elementSize = 0
  #depth = 0
  #inString = false
  #escaped = false
  /** The string at depth 1 being read, from its first byte on; a key if a colon follows. */
  #key: number[] = []
  #lastKey = ''
  #inEntries = false
  entries = 0
  /** What follows the end of the document in the last chunk; undefined while the document is open. */
  rest: Buffer | undefined

  constructor(max: number = MAX_RESOURCE_BYTES) {
    this.#max = max
  }

  /**
   * Feeds one chunk; returns the elements that it completes, as JSON text.
   * @throws TransferError `record-too-large`, `malformed-json`
   */
  push(chunk: Buffer): Buffer[] {
    const done: Buffer[] = []
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk[i]!
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (c === BACKSLASH) this.#escaped = true
        else if (c === QUOTE) {
          this.#inString = false
          if (this.#depth === 1) this.#lastKey = String.fromCharCode(...this.#key)
        }
        if (this.#inString && this.#depth === 1 && this.#key.length < 16) this.#key.push(c)
        continue
      }
      if (c === QUOTE) {
        this.#inString = true
        this.#key = []
      } else if (c === OPEN || c === OPEN_LIST) {
        if (
          this.#depth === 1 &&
          c === OPEN_LIST &&
          this.#lastKey === 'entry' &&
          this.#maybeBundle(chunk, from, i)
        ) {
          this.#addFrame(chunk.subarray(from, i + 1))
          from = i + 1
          this.#inEntries = true
        } else if (this.#inEntries && this.#depth === 2) {
          this.#betweenElements(chunk.subarray(from, i))
          from = i
        }
        this.#depth++
      } else if (c === CLOSE || c === CLOSE_LIST) {
        this.#depth--
        if (this.#inEntries && this.#depth === 2) {
          this.#addElement(chunk.subarray(from, i + 1))
          from = i + 1
          done.push(this.#takeElement())
        } else if (this.#inEntries && this.#depth === 1) {
          this.#betweenElements(chunk.subarray(from, i))
          from = i
          this.#inEntries = false
          this.#lastKey = ''
        }
        if (this.#depth <= 0) {
          this.#addFrame(chunk.subarray(from, i + 1))
          this.rest = chunk.subarray(i + 1)
          return done
        }
      } else if (c === COMMA && this.#depth === 1) this.#lastKey = ''
    }
    const rest = chunk.subarray(from)
    if (!this.#inEntries) this.#addFrame(rest)
    else if (this.#depth > 2) this.#addElement(rest)
    else this.#betweenElements(rest)
    return done
  }

  /**
   * The document without its entries, parsed, and its text.
   * @throws TransferError `malformed-json` when the document is cut off or no JSON
   */
  end(): { frame: unknown; text: string } {
    const text = Buffer.concat(this.#frame).toString('utf8')
    try {
      return { frame: JSON.parse(text), text }
    } catch {
      throw malformed()
    }
  }

  /** False when the document has said that it is another resource: a `List` has an `entry` list as well. */
  #maybeBundle(chunk: Buffer, from: number, to: number): boolean {
    const frame = Buffer.concat([...this.#frame, chunk.subarray(from, to)]).subarray(0, 65_536)
    const type = /"resourceType"\s*:\s*"([^"]*)"/.exec(frame.toString('utf8'))?.[1]
    return type === undefined || type === 'Bundle'
  }

  #takeElement(): Buffer {
    const element = Buffer.concat(this.#element, this.#elementSize)
    this.#element = []
    this.#elementSize = 0
    this.entries++
    return element
  }

  #addElement(bytes: Buffer): void {
    this.#elementSize += bytes.length
    if (this.#elementSize > this.#max) throw tooLarge(this.#max, this.entries + 1)
    if (bytes.length > 0) this.#element.push(bytes)
  }

  #addFrame(bytes: Buffer): void {
    this.#frameSize += bytes.length
    if (this.#frameSize > this.#max) throw tooLarge(this.#max)
    if (bytes.length > 0) this.#frame.push(Buffer.from(bytes))
  }

  /** Only white space and commas may stand between entries; anything else is no list of objects. */
  #betweenElements(bytes: Buffer): void {
    for (const c of bytes) {
      if (c !== COMMA && c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09)
        throw malformed(this.entries + 1)
    }
  }
}

const malformed = (entry?: number) =>
  new TransferError(
    'malformed-json',
    entry === undefined
      ? 'The file is not valid JSON, or was cut off.'
      : `The file is not valid JSON from entry ${entry} on.`,
    entry,
  )

function tooLarge(max: number, entry?: number): TransferError {
  const what = entry === undefined ? 'The resource' : `Entry ${entry}`
  return new TransferError('record-too-large', `${what} is larger than ${max / 1024 / 1024} MiB.`, entry)
}
