import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { BRACKET, CLOSING_BRACKET, COMMA } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, NUMBER } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { VALUE_READERS } from './value-readers.ts'
import { FIRM } from './values.ts'

/** Elements of DICOM (PS3.6, chapter 6) that hold identifiers, by group and element. */
const ELEMENTS: Record<string, LabelId> = {
  '0008,0020': 'service',
  '0008,0050': 'other',
  '0010,0010': 'patient',
  '0010,0020': 'mrn',
  '0010,0030': 'birth',
  '0010,1000': 'mrn',
  '0010,1040': 'address',
  '0010,2154': 'phone',
  '0020,0010': 'other',
}

const OPENS = '<[="'
/** "(0010,0020) is SZ448190", as people write. */
const LINKS = wordSet('is was says reads shows holds has')
/** How an element's value is written (PS3.5, 6.2), as dumps have it before the value. */
const REPRESENTATIONS = new Set(['LO', 'PN', 'DA', 'SH', 'ST', 'LT', 'CS', 'UI'])
const MOST_BEFORE_VALUE = 8

/** "(0010,0020) LO <SZ448190>": a listing of an image's head. */
export function readDicom(page: Page): void {
  const { at, count } = page.stops.brackets
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readElement(page, at[k]!))
}

function readElement(page: Page, i: number): number {
  const t = page.tokens
  if (page.mark(i) !== BRACKET || page.mark(i + 2) !== COMMA || page.mark(i + 4) !== CLOSING_BRACKET) return 0
  if (t.type[i + 1] !== NUMBER || page.lengthOf(i + 1) !== 4 || page.lengthOf(i + 3) !== 4) return 0
  const label = ELEMENTS[page.slice(t.start[i + 1]!, t.end[i + 3]!)]
  if (label === undefined) return 0
  const bare = i + 6
  if (
    bare < t.count &&
    page.lengthOf(i + 5) === 2 &&
    t.gap[bare] !== GAP.none &&
    t.gap[bare]! < GAP.line &&
    t.type[bare] !== MARK &&
    REPRESENTATIONS.has(page.slice(t.start[i + 5]!, t.end[i + 5]!))
  ) {
    VALUE_READERS[label]?.(page, bare, t.count, FIRM, bare)
    return bare
  }
  for (let at = i + 5; at < t.count && at < i + 5 + MOST_BEFORE_VALUE && t.gap[at]! < GAP.line; at++) {
    const opens =
      t.type[at] === MARK ? OPENS.includes(String.fromCharCode(page.mark(at))) : LINKS.has(t.word[at]!)
    if (opens && at + 1 < t.count && t.type[at + 1] !== MARK) {
      VALUE_READERS[label]?.(page, at + 1, t.count, FIRM, at + 1)
      return at + 1
    }
  }
  return i + 5
}
