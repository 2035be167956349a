import type { IdentifierKind } from '../kinds.ts'
import type { IdSpan } from '../rules/values.ts'
import { HashTable, hashWord } from '../text/hash.ts'
import type { Draft, Page } from '../text/page.ts'
import { CLASSES, type Class } from './classes.ts'
import { Features } from './features.ts'
import { eachJudged, type Opinion } from './judged.ts'
import { Net, type NetWeights, netOf } from './net.ts'
import * as learnt from './weights.ts'

const N = CLASSES.length
const NONE = 0

export interface NumberWeights {
  /** The words that tell, in the order of their weights. */
  words: string
  net: NetWeights
}

/** Small words weigh, but tell a reader nothing. */
const SMALL = new Set(
  "the and for with from that this she her his him our was were has have had not but are is it its to of in on at by an as or be we he you my me us so no two one she's who which when they them their there then than out up off all any can del las los una uno por para con que".split(
    ' ',
  ),
)
/** A firm label or a column's heading is always right. */
const FIRM_FROM = 0.9
const LABELLED_FROM = 0.72
const LABELLED_BY = 0.68
/** How much likelier another class must be than what the rules say, as the logarithm of a ratio of probabilities. */
const AGAINST = 0.3
/** The same where the rules say that it is a thing's, or know by a label or a form what it is. */
const AGAINST_THING = 1.5
const AGAINST_LABEL = 0.5
/** In doubt it is somebody's: what is missed leaves unseen, what is found too much is looked at. */
const IN_DOUBT = 0.6
/** From here on what the rules did not find at all is as sure as what they found by guess. */
const SURELY = 4
/** The most numbers judged in one window: more than any text but a table of numbers holds. */
const MOST = 256

const classOf = (draft: Draft | undefined): number =>
  draft === undefined || draft.level === 'weak' ? NONE : CLASSES.indexOf(draft.kind as Class)

/** Adds what the rules made of a number. */
export function readOpinion(features: Features, page: Page, first: number, { draft, thing }: Opinion): void {
  const told = classOf(draft)
  const surely =
    draft === undefined
      ? 0
      : told === NONE || draft.confidence < LABELLED_FROM
        ? 1
        : draft.confidence < FIRM_FROM
          ? 2
          : 3
  features.readOpinion(page, first, told, surely, thing)
}

/**
 * Judges numbers by what stands near them and what the rules made of them, with learnt weights: what the rules only
 * guessed may become of another kind or nobody's, and what they passed over may become somebody's.
 */
export class NumberJudge {
  readonly #features: Features
  readonly #net: Net
  readonly #spelling: ReadonlyMap<number, string>

  constructor({ words, net }: NumberWeights) {
    const spelt = words.split(' ').filter(Boolean)
    const table = new HashTable(spelt.length + 1)
    for (const [i, word] of spelt.entries()) table.set(hashWord(word), i + 1)
    this.#features = new Features(table)
    this.#net = new Net(N, net)
    this.#spelling = new Map(spelt.filter((word) => !SMALL.has(word)).map((word) => [hashWord(word), word]))
  }

  /** Answers whether anything became another. */
  judge(page: Page): boolean {
    const features = this.#features
    let judged = 0
    let changed = false
    features.begin()
    eachJudged(page, false, (first, id, opinion) => {
      const { draft } = opinion
      const told = classOf(draft)
      if (told > NONE && draft!.confidence >= FIRM_FROM) return true
      features.read(page, first, id)
      readOpinion(features, page, first, opinion)
      const best = this.#best(
        told,
        opinion.thing
          ? AGAINST_THING
          : told > NONE && draft!.confidence >= LABELLED_BY
            ? AGAINST_LABEL
            : AGAINST,
      )
      features.judged(first, best)
      if (best !== told) {
        this.#apply(page, first, id, draft, best, told)
        changed = true
      }
      return ++judged < MOST
    })
    return changed
  }

  /** The class that is most likely. */
  #best(told: number, against: number): number {
    const { at, count } = this.#features
    const { scores } = this.#net
    this.#net.score(at, count)
    scores[NONE]! -= IN_DOUBT
    let best = told
    let most = scores[told]! + against
    for (let c = 0; c < N; c++) {
      if (scores[c]! <= most) continue
      best = c
      most = scores[c]!
    }
    return best
  }

  #apply(page: Page, first: number, id: IdSpan, draft: Draft | undefined, best: number, told: number): void {
    if (best === NONE) {
      draft!.level = 'weak'
      draft!.confidence = 0.35
      draft!.reason = `${this.#tellingWords(page, best)} of a thing`
      draft!.inCare = undefined
      return
    }
    const kind = CLASSES[best] as IdentifierKind
    const reason = `${this.#tellingWords(page, best)} of ${WHAT[best]}`
    if (draft !== undefined && told !== NONE) {
      draft.kind = kind
      draft.reason = reason
      return
    }
    const { scores } = this.#net
    const sure = scores[best]! - scores[NONE]! >= SURELY
    const confidence = sure ? 0.65 : 0.55
    if (draft === undefined) page.addTokens(kind, first, id.end, confidence, reason, 'identifier')
    else {
      draft.kind = kind
      draft.level = 'identifier'
      draft.confidence = confidence
      draft.reason = reason
      if (page.isInCare(first)) draft.inCare = true
    }
  }

  /** The two words that told most. They are of the model's own list, which holds no names: never what was found. */
  #tellingWords(page: Page, best: number): string {
    const told: [number, string][] = []
    const { at, token, count } = this.#features
    for (let f = 0; f < count; f++) {
      const word = token[f]! < 0 ? undefined : this.#spelling.get(page.tokens.hash[token[f]!]!)
      const weight = this.#net.direct(at[f]!, best)
      if (word !== undefined && weight > 0) told.push([weight, word])
    }
    told.sort((a, b) => b[0] - a[0])
    const most = [...new Set(told.map(([, word]) => `"${word}"`))].slice(0, 2)
    return most.length === 0 ? 'its form and place tell' : `near by ${most.join(' and ')} tell`
  }
}

const WHAT = [
  'a thing',
  'a medical record',
  'a health plan or its member',
  'an account',
  'a licence',
  'a vehicle',
  'a device that somebody wears or uses',
  'a claim, visit, specimen, study or case',
  'Social Security',
  'a finger, voice or face',
]

/** With the weights that were learnt. */
export const LEARNT_NUMBERS = new NumberJudge({
  words: learnt.WORDS,
  net: netOf(learnt),
})
