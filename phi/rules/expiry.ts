import { wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'

const EXPIRY = wordSet('exp expires expiry expiration expired expire caduca vence vto')

/** "exp 2031-08", "Expires: 2026-05": until when something may be used. */
export const isExpiry = (page: Page, i: number): boolean =>
  i > 0 &&
  (EXPIRY.has(page.tokens.word[i - 1]!) ||
    (i > 1 && page.mark(i - 1) !== 0 && EXPIRY.has(page.tokens.word[i - 2]!)))
