import { isDea } from '../checks/dea.ts'
import { isNpi } from '../checks/npi.ts'
import type { LabelId } from '../lexicon/labels.ts'
import type { Page } from '../text/page.ts'
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

function readWrongDigit(page: Page, i: number, label: LabelId): void {
  const { at } = valueAfter(page, page.phraseEnd[i]!, FILLERS)
  if (at >= page.tokens.count) return
  const id = readId(page, at, Math.min(page.tokens.count, at + PIECES), true)
  const long = label === 'npi' ? id.digits === 10 && id.letters === 0 : id.digits === 7 || id.digits === 8
  if (!long) return
  const text = compact(page, at, id.end)
  if (!(label === 'npi' ? isNpi(text) : isDea(text))) markNobodys(page, at, id.end)
}
