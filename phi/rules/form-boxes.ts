import { isNpi } from '../checks/npi.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { hashWord } from '../text/hash.ts'
import { COMMA, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { VALUE_READERS } from './value-readers.ts'
import { FIRM, readId, valueAfter } from './values.ts'

/** Boxes of the forms that claims are written on, by what they hold: `dx` for codes of diagnoses. */
type Boxes = Record<string, LabelId | 'dx'>

/** Form locators of a hospital's claim (UB-04, CMS-1450; NUBC). */
const HOSPITAL: Boxes = {
  '3a': 'account',
  '3b': 'mrn',
  '6': 'service',
  '8': 'patient',
  '8b': 'patient',
  '9a': 'address',
  '9b': 'city',
  '9d': 'zip',
  '10': 'birth',
  '12': 'service',
  '38': 'relative',
  '45': 'service',
  '56': 'npi',
  '58': 'patient',
  '58a': 'patient',
  '60': 'member',
  '60a': 'member',
  '63': 'other',
  '64': 'other',
  '66': 'dx',
  '67': 'dx',
  '67a': 'dx',
  '69': 'dx',
  '70': 'dx',
  '70a': 'dx',
  '72': 'dx',
  '76': 'npi',
  '77': 'npi',
  '78': 'npi',
  '79': 'npi',
}

/** Items of a physician's claim (CMS-1500 02/12; NUCC). */
export const PHYSICIAN: Boxes = {
  '1a': 'member',
  '2': 'patient',
  '3': 'birth',
  '4': 'patient',
  '5': 'address',
  '7': 'address',
  '9': 'relative',
  '9a': 'member',
  '11a': 'birth',
  '14': 'service',
  '15': 'service',
  '16': 'service',
  '17b': 'npi',
  '18': 'service',
  '21': 'dx',
  '21a': 'dx',
  '22': 'other',
  '23': 'other',
  '24a': 'service',
  '24j': 'npi',
  '26': 'account',
  '32a': 'npi',
  '33a': 'npi',
}

const LOCATORS = wordSet('fl locator')
const LOCATOR = hashWord('locator')
const ITEMS = wordSet('box item field bx')
const FORMS = wordSet(
  'cms hcfa ub ub04 ub92 1450 cms1500 hcfa1500 cms1450 claim claims scrubber clearinghouse locator',
)
const FORM_1500 = hashWord('1500')
const MOST = 4
const REACH = 60

/** "FL 10 09141938", "box 1a XKW221904418": what the forms of claims have in their boxes. */
export function readFormBoxes(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readBox(page, at[k]!))
}

function readBox(page: Page, i: number): number {
  const t = page.tokens
  const type = t.type[i]!
  if ((type !== NUMBER && type !== MIXED) || t.end[i]! - t.start[i]! > MOST) return 0
  const before = t.word[i - 1] ?? 0
  const locator = LOCATORS.has(before)
  const joined = !locator && type === MIXED && isJoinedLocator(page, i)
  const bare = !locator && !joined && !ITEMS.has(before)
  if (bare ? !isBare(page, i) : !locator && !joined && isOfPost(page, i - 1)) return 0
  if (bare) return readBare(page, i)
  if (!joined && t.gap[i]! > GAP.space) return 0
  const number = page.slice(t.start[i]! + (joined ? 2 : 0), t.end[i]!).toLowerCase()
  const label = (locator || joined ? HOSPITAL : PHYSICIAN)[number]
  const telling = !isDigit(number.charCodeAt(number.length - 1)) || t.hash[i - 1] === LOCATOR
  if (label === undefined || !(telling || isOfClaim(page, i))) return 0
  const { at } = valueAfter(page, i + 1, 0)
  if (at >= t.count || at > i + 4 || t.gap[at]! >= GAP.line || page.taken[at] !== 0) return 0
  return label === 'dx' ? readDiagnosis(page, at) : (VALUE_READERS[label]?.(page, at, t.count, FIRM, i) ?? 0)
}

const HOSPITALS = wordSet('ub ub04 ub92 1450 cms1450')
const PHYSICIANS = wordSet('cms1500 hcfa1500 hcfa')
const FORM_04 = hashWord('04')
const BARE_REACH = 120
const WIDE_BOX = 4

/** A number at the head of a line or after wide space, with something after one space: "3a 4088127-1  3b 188204". */
const isBare = (page: Page, i: number): boolean =>
  page.tokens.gap[i]! >= GAP.wide && page.tokens.gap[valueAt(page, i)] === GAP.space && page.lengthOf(i) <= 3

/** "1a. 7CT0A35AU86" */
const valueAt = (page: Page, i: number): number =>
  page.mark(i + 1) === DOT && page.tokens.gap[i + 1] === GAP.none ? i + 2 : i + 1

/** Boxes of a claim written one after another, where the form was named before. */
function readBare(page: Page, i: number): number {
  const t = page.tokens
  const at = valueAt(page, i)
  if (at >= t.count || page.taken[at] !== 0) return 0
  const box = page.slice(t.start[i]!, t.end[i]!).toLowerCase()
  const label = HOSPITAL[box]
  const item = box === '24' ? 'service' : PHYSICIAN[box]
  const stands = label !== undefined && mayStand(page, at, label)
  const holds = item !== undefined && mayHold(page, at, item)
  if (!stands && !holds) return 0
  const form = formBefore(page, i)
  if (stands && form === HOSPITAL) return VALUE_READERS[label]?.(page, at, t.count, FIRM, i) ?? 0
  if (!holds || form !== PHYSICIAN) return 0
  if (item === 'dx') return readDiagnoses(page, at)
  if (item === 'account' || item === 'other') return readOfOffice(page, at, item)
  const next = VALUE_READERS[item]?.(page, at, t.count, FIRM, i) ?? 0
  if (item === 'service' && next > 0) readRendering(page, next)
  return next
}

/** What the office that sends a claim keeps it under, and what a plan approved it by. */
function readOfOffice(page: Page, at: number, item: 'account' | 'other'): number {
  const id = readId(page, at, Math.min(page.tokens.count, at + 6), false)
  if (id.digits < LEAST_DIGITS) return 0
  const kind = item === 'account' ? 'account' : 'other-id'
  return page.addTokens(kind, at, id.end, 0.92, 'by the item of a claim in which it stands', 'identifier')
}

const LEAST_DIGITS = 3

/** In a hospital's form. */
const mayStand = (page: Page, at: number, label: LabelId | 'dx'): label is LabelId =>
  label === 'service'
    ? page.tokens.type[at] === NUMBER && (page.lengthOf(at) === 6 || page.lengthOf(at) === 8)
    : label !== 'dx' && NUMBERED.has(label) && isWide(page, at)

const isWide = (page: Page, at: number): boolean =>
  page.tokens.type[at] !== WORD && page.lengthOf(at) >= WIDE_BOX

/** The form that was named last. */
function formBefore(page: Page, i: number): Boxes | undefined {
  const { word, hash } = page.tokens
  for (let k = i - 1; k >= 0 && k >= i - BARE_REACH; k--) {
    if (PHYSICIANS.has(word[k]!)) return PHYSICIAN
    if (hash[k] === FORM_1500 && (FORMS.has(word[k - 1] ?? 0) || FORMS.has(word[k - 2] ?? 0)))
      return PHYSICIAN
    if (HOSPITALS.has(word[k]!) || (hash[k] === FORM_04 && HOSPITALS.has(word[k - 2] ?? 0))) return HOSPITAL
  }
  return undefined
}

/** By the form of its first token, before anything is looked for further off. */
function mayHold(page: Page, at: number, item: LabelId | 'dx'): boolean {
  const { type, shape, gap } = page.tokens
  const size = page.lengthOf(at)
  switch (item) {
    case 'birth':
    case 'service':
      return type[at] === NUMBER && (size === 6 || size === 8 || (size === 2 && type[at + 1] === NUMBER))
    case 'npi':
      return type[at] === NUMBER && size === NPI_SIZE
    case 'dx':
      return size === 1 || type[at] === MIXED
    case 'address':
      return type[at] === NUMBER && type[at + 1] === WORD && shape[at + 1] === SHAPE.caps
    case 'patient':
      return type[at] === WORD && shape[at] === SHAPE.caps && page.mark(at + 1) === COMMA
    case 'member':
    case 'account':
    case 'other':
      return type[at] === MIXED || (gap[at + 1] === GAP.none && page.mark(at + 1) !== DOT) || isWide(page, at)
    default:
      return false
  }
}

const NPI_SIZE = 10
const MOST_OF_LINE = 24

/** "21 A E11.42 B I10": each after the letter that items of service point to. */
function readDiagnoses(page: Page, from: number): number {
  const { gap, count } = page.tokens
  let next = 0
  for (let at = from; at < count && at < from + MOST_OF_LINE && (at === from || gap[at]! < GAP.line); at++) {
    const end = page.taken[at] === 0 ? readDiagnosis(page, at) : 0
    if (end > 0) next = end
    if (end > at) at = end - 1
  }
  return next
}

/** The number of whoever rendered a service stands at the end of its line. */
function readRendering(page: Page, from: number): void {
  const { gap, count, type, start, end } = page.tokens
  for (let at = from; at < count && at < from + MOST_OF_LINE && gap[at]! < GAP.line; at++)
    if (type[at] === NUMBER && page.lengthOf(at) === NPI_SIZE && isNpi(page.slice(start[at]!, end[at]!)))
      page.addTokens('npi', at, at + 1, 0.96, 'the provider of a service in a claim', 'identifier')
}

/** What is told by its box alone. */
const NUMBERED: ReadonlySet<LabelId> = new Set<LabelId>(['account', 'mrn', 'member', 'other', 'npi', 'birth'])

const POST = wordSet('po p o pob rr rural route rt hc star')

/** "PO Box 4, Cut Bank", "RR 2 Box 9": no box of a form. */
const isOfPost = (page: Page, i: number): boolean => {
  const before = page.mark(i - 1) !== 0 ? i - 2 : i - 1
  return (
    page.mark(i + 2) === COMMA ||
    POST.has(page.tokens.word[before] ?? 0) ||
    (before === i - 1 && before >= 0 && page.tokens.type[before] === NUMBER && page.lengthOf(before) <= 2)
  )
}

/** "FL3a" */
const isJoinedLocator = (page: Page, i: number): boolean => {
  const from = page.tokens.start[i]!
  return (page.unit(from) | 32) === 102 && (page.unit(from + 1) | 32) === 108 && isDigit(page.unit(from + 2))
}

function isOfClaim(page: Page, i: number): boolean {
  if (isClinical(page, i)) return true
  const { word, hash, count } = page.tokens
  for (let at = Math.max(0, i - REACH); at < Math.min(count, i + REACH); at++)
    if (FORMS.has(word[at]!) || hash[at] === FORM_1500) return true
  return false
}

/** Codes stand in these boxes without their dots. */
function readDiagnosis(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  const coded = t.type[i] === MIXED && size >= 3 && size <= 7 && !isDigit(page.unit(t.start[i]!))
  if (!coded || !isDigit(page.unit(t.start[i]! + 1))) return 0
  const dotted = page.mark(i + 1) !== 0 && t.gap[i + 1] === GAP.none && t.gap[i + 2] === GAP.none
  const end = dotted && t.type[i + 2] !== WORD && page.lengthOf(i + 2) <= 4 && i + 2 < t.count ? i + 3 : i + 1
  return page.addTokens('diagnosis-code', i, end, 0.85, 'the diagnosis code of a claim', 'health')
}
