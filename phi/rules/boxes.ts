import { isNpi } from '../checks/npi.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { DASH, DOT, EQUALS } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { readEach } from './each.ts'
import { fieldOfHl7 } from './segments.ts'
import { VALUE_READERS } from './value-readers.ts'
import { compact, FIRM, readId, valueAfter } from './values.ts'

/** Items of the professional claim form (CMS-1500, NUCC's manual) that hold identifiers. */
const PROFESSIONAL: Record<string, LabelId> = {
  '1a': 'member',
  '2': 'patient',
  '3': 'birth',
  '4': 'patient',
  '9a': 'member',
  '17b': 'npi',
  '22': 'other',
  '23': 'other',
  '24j': 'npi',
  '26': 'account',
  '32a': 'npi',
  '33a': 'npi',
}
/** Form locators of the institutional claim form (UB-04). */
const INSTITUTIONAL: Record<string, LabelId> = {
  '3a': 'account',
  '3b': 'mrn',
  '6': 'service',
  '8b': 'patient',
  '10': 'birth',
  '12': 'service',
  '56': 'npi',
  '60': 'member',
  '60a': 'member',
  '60b': 'member',
  '60c': 'member',
  '63': 'other',
  '63a': 'other',
  '64': 'other',
  '64a': 'other',
  '76': 'npi',
  '77': 'npi',
  '78': 'npi',
}
/** Elements of claims and remittances (X12 005010), as people write them. */
const ELEMENTS: Record<string, LabelId> = {
  clm01: 'account',
  clp01: 'account',
  clp07: 'other',
  nm109: 'member',
}

const BOXES = wordSet('box boxes item items blk')
const LOCATORS = wordSet('fl locator locators loc fls')
const FORMS = wordSet('cms hcfa ub form claim claims locator institutional professional')
const LONGEST = 3
const FORM_REACH = 40

/** "box 1a R30118847", "FL 3b M000772194", "PID-3 is 0044718": what forms and messages tell by the number of a field. */
export function readBoxes(page: Page): void {
  readEach(page, page.stops.numbers, readBox)
}

function readBox(page: Page, i: number): number {
  const { type } = page.tokens
  const size = page.lengthOf(i)
  const element = size === 5 && type[i] === MIXED
  if ((type[i] !== NUMBER && type[i] !== MIXED) || (size > LONGEST && !element)) return 0
  const label = element ? ELEMENTS[textOf(page, i)] : labelOf(page, i)
  if (label === undefined) return 0
  const { at } = valueAfter(page, i + 1, 2)
  if (at >= page.tokens.count || page.taken[at] !== 0) return 0
  const of = element && label === 'member' && isProviders(page, at) ? 'npi' : label
  return VALUE_READERS[of]!(page, at, page.tokens.count, FIRM, i) > 0 ? i + 1 : 0
}

const textOf = (page: Page, i: number): string =>
  page.slice(page.tokens.start[i]!, page.tokens.end[i]!).toLowerCase()

function labelOf(page: Page, i: number): LabelId | undefined {
  const t = page.tokens
  if (i === 0) return undefined
  const joined = page.mark(i - 1) === DASH || page.mark(i - 1) === DOT
  if (joined && i > 1 && t.gap[i] === GAP.none && t.gap[i - 1] === GAP.none)
    return t.type[i] === NUMBER ? fieldOfHl7(t.hash[i - 2]!, Number(textOf(page, i))) : undefined
  const before = t.type[i - 1] === WORD ? t.word[i - 1]! : 0
  if (BOXES.has(before)) return PROFESSIONAL[textOf(page, i)]
  if (LOCATORS.has(before)) return isOnForm(page, i - 1) ? INSTITUTIONAL[textOf(page, i)] : undefined
  // "1a = 904418832A, 23 = PA5519007", once the form is named
  return page.mark(i + 1) === EQUALS && isOnForm(page, i) ? PROFESSIONAL[textOf(page, i)] : undefined
}

/** Whether a form or another field of one is spoken of before: "FL" is Florida as well. */
function isOnForm(page: Page, i: number): boolean {
  const { word } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - FORM_REACH; at--)
    if (FORMS.has(word[at]!) || LOCATORS.has(word[at]!)) return true
  return false
}

function isProviders(page: Page, at: number): boolean {
  const id = readId(page, at, page.tokens.count, false)
  return id.digits === 10 && id.letters === 0 && isNpi(compact(page, at, id.end))
}
