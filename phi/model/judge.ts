import type { IdentifierKind } from '../kinds.ts'
import type { IdSpan } from '../rules/values.ts'
import { HashTable, hashWord } from '../text/hash.ts'
import type { Draft, Page } from '../text/page.ts'
import { Features } from './features.ts'
import { CLASSES, type Class, eachJudged, type Opinion } from './judged.ts'
import { SCALE, WEIGHTS, WORDS } from './weights.ts'

const N = CLASSES.length
const NONE = 0

const words = new HashTable(4096)
const spelt = WORDS.split(' ').filter(Boolean)
for (const [i, word] of spelt.entries()) words.set(hashWord(word), i + 1)
/** Small words weigh, but tell a reader nothing. */
const SMALL = new Set(
  "the and for with from that this she her his him our was were has have had not but are is it its to of in on at by an as or be we he you my me us so no two one she's who which when they them their there then than out up off all any can del las los una uno por para con que".split(
    ' ',
  ),
)
const spelling = new Map(spelt.filter((word) => !SMALL.has(word)).map((word) => [hashWord(word), word]))
const weights = Int8Array.from(atob(WEIGHTS), (c) => c.charCodeAt(0))
const features = new Features(words)

/**
 * How much the learnt weights must say against the rules, as the logarithm of a ratio of probabilities. A firm label or
 * a column's heading is always right.
 */
const FIRM_FROM = 0.9
const LABELLED_FROM = 0.72
const AGAINST = { labelled: 2, guessed: 0.5, none: 1.5, thing: 3 }
/** From here on what the rules did not find at all is as sure as what they found by guess. */
const SURELY = 4
/** The most numbers judged in one window: more than any text but a table of numbers holds. */
const MOST = 256

const scores = new Int32Array(N)

/** Sums the weights of the features that were read. */
function weigh(): void {
  scores.fill(0)
  const { at, count } = features
  for (let f = 0; f < count; f++) {
    const row = at[f]! * N
    for (let c = 0; c < N; c++) scores[c]! += weights[row + c]!
  }
}

/**
 * Judges numbers by what stands near them, with learnt weights, beside the rules: what the rules only guessed may become
 * of another kind or nobody's, and what they passed over may become somebody's. Answers whether anything did.
 */
export function judgeNumbers(page: Page): boolean {
  let judged = 0
  let changed = false
  features.begin()
  eachJudged(page, false, (first, id, opinion) => {
    const { draft } = opinion
    const told = draft === undefined || draft.level === 'weak' ? NONE : CLASSES.indexOf(draft.kind as Class)
    if (told > NONE && draft!.confidence >= FIRM_FROM) return true
    features.read(page, first, id)
    weigh()
    const best = bestFor(told, opinion)
    features.judged(first, best)
    if (best !== told) {
      apply(page, first, id, draft, best, told)
      changed = true
    }
    return ++judged < MOST
  })
  return changed
}

/** The class that is most likely once what the rules say is counted in. */
function bestFor(told: number, { draft, thing }: Opinion): number {
  const against =
    thing || (draft !== undefined && told === NONE)
      ? AGAINST.thing
      : told === NONE
        ? AGAINST.none
        : draft!.confidence >= LABELLED_FROM
          ? AGAINST.labelled
          : AGAINST.guessed
  let best = told
  let most = scores[told]! * SCALE + against
  for (let c = 0; c < N; c++) {
    if (scores[c]! * SCALE <= most) continue
    best = c
    most = scores[c]! * SCALE
  }
  return best
}

function apply(
  page: Page,
  first: number,
  id: IdSpan,
  draft: Draft | undefined,
  best: number,
  told: number,
): void {
  if (best === NONE) {
    draft!.level = 'weak'
    draft!.confidence = 0.35
    draft!.reason = `${tellingWords(page, best)} of a thing`
    draft!.inCare = undefined
    return
  }
  const kind = CLASSES[best] as IdentifierKind
  const reason = `${tellingWords(page, best)} of ${WHAT[best]}`
  if (draft !== undefined && told !== NONE) {
    draft.kind = kind
    draft.reason = reason
    return
  }
  const sure = (scores[best]! - scores[NONE]!) * SCALE >= SURELY
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

const WHAT = [
  'a thing',
  'a medical record',
  'a health plan or its member',
  'an account',
  'a licence',
  'a vehicle',
  'a device that somebody wears or uses',
  'a claim, visit, specimen, study or case',
]

/** The two words that told most. They are of the model's own list, which holds no names: never what was found. */
function tellingWords(page: Page, best: number): string {
  const told: [number, string][] = []
  const { at, token, count } = features
  for (let f = 0; f < count; f++) {
    const word = token[f]! < 0 ? undefined : spelling.get(page.tokens.hash[token[f]!]!)
    const weight = weights[at[f]! * N + best]!
    if (word !== undefined && weight > 0) told.push([weight, word])
  }
  told.sort((a, b) => b[0] - a[0])
  const most = [...new Set(told.map(([, word]) => `"${word}"`))].slice(0, 2)
  return most.length === 0 ? 'its form and place tell' : `near by ${most.join(' and ')} tell`
}
