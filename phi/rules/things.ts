import { isVin } from '../checks/vin.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { CARET, DASH, DOT, PLUS, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOfCustomer } from './customers.ts'
import { isOpen } from './each.ts'
import { isOfSomebody, readProcedureCode } from './procedure-codes.ts'
import { readEin, readHardwareAddress, readThingForm, readWorkOrder, startOfFronted } from './thing-forms.ts'

/**
 * Numbers that are nobody's by what they are: tickets of help desks, samples made of zeros, codes of tests and
 * procedures with their names, and ranges. No other rule may take them for a person's.
 */
export function readThings(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readThing(page, at[k]!))
}

const LEAST = 4

function readThing(page: Page, i: number): number {
  const { type } = page.tokens
  const mixed = type[i] === MIXED
  if (type[i] !== NUMBER && !mixed) return 0
  const hardware = readHardwareAddress(page, i) || readWorkOrder(page, i)
  if (hardware > 0) return markNobodys(page, i, hardware)
  const size = page.lengthOf(i)
  if (size === 2) return markNobodys(page, i, readEin(page, i))
  if (size < LEAST) return 0
  if (size === VIN && mixed && isVinAfterWord(page, i))
    return page.addTokens('vehicle', i, i + 1, 0.95, 'a vehicle number (VIN) after its label', 'identifier')
  if (mixed && isHexConstant(page, i)) return markConstant(page, i)
  if (mixed && (isModel(page, i, size) || isControl(page, i, size))) return markNobodys(page, i, i + 1)
  if (mixed ? isTicket(page, i) || isVersionOfX12(page, i) : false) return markNobodys(page, i, i + 1)
  if (!mixed && isOfCustomer(page, i)) return markNobodys(page, i, i + 1)
  if (!mixed && size === LENGTH_OF_REQUEST && isRequest(page, i)) return markNobodys(page, i - 1, i + 1)
  const front = startOfFronted(page, i)
  if (front >= 0) return markNobodys(page, front, i + 1)
  if (size === YEAR_SIZE && isOfPaperOfYear(page, i)) return markNobodys(page, i - 2, i + 1)
  const form = readThingForm(page, i)
  if (form > 0) return markNobodys(page, i, form)
  if (isZeros(page, i) || isFile(page, i) || (!mixed && isRun(page, i, size)))
    return markNobodys(page, i, i + 1)
  if (isListedCode(page, i, size)) return markNobodys(page, i, i + 1)
  const code = readProcedureCode(page, i)
  if (code > 0) return markNobodys(page, i, code)
  return readRange(page, i)
}

const VIN = 17
const VINS = wordSet('vin vins')
const VIN_REACH = 8

/** "VIN on the accident report 1HG...": no word between takes it for its own. */
function isVinAfterWord(page: Page, i: number): boolean {
  const { word, gap, start, end } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - VIN_REACH && gap[at + 1]! < GAP.line; at--)
    if (VINS.has(word[at]!)) return isVin(page.slice(start[i]!, end[i]!))
  return false
}

const YEAR_SIZE = 4
const PAPERS = wordSet(
  'template templates policy procedure protocol pathway guideline guidelines edition revision form forms checklist worksheet bundle',
)

/** "OR-2025 template": the edition of a paper of the house. */
function isOfPaperOfYear(page: Page, i: number): boolean {
  const { type, gap, word, start } = page.tokens
  return (
    page.mark(i - 1) === DASH &&
    gap[i] === GAP.none &&
    type[i - 2] === WORD &&
    gap[i + 1] === GAP.space &&
    PAPERS.has(word[i + 1]!) &&
    page.unit(start[i]!) === TWO &&
    page.unit(start[i]! + 1) === ZERO
  )
}

/** What `taken` says of tokens that no rule and nothing learnt may take for somebody's. */
export const NOBODYS = 3

export function markNobodys(page: Page, from: number, to: number): number {
  for (let at = from; at < to; at++) if (page.taken[at] === 0) page.taken[at] = NOBODYS
  return to
}

/** What ServiceNow and its kin put before their numbers. */
const TICKETS = new Set([
  'inc',
  'ritm',
  'chg',
  'prb',
  'sctask',
  'ctask',
  'kb',
  'stry',
  'wo',
  'msg',
  'nct',
  'dfct',
  'tkt',
])
const LEAST_OF_TICKET = 6

/** "INC0048813", "RITM0044187" */
function isTicket(page: Page, i: number): boolean {
  const { start, end, type } = page.tokens
  const size = page.lengthOf(i)
  if (type[i] !== MIXED || size < LEAST_OF_TICKET + 2 || size > 18) return false
  let letters = 0
  while (letters < 7 && !isDigit(page.unit(start[i]! + letters))) letters++
  for (let at = start[i]! + letters; at < end[i]!; at++) if (!isDigit(page.unit(at))) return false
  return (
    size - letters >= LEAST_OF_TICKET && TICKETS.has(page.slice(start[i]!, start[i]! + letters).toLowerCase())
  )
}

const REQUESTS = wordSet('req')
const LENGTH_OF_REQUEST = 7

/** "REQ0044187", as ServiceNow writes requests: laboratories write a dash, or no zeros in front. */
const isRequest = (page: Page, i: number): boolean =>
  page.tokens.gap[i] === GAP.none &&
  REQUESTS.has(page.tokens.word[i - 1] ?? 0) &&
  page.tokens.shape[i - 1] === SHAPE.caps &&
  page.slice(page.tokens.start[i]!, page.tokens.start[i]! + 2) === '00'

const MODEL_DIGITS = 4
const MOST_MODEL_LETTERS = 4

/** "SMT1500", "AU5800": a few capitals and a round number, as makers name their models. */
function isModel(page: Page, i: number, size: number): boolean {
  const { start, end } = page.tokens
  const letters = size - MODEL_DIGITS
  if (letters < 2 || letters > MOST_MODEL_LETTERS || page.slice(end[i]! - 2, end[i]!) !== '00') return false
  for (let k = 0; k < size; k++) {
    const unit = page.unit(start[i]! + k)
    if (k < letters ? unit < CAPITAL_A || unit > CAPITAL_Z : !isDigit(unit)) return false
  }
  return page.unit(end[i]! - MODEL_DIGITS) !== ZERO && !isOfSomebody(page, i)
}

const CAPITAL_A = 65
const CAPITAL_Z = 90
const CONTROLS = 'QC'
const LEAST_OF_CONTROL = 5

/** "QC0447": of a sample or a phantom that machines are checked with. */
const isControl = (page: Page, i: number, size: number): boolean =>
  size >= LEAST_OF_CONTROL &&
  page.slice(page.tokens.start[i]!, page.tokens.start[i]! + 2) === CONTROLS &&
  isDigit(page.unit(page.tokens.start[i]! + 2))

const ZERO = 48
const TWO = 50
const LEAST_ZEROS = 4

/** "000000", "FD00000000": a sample or a test patient's. */
function isZeros(page: Page, i: number): boolean {
  const { start, end } = page.tokens
  let zeros = 0
  for (let at = start[i]!; at < end[i]!; at++) {
    const unit = page.unit(at)
    if (!isDigit(unit)) continue
    if (unit !== ZERO) return false
    zeros++
  }
  // "0000-4471" goes on.
  const { gap, type } = page.tokens
  const goesOn = page.mark(i + 1) === DASH && gap[i + 1] === GAP.none
  // "0000 3388 1907"
  const blocks =
    type[i + 1] === NUMBER && gap[i + 1] === GAP.space && page.lengthOf(i + 1) === page.lengthOf(i)
  return zeros >= LEAST_ZEROS && !goesOn && !blocks
}

/** "005010X222A1", by which messages say what they are. */
const isVersionOfX12 = (page: Page, i: number): boolean =>
  page.tokens.type[i] === MIXED && X12.has(page.slice(page.tokens.start[i]!, page.tokens.start[i]! + 6))
const X12 = new Set(['005010', '004010', '006020', '008020', '007030'])

const RUN = '1234567890'
const LEAST_RUN = 6

/** "123456", "1234567": what people write for an example. In five digits it may be a house's or a ZIP code. */
function isRun(page: Page, i: number, size: number): boolean {
  const from = page.tokens.start[i]!
  if (size > RUN.length || page.slice(from, from + size) !== RUN.slice(0, size)) return false
  return size >= LEAST_RUN || (size === LEAST_RUN - 1 && page.mark(i + 1) === CARET)
}

const X = 120
const U = 117
const LONGEST_CONSTANT = 18

const isHex = (u: number) => isDigit(u) || ((u | 32) >= 97 && (u | 32) <= 102)

/** "0x2019", "0x80070643", "U+00E9" (whose sign stands before the token): constants of programs and code points. */
function isHexConstant(page: Page, i: number): boolean {
  const { start, end } = page.tokens
  const size = page.lengthOf(i)
  if (size > LONGEST_CONSTANT) return false
  const from = start[i]!
  const marked = page.unit(from) === ZERO && (page.unit(from + 1) | 32) === X
  const point = page.mark(i - 1) === PLUS && i > 1 && isLetterU(page, i - 2) && size <= 6
  if ((!marked && !point) || (marked && isOfTemplate(page, i))) return false
  for (let at = marked ? from + 2 : from; at < end[i]!; at++) if (!isHex(page.unit(at))) return false
  return true
}

/** "IRIS-R 0x3F9A-7718", "PV-0x7A41C90E": more is joined to it, by what programs do not write constants with. */
function isOfTemplate(page: Page, i: number): boolean {
  const { gap, type } = page.tokens
  const after = page.mark(i + 1) === DASH && gap[i + 1] === GAP.none && gap[i + 2] === GAP.none
  const before = page.mark(i - 1) === DASH && gap[i] === GAP.none && i > 1 && type[i - 2] === WORD
  return (after && (type[i + 2] === NUMBER || type[i + 2] === MIXED)) || before
}

const isLetterU = (page: Page, i: number): boolean =>
  page.lengthOf(i) === 1 && (page.unit(page.tokens.start[i]!) | 32) === U

/** "6-0x20A2": with what is joined before. */
function markConstant(page: Page, i: number): number {
  const joined = i > 1 && page.mark(i - 1) === DASH && page.tokens.gap[i] === GAP.none
  return markNobodys(page, joined ? i - 2 : i, i + 1)
}

const LOWER_A = 97
/** Ends of names of files that hold nobody's papers. */
const OF_PROGRAMS = wordSet('wav mp3 log exe dll dat bak zip tmp cfg ini msi bin sys cab')
const LEAST_FILE_LETTERS = 3

/** "scan0004417.pdf" */
function isFile(page: Page, i: number): boolean {
  const t = page.tokens
  if (page.mark(i + 1) === UNDERSCORE && t.gap[i + 1] === GAP.none && isScan(page, i)) return true
  const dotted = page.mark(i + 1) === DOT && t.gap[i + 1] === GAP.none && t.gap[i + 2] === GAP.none
  if (!dotted || t.type[i + 2] !== WORD || t.shape[i + 2] !== SHAPE.lower) return false
  if (t.type[i] === NUMBER) return OF_PROGRAMS.has(t.word[i + 2]!)
  for (let k = 0; k < LEAST_FILE_LETTERS; k++) if (page.unit(t.start[i]! + k) < LOWER_A) return false
  return true
}

const SCANS = new Set(['scan', 'img', 'image', 'doc', 'file', 'dsc', 'photo', 'pic', 'page', 'screenshot'])

/** "scan0047_..." */
function isScan(page: Page, i: number): boolean {
  const from = page.tokens.start[i]!
  let to = from
  while (to < from + 12 && !isDigit(page.unit(to))) to++
  return SCANS.has(page.slice(from, to).toLowerCase())
}

const LIST_REACH = 20

/** "70551 MRI brain ...; 45378 colonoscopy": codes of what is done, before its name, one after another. */
function isListedCode(page: Page, i: number, size: number): boolean {
  if (!isCode(page, i, size)) return false
  const { count } = page.tokens
  for (let at = Math.max(0, i - LIST_REACH); at < Math.min(count, i + LIST_REACH); at++)
    if (at !== i && page.lengthOf(at) === size && (page.taken[at] === NOBODYS || isCode(page, at, size)))
      return true
  return false
}

const OF_PERSONS = wordSet(
  'patient pt mrn mr chart record member id no number acct account visit accession order name',
)

function isCode(page: Page, i: number, size: number): boolean {
  const { type, gap } = page.tokens
  if (type[i] !== NUMBER || (size !== 5 && size !== 6) || gap[i + 1] !== GAP.space) return false
  const health = i + 1 < page.tokens.count ? page.health(i + 1) : undefined
  if (health !== 'test' && health !== 'procedure') return false
  if (i > 0 && type[i - 1] !== MARK && gap[i]! < GAP.line && !page.is(i - 1, W.common)) return false
  for (let at = i - 1; at >= 0 && at >= i - 3; at--) {
    if (OF_PERSONS.has(page.tokens.word[at]!)) return false
  }
  return true
}

const RANGING = wordSet('to through thru till hasta')

/** "DT-000001 to DT-000500": from one number to a round one. */
function readRange(page: Page, i: number): number {
  const t = page.tokens
  const led = page.mark(i - 1) === DASH && t.gap[i] === GAP.none && i > 1 && t.type[i - 2] === WORD
  const to = i + 1
  if (!RANGING.has(t.word[to]!) || t.gap[to] !== GAP.space || t.gap[to + 1] !== GAP.space) return 0
  const last = led ? to + 3 : to + 1
  if (last >= t.count || page.lengthOf(last) !== page.lengthOf(i)) return 0
  if (led && t.hash[to + 1] !== t.hash[i - 2]) return 0
  if (!isRound(page, last)) return 0
  return markNobodys(page, led ? i - 2 : i, last + 1)
}

const NINE = 57

function isRound(page: Page, i: number): boolean {
  const end = page.tokens.end[i]!
  const [a, b] = [page.unit(end - 2), page.unit(end - 1)]
  return a === b && (a === ZERO || a === NINE)
}
