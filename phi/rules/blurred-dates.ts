import { isDigit } from '../text/chars.ts'
import { COMMA, DASH, DOT, QUESTION, SLASH, STAR, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'

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

const [LEAST_YEAR, MOST_YEAR] = [1895, 2030]

/** "dob 71358", "dob 1987-30-10": a labelled day of birth without its leading zero, or with its day before its month. */
export function readRunBirth(page: Page, i: number): number {
  const { type, start, end, gap } = page.tokens
  if (type[i] !== NUMBER) return 0
  const reason = 'a labelled day of birth, written as few write it'
  const digits = (at: number) => Number(page.slice(start[at]!, end[at]!))
  if (page.lengthOf(i) === 5 && gap[i + 1] !== GAP.none) {
    const day = Math.floor(digits(i) / 100) % 100
    return digits(i) >= 10_000 && day >= 1 && day <= 31
      ? page.addTokens('birth-date', i, i + 1, 0.8, reason, 'identifier')
      : 0
  }
  const turned = page.lengthOf(i) === 4 && page.mark(i + 1) === DASH && page.mark(i + 3) === DASH
  if (!turned || type[i + 2] !== NUMBER || type[i + 4] !== NUMBER || page.lengthOf(i + 4) !== 2) return 0
  const [year, day, month] = [digits(i), digits(i + 2), digits(i + 4)]
  const possible =
    year >= LEAST_YEAR && year <= MOST_YEAR && day > 12 && day <= 31 && month >= 1 && month <= 12
  return possible ? page.addTokens('birth-date', i, i + 5, 0.9, reason, 'identifier') : 0
}

const LATEST_BIRTH = 2015
const B = 98

/** "TALLMADGE Hiram b. 1929": the year after a name. */
export function readBirthYear(page: Page, i: number): number {
  const { type, start, end, shape, gap } = page.tokens
  const letter = i - 2
  if (page.mark(i - 1) !== DOT || page.lengthOf(letter) !== 1 || page.unit(start[letter]!) !== B) return 0
  if (
    gap[letter]! > GAP.space ||
    gap[i]! > GAP.space ||
    (page.mark(i + 1) !== 0 &&
      gap[i + 1] === GAP.none &&
      page.mark(i + 1) !== DOT &&
      page.mark(i + 1) !== COMMA)
  )
    return 0
  const named = page.mark(letter - 1) !== 0 ? letter - 2 : letter - 1
  if (type[named] !== WORD || shape[named] === SHAPE.lower) return 0
  const year = Number(page.slice(start[i]!, end[i]!))
  if (year < LEAST_YEAR || year > LATEST_BIRTH) return 0
  return page.addTokens('birth-date', i, i + 1, 0.75, 'the year of birth after a name', 'identifier')
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122
