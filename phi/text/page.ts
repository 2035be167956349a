import type { Kind, Level } from '../kinds.ts'
import { LABELS, type LabelId } from '../lexicon/labels.ts'
import { hasMeaning, MAX_PHRASE_WORDS, meaningOf, phraseAt } from '../lexicon/phrases.ts'
import { isMedical } from '../lexicon/suffixes.ts'
import { STOP, stopsByWord, W } from '../lexicon/words.ts'
import { type Draft, Drafts, Order } from './drafts.ts'
import { hashWord, joinHash } from './hash.ts'
import {
  APOSTROPHE,
  AT_SIGN,
  BRACKET,
  COLON,
  DASH,
  DOT,
  EQUALS,
  HASH,
  PIPE,
  SLASH,
  STAR,
  UNDERSCORE,
} from './marks.ts'
import { NameMemory } from './name-memory.ts'
import { Stops } from './stops.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, Tokens, WORD } from './tokens.ts'
import { PAD, Window } from './window.ts'

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
  work: 8,
} as const
const TOPIC_PAIRS = 5
const MARGIN = PAD
// As constants of this file they cost nothing in its loops; as imports each is read from memory at each use.
const {
  care: W_CARE,
  city: W_CITY,
  credential: W_CREDENTIAL,
  given: W_GIVEN,
  infra: W_INFRA,
  month: W_MONTH,
  patient: W_PATIENT,
  staff: W_STAFF,
  stateCode: W_STATE_CODE,
  stateName: W_STATE_NAME,
  street: W_STREET,
  streetFirst: W_STREET_FIRST,
  title: W_TITLE,
} = W
const {
  ahead: STOP_AHEAD,
  box: STOP_BOX,
  link: STOP_LINK,
  living: STOP_LIVING,
  mention: STOP_MENTION,
  numbered: STOP_NUMBERED,
  place: STOP_PLACE,
  pointer: STOP_POINTER,
  segment: STOP_SEGMENT,
  spoken: STOP_SPOKEN,
  work: STOP_WORK,
} = STOP
const [A_WORD, A_NUMBER, A_MARK] = [WORD, NUMBER, MARK]
const [FULL_STOP, HYPHEN] = [DOT, DASH]
const NO_GAP = GAP.none
const LOWER_CASE = SHAPE.lower
const WORD_TOPICS = W.patient | W.infra | W.staff | W.credential | W.care | W.street

/** Which rules look at a mark: 1 for links and addresses, 2 for labels that no list holds, 4 for numbers, 8 for brackets. */
const MARK_STOPS = new Uint8Array(128)
MARK_STOPS[AT_SIGN] = 1
MARK_STOPS[COLON] = 1 | 2
MARK_STOPS[HASH] = 2
MARK_STOPS[EQUALS] = 2
MARK_STOPS[BRACKET] = 4 | 8
MARK_STOPS[STAR] = 4

/** Log2 of how many tokens make a block. */
const BLOCK = 5
const PERSONAL: ReadonlySet<Kind> = new Set<Kind>(['name', 'birth-date', 'ssn', 'mrn', 'member-id'])

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
  readonly #label: Uint8Array
  readonly #meaning: Int32Array
  /** How many tokens of each topic stand before a token, `PAD` further on: two topics to a number, 16 bits each. */
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
    this.phraseEnd = new Int32Array(capacity)
    this.#label = new Uint8Array(capacity)
    this.#meaning = new Int32Array(capacity)
    this.#topics = new Int32Array((capacity + 1 + 2 * PAD) * TOPIC_PAIRS)
    this.#people = new Uint8Array((capacity >> BLOCK) + 3)
    this.stops = new Stops(capacity)
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
    this.#label.fill(0, 0, n)
    this.#meaning.fill(0, 0, n)
    this.phraseEnd.fill(0, 0, n)
    this.#people.fill(0, 0, (n >> BLOCK) + 3)
    this.#persons = false
    this.#survey()
  }

  /** Leaves nothing of the text behind. */
  forget(): void {
    this.window.forget()
    this.#drafts.clear()
    this.candidates.length = 0
    this.names = new NameMemory()
  }

  /** One pass over the tokens: phrases, topics, and where each rule has to look. */
  #survey(): void {
    const { count, bits, word, type, mark, gap, shape, start, end } = this.tokens
    const { units } = this.window
    const { stops } = this
    const topics = this.#topics
    const labels = this.#label
    const stopsOf = stopsByWord
    stops.clear()
    let [patientHealth, infraStaff, careLabel, clinicalStreet, work] = [0, 0, 0, 0, 0]
    let at = PAD * TOPIC_PAIRS
    /** Hints of the word before. */
    let before = 0
    for (let i = 0; i < count; i++) {
      topics[at] = patientHealth
      topics[at + 1] = infraStaff
      topics[at + 2] = careLabel
      topics[at + 3] = clinicalStreet
      topics[at + 4] = work
      at += TOPIC_PAIRS
      const kind = type[i]!
      if (kind === A_MARK) {
        const wanted = mark[i]! < 128 ? MARK_STOPS[mark[i]!]! : 0
        if (wanted !== 0) {
          if ((wanted & 1) !== 0) stops.network.add(i)
          if ((wanted & 2) !== 0) stops.pointers.add(i)
          if ((wanted & 4) !== 0) stops.numbers.add(i)
          if ((wanted & 8) !== 0) stops.brackets.add(i)
        }
        before = 0
        continue
      }
      if (kind === A_NUMBER) {
        stops.numbers.add(i)
        before = 0
        continue
      }
      const bit = bits[i]!
      const hints = stopsOf[word[i]!]!
      if (word[i] !== 0) {
        if (bit < 0) this.#readPhrase(i)
        const health = this.#meaning[i] !== 0 && this.health(i) !== undefined
        if ((bit & WORD_TOPICS) !== 0 || health) {
          if ((bit & (W_PATIENT | W_CARE)) !== 0 || health) clinicalStreet++
          if ((bit & W_PATIENT) !== 0) patientHealth++
          if (health) patientHealth += 65_536
          // "release of information"
          if ((bit & W_INFRA) !== 0 && !(labels[i] !== 0 && this.phraseEnd[i]! > i + 1)) infraStaff++
          if ((bit & (W_STAFF | W_CREDENTIAL)) !== 0) infraStaff += 65_536
          if ((bit & W_CARE) !== 0) careLabel++
          if ((bit & W_STREET) !== 0) clinicalStreet += 65_536
        }
        if ((hints & STOP_NUMBERED) !== 0 && (bit & W_STREET) === 0) clinicalStreet += 65_536
        if ((hints & STOP_WORK) !== 0) work++
        if (labels[i] !== 0) {
          careLabel += 65_536
          stops.labels.add(i)
        }
        if (health || (hints & STOP_MENTION) !== 0) stops.words.add(i)
        if ((hints & (STOP_SEGMENT | STOP_POINTER | STOP_SPOKEN | STOP_AHEAD)) !== 0)
          this.#stopAtWord(i, hints)
      }
      if (kind !== A_WORD) {
        stops.numbers.add(i)
        before = 0
        continue
      }
      if (word[i] === 0 && isMedical(units, start[i]!, end[i]!)) {
        clinicalStreet++
        patientHealth += 65_536
      }
      const next = i + 1 < count ? mark[i + 1]! : 0
      if (next !== 0) {
        if ((hints & STOP_LINK) !== 0 || (next === FULL_STOP && gap[i + 1] === NO_GAP)) stops.network.add(i)
        if (next === HYPHEN && this.lengthOf(i) === 3) stops.numbers.add(i)
        else if ((bit & (W_MONTH | W_STREET_FIRST)) !== 0 || (hints & (STOP_BOX | STOP_SPOKEN)) !== 0)
          stops.numbers.add(i)
      } else if ((bit & (W_MONTH | W_STREET_FIRST)) !== 0 || (hints & (STOP_BOX | STOP_SPOKEN)) !== 0)
        stops.numbers.add(i)
      if (shape[i] === LOWER_CASE) {
        if ((bit & (W_TITLE | W_GIVEN)) !== 0 || end[i]! - start[i]! === 1) stops.names.add(i)
        if ((bit & W_CITY) !== 0 && (before & STOP_LIVING) !== 0) stops.places.add(i)
      } else {
        stops.names.add(i)
        const place =
          (hints & STOP_PLACE) !== 0 ||
          (bit & (W_STATE_CODE | W_STATE_NAME)) !== 0 ||
          (before & STOP_LIVING) !== 0
        if (place) stops.places.add(i)
      }
      before = hints
    }
    for (const last = at + PAD * TOPIC_PAIRS; at < last; at += TOPIC_PAIRS) {
      topics[at] = patientHealth
      topics[at + 1] = infraStaff
      topics[at + 2] = careLabel
      topics[at + 3] = clinicalStreet
      topics[at + 4] = work
    }
  }

  #stopAtWord(i: number, hints: number): void {
    const next = this.mark(i + 1)
    if ((hints & STOP.segment) !== 0 && (next === PIPE || next === STAR)) this.stops.segments.add(i)
    if ((hints & STOP.ahead) !== 0) this.stops.ahead.add(i)
    if (this.tokens.type[i] !== WORD) return
    if ((hints & STOP.pointer) !== 0) this.stops.pointers.add(i)
    if ((hints & STOP.spoken) !== 0) this.stops.spoken.add(i)
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

  /**
   * How many tokens of a topic lie within `before` tokens before and `after` tokens from `i` on; neither reaches further
   * than `PAD` beyond the page.
   */
  around(topic: number, i: number, before: number, after: number): number {
    const topics = this.#topics
    const at = (i + MARGIN) * TOPIC_PAIRS + (topic >> 1)
    const found = topics[at + after * TOPIC_PAIRS]! - topics[at - before * TOPIC_PAIRS]!
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
