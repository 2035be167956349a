import type { Kind, Level } from '../kinds.ts'
import { LABELS, type LabelId } from '../lexicon/labels.ts'
import { hasMeaning, MAX_PHRASE_WORDS, meaningOf, phraseAt } from '../lexicon/phrases.ts'
import { W } from '../lexicon/words.ts'
import { hashWord, joinHash } from './hash.ts'
import { APOSTROPHE, DASH, DOT, HASH, SLASH, UNDERSCORE } from './marks.ts'
import type { NameMemory } from './name-memory.ts'
import { Places } from './places.ts'
import { GAP, MARK, MIXED, NUMBER, Tokens, WORD } from './tokens.ts'
import { Window } from './window.ts'

/** "Visit #" reads as "visit no". */
const NO = hashWord('no')
const LABEL_IDS = Object.keys(LABELS) as LabelId[]
const LABEL_NUMBER = new Map(LABEL_IDS.map((id, i) => [id, i + 1]))

/** What the surroundings of a token speak of, counted. */
export const TOPIC = { patient: 0, health: 1, infra: 2, staff: 3, care: 4, label: 5 } as const
const TOPICS = 6
const TOPIC_BITS = W.patient | W.infra | W.staff | W.credential | W.care

export const ZONE = { none: 0, mailHeader: 1, signature: 2 } as const

/** A finding whose place is still that of the window. */
export interface Draft {
  kind: Kind
  from: number
  to: number
  confidence: number
  reason: string
  level: Level
  of?: 'patient'
  inCare?: true
}

/** A window, its tokens, and what is known about each of them. Rules read it and add drafts. */
export class Page {
  readonly window: Window
  readonly tokens: Tokens
  drafts: Draft[] = []
  /** Tokens that are part of a finding. */
  readonly taken: Uint8Array
  readonly zone: Uint8Array
  /** One past the last token of the phrase that begins here; 0 where none does. */
  readonly phraseEnd: Int32Array
  readonly #label: Uint8Array
  readonly #meaning: Int32Array
  readonly #topics: Places[]

  /** The names met so far, in this window and those before it. */
  readonly names: NameMemory

  constructor(capacity: number, names: NameMemory) {
    this.names = names
    this.window = new Window(capacity)
    this.tokens = new Tokens(capacity)
    this.taken = new Uint8Array(capacity)
    this.zone = new Uint8Array(capacity)
    this.phraseEnd = new Int32Array(capacity)
    this.#label = new Uint8Array(capacity)
    this.#meaning = new Int32Array(capacity)
    this.#topics = Array.from({ length: TOPICS }, () => new Places(capacity))
  }

  read(text: string): void {
    this.window.read(text)
    this.tokens.read(this.window)
    this.drafts = []
    const n = this.tokens.count
    this.taken.fill(0, 0, n)
    this.zone.fill(0, 0, n)
    this.#readPhrases()
    this.#findTopics()
  }

  #readPhrases(): void {
    const { count, bits } = this.tokens
    for (let i = 0; i < count; i++) {
      this.#label[i] = 0
      this.#meaning[i] = 0
      this.phraseEnd[i] = 0
      if (bits[i]! < 0) this.#readPhrase(i)
    }
  }

  #readPhrase(i: number): void {
    const { hash } = this.tokens
    let state = joinHash(0, hash[i]!)
    let value = phraseAt(state)
    let at = i
    for (let words = 1; value !== 0; words++) {
      if (hasMeaning(value)) {
        this.#meaning[i] = value
        this.phraseEnd[i] = at + 1
      }
      if (words === MAX_PHRASE_WORDS) break
      at = this.#nextOfPhrase(at)
      if (at < 0) break
      state = joinHash(state, this.mark(at) === HASH ? NO : hash[at]!)
      value = phraseAt(state)
    }
    const label = this.#meaning[i] === 0 ? undefined : meaningOf(this.#meaning[i]!).label
    if (label) this.#label[i] = LABEL_NUMBER.get(label)!
  }

  /** The token that continues a phrase after `at`, past one joining mark; -1 where none can. */
  #nextOfPhrase(at: number): number {
    const { count, type, gap } = this.tokens
    let next = at + 1
    if (next < count && type[next] === MARK && gap[next] === GAP.none && this.isJoiner(next)) {
      next++
      if (next < count && gap[next]! > GAP.space) return -1
    }
    if (this.mark(next) === HASH && gap[next]! <= GAP.space) return next
    if (next >= count || (type[next] !== WORD && type[next] !== MIXED && type[next] !== NUMBER)) return -1
    return gap[next] === GAP.wide || gap[next] === GAP.blank ? -1 : next
  }

  isJoiner(i: number): boolean {
    const mark = this.mark(i)
    return mark === UNDERSCORE || mark === DASH || mark === DOT || mark === SLASH || mark === APOSTROPHE
  }

  #findTopics(): void {
    const { count, bits } = this.tokens
    const topics = this.#topics
    for (const topic of topics) topic.count = 0
    for (let i = 0; i < count; i++) {
      const word = bits[i]!
      if ((word & TOPIC_BITS) === 0 && this.#meaning[i] === 0) continue
      if ((word & W.patient) !== 0) topics[TOPIC.patient]!.add(i)
      if ((word & W.infra) !== 0) topics[TOPIC.infra]!.add(i)
      if ((word & (W.staff | W.credential)) !== 0) topics[TOPIC.staff]!.add(i)
      if ((word & W.care) !== 0) topics[TOPIC.care]!.add(i)
      if (this.#label[i] !== 0) topics[TOPIC.label]!.add(i)
      if (this.#meaning[i] !== 0 && this.health(i) !== undefined) topics[TOPIC.health]!.add(i)
    }
  }

  label(i: number): LabelId | undefined {
    const number = this.#label[i]!
    return number === 0 ? undefined : LABEL_IDS[number - 1]
  }

  health(i: number): 'condition' | 'drug' | 'test' | 'procedure' | undefined {
    const value = this.#meaning[i]!
    return value === 0 ? undefined : meaningOf(value).health
  }

  /** How many tokens of a topic lie within `before` tokens before and `after` tokens from `i` on. */
  around(topic: number, i: number, before: number, after: number): number {
    return this.#topics[topic]!.within(i - before, i + after)
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
    return i >= 0 && i < this.tokens.count && (this.tokens.bits[i]! & bits) !== 0
  }

  /** The unit of a mark; 0 for other tokens. */
  mark(i: number): number {
    return i >= 0 && i < this.tokens.count ? this.tokens.mark[i]! : 0
  }

  unit(at: number): number {
    return at >= 0 && at < this.window.length ? this.window.units[at]! : 0
  }

  lengthOf(i: number): number {
    return this.tokens.end[i]! - this.tokens.start[i]!
  }

  /** The plain text of units; only for small pieces. */
  slice(from: number, to: number): string {
    let text = ''
    for (let at = from; at < to; at++) text += String.fromCharCode(this.window.units[at]!)
    return text
  }

  /** The first token that begins at or after the unit `at`, searched from token `i` on. */
  tokenAfter(at: number, i: number): number {
    const t = this.tokens
    let next = i
    while (next < t.count && t.start[next]! < at) next++
    return next
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
    const draft: Draft = { kind, from, to, confidence, reason, level }
    if (level === 'identifier' && this.#isInCare(i)) draft.inCare = true
    this.drafts.push(draft)
    let at = i
    for (; at < t.count && t.start[at]! < to; at++) if (t.end[at]! > from) this.taken[at] = 1
    return at
  }

  #isInCare(i: number): boolean {
    return (
      this.around(TOPIC.patient, i, 40, 40) +
        this.around(TOPIC.health, i, 40, 40) +
        this.around(TOPIC.care, i, 40, 40) >
      0
    )
  }

  /** Adds a draft over whole tokens. */
  addTokens(kind: Kind, i: number, end: number, confidence: number, reason: string, level: Level): number {
    return this.add(kind, this.tokens.start[i]!, this.tokens.end[end - 1]!, i, confidence, reason, level)
  }
}
