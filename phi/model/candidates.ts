import { ownerOfWord } from '../lexicon/owners.ts'
import { W } from '../lexicon/words.ts'
import { isDashedDate, isTollFree } from '../rules/any-label.ts'
import { isClinical } from '../rules/context.ts'
import { type IdSpan, readId } from '../rules/values.ts'
import { isDayAsDigits } from '../text/compact-date.ts'
import { COLON, DASH, DOT, PERCENT, SLASH, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'

const LEAST_DIGITS = 3
const LEAST = 4
const MOST = 24
/** How many tokens one number may be made of. */
const PIECES = 9

/**
 * What may be somebody's number, in order of place: runs of letters and digits, with dashes or in blocks, that are no
 * date, amount, version or time by their form, where somebody or care is spoken of near by, or, for training,
 * `everywhere`. `visit` answers whether to go on.
 */
export function eachNumber(
  page: Page,
  everywhere: boolean,
  visit: (first: number, id: IdSpan) => boolean,
): void {
  const { at, count } = page.stops.numbers
  let done = 0
  for (let k = 0; k < count; k++) {
    const i = at[k]!
    if (i < done) continue
    if (!everywhere && page.taken[i] !== 1 && !isClinical(page, i, 40) && !page.isOfPerson(i)) continue
    const first = beginningOf(page, i, done)
    if (first < 0) continue
    const id = spanOf(page, first)
    if (id.end <= i) continue
    done = id.end
    if (mayBeSomebodys(page, first, id) && !visit(first, id)) return
  }
}

/** The first token of the number whose digits begin at token `i`; -1 where none begins. */
function beginningOf(page: Page, i: number, done: number): number {
  const t = page.tokens
  const type = t.type[i]!
  if (type !== NUMBER && type !== MIXED) return -1
  const size = page.lengthOf(i)
  if (size > 20 || (size === 1 && page.mark(i + 1) !== DASH && t.gap[i] !== GAP.none)) return -1
  const before = page.mark(i - 1)
  if (t.gap[i] === GAP.none) {
    // "HM-0441"
    if (before === DASH && i >= 2 && t.gap[i - 1] === GAP.none)
      return i - 2 >= done && t.type[i - 2] === WORD && page.lengthOf(i - 2) <= 5 ? i - 2 : -1
    if (before === DOT || before === SLASH || before === DASH || before === UNDERSCORE) return -1
  }
  // "JQU 447 10 2288"
  const led =
    t.gap[i] === GAP.space &&
    i > done &&
    t.type[i - 1] === WORD &&
    t.shape[i - 1] === SHAPE.caps &&
    page.lengthOf(i - 1) <= 4 &&
    page.lengthOf(i - 1) > 1 &&
    t.bits[i - 1] === 0 &&
    ownerOfWord(t.word[i - 1]!) === 0
  return led ? i - 1 : i
}

function spanOf(page: Page, first: number): IdSpan {
  const limit = Math.min(page.tokens.count, first + PIECES)
  const tight = readId(page, first, limit, false)
  return tight.digits < 5 ? readId(page, first, limit, true) : tight
}

function mayBeSomebodys(page: Page, first: number, id: IdSpan): boolean {
  const size = id.digits + id.letters
  if (id.digits < LEAST_DIGITS || size < LEAST || size > MOST) return false
  const t = page.tokens
  const next = page.mark(id.end)
  if (next === PERCENT || (next === COLON && t.gap[id.end] === GAP.none && page.unit(t.end[id.end]!) !== 32))
    return false
  let dashes = 0
  let slashes = 0
  for (let k = first; k < id.end; k++) {
    const mark = page.mark(k)
    if (mark === DOT || mark === UNDERSCORE || page.is(k, W.month)) return false
    if (mark === DASH) dashes++
    if (mark === SLASH) slashes++
  }
  if (slashes === 2) return false
  if (id.letters > 0) return true
  return dashes === 0 ? !isDay(page, first, id) : !isOtherwiseShaped(page, first, id.digits, dashes)
}

const isDay = (page: Page, first: number, id: IdSpan): boolean =>
  id.digits === 8 &&
  id.end === first + 1 &&
  isDayAsDigits(page.slice(page.tokens.start[first]!, page.tokens.end[first]!))

const FIVE = 53

/** The exchange 555, which is given to no subscriber: a phone number without its area. */
function isSpare(page: Page, i: number): boolean {
  const from = page.tokens.start[i]!
  return page.unit(from) === FIVE && page.unit(from + 1) === FIVE && page.unit(from + 2) === FIVE
}

/** As a date or a phone number is. */
function isOtherwiseShaped(page: Page, at: number, digits: number, dashes: number): boolean {
  const [a, b, c] = [page.lengthOf(at), page.lengthOf(at + 2), page.lengthOf(at + 4)]
  if (dashes === 2 && digits === 10 && a === 3 && b === 3) return true
  if (dashes === 1) return a === 3 && b === 4 && isSpare(page, at)
  if (dashes === 3) return isTollFree(page, at, digits)
  if (dashes !== 2) return false
  return isDashedDate(page, at, a, b, c)
}
