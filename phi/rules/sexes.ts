import { wordSet } from '../lexicon/words.ts'
import { BRACKET, CLOSING_BRACKET, COMMA, DOT, PIPE, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isBefore } from './near.ts'

const LETTERS = wordSet('m f u x')
const WORDS = wordSet('male female')

/** A word for somebody's sex that stands alone: "F" in a column, "Male". */
export function isSex(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD) return false
  if (WORDS.has(t.word[i]!)) return true
  const alone = t.gap[i]! > GAP.none || page.mark(i - 1) !== DOT
  return alone && page.lengthOf(i) === 1 && t.shape[i] === SHAPE.caps && LETTERS.has(t.word[i]!)
}

/** Whether a word for somebody's sex stands right before token `i` or at token `next`, on the same line: "F  1931-03-05". */
export function isBesideSex(page: Page, i: number, next: number): boolean {
  const { gap, count } = page.tokens
  const before = isParting(page, i - 1) ? i - 2 : i - 1
  if (before >= 1 && gap[i]! < GAP.line && isSex(page, before) && isApart(page, before)) return true
  const after = isParting(page, next) ? next + 1 : next
  return after < count && gap[next]! < GAP.line && isSex(page, after) && isApart(page, after + 1)
}

const isParting = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  return mark === COMMA || mark === SLASH || mark === BRACKET || mark === PIPE
}

/** No letter or digit is written together with it. */
const isApart = (page: Page, i: number): boolean =>
  i >= page.tokens.count || page.tokens.gap[i] !== GAP.none || page.mark(i) !== 0

/** "97 F" in a column, "91/M": whether the number at token `i` is an age before somebody's sex, and no temperature. */
export function isAgeBeforeSex(page: Page, i: number): boolean {
  const t = page.tokens
  const sex = page.mark(i + 1) === SLASH ? i + 2 : i + 1
  if (t.type[i] !== NUMBER || !isSex(page, sex) || t.gap[sex]! > GAP.wide) return false
  const named = t.type[i - 1] === WORD && t.shape[i - 1] !== SHAPE.lower
  const shaped = t.gap[i]! >= GAP.wide || ((named || page.mark(i - 1) === COMMA) && t.gap[i] === GAP.space)
  const end = sex + 1
  const ends =
    end >= t.count ||
    t.gap[end]! >= GAP.wide ||
    page.mark(end) === COMMA ||
    page.mark(end) === CLOSING_BRACKET ||
    GOES_ON.has(t.word[end]!) ||
    page.health(end) !== undefined ||
    t.shape[end] === SHAPE.caps
  if (!shaped || !ends) return false
  if (isBefore(page, i, HEAT, 4)) return false
  return true
}

/** "92 F with CHF" */
const GOES_ON = wordSet('with w admitted from who presents presented presenting here fell s sp')
const HEAT = wordSet('t temp temperature tmax oral setpoint humidity room')
