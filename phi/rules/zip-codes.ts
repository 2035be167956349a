import { W } from '../lexicon/words.ts'
import { DASH, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'
import { isMisread } from './misread.ts'

/** Passes over a "." after an abbreviation. */
export const pastDot = (page: Page, i: number) =>
  page.mark(i) === DOT && page.tokens.gap[i] === GAP.none ? i + 1 : i

/** "142l7", "6O9O1": five digits of which OCR misread some. */
export const isMisreadZip = (page: Page, i: number): boolean => page.lengthOf(i) === 5 && isMisread(page, i)

/** One past a ZIP code at token `i`, with its last four digits where they follow; `i` itself for none. */
export function readZipEnd(page: Page, i: number): number {
  const t = page.tokens
  if (page.is(i - 1, W.stateCode) && t.gap[i]! <= GAP.line && isMisreadZip(page, i)) return i + 1
  if (t.type[i] !== NUMBER || page.lengthOf(i) !== 5 || t.gap[i]! > GAP.line) return i
  const plus =
    page.mark(i + 1) === DASH &&
    t.gap[i + 1] === GAP.none &&
    t.type[i + 2] === NUMBER &&
    page.lengthOf(i + 2) === 4
  return plus ? i + 3 : i + 1
}
