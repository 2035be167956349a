import type { WordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'

/** Whether one of `words` is among the `before` tokens before token `i`, or the `after` ones from it on. */
export function isNear(page: Page, i: number, words: WordSet, before: number, after = before): boolean {
  const { word, count } = page.tokens
  for (let at = Math.max(0, i - before), to = Math.min(count, i + after); at < to; at++)
    if (words.has(word[at]!)) return true
  return false
}

/** Whether one of `words` is among the `reach` tokens right before token `i`. */
export function isBefore(page: Page, i: number, words: WordSet, reach: number): boolean {
  const { word } = page.tokens
  for (let at = i - 1, from = Math.max(0, i - reach); at >= from; at--) if (words.has(word[at]!)) return true
  return false
}
