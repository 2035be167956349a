import { isMbi, mendMbi } from '../checks/mbi.ts'
import { isNpi } from '../checks/npi.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { COMMA, DASH, DOT, PIPE, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isNanp } from './bare-phones.ts'
import { isClinical, isTechnical } from './context.ts'
import { isJoined } from './ids.ts'
import { isPlan } from './insurance.ts'
import { compact, type IdSpan, readId } from './values.ts'

const ASSISTANCE = wordSet('ma')
const LEAST_OF_ASSISTANCE = 8
const FIRMLY = 0.8

/** "MA 6620914433": of Medical Assistance, as some states call Medicaid, and of no state, assistant or phone. */
function isOfAssistance(page: Page, i: number): boolean {
  const { word, shape } = page.tokens
  if (!ASSISTANCE.has(word[i - 1] ?? 0) || page.lengthOf(i) < LEAST_OF_ASSISTANCE) return false
  if (shape[i - 1] !== SHAPE.caps || page.mark(i - 2) === COMMA || isJoined(page, i)) return false
  const cell = page.mark(i - 2) === PIPE && page.mark(i + 1) === PIPE
  return (cell || !isNanp(page, i)) && (isClinical(page, i, 40) || page.isOfPerson(i) || cell)
}

/** "ins Geico 4471-88-20-93": eight digits and more right after the name of a plan. */
export function readPlanNumber(page: Page, i: number): number {
  if (page.tokens.gap[i] !== GAP.space) return 0
  if (isOfAssistance(page, i))
    return page.addTokens('member-id', i, i + 1, FIRMLY, 'a number of Medical Assistance', 'identifier')
  if (!isPlan(page, i - 1)) return isPlan(page, i - 2) ? readLedBlocks(page, i) : 0
  const tight = readId(page, i, Math.min(page.tokens.count, i + 9), false)
  const id = tight.digits < 8 && isInBlocks(page, i) ? readId(page, i, i + 4, true) : tight
  if (id.digits < 8 || id.digits > 14 || isTechnical(page, i, 25)) return 0
  // "called Cigna 800-555-0162"
  if (id.digits === 10 && id.letters === 0 && page.lengthOf(i) === 3 && page.lengthOf(i + 2) === 3) return 0
  return page.addTokens(
    'member-id',
    i,
    id.end,
    0.7,
    'a number right after the name of a health plan',
    'identifier',
  )
}

/** "bcbs xyh 918 220 447": with the letters of a plan in front. */
function readLedBlocks(page: Page, i: number): number {
  const { type, gap, word, count } = page.tokens
  const led =
    type[i - 1] === WORD && page.lengthOf(i - 1) === 3 && gap[i - 1] === GAP.space && word[i - 1] === 0
  if (!led || !isInBlocks(page, i) || i + 4 > count) return 0
  const id = readId(page, i, i + 4, true)
  if (id.digits < 8 || id.digits > 14) return 0
  const reason = 'letters and blocks of digits after the name of a health plan'
  return page.addTokens('member-id', i - 1, id.end, 0.75, reason, 'identifier')
}

/** "UHC 981 447 20801": blocks of three digits and more, and not as phones have them. */
function isInBlocks(page: Page, i: number): boolean {
  const { type, gap } = page.tokens
  if (type[i + 1] !== NUMBER || gap[i + 1] !== GAP.space || page.lengthOf(i) < 3) return false
  const last = type[i + 2] === NUMBER && gap[i + 2] === GAP.space ? i + 2 : i + 1
  if (page.lengthOf(i + 1) < 3 || page.lengthOf(last) < 3) return false
  return !(page.lengthOf(i) === 3 && page.lengthOf(i + 1) === 3 && page.lengthOf(i + 2) === 4)
}

/** NPIs begin with 1 or 2. */
const isFirst = (unit: number): boolean => unit === 49 || unit === 50

/** A provider's number without a label, by its check digit, in a text about care. */
export function readPlainNpi(page: Page, i: number): number {
  if (page.lengthOf(i) !== 10 || !isFirst(page.unit(page.tokens.start[i]!)) || isJoined(page, i)) return 0
  if (!isNpi(page.slice(page.tokens.start[i]!, page.tokens.end[i]!))) return 0
  if (!isClinical(page, i) || page.around(TOPIC.infra, i, 15, 15) > 0 || page.before(i, W.thing, 4)) return 0
  return page.addTokens(
    'npi',
    i,
    i + 1,
    0.6,
    'ten digits with the check digit of an NPI, in a text about care',
    'identifier',
  )
}

/** A Medicare number after any label; 0 where it is none. */
export function readMbi(page: Page, at: number, limit: number): number {
  const id = readId(page, at, limit, true)
  if (id.end === at || !isMbi(mendMbi(compact(page, at, id.end)))) return 0
  return page.addTokens('member-id', at, id.end, 0.98, 'a labelled Medicare number (MBI)', 'identifier')
}

/** FHIR's `"reference": "Patient/90017742"`: the token after it; 0 for anything else. */
export function patientReference(page: Page, at: number, limit: number): number {
  const t = page.tokens
  const named = t.type[at] === WORD && page.is(at, W.patient) && page.mark(at + 1) === SLASH
  if (!named || t.gap[at + 1] !== GAP.none || at + 2 >= limit) return 0
  const id = readId(page, at + 2, limit, false)
  if (id.digits < 3) return 0
  return page.addTokens('mrn', at + 2, id.end, 0.9, "a reference to a patient's record", 'identifier')
}

/** "0.57-1.00" under "Reference". */
export const isRange = (page: Page, at: number, id: IdSpan): boolean =>
  page.mark(at + 1) === DOT && page.mark(at + 3) === DASH && page.mark(at + 5) === DOT && id.letters === 0
