import { W, wordSet } from '../lexicon/words.ts'
import { COLON, DOT, HASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'

/** Numbers of what takes cards, and of the practices that a laboratory or a vendor works for. */

const TERMINALS = wordSet('terminal terminals pos pinpad kiosk till lane merchant')
const CUSTOMERS = wordSet('client customer practice')
const POINTERS = wordSet('id no num number nr code')
const PRACTICES = wordSet(
  'med medicine family pediatrics peds dermatology cardiology obgyn urgent assoc associates',
)
const NAME_REACH = 5

/** The token of the word that labels the number at token `i`, past "ID", "no." and marks; -1 for none on its line. */
function labelOf(page: Page, i: number): number {
  const { word, gap, type } = page.tokens
  let at = i - 1
  for (; at >= 0 && at > i - 5 && gap[at + 1]! < GAP.wide; at--) {
    const mark = page.mark(at)
    if (mark === COLON || mark === HASH || mark === DOT || POINTERS.has(word[at]!)) continue
    return type[at] === WORD ? at : -1
  }
  return -1
}

/** "Terminal ID 00382910", "Client: 40118 Cedar Family Med". */
export function isOfCustomer(page: Page, i: number): boolean {
  const { word, type, shape, gap, count } = page.tokens
  if (type[i] !== NUMBER) return false
  const label = labelOf(page, i)
  if (label < 0) return false
  if (TERMINALS.has(word[label]!)) return label < i - 1
  if (!CUSTOMERS.has(word[label]!)) return false
  const from = page.mark(i + 1) !== 0 ? i + 2 : i + 1
  for (let at = from; at < from + NAME_REACH && at < count && gap[at]! < GAP.line; at++) {
    if (type[at] !== WORD || shape[at] === SHAPE.lower || page.is(at, W.patient)) return false
    if (page.is(at, W.org) || PRACTICES.has(word[at]!)) return true
  }
  return false
}
