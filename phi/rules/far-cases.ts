import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { BRACKET, COLON, DASH, DOT, EQUALS, HASH, QUESTION, SEMICOLON } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, NUMBER, WORD } from '../text/tokens.ts'
import { isDashedDate, isIdentifier } from './any-label.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { type IdSpan, readId } from './values.ts'

/** How many tokens may stand between a label and its number. */
const REACH = 9
const LEAST_CODED = 4
const LEAST_PLAIN = 5
const CLINICAL_REACH = 40

/** Right before what they point at. */
const POINTING = wordSet('is was are es era reads shows says hers his number no in ending given')
/** "Claim ends in 6630": of four digits, then. */
const ENDING = wordSet('ends ending end')
const IN = wordSet('in with')
const PRESCRIPTIONS = wordSet('rx rxs script scripts prescription prescriptions receta refill')

/** Words that are labels themselves and may stand between: "claim with the carrier: ...". */
const BETWEEN: ReadonlySet<LabelId> = new Set<LabelId>([
  'other',
  'reference',
  'organization',
  'patient',
  'relative',
  'name',
  'staff',
])

/**
 * "Auth from the plan: TRN-7704182", "Reference for your call is NL-250516-0447", "Rx oxycodone 6395201": numbers of
 * cases some words after their label, which nothing else points at.
 */
export const readFarCases = (page: Page): void => readEach(page, false)

/** The same that may as well be a thing's, when all other rules have read. */
export const readFarDoubts = (page: Page): void => readEach(page, true)

function readEach(page: Page, doubts: boolean): void {
  const { at, count } = page.stops.labels
  for (let k = 0; k < count; k++) {
    const label = page.label(at[k]!)
    if (label === 'other' || label === 'reference' || PRESCRIPTIONS.has(page.tokens.word[at[k]!]!))
      readFar(page, at[k]!, page.phraseEnd[at[k]!]!, doubts)
  }
}

function readFar(page: Page, label: number, from: number, doubts: boolean): void {
  const t = page.tokens
  for (let at = from; at < t.count && at < from + REACH; at++) {
    if (t.gap[at]! >= GAP.line || endsSentence(page, at)) return
    if (t.type[at] === MARK) continue
    const led = t.type[at] === WORD
    if (led) {
      const other = at > from ? page.label(at) : undefined
      if (other !== undefined && !BETWEEN.has(other)) return
      if (!isLead(page, at)) continue
    }
    if (page.taken[at] === 1) return
    addFar(page, label, from, at, doubts)
    return
  }
}

/** "PA-" of "PA-88102274" */
const isLead = (page: Page, i: number): boolean =>
  page.mark(i + 1) === DASH &&
  page.tokens.gap[i + 1] === GAP.none &&
  page.tokens.gap[i + 2] === GAP.none &&
  page.tokens.type[i + 2] !== WORD &&
  page.lengthOf(i) <= 5

function addFar(page: Page, label: number, from: number, at: number, doubts: boolean): void {
  const t = page.tokens
  const drug = PRESCRIPTIONS.has(t.word[label]!) && page.health(at - 1) === 'drug'
  const id = readId(
    page,
    at,
    Math.min(t.count, at + 8),
    drug || (t.type[at] === NUMBER && isPointed(page, at)),
  )
  const coded = isCoded(page, at, id)
  const ending = id.digits === LEAST_CODED && IN.has(t.word[at - 1]!) && ENDING.has(t.word[at - 2]!)
  if (id.digits + id.letters > 22 || id.letters > 8 || (isMoney(page, at) && !coded)) return
  if (
    !ending &&
    (id.digits < (coded ? LEAST_CODED : LEAST_PLAIN) || !isIdentifier(page, at, id, LEAST_CODED))
  )
    return
  const pointed = drug || isPointed(page, at) || ending
  if ((!coded && !pointed) || (!pointed && at > from + 5)) return
  const ofCare = isClinical(page, label, CLINICAL_REACH) || page.isOfPerson(label)
  const weak = !ofCare || isMoreTechnical(page, label, 20)
  if (weak !== doubts) return
  const sure = weak ? 0.35 : pointed ? 0.75 : 0.6
  const reason = 'the number of a case, some words after its label'
  page.addTokens('other-id', at, id.end, sure, reason, weak ? 'weak' : 'identifier')
}

/** Letters with digits, or two dashes, and neither a code of an item nor a day. */
function isCoded(page: Page, at: number, id: IdSpan): boolean {
  if (id.letters === 0)
    return (
      page.mark(at + 1) === DASH &&
      id.digits > LEAST_PLAIN &&
      !isDashedDate(page, at, page.lengthOf(at), page.lengthOf(at + 2), page.lengthOf(at + 4))
    )
  const item = id.end === at + 1 && id.letters === 1 && id.digits === LEAST_CODED
  const amount = id.end === at + 1 && isDigit(page.unit(page.tokens.start[at]!)) && id.digits <= LEAST_CODED
  return id.digits >= LEAST_CODED && !item && !amount
}

function isPointed(page: Page, at: number): boolean {
  const mark = page.mark(at - 1)
  if (mark !== 0) return mark === COLON || mark === EQUALS || mark === HASH || mark === BRACKET
  return POINTING.has(page.tokens.word[at - 1]!)
}

const DOLLAR = 36
const isMoney = (page: Page, at: number): boolean =>
  page.mark(at - 1) === DOLLAR ||
  (page.tokens.type[at] === NUMBER && page.mark(at + 1) === DOT && page.lengthOf(at + 2) === 2)

function endsSentence(page: Page, at: number): boolean {
  const mark = page.mark(at)
  if (mark === QUESTION || mark === SEMICOLON) return true
  return mark === DOT && page.tokens.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 4
}
