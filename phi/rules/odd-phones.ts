import { wordSet } from '../lexicon/words.ts'
import { COMMA, DASH, DOT, STAR } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isFaxed } from './faxed.ts'
import { isMisread } from './misread.ts'
import { nearTalkOfPhones, TOLL_FREE } from './phone-context.ts'

// Phone numbers that are written as hardly any are: with commas, as they were said, with stars, misread by OCR, or from
// abroad with the zeros that are dialled for a "+".

const TWO = 50
const ZERO = 48
const AREA = 3
const LINE = 4
const SPOKEN_REACH = 40

/** Answers the token after such a number that begins at token `i`, or 0. */
export function readOddPhone(page: Page, i: number): number {
  const first = page.unit(page.tokens.start[i]!)
  if (page.lengthOf(i) === AREA) return first >= TWO && isInGroups(page, i) ? add(page, i, i + 5) : 0
  return first === ZERO ? readFromAbroad(page, i) : 0
}

/** "605, 555, 0174", "714*555*0103", "605-555-01O8" */
function isInGroups(page: Page, i: number): boolean {
  const { type, gap, start } = page.tokens
  const mark = page.mark(i + 1)
  if (page.mark(i + 3) !== mark || page.lengthOf(i + 2) !== AREA || page.lengthOf(i + 4) !== LINE)
    return false
  if (gap[i + 1] !== GAP.none || gap[i + 3] !== GAP.none || page.unit(start[i + 2]!) < TWO) return false
  const plain = type[i + 2] === NUMBER && type[i + 4] === NUMBER
  if (mark === COMMA) {
    if (!plain || gap[i + 2] !== GAP.space || gap[i + 4] !== GAP.space) return false
    // A list of amounts goes on.
    if (isListed(page, i - 1, i - 2) || isListed(page, i + 5, i + 6)) return false
  } else {
    if (gap[i + 2] !== GAP.none || gap[i + 4] !== GAP.none) return false
    // A longer row goes on.
    if (
      (page.mark(i - 1) === mark && gap[i] === GAP.none) ||
      (page.mark(i + 5) === mark && gap[i + 6] === GAP.none)
    )
      return false
    if (
      mark === DASH || mark === DOT
        ? plain || !isDigits(page, i + 2) || !isDigits(page, i + 4)
        : mark !== STAR || !plain
    )
      return false
  }
  return nearTalkOfPhones(page, i) || isClinical(page, i, SPOKEN_REACH)
}

const isListed = (page: Page, mark: number, number: number): boolean =>
  page.mark(mark) === COMMA &&
  page.tokens.type[number] === NUMBER &&
  page.tokens.gap[Math.max(mark, number)]! <= GAP.space

const isDigits = (page: Page, i: number): boolean => page.tokens.type[i] === NUMBER || isMisread(page, i)

const MOST_GROUPS = 5
const [LEAST_DIGITS, MOST_DIGITS] = [11, 17]
const CALLS = wordSet('callback whatsapp abroad overseas uk mexico canada')

/** "0044 20 7946 0188" */
function readFromAbroad(page: Page, i: number): number {
  const { type, gap, start } = page.tokens
  const size = page.lengthOf(i)
  if (size < 3 || size > 5 || page.unit(start[i]! + 1) !== ZERO || page.unit(start[i]! + 2) <= ZERO) return 0
  let end = i + 1
  let digits = size
  while (end < i + MOST_GROUPS && type[end] === NUMBER && gap[end] === GAP.space)
    digits += page.lengthOf(end++)
  if (end < i + 3 || digits < LEAST_DIGITS || digits > MOST_DIGITS) return 0
  let told = nearTalkOfPhones(page, i)
  for (let at = i - 1; at >= 0 && at >= i - 8 && !told; at--) told = CALLS.has(page.tokens.word[at]!)
  return told ? add(page, i, end) : 0
}

function add(page: Page, i: number, end: number): number {
  const kind = isFaxed(page, i, end) ? 'fax' : 'phone'
  const area = page.slice(page.tokens.start[i]!, page.tokens.end[i]!)
  const office = TOLL_FREE.has(area)
  const reason = office
    ? `a ${kind} number of an office, a vendor or in a signature`
    : `written as a ${kind} number`
  return page.addTokens(kind, i, end, office ? 0.4 : 0.75, reason, office ? 'weak' : 'identifier')
}
