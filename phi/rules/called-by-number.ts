import { W, wordSet } from '../lexicon/words.ts'
import { AMPERSAND, APOSTROPHE, COLON, COMMA, DASH, DOT, HASH, QUOTE, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isIdentifier } from './any-label.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { type IdSpan, readId } from './values.ts'

// In small practices patients go by their number: "labs went to 1180", "9021 is the father", "7034 wants her records".

const IS = wordSet('is was')
const TO = wordSet('to into under on in for')
const ARTICLES = wordSet('the a his her their my your our')
const BY_RELATION = wordSet('neighbor neighbour cousin roommate ex wrong right dead minor')
/** What somebody does who is spoken of by number, and hardly an extension or a machine. */
const WANTING = wordSet('wants wanted needs owes asks asked says refuses paid moved died came called')
/** What only persons speak of, or what is spoken of them. */
const HERS = wordSet('her his he she their they records chart xrays refill refills appt appointment')
const ROOMS = wordSet(
  'room rooms rm ext extension bed beds unit ward line code codes badge station floor zip area',
)

/** Papers of somebody's, which are put where they belong or not. */
const PAPERS = wordSet(
  'lab labs result results note notes order orders vitals vital scan scans scanned image images film films xray xrays document documents doc docs consent referral chart visit visits med meds rx vaccine vaccines shot immunization immunizations allergy allergies ekg ecg mri ct pathology letter fax faxes questionnaire encounter problem diagnosis eob photo photos',
)
const FILED = wordSet(
  'filed misfiled went go goes charted documented scanned indexed attached landed merged linked saved entered keyed crossed imported matched routed put sits resulted',
)
const CONCERNING = wordSet(
  'proxy appt appointment labs results refill consent chart charts record records vitals xrays films immunizations',
)
const FILED_REACH = 10

/** Persons, or what each of them has one of, that a row of numbers may follow. */
const MANY = wordSet(
  'kids children patients pts clients siblings sibs twins residents members charts records sheets viewed accessed proxies babies newborns',
)
const MANY_REACH = 6
const MOST_OF_ROW = 12

const REACH = 8
const LEAST = 4
const MOST = 9
const SURE = 0.9
const CARE_REACH = 40

/** Numbers that stand where the name of a patient would. */
export function readCalledByNumber(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readAt(page, at[k]!))
}

function readAt(page: Page, i: number): number {
  const { type, word, gap } = page.tokens
  if ((type[i] !== NUMBER && type[i] !== MIXED) || page.lengthOf(i) > MOST) return 0
  const before = type[i - 1] === WORD && gap[i] === GAP.space ? word[i - 1]! : 0
  const listed = page.mark(i - 1) === COLON
  const object = TO.has(before) || IS.has(before)
  if (!object && !listed && !(type[i + 1] === WORD || page.mark(i + 1) === DASH)) return 0
  const id = readId(page, i, Math.min(page.tokens.count, i + REACH), false)
  if (!isNumber(page, i, id)) return 0
  const care = () => isClinical(page, i, CARE_REACH)
  const told = listed
    ? isRowOfPersons(page, i, id) && (page.before(i, W.kin, FAMILY_REACH) || care())
    : object
      ? isNumberOfOne(page, i, id) || (isPlaceOfPapers(page, i) && care())
      : isSubject(page, i, id) && (isOfFamily(page, i) || care())
  if (!told) return 0
  return add(page, i, id)
}

const FAMILY_REACH = 7

const RECORDS = wordSet('records chart xrays refill refills')

/** A family or records are spoken of, and no machines. */
function isOfFamily(page: Page, i: number): boolean {
  if (page.around(TOPIC.infra, i, 12, 12) > 0) return false
  if (page.before(i, W.kin, FAMILY_REACH) || page.after(i + 1, W.kin, FAMILY_REACH)) return true
  for (let at = i + 1; at < Math.min(page.tokens.count, i + FAMILY_REACH); at++)
    if (RECORDS.has(page.tokens.word[at]!)) return true
  return false
}

function add(page: Page, i: number, first: IdSpan): number {
  const reason = 'a number in place of the name of a patient'
  let end = page.addTokens('mrn', i, first.end, SURE, reason, 'identifier')
  for (let n = 0; n < MOST_OF_ROW; n++) {
    const next = nextOfRow(page, end, first)
    if (next === 0) break
    const id = readId(page, next, Math.min(page.tokens.count, next + REACH), false)
    end = page.addTokens('mrn', next, id.end, SURE, reason, 'identifier')
  }
  return end
}

/** No year, amount, time or part of something longer. */
function isNumber(page: Page, i: number, id: IdSpan): boolean {
  if (id.digits < LEAST || id.letters > 3 || id.digits > MOST || isYear(page, i, id)) return false
  const mark = page.mark(i - 1)
  if (
    page.tokens.gap[i] === GAP.none &&
    mark !== QUOTE &&
    mark !== HASH &&
    mark !== APOSTROPHE &&
    mark !== COLON
  )
    return false
  return isIdentifier(page, i, id, LEAST) && page.mark(id.end) !== SLASH
}

const YEAR = 4

function isYear(page: Page, i: number, id: IdSpan): boolean {
  if (id.end !== i + 1 || id.letters > 0 || page.lengthOf(i) !== YEAR) return false
  const century = page.slice(page.tokens.start[i]!, page.tokens.start[i]! + 2)
  return century === '19' || century === '20'
}

/** "9021 is the father", "33101 is his neighbour", and at the head of a line or in quotes "7034 called, wants her records". */
function isSubject(page: Page, i: number, id: IdSpan): boolean {
  const { type, word, gap, count } = page.tokens
  const verb = id.end
  if (verb + 1 >= count || type[verb] !== WORD || gap[verb] !== GAP.space || gap[verb + 1]! > GAP.space)
    return false
  if (ROOMS.has(word[i - 1] ?? 0)) return false
  if (IS.has(word[verb]!)) {
    const at = ARTICLES.has(word[verb + 1]!) ? verb + 2 : verb + 1
    return (
      at < count &&
      gap[at]! <= GAP.space &&
      page.mark(at + 1) !== APOSTROPHE &&
      (page.is(at, W.kin | W.patient) || (at > verb + 1 && BY_RELATION.has(word[at]!)))
    )
  }
  const opens = i === 0 || gap[i]! >= GAP.line || page.mark(i - 1) === QUOTE
  if (!opens || !WANTING.has(word[verb]!)) return false
  for (let at = verb + 1; at < Math.min(count, verb + 9) && gap[at]! < GAP.line; at++)
    if (HERS.has(word[at]!)) return true
  return false
}

/** "labs of 3/6 went to 1180", "type=PROXY for 5577120" */
function isPlaceOfPapers(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  if (!TO.has(word[i - 1]!)) return false
  if (CONCERNING.has(word[i - 2] ?? 0) && page.lengthOf(i) > LEAST) return true
  if (!FILED.has(word[i - 2] ?? 0)) return false
  for (let at = i - 3; at >= 0 && at >= i - FILED_REACH && gap[at + 1]! < GAP.line; at--)
    if (PAPERS.has(word[at]!)) return true
  return false
}

const IN = wordSet('in on under')
/** "in the old one", and not "in arrears". */
const WHICH = wordSet('the our their this that your her his my')
const ONE = wordSet('he she patient pt client')

/** "He is 2219 in the old system" */
function isNumberOfOne(page: Page, i: number, id: IdSpan): boolean {
  const { word, gap, count } = page.tokens
  return (
    IS.has(word[i - 1]!) &&
    ONE.has(word[i - 2] ?? 0) &&
    id.end + 1 < count &&
    IN.has(word[id.end]!) &&
    gap[id.end] === GAP.space &&
    WHICH.has(word[id.end + 1]!)
  )
}

/** "Three kids under it: 9021, 9022, 9023", "user viewed: 33018 33092" */
function isRowOfPersons(page: Page, i: number, id: IdSpan): boolean {
  const { word, gap, type } = page.tokens
  let told = false
  for (let at = i - 2; at >= 0 && at > i - 2 - MANY_REACH && gap[at + 1]! < GAP.line; at--) {
    if (type[at] !== WORD) continue
    if (ROOMS.has(word[at]!)) return false
    told ||= MANY.has(word[at]!)
  }
  return told && nextOfRow(page, id.end, id) > 0
}

const AND = wordSet('and or vs y not')
const SHOULD = wordSet('should supposed meant belongs belong one actually')
const CORRECTION_REACH = 6

/** Where another number as long as `like` follows from token `at` on: in a row, or as what it should have been. */
function nextOfRow(page: Page, at: number, like: IdSpan): number {
  const { word, gap, type, count } = page.tokens
  let to = at
  let corrects = false
  for (let steps = 0; to < count && steps < CORRECTION_REACH; steps++, to++) {
    if (gap[to]! >= GAP.blank) return 0
    const mark = page.mark(to)
    if (mark !== 0) {
      if (mark !== COMMA && mark !== AMPERSAND && mark !== SLASH && mark !== DOT) return 0
      continue
    }
    if (type[to] !== WORD) break
    if (SHOULD.has(word[to]!)) corrects = true
    else if (!AND.has(word[to]!) && !PASSED.has(word[to]!)) return 0
  }
  if (to >= count || (to > at + 2 && !corrects) || page.taken[to] !== 0 || gap[to] === GAP.none) return 0
  if (type[to] !== NUMBER && type[to] !== MIXED) return 0
  const id = readId(page, to, Math.min(count, to + REACH), false)
  const alike = id.digits === like.digits && id.letters === like.letters
  return alike && isNumber(page, to, id) ? to : 0
}

const PASSED = wordSet('be is was to it the right correct real in under have been gone')
