import type { IdentifierKind } from '../kinds.ts'
import { kindOfFront } from '../lexicon/fronts.ts'
import { isDigit } from '../text/chars.ts'
import type { Page } from '../text/page.ts'
import { WORD } from '../text/tokens.ts'

const MOST_FRONT = 6

/** What the letters in front tell: "clm" of "CLM-77120", "rx" of "RX30118"; undefined where there are none, or more than six. */
export function kindByFront(page: Page, first: number): IdentifierKind | undefined {
  const { start, end, type } = page.tokens
  const from = start[first]!
  let to = from
  while (to < end[first]! && to - from <= MOST_FRONT && !isDigit(page.unit(to))) to++
  if (to === from || to - from > MOST_FRONT || (type[first] === WORD && to !== end[first])) return undefined
  return kindOfFront(page.slice(from, to).toLowerCase())
}
