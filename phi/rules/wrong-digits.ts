import { isDea } from '../checks/dea.ts'
import { isNpi } from '../checks/npi.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { ownerOfWord } from '../lexicon/owners.ts'
import type { Page } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'
import { KIND_OF_OWNER } from './owners.ts'
import { markNobodys } from './things.ts'
import { compact, readId, valueAfter } from './values.ts'

const FILLERS = 5
const PIECES = 3

/** What is called a provider's NPI or DEA number, of its length, with a check digit that is wrong: nobody's, of any kind. */
export function readWrongDigits(page: Page): void {
  const { at, count } = page.stops.labels
  for (let k = 0; k < count; k++) {
    const label = page.label(at[k]!)
    if (label === 'npi' || label === 'dea') readWrongDigit(page, at[k]!, label)
  }
}

/** Beyond the line, or "NPI on his chart 4471820093": it may be of what stands between. */
function isOfAnother(page: Page, from: number, to: number): boolean {
  const { gap, word } = page.tokens
  for (let at = from; at <= to; at++)
    if (gap[at]! >= GAP.line || (at < to && KIND_OF_OWNER[ownerOfWord(word[at]!)] !== undefined)) return true
  return false
}

function readWrongDigit(page: Page, i: number, label: LabelId): void {
  const { at } = valueAfter(page, page.phraseEnd[i]!, FILLERS)
  if (at >= page.tokens.count || isOfAnother(page, page.phraseEnd[i]!, at)) return
  const id = readId(page, at, Math.min(page.tokens.count, at + PIECES), true)
  const long = label === 'npi' ? id.digits === 10 && id.letters === 0 : id.digits === 7 || id.digits === 8
  if (!long) return
  const text = compact(page, at, id.end)
  if (!(label === 'npi' ? isNpi(text) : isDea(text))) markNobodys(page, at, id.end)
}
