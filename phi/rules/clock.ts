import { COLON } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { NUMBER } from '../text/tokens.ts'

/** "14:05" right after. */
export function isTime(page: Page, i: number): boolean {
  const t = page.tokens
  return t.type[i] === NUMBER && page.mark(i + 1) === COLON && t.type[i + 2] === NUMBER
}
