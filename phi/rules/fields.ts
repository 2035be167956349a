import { isNpi } from '../checks/npi.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { DASH, DOT, EQUALS } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { PHYSICIAN } from './form-boxes.ts'
import { fieldOfHl7 } from './segments.ts'
import { VALUE_READERS } from './value-readers.ts'
import { compact, FIRM, readId, valueAfter } from './values.ts'

/** Elements of claims and remittances (X12 005010), as people write them. */
const ELEMENTS: Record<string, LabelId> = {
  clm01: 'account',
  clp01: 'account',
  clp07: 'other',
  nm109: 'member',
}
const ELEMENT = 5
const LONGEST = 3

/** "PID-3 is 0044718", "CLM01: 77120-3", "23 = PA5519007": fields of messages and forms, spoken of by their number. */
export function readFields(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readField(page, at[k]!))
}

function readField(page: Page, i: number): number {
  const type = page.tokens.type[i]!
  const size = page.lengthOf(i)
  if (size > ELEMENT) return 0
  const element = size === ELEMENT && type === MIXED
  if ((type !== NUMBER && type !== MIXED) || (size > LONGEST && !element)) return 0
  const label = element ? ELEMENTS[textOf(page, i)] : (hl7At(page, i) ?? boxAt(page, i))
  if (label === undefined) return 0
  const { at } = valueAfter(page, i + 1, 2)
  if (at >= page.tokens.count || page.taken[at] !== 0) return 0
  const of = element && label === 'member' && isProviders(page, at) ? 'npi' : label
  return (VALUE_READERS[of]?.(page, at, page.tokens.count, FIRM, i) ?? 0) > 0 ? i + 1 : 0
}

const textOf = (page: Page, i: number): string =>
  page.slice(page.tokens.start[i]!, page.tokens.end[i]!).toLowerCase()

/** "PID-3", "MRG.1" */
function hl7At(page: Page, i: number): LabelId | undefined {
  const t = page.tokens
  const mark = page.mark(i - 1)
  const joined = (mark === DASH || mark === DOT) && t.gap[i] === GAP.none && t.gap[i - 1] === GAP.none
  return joined && i > 1 && t.type[i] === NUMBER
    ? fieldOfHl7(t.hash[i - 2]!, Number(textOf(page, i)))
    : undefined
}

const FORMS = wordSet('cms hcfa cms1500 hcfa1500')
const FORM_1500 = hashWord('1500')
const FORM_REACH = 40

/** "1a = 904418832A", where the form was named before. */
function boxAt(page: Page, i: number): LabelId | undefined {
  if (page.mark(i + 1) !== EQUALS) return undefined
  const label = PHYSICIAN[textOf(page, i)]
  if (label === undefined || label === 'dx') return undefined
  const { word, hash } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - FORM_REACH; at--)
    if (FORMS.has(word[at]!) || hash[at] === FORM_1500) return label
  return undefined
}

function isProviders(page: Page, at: number): boolean {
  const id = readId(page, at, page.tokens.count, false)
  return id.digits === 10 && id.letters === 0 && isNpi(compact(page, at, id.end))
}
