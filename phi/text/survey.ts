import { isMedical } from '../lexicon/suffixes.ts'
import { STOP, stopsByWord, W } from '../lexicon/words.ts'
import { AT_SIGN, BRACKET, COLON, DASH, DOT, EQUALS, HASH, PIPE, STAR } from './marks.ts'
import { Phrases } from './phrases.ts'
import { Stops } from './stops.ts'
import { GAP, MARK, NUMBER, SHAPE, type Tokens, WORD } from './tokens.ts'
import { PAD } from './window.ts'

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
/** Two topics to a number. */
export const TOPIC_PAIRS = 5

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

/** What one pass over the tokens of a page tells: its phrases, what is spoken of, and where each rule has to look. */
export class Survey {
  readonly phrases: Phrases
  readonly stops: Stops
  /** How many tokens of each topic stand before a token, `PAD` further on: two topics to a number, 16 bits each. */
  readonly topics: Int32Array
  readonly #tokens: Tokens

  constructor(tokens: Tokens, capacity: number) {
    this.#tokens = tokens
    this.phrases = new Phrases(tokens, capacity)
    this.stops = new Stops(capacity)
    this.topics = new Int32Array((capacity + 1 + 2 * PAD) * TOPIC_PAIRS)
  }

  read(units: Uint16Array): void {
    const { count, bits, word, type, mark, gap, shape, start, end } = this.#tokens
    const { stops, topics, phrases } = this
    const { labels, meanings, end: phraseEnd } = phrases
    phrases.clear(count + PAD)
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
        if (bit < 0) phrases.read(i)
        const health = meanings[i] !== 0 && phrases.health(i) !== undefined
        if ((bit & WORD_TOPICS) !== 0 || health) {
          if ((bit & (W_PATIENT | W_CARE)) !== 0 || health) clinicalStreet++
          if ((bit & W_PATIENT) !== 0) patientHealth++
          if (health) patientHealth += 65_536
          // "release of information"
          if ((bit & W_INFRA) !== 0 && !(labels[i] !== 0 && phraseEnd[i]! > i + 1)) infraStaff++
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
        if (next === HYPHEN && end[i]! - start[i]! === 3) stops.numbers.add(i)
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
    const next = this.#tokens.paddedMark[i + 1 + PAD]!
    if ((hints & STOP.segment) !== 0 && (next === PIPE || next === STAR)) this.stops.segments.add(i)
    if ((hints & STOP.ahead) !== 0) this.stops.ahead.add(i)
    if (this.#tokens.type[i] !== WORD) return
    if ((hints & STOP.pointer) !== 0) this.stops.pointers.add(i)
    if ((hints & STOP.spoken) !== 0) this.stops.spoken.add(i)
  }
}
