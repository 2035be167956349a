import { isDigit } from '../text/chars.ts'
import type { Page } from '../text/page.ts'
import { MARK, NUMBER } from '../text/tokens.ts'

/** How much the form of a number says that a health plan gave it. */
export const FORM = { none: 0, likely: 1, sure: 2 } as const
export type Form = (typeof FORM)[keyof typeof FORM]

const LONGEST = 18
const M = 77

/** Letters in front, digits, and letters at the end of what tokens hold, without spaces. */
let front = 0
let digits = 0
let back = 0
/** "M" stands among the digits. */
let parted = false

/**
 * What plans print on their cards, told by form alone: three letters of a Blue plan and nine digits or more, "W" and nine
 * (Aetna), "U" and eight or ten (Cigna); likely only "H" or "R" and eight (Humana, Federal Employee Program), nine digits
 * and a letter (old Medicare, Medicaid of many states), two letters, five digits and one (Medicaid of New York).
 */
export function cardForm(page: Page, first: number, end: number): Form {
  const { type, start } = page.tokens
  if (type[first] === NUMBER ? end > first + 2 : end > first + 4) return FORM.none
  if (!count(page, first, end)) return FORM.none
  const letter = page.unit(start[first]!)
  if (back > 0) {
    if (back !== 1) return FORM.none
    return (front === 0 && digits >= 8 && digits <= 10) || (front === 2 && digits === 5)
      ? FORM.likely
      : FORM.none
  }
  if (parted) return digits === 8 ? FORM.sure : FORM.none
  if (front === 3) return (digits >= 9 && digits <= 12) || digits === 14 ? FORM.sure : FORM.none
  // "ZECM90735261"
  if (front === 4) return digits === 8 && page.unit(start[first]! + 3) === M ? FORM.sure : FORM.none
  if (front !== 1) return FORM.none
  if (letter === W) return digits === 9 || digits === 11 ? FORM.sure : FORM.none
  if (letter === U) return digits === 8 || digits === 10 ? FORM.sure : FORM.none
  // "H00091773" is a hospital's.
  const zeros = page.unit(start[first]! + 1) === ZERO && page.unit(start[first]! + 2) === ZERO
  return (letter === H || letter === R) && digits === 8 && !zeros ? FORM.likely : FORM.none
}

const ZERO = 48
const H = 72
const R = 82
const U = 85
const W = 87

/** Whether tokens hold capitals, then digits, then capitals, and nothing that joins them. */
function count(page: Page, first: number, end: number): boolean {
  const { type, start, end: ends } = page.tokens
  front = 0
  digits = 0
  back = 0
  parted = false
  for (let at = first; at < end; at++) {
    if (type[at] === MARK) return false
    if (ends[at]! - start[at]! > LONGEST) return false
    for (let k = start[at]!; k < ends[at]!; k++) {
      const unit = page.unit(k)
      if (isDigit(unit)) {
        // "YRP559M70182"
        if (back === 1 && front === 3 && digits === 3 && page.unit(k - 1) === M) {
          parted = true
          back = 0
        }
        if (back > 0) return false
        digits++
      } else if (unit < 65 || unit > 90) return false
      else if (digits > 0) back++
      else front++
    }
  }
  return front + digits + back <= LONGEST
}
