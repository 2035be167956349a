import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { hashWord } from '../text/hash.ts'
import { COMMA, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { VALUE_READERS } from './value-readers.ts'
import { FIRM, valueAfter } from './values.ts'

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
  if (bare ? afterBare(page, i) === 0 : !locator && !joined && isOfPost(page, i - 1)) return 0
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

/** Where the value begins after a number at the head of a line or after wide space: "3a 4088127-1  3b 188204", "1a. ...". */
function afterBare(page: Page, i: number): number {
  const { gap } = page.tokens
  if (gap[i]! < GAP.wide || page.lengthOf(i) > 3) return 0
  const at = page.mark(i + 1) === DOT && gap[i + 1] === GAP.none ? i + 2 : i + 1
  return gap[at] === GAP.space ? at : 0
}

/** Boxes of a claim written one after another, where the form was named before. */
function readBare(page: Page, i: number): number {
  const t = page.tokens
  const at = afterBare(page, i)
  const number = page.slice(t.start[i]!, t.end[i]!).toLowerCase()
  if (!isNumbered(HOSPITAL[number]) && !isNumbered(PHYSICIAN[number])) return 0
  if (at >= t.count || t.type[at] === WORD || page.lengthOf(at) < WIDE_BOX || page.taken[at] !== 0) return 0
  const label = formBefore(page, i)?.[number]
  return isNumbered(label) ? (VALUE_READERS[label]?.(page, at, t.count, FIRM, i) ?? 0) : 0
}

/** The form that was named last. */
function formBefore(page: Page, i: number): Boxes | undefined {
  const { word, hash } = page.tokens
  for (let k = i - 1; k >= 0 && k >= i - BARE_REACH; k--) {
    if (PHYSICIANS.has(word[k]!) || (hash[k] === FORM_1500 && FORMS.has(word[k - 2] ?? 0))) return PHYSICIAN
    if (HOSPITALS.has(word[k]!) || (hash[k] === FORM_04 && HOSPITALS.has(word[k - 2] ?? 0))) return HOSPITAL
  }
  return undefined
}

/** What is told by its box alone. */
const NUMBERED: ReadonlySet<LabelId> = new Set<LabelId>(['account', 'mrn', 'member', 'other', 'npi', 'birth'])
const isNumbered = (label: LabelId | 'dx' | undefined): label is LabelId =>
  label !== undefined && label !== 'dx' && NUMBERED.has(label)

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
