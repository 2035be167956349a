import { isDigit } from '../text/chars.ts'
import { DASH, DOT, QUESTION, SLASH, STAR, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'

const LONGEST = 12
const LEAST_DIGITS = 3
const X = 120

/** "4/1/7_", "0?/14/1962", "1x-22-58": a labelled day of birth of which not all could be read. Answers the token after, or 0. */
export function readBlurredBirth(page: Page, i: number): number {
  const from = page.tokens.start[i]!
  const sizes = [0, 0, 0]
  let part = 0
  let digits = 0
  let doubts = 0
  let at = from
  for (; at < from + LONGEST; at++) {
    const unit = page.unit(at)
    if (isDigit(unit)) digits++
    else if (unit === QUESTION || unit === UNDERSCORE || unit === STAR || (unit | 32) === X) doubts++
    else if ((unit === SLASH || unit === DASH || unit === DOT) && sizes[part]! > 0 && part < 2) {
      part++
      continue
    } else break
    sizes[part]!++
  }
  if (part < 2 || doubts === 0 || digits < LEAST_DIGITS || isLetter(page.unit(at))) return 0
  // "11/22/58?", that somebody is not sure of.
  if (doubts === 1 && page.unit(at - 1) === QUESTION && sizes[2] !== 2 && sizes[2] !== 4) return 0
  if (sizes.some((size) => size === 0 || size > 4)) return 0
  const reason = 'a day of birth of which not all could be read'
  return page.add('birth-date', from, at, i, 0.75, reason, 'identifier')
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122
