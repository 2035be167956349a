import type { Kind, Level } from '../kinds.ts'
import { LABELS, type LabelId } from '../lexicon/labels.ts'
import { hasMeaning, MAX_PHRASE_WORDS, meaningOf, phraseAt } from '../lexicon/phrases.ts'
import { STOP, stopsOfWord, W } from '../lexicon/words.ts'
import { hashWord, joinHash } from './hash.ts'
import {
  APOSTROPHE,
  AT_SIGN,
  BRACKET,
  COLON,
  DASH,
  DOT,
  HASH,
  PIPE,
  SLASH,
  STAR,
  UNDERSCORE,
} from './marks.ts'
import type { NameMemory } from './name-memory.ts'
import { Stops } from './stops.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, Tokens, WORD } from './tokens.ts'
import { Window } from './window.ts'

/** "Visit #" reads as "visit no". */
const NO = hashWord('no')
const LABEL_IDS = Object.keys(LABELS) as LabelId[]
const LABEL_NUMBER = new Map(LABEL_IDS.map((id, i) => [id, i + 1]))

/** What the surroundings of a token speak of, counted. `clinical`: of a patient, health or care. */
export const TOPIC = {
  patient: 0,
  health: 1,
  infra: 2,
  staff: 3,
  care: 4,
  label: 5,
  clinical: 6,
  street: 7,
} as const
const TOPIC_PAIRS = 4
const WORD_TOPICS = W.patient | W.infra | W.staff | W.credential | W.care | W.street

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
  /** How many words of somebody's work stand in signatures before a token. */
  readonly jobs: Int32Array
  /** One past the last token of the phrase that begins here; 0 where none does. */
  readonly phraseEnd: Int32Array
  readonly #label: Uint8Array
  readonly #meaning: Int32Array
  /** How many tokens of each topic stand before a token: two topics to a number, 16 bits each. */
  readonly #topics: Int32Array
  readonly stops: Stops

  /** The names met so far, in this window and those before it. */
  readonly names: NameMemory

  constructor(capacity: number, names: NameMemory) {
    this.names = names
    this.window = new Window(capacity)
    this.tokens = new Tokens(capacity)
    this.taken = new Uint8Array(capacity)
    this.zone = new Uint8Array(capacity)
    this.jobs = new Int32Array(capacity + 1)
    this.phraseEnd = new Int32Array(capacity)
    this.#label = new Uint8Array(capacity)
    this.#meaning = new Int32Array(capacity)
    this.#topics = new Int32Array((capacity + 1) * TOPIC_PAIRS)
    this.stops = new Stops(capacity)
  }

  read(text: string): void {
    this.window.read(text)
    this.tokens.read(this.window)
    this.drafts = []
    const n = this.tokens.count
    this.taken.fill(0, 0, n)
    this.zone.fill(0, 0, n)
    this.#survey()
  }

  /** One pass over the tokens: phrases, topics, and where each rule has to look. */
  #survey(): void {
    const { count, bits, word } = this.tokens
    const { stops } = this
    const topics = this.#topics
    stops.clear()
    let [patientHealth, infraStaff, careLabel, clinicalStreet] = [0, 0, 0, 0]
    let at = 0
    for (let i = 0; i < count; i++) {
      topics[at++] = patientHealth
      topics[at++] = infraStaff
      topics[at++] = careLabel
      topics[at++] = clinicalStreet
      this.#label[i] = 0
      this.#meaning[i] = 0
      this.phraseEnd[i] = 0
      const bit = bits[i]!
      const hints = stopsOfWord(word[i]!)
      if (bit < 0) this.#readPhrase(i)
      const health = this.#meaning[i] !== 0 && this.health(i) !== undefined
      if ((bit & WORD_TOPICS) !== 0 || health) {
        if ((bit & (W.patient | W.care)) !== 0 || health) clinicalStreet++
        if ((bit & W.patient) !== 0) patientHealth++
        if (health) patientHealth += 65_536
        if ((bit & W.infra) !== 0) infraStaff++
        if ((bit & (W.staff | W.credential)) !== 0) infraStaff += 65_536
        if ((bit & W.care) !== 0) careLabel++
        if ((bit & W.street) !== 0) clinicalStreet += 65_536
      }
      if ((hints & STOP.numbered) !== 0 && (bit & W.street) === 0) clinicalStreet += 65_536
      if (this.#label[i] !== 0) {
        careLabel += 65_536
        stops.labels.add(i)
      }
      if (health || (hints & STOP.mention) !== 0) stops.words.add(i)
      this.#stop(i, bit, hints)
    }
    topics[at++] = patientHealth
    topics[at++] = infraStaff
    topics[at++] = careLabel
    topics[at] = clinicalStreet
  }

  /** Notes which rules have to look at a token. */
  #stop(i: number, bits: number, hints: number): void {
    const { type, shape, mark, gap, count } = this.tokens
    const { stops } = this
    const next = i + 1 < count ? mark[i + 1]! : 0
    if (type[i] === MARK) {
      const own = mark[i]!
      if (own === AT_SIGN || own === COLON) stops.network.add(i)
      else if (own === BRACKET || own === STAR) stops.numbers.add(i)
      return
    }
    if ((hints & STOP.segment) !== 0 && (next === PIPE || next === STAR)) stops.segments.add(i)
    if (type[i] !== WORD) {
      stops.numbers.add(i)
      return
    }
    if (next !== 0 && ((hints & STOP.link) !== 0 || (next === DOT && gap[i + 1] === GAP.none)))
      stops.network.add(i)
    if (
      (bits & (W.month | W.streetFirst)) !== 0 ||
      (hints & STOP.box) !== 0 ||
      (next === DASH && this.lengthOf(i) === 3)
    )
      stops.numbers.add(i)
    if (shape[i] === SHAPE.lower) {
      if ((bits & (W.title | W.given)) !== 0) stops.names.add(i)
      return
    }
    stops.names.add(i)
    const county = (hints & STOP.place) !== 0
    if (county || (bits & (W.stateCode | W.stateName)) !== 0 || this.#followsIn(i)) stops.places.add(i)
  }

  /** "in Yuma" */
  #followsIn(i: number): boolean {
    return i > 1 && (stopsOfWord(this.tokens.word[i - 1]!) & STOP.living) !== 0
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
    const { count } = this.tokens
    const from = Math.min(Math.max(i - before, 0), count)
    const to = Math.min(Math.max(i + after, from), count)
    const pair = topic >> 1
    const found = this.#topics[to * TOPIC_PAIRS + pair]! - this.#topics[from * TOPIC_PAIRS + pair]!
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
    return this.around(TOPIC.clinical, i, 40, 40) > 0
  }

  /** Adds a draft over whole tokens. */
  addTokens(kind: Kind, i: number, end: number, confidence: number, reason: string, level: Level): number {
    return this.add(kind, this.tokens.start[i]!, this.tokens.end[end - 1]!, i, confidence, reason, level)
  }
}
