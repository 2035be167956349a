import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { BACKSLASH, BRACKET, CLOSING_BRACKET, COMMA, DASH, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOfInsurance } from './insurance.ts'
import { isNear } from './near.ts'
import { isOfSomebody } from './procedure-codes.ts'
import { isWorn } from './worn.ts'

// Numbers that are nobody's by their form and a word or mark beside them. Each answers the token after, or 0.

/** What is nobody's from token `i` on: a plan of Medicare's, a code with its modifier, hours, sizes, a year in a path. */
export function readThingForm(page: Page, i: number): number {
  if (page.tokens.type[i] === MIXED)
    return (
      readPlanContract(page, i) ||
      readSize(page, i) ||
      readMultiple(page, i) ||
      readModifiedItem(page, i) ||
      (isItemCode(page, i) ? i + 1 : 0)
    )
  return (
    (isFault(page, i) ? i + 1 : 0) ||
    readModified(page, i) ||
    readHours(page, i) ||
    readYearOfPath(page, i) ||
    readModel(page, i) ||
    readMessageId(page, i) ||
    readDicomTag(page, i)
  )
}

const SERIALS = wordSet('sn ser serial')

const S = 115
const N = 110
const isLetter = (page: Page, i: number, letter: number): boolean =>
  page.lengthOf(i) === 1 && (page.unit(page.tokens.start[i]!) | 32) === letter

/** "leads 5076-45 sn PJN4470093": the model, before the number that is somebody's. */
function readModel(page: Page, i: number): number {
  const { type, gap, word } = page.tokens
  if (page.mark(i + 1) !== DASH || gap[i + 1] !== GAP.none || gap[i + 2] !== GAP.none) return 0
  const model = type[i + 2] === NUMBER && page.lengthOf(i + 2) <= 2 && gap[i] !== GAP.none
  const parted = page.mark(i + 4) === SLASH && isLetter(page, i + 3, S) && isLetter(page, i + 5, N)
  const labelled = SERIALS.has(word[i + 3] ?? 0) || parted
  return model && labelled && gap[i + 3] === GAP.space ? i + 3 : 0
}

const CONTRACTS = new Set(['h', 'r', 's', 'e'])
const INSURANCE_REACH = 12

/** "H1036-233": Medicare's number of a plan, with its package. */
function readPlanContract(page: Page, i: number): number {
  const { start, gap, type } = page.tokens
  if (page.lengthOf(i) !== 5 || page.mark(i + 1) !== DASH || gap[i + 1] !== GAP.none) return 0
  if (type[i + 2] !== NUMBER || gap[i + 2] !== GAP.none || page.lengthOf(i + 2) !== 3) return 0
  if (!CONTRACTS.has(page.slice(start[i]!, start[i]! + 1).toLowerCase())) return 0
  if (!page.areDigits(start[i]! + 1, start[i]! + 5)) return 0
  // "H4590-118-0032" is a member's.
  if (page.mark(i + 3) === DASH && gap[i + 3] === GAP.none) return 0
  return isOfInsurance(page, i, INSURANCE_REACH) ? i + 3 : 0
}

const X = 120
const LEAST_SIZE = 5

/** "10x28x12": a size. */
function readSize(page: Page, i: number): number {
  const { start, end } = page.tokens
  let crosses = 0
  for (let at = start[i]!; at < end[i]!; at++) {
    const unit = page.unit(at)
    if (isDigit(unit)) continue
    if ((unit | 32) !== X || at === start[i] || at === end[i]! - 1) return 0
    crosses++
  }
  return crosses > 1 && page.lengthOf(i) >= LEAST_SIZE ? i + 1 : 0
}

/** "97110x3": a code of what was done, and how often. */
function readMultiple(page: Page, i: number): number {
  const { start } = page.tokens
  const size = page.lengthOf(i)
  if (size !== 7 || (page.unit(start[i]! + 5) | 32) !== X || !isDigit(page.unit(start[i]! + 6))) return 0
  return page.areDigits(start[i]!, start[i]! + 5) ? i + 1 : 0
}

const MODIFIERS = new Set(
  '22 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 90 91 92 93 95 96 97 99 rt lt tc gt ga gy gz xs xe xu xp kx gp go gn jw'.split(
    ' ',
  ),
)
const CODING = wordSet(
  'cpt code codes coding coder modifier modifiers mod units unit denied denial dos dx payer payor claim claims line lines billed charge charges rendering remit procedure proc scrubber edit edits hcpcs ncci bundled global',
)
const CODING_REACH = 16

/** "20610-50", "99213-25", "97530 x2": a code with its modifier or count, in talk of claims. */
function readModified(page: Page, i: number): number {
  const { start, end, gap, type, count } = page.tokens
  if (type[i] !== NUMBER || page.lengthOf(i) !== 5 || i + 1 >= count) return 0
  let to = 0
  if (
    page.mark(i + 1) === DASH &&
    gap[i + 1] === GAP.none &&
    gap[i + 2] === GAP.none &&
    page.lengthOf(i + 2) === 2
  ) {
    if (MODIFIERS.has(page.slice(start[i + 2]!, end[i + 2]!).toLowerCase())) to = i + 3
  } else if (gap[i + 1]! <= GAP.space && page.lengthOf(i + 1) === 2 && type[i + 1] === MIXED) {
    if ((page.unit(start[i + 1]!) | 32) === X && isDigit(page.unit(start[i + 1]! + 1))) to = i + 1
  }
  return to > 0 && isNear(page, i, CODING, CODING_REACH) ? to : 0
}

const ITEM_MODIFIERS = new Set(
  'u1 u2 u3 u4 u5 u6 u7 u8 u9 ua ub uc ud hq he hf hn ho hm td te gt rr nu rt lt kx ga gy'.split(' '),
)

/** "T1019 U1": a code of an item or service, and its modifier. */
function readModifiedItem(page: Page, i: number): number {
  const { start, end, gap, type } = page.tokens
  const next = i + 1
  if (page.lengthOf(i) !== 5 || page.lengthOf(next) !== 2 || gap[next]! > GAP.space) return 0
  if (type[next] !== WORD && type[next] !== MIXED) return 0
  if (isDigit(page.unit(start[i]!)) || page.unit(start[next]!) >= 97) return 0
  if (!page.areDigits(start[i]! + 1, start[i]! + 5)) return 0
  return ITEM_MODIFIERS.has(page.slice(start[next]!, end[next]!).toLowerCase()) ? next : 0
}

const SPANS = wordSet('down from between outage offline downtime window unavailable out during at')

/** "0900-1030", "EMR down 0510-0640": from one time to another. */
function readHours(page: Page, i: number): number {
  const { gap, type } = page.tokens
  if (page.lengthOf(i) !== 4 || page.mark(i + 1) !== DASH || gap[i + 1] !== GAP.none) return 0
  if (type[i + 2] !== NUMBER || gap[i + 2] !== GAP.none || page.lengthOf(i + 2) !== 4) return 0
  if (page.mark(i + 3) === DASH && gap[i + 3] === GAP.none) return 0
  const step = SPANS.has(page.tokens.word[i - 1] ?? 0) ? 5 : 15
  const [a, b] = [timeOf(page, i, step), timeOf(page, i + 2, step)]
  return a >= 0 && b > a ? i + 3 : 0
}

/** The minutes of a time of day that is a multiple of `step`; -1 for anything else. */
function timeOf(page: Page, i: number, step: number): number {
  const from = page.tokens.start[i]!
  const hours = (page.unit(from) - 48) * 10 + page.unit(from + 1) - 48
  const minutes = (page.unit(from + 2) - 48) * 10 + page.unit(from + 3) - 48
  return hours < 24 && minutes < 60 && minutes % step === 0 ? hours * 60 + minutes : -1
}

/** "IOP\2024\Spring" */
function readYearOfPath(page: Page, i: number): number {
  const { start, gap } = page.tokens
  if (page.lengthOf(i) !== 4) return 0
  const century = page.slice(start[i]!, start[i]! + 2)
  if (century !== '20' && century !== '19') return 0
  const before = page.mark(i - 1) === BACKSLASH && gap[i] === GAP.none
  const after = page.mark(i + 1) === BACKSLASH && gap[i + 1] === GAP.none
  return before && after ? i + 1 : 0
}

const LENGTH_OF_EIN = 7
const EINS = wordSet('ein eins fein feins tin tins w9 vendor vendors payee payees taxpayer')
const EIN_REACH = 24

/** "27-5510098" in talk of vendors and taxes: a company's. */
export function readEin(page: Page, i: number): number {
  const { gap, type } = page.tokens
  if (type[i] !== NUMBER || page.mark(i + 1) !== DASH || gap[i + 1] !== GAP.none) return 0
  if (type[i + 2] !== NUMBER || gap[i + 2] !== GAP.none || page.lengthOf(i + 2) !== LENGTH_OF_EIN) return 0
  if (gap[i + 3] === GAP.none && page.mark(i + 3) === DASH) return 0
  if (isNear(page, i, EINS, EIN_REACH)) return i + 3
  return 0
}

const WORK = wordSet('wo')
const LEAST_ORDER = 4

/** "Facilities WO 55-1209" */
export function readWorkOrder(page: Page, i: number): number {
  const { word, shape, gap, type } = page.tokens
  const at = page.mark(i - 1) !== 0 ? i - 2 : i - 1
  if (at < 0 || !WORK.has(word[at]!) || shape[at] !== SHAPE.caps || gap[i]! > GAP.space) return 0
  const joined = page.mark(i + 1) === DASH && gap[i + 1] === GAP.none && type[i + 2] === NUMBER
  const end = joined ? i + 3 : i + 1
  if (page.lengthOf(i) + (joined ? page.lengthOf(i + 2) : 0) < LEAST_ORDER) return 0
  if (isNear(page, i, OF_LABS, LABS_REACH) && isClinical(page, i, LABS_REACH))
    page.addTokens('other-id', i, end, 0.9, 'an order of glasses or teeth for somebody', 'identifier')
  return end
}

const LABS_REACH = 30

/** Laboratories that make glasses and teeth have an order for each patient. */
const OF_LABS = wordSet('od sph cyl frame lens lenses denture dentures crown bridge shade optical vsp')

const FRONTS = wordSet(
  'cms hcfa omb gpo po rma sow chg ritm prb inc sctask cve kb sku rfq rfp msg lbl err nct ipad iphone',
)

/** "GPO-0044", "PO-77120": letters in front that things have. */
export function startOfFronted(page: Page, i: number): number {
  const { gap, word, type } = page.tokens
  const joined = page.mark(i - 1) === DASH && gap[i] === GAP.none && i > 1 && gap[i - 1] === GAP.none
  if (!joined || type[i - 2] !== WORD || !FRONTS.has(word[i - 2]!)) return -1
  // Makers of what people breathe through write "INV-88401127".
  return INVOICE.has(word[i - 2]!) && isWorn(page, i - 2, i + 1) ? -1 : i - 2
}

const INVOICE = wordSet('inv')

const TAG_PART = 4
const ZERO = 48

/** "(0010,0020)": what DICOM (PS3.6) calls a field. */
function readDicomTag(page: Page, i: number): number {
  const { start, gap } = page.tokens
  if (page.lengthOf(i) !== TAG_PART || page.mark(i + 1) !== COMMA || page.mark(i - 1) !== BRACKET) return 0
  if (page.mark(i + 3) !== CLOSING_BRACKET || page.lengthOf(i + 2) !== TAG_PART) return 0
  const padded = page.unit(start[i]!) === ZERO && page.unit(start[i]! + 1) === ZERO
  return padded && gap[i] === GAP.none ? i + 3 : 0
}

const HEADS = wordSet('msh msa')
const LEAST_MESSAGE = 5

/** "MSH-10 88174402113": the number of a message. */
function readMessageId(page: Page, i: number): number {
  const { word, type, gap } = page.tokens
  if (page.lengthOf(i) < LEAST_MESSAGE || gap[i]! > GAP.space) return 0
  const headed =
    type[i - 1] === NUMBER &&
    page.mark(i - 2) === DASH &&
    i > 2 &&
    type[i - 3] === WORD &&
    HEADS.has(word[i - 3]!)
  return headed ? i + 1 : 0
}

const PAIRS = 5
const isHexUnit = (unit: number): boolean => isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 102)

/** "00-09-0f-aa-12-31": the address of a network card, from its first pair that holds a digit on. */
export function readHardwareAddress(page: Page, i: number): number {
  const { gap, start, end } = page.tokens
  if (page.lengthOf(i) !== 2 || page.mark(i + 1) !== DASH || page.lengthOf(i + 2) !== 2) return 0
  let at = i
  let pairs = 0
  for (; pairs < PAIRS + 1; pairs++, at += 2) {
    if (
      end[at]! - start[at]! !== 2 ||
      !isHexUnit(page.unit(start[at]!)) ||
      !isHexUnit(page.unit(start[at]! + 1))
    )
      break
    if (pairs > 0 && gap[at] !== GAP.none) break
    if (page.mark(at + 1) !== DASH || gap[at + 1] !== GAP.none) {
      at += 2
      pairs++
      break
    }
  }
  return pairs >= PAIRS ? at - 1 : 0
}

const FAULTS = wordSet('error errors locked fault code message failed alarm says err unavailable')
const FAULT_REACH = 6

/** "account locked, E-4031": the code of a fault, its letter before token `i`. */
export function isFault(page: Page, i: number): boolean {
  const { word, gap, start, type } = page.tokens
  if (page.lengthOf(i) !== 4 || page.mark(i - 1) !== DASH || gap[i] !== GAP.none || i < 2) return false
  if (type[i - 2] !== WORD || page.lengthOf(i - 2) !== 1 || (page.unit(start[i - 2]!) | 32) !== 101)
    return false
  for (let at = i - 3; at >= 0 && at >= i - 2 - FAULT_REACH; at--) if (FAULTS.has(word[at]!)) return true
  return false
}

const CODES = wordSet('bill hcpcs hcpc cpt code codes charge')

const ITEMS = new Set(['A', 'E', 'K', 'L'])

/** "ostomy bags (A5063)": what is supplied, with its code (HCPCS level II). */
function isItemInBrackets(page: Page, i: number): boolean {
  const { start, type, shape } = page.tokens
  if (page.mark(i - 1) !== BRACKET || page.mark(i + 1) !== CLOSING_BRACKET || i < 2) return false
  if (type[i - 2] !== WORD || shape[i - 2] !== SHAPE.lower || isOfSomebody(page, i - 1)) return false
  return ITEMS.has(page.slice(start[i]!, start[i]! + 1))
}

/** "Bill V2632": a code of an item right after a word for it. */
export function isItemCode(page: Page, i: number): boolean {
  const { start, word, gap } = page.tokens
  if (page.lengthOf(i) !== 5 || gap[i]! > GAP.space) return false
  if (!CODES.has(word[i - 1] ?? 0) && !isItemInBrackets(page, i)) return false
  if (isDigit(page.unit(start[i]!))) return false
  return page.areDigits(start[i]! + 1, start[i]! + 5)
}
