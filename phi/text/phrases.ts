import { LABELS, type LabelId } from '../lexicon/labels.ts'
import { hasMeaning, MAX_PHRASE_WORDS, meaningOf, phraseAt } from '../lexicon/phrases.ts'
import { hashWord, joinHash } from './hash.ts'
import { APOSTROPHE, DASH, DOT, HASH, SLASH, UNDERSCORE } from './marks.ts'
import { GAP, MARK, MIXED, NUMBER, type Tokens, WORD } from './tokens.ts'
import { PAD } from './window.ts'

/** "Visit #" reads as "visit no". */
const NO = hashWord('no')
const LABEL_IDS = Object.keys(LABELS) as LabelId[]
/** As a constant of this file: an import is read from memory at each use. */
const MARGIN = PAD
const LABEL_NUMBER = new Map(LABEL_IDS.map((id, i) => [id, i + 1]))

export type Health = 'condition' | 'drug' | 'test' | 'procedure'

/** The phrases of a page: labels, and words of health. */
export class Phrases {
  /** One past the last token of the phrase that begins here; 0 where none does. */
  readonly end: Int32Array
  /** Other than 0 where a label begins. */
  readonly labels: Uint8Array
  readonly meanings: Int32Array
  readonly #tokens: Tokens

  constructor(tokens: Tokens, capacity: number) {
    this.#tokens = tokens
    this.end = new Int32Array(capacity)
    this.labels = new Uint8Array(capacity)
    this.meanings = new Int32Array(capacity)
  }

  clear(count: number): void {
    this.labels.fill(0, 0, count)
    this.meanings.fill(0, 0, count)
    this.end.fill(0, 0, count)
  }

  /** Reads the longest phrase that begins at token `i`. */
  read(i: number): void {
    const { hash } = this.#tokens
    let state = joinHash(0, hash[i]!)
    let value = phraseAt(state)
    let at = i
    for (let words = 1; value !== 0; words++) {
      if (hasMeaning(value)) {
        this.meanings[i] = value
        this.end[i] = at + 1
      }
      if (words === MAX_PHRASE_WORDS) break
      at = this.#nextOfPhrase(at)
      if (at < 0) break
      state = joinHash(state, this.#mark(at) === HASH ? NO : hash[at]!)
      value = phraseAt(state)
    }
    const label = this.meanings[i] === 0 ? undefined : meaningOf(this.meanings[i]!).label
    if (label) this.labels[i] = LABEL_NUMBER.get(label)!
  }

  /** The token that continues a phrase after `at`, past one joining mark; -1 where none can. */
  #nextOfPhrase(at: number): number {
    const { count, type, gap } = this.#tokens
    let next = at + 1
    if (next < count && type[next] === MARK && gap[next] === GAP.none && isJoiner(this.#mark(next))) {
      next++
      if (next < count && gap[next]! > GAP.space) return -1
    }
    if (this.#mark(next) === HASH && gap[next]! <= GAP.space) return next
    if (next >= count || (type[next] !== WORD && type[next] !== MIXED && type[next] !== NUMBER)) return -1
    return gap[next] === GAP.wide || gap[next] === GAP.blank ? -1 : next
  }

  #mark(i: number): number {
    return this.#tokens.paddedMark[i + MARGIN]!
  }

  label(i: number): LabelId | undefined {
    const number = this.labels[i]!
    return number === 0 ? undefined : LABEL_IDS[number - 1]
  }

  health(i: number): Health | undefined {
    const value = this.meanings[i]!
    return value === 0 ? undefined : meaningOf(value).health
  }
}

const isJoiner = (mark: number): boolean =>
  mark === UNDERSCORE || mark === DASH || mark === DOT || mark === SLASH || mark === APOSTROPHE
