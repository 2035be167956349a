import { digitValue } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { MIXED } from '../text/tokens.ts'

/** "142l7", "01O8": a number of which OCR took some digits for letters. */
export function isMisread(page: Page, i: number): boolean {
  const { type, start, end } = page.tokens
  if (type[i] !== MIXED) return false
  for (let at = start[i]!; at < end[i]!; at++) if (digitValue(page.unit(at), true) < 0) return false
  return true
}
