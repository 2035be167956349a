import type { Kind, Level } from '../kinds.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { isDigit } from './chars.ts'
import { type Draft, Drafts, Order } from './drafts.ts'
import { NameMemory } from './name-memory.ts'
import type { Health, Phrases } from './phrases.ts'
import type { Stops } from './stops.ts'
import { Survey, TOPIC, TOPIC_PAIRS } from './survey.ts'
import { GAP, Tokens } from './tokens.ts'
import { PAD, Window } from './window.ts'

// As constants of this file they cost nothing where they are used often; imports are read from memory at each use.
const MARGIN = PAD
const PAIRS = TOPIC_PAIRS
/** Log2 of how many tokens make a block. */
const BLOCK = 5
const PERSONAL: ReadonlySet<Kind> = new Set<Kind>(['name', 'birth-date', 'ssn', 'mrn', 'member-id'])

export { TOPIC }

export const ZONE = { none: 0, mailHeader: 1, signature: 2, faxCover: 3 } as const

export type { Draft } from './drafts.ts'

/** A window, its tokens, and what is known about each of them. Rules read it and add drafts. */
export class Page {
  readonly window: Window
  readonly tokens: Tokens
  readonly #drafts = new Drafts()
  /** Runs of tokens that may be a name, to be looked up: the first of each, and one past its last. */
  readonly candidates: number[] = []
  /** Tokens that are part of a finding. */
  readonly taken: Uint8Array
  readonly zone: Uint8Array
  /** How many words of somebody's work stand in signatures before a token. */
  readonly jobs: Int32Array
  /** One past the last token of the phrase that begins here; 0 where none does. */
  readonly phraseEnd: Int32Array
  readonly #survey: Survey
  readonly #phrases: Phrases
  readonly #topics: Int32Array
  /** Blocks of tokens in which a person is identified. */
  readonly #people: Uint8Array
  #persons = false
  readonly stops: Stops
  readonly order: Order

  /** The names met so far, in this window and those before it. */
  names = new NameMemory()

  // Small functions that read these are small enough for the engine to write them out where they are called.
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly bitsPadded: Int32Array
  readonly marksPadded: Uint16Array
  readonly unitsPadded: Uint16Array

  constructor(capacity: number) {
    this.window = new Window(capacity)
    this.tokens = new Tokens(capacity)
    this.starts = this.tokens.start
    this.ends = this.tokens.end
    this.bitsPadded = this.tokens.paddedBits
    this.marksPadded = this.tokens.paddedMark
    this.unitsPadded = this.window.padded
    this.taken = new Uint8Array(capacity)
    this.zone = new Uint8Array(capacity)
    this.jobs = new Int32Array(capacity + 1)
    this.#survey = new Survey(this.tokens, capacity)
    this.#phrases = this.#survey.phrases
    this.phraseEnd = this.#phrases.end
    this.#topics = this.#survey.topics
    this.stops = this.#survey.stops
    this.#people = new Uint8Array((capacity >> BLOCK) + 3)
    this.order = new Order(capacity)
  }

  read(text: string): void {
    this.window.read(text)
    this.tokens.read(this.window)
    this.#drafts.clear()
    this.candidates.length = 0
    const n = this.tokens.count + PAD
    this.taken.fill(0, 0, n)
    this.zone.fill(0, 0, n)
    this.#people.fill(0, 0, (n >> BLOCK) + 3)
    this.#persons = false
    this.#survey.read(this.window.units)
  }

  /** Leaves nothing of the text behind. */
  forget(): void {
    this.window.forget()
    this.#drafts.clear()
    this.candidates.length = 0
    this.names = new NameMemory()
  }

  label(i: number): LabelId | undefined {
    return this.#phrases.label(i)
  }

  health(i: number): Health | undefined {
    return this.#phrases.health(i)
  }

  /**
   * How many tokens of a topic lie within `before` tokens before and `after` tokens from `i` on; neither reaches further
   * than `PAD` beyond the page.
   */
  around(topic: number, i: number, before: number, after: number): number {
    const topics = this.#topics
    const at = (i + MARGIN) * PAIRS + (topic >> 1)
    const found = topics[at + after * PAIRS]! - topics[at - before * PAIRS]!
    return (topic & 1) === 0 ? found & 0xffff : found >>> 16
  }

  /** Whether one of up to `steps` tokens before `i` is such a word, not further back than a blank line. */
  before(i: number, bits: number, steps: number): boolean {
    const t = this.tokens
    for (let at = i - 1; at >= 0 && at >= i - steps; at--) {
      if (t.gap[at + 1] === GAP.blank) return false
      if ((t.bits[at]! & bits) !== 0) return true
    }
    return false
  }

  /** Whether one of up to `steps` tokens from `i` on is such a word, not further than the line. */
  after(i: number, bits: number, steps: number): boolean {
    const t = this.tokens
    for (let at = i; at < t.count && at < i + steps; at++) {
      if (t.gap[at]! >= GAP.line) return false
      if ((t.bits[at]! & bits) !== 0) return true
    }
    return false
  }

  /** As `after`, but also on the next line. */
  after2(i: number, bits: number, steps: number): boolean {
    const t = this.tokens
    let lines = 0
    for (let at = i; at < t.count && at < i + steps; at++) {
      if (t.gap[at] === GAP.blank || (t.gap[at]! >= GAP.line && ++lines > 1)) return false
      if ((t.bits[at]! & bits) !== 0) return true
    }
    return false
  }

  is(i: number, bits: number): boolean {
    return (this.bitsPadded[i + MARGIN]! & bits) !== 0
  }

  /** The unit of a mark; 0 for other tokens. */
  mark(i: number): number {
    return this.marksPadded[i + MARGIN]!
  }

  unit(at: number): number {
    return this.unitsPadded[at + MARGIN]!
  }

  lengthOf(i: number): number {
    return this.ends[i]! - this.starts[i]!
  }

  /** Whether all units from `from` to before `to` are digits. */
  areDigits(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (!isDigit(this.unit(at))) return false
    return true
  }

  /** The plain text of units. */
  slice(from: number, to: number): string {
    return this.window.slice(from, to)
  }

  /** The first token that begins at or after the unit `at`, searched from token `i` on. */
  tokenAfter(at: number, i: number): number {
    const t = this.tokens
    let next = i
    while (next < t.count && t.start[next]! < at) next++
    return next
  }

  /** The token in which the unit `at` stands, or the one after it. */
  tokenAt(at: number): number {
    const { end, count } = this.tokens
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (end[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The findings so far, in the order in which rules made them. */
  get drafts(): Draft[] {
    return this.#drafts.all
  }

  /** Adds a draft over units, marking the tokens from `i` on that it covers. Answers the token after it. */
  add(
    kind: Kind,
    from: number,
    to: number,
    i: number,
    confidence: number,
    reason: string,
    level: Level,
  ): number {
    const t = this.tokens
    const draft = this.#drafts.next()
    draft.kind = kind
    draft.start = from
    draft.end = to
    draft.confidence = confidence
    draft.reason = reason
    draft.level = level
    draft.of = undefined
    draft.inCare = level === 'identifier' && this.isInCare(i) ? true : undefined
    if (level === 'identifier') {
      if (PERSONAL.has(kind)) {
        this.#people[(i >> BLOCK) + 1] = 1
        this.#persons = true
      }
    }
    let at = i
    for (; at < t.count && t.start[at]! < to; at++) if (t.end[at]! > from) this.taken[at] = 1
    return at
  }

  /** Whether health or care is spoken of near a token. */
  isInCare(i: number): boolean {
    return this.around(TOPIC.clinical, i, 40, 40) > 0
  }

  hasPersons(): boolean {
    return this.#persons
  }

  /** Whether a person was identified within some thirty tokens. */
  isOfPerson(i: number): boolean {
    const block = (i >> BLOCK) + 1
    return this.#people[block - 1]! + this.#people[block]! + this.#people[block + 1]! > 0
  }

  /** Adds a draft over whole tokens. */
  addTokens(kind: Kind, i: number, end: number, confidence: number, reason: string, level: Level): number {
    return this.add(kind, this.tokens.start[i]!, this.tokens.end[end - 1]!, i, confidence, reason, level)
  }
}
