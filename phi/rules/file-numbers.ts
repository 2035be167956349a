import type { IdentifierKind } from '../kinds.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDayAsDigits } from '../text/compact-date.ts'
import { BACKSLASH, DASH, DOT, SLASH, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isDashedDate } from './any-label.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { ENDINGS, PAPERS } from './name-files.ts'
import { kindByForm, readId } from './values.ts'

const OF_THINGS = wordSet(
  'manifest readme backup bkup log logs export dump invoice inv release notes setup install installer version draft policy template templates budget schedule agenda minutes test screenshot img scan upload uploads uploaded attachment batch po quote contract driver firmware config report reports sample ticket inc kb',
)
const OF_TABLES = wordSet('xml json hl7 csv xlsx zip dcm')
const MOST = 14
const LEAST_DIGITS = 5
const MOST_SIZE = 12
/** Before it a day in eight digits is somebody's birth rather than the file's. */
const LAST_BIRTH = 2012

/** "440193_Oduya_DCSUM.pdf", "CCD_118291_OKONKWO_A.xml": a number beside a name or a paper in the name of a file. */
export function readFileNumbers(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readFileNumber(page, at[k]!))
}

const isEnd = (page: Page, i: number): boolean => page.mark(i) === UNDERSCORE || page.mark(i) === DOT

function readFileNumber(page: Page, i: number): number {
  const t = page.tokens
  const type = t.type[i]
  if ((type !== NUMBER && type !== MIXED) || page.taken[i] !== 0 || t.gap[i + 1] !== GAP.none) return 0
  const glued = t.gap[i] === GAP.none
  if (glued && page.mark(i - 1) !== UNDERSCORE && page.mark(i - 1) !== DASH && !isFolder(page, i - 1))
    return 0
  // "MRN-440193"
  const led = glued && page.mark(i - 1) === DASH && t.type[i - 2] === WORD && page.lengthOf(i - 2) <= 5
  if (glued && page.mark(i - 1) === DASH && !led) return 0
  const first = led ? i - 2 : i
  if (led && t.gap[first] === GAP.none && page.mark(first - 1) !== UNDERSCORE && !isFolder(page, first - 1))
    return 0
  let end = i + 1
  while (page.mark(end) === DASH && t.gap[end + 1] === GAP.none && t.type[end + 1] === NUMBER) end += 2
  if (!isEnd(page, end) || t.gap[end] !== GAP.none || (first === i && page.mark(end) === DOT && !glued))
    return 0
  const id = readId(page, first, end, false)
  if (id.end !== end || id.digits < LEAST_DIGITS || id.letters > 4 || id.digits + id.letters > MOST_SIZE)
    return 0
  if (
    page.mark(i + 1) === DASH &&
    isDashedDate(page, i, page.lengthOf(i), page.lengthOf(i + 2), page.lengthOf(i + 4))
  )
    return 0
  const words = wordsOf(page, first, end)
  if (words <= 0) return 0
  const day = id.letters === 0 && end === i + 1 ? dayAt(page, i, id.digits) : NO_DAY
  if (day === DAY) return 0
  const kind: IdentifierKind = day === BIRTH ? 'birth-date' : kindByForm(page, first, id)
  const sure = day !== BIRTH && (words > 1 || isClinical(page, i, 40)) ? 0.72 : 0.6
  return page.addTokens(kind, first, end, sure, "a number in the name of somebody's file", 'identifier')
}

const isFolder = (page: Page, i: number): boolean => page.mark(i) === SLASH || page.mark(i) === BACKSLASH

/** How many names and papers the name of the file says beside tokens `[first, end)`; -1 where it is none, or a thing's. */
function wordsOf(page: Page, first: number, end: number): number {
  const t = page.tokens
  let words = 0
  for (let at = first - 1; at >= 0 && at > first - MOST; at--) {
    if (t.gap[at + 1] !== GAP.none || isFolder(page, at)) break
    if (isThing(page, at)) return -1
    words += weight(page, at)
  }
  for (let at = end; at < t.count && at < end + MOST && t.gap[at] === GAP.none && !isFolder(page, at); at++) {
    if (page.mark(at) === DOT && t.type[at + 1] === WORD) {
      const ending = t.word[at + 1]!
      return ENDINGS.has(ending) || OF_TABLES.has(ending) ? words : -1
    }
    if (isThing(page, at)) return -1
    words += weight(page, at)
  }
  return -1
}

const isThing = (page: Page, i: number): boolean =>
  page.tokens.type[i] === WORD && (OF_THINGS.has(page.tokens.word[i]!) || page.is(i, W.infra))

function weight(page: Page, i: number): number {
  const { type, word, shape } = page.tokens
  if (type[i] !== WORD || page.lengthOf(i) < 2) return 0
  if (page.taken[i] === 1 || PAPERS.has(word[i]!) || page.health(i) !== undefined) return 1
  const known = page.is(i, W.given | W.surname) && !page.is(i, W.common)
  return known || (word[i] === 0 && shape[i] !== SHAPE.lower && page.lengthOf(i) > 3) ? 1 : 0
}

const NO_DAY = 0
const DAY = 1
const BIRTH = 2

/** Whether a run of digits is a day, and one on which somebody may have been born. */
function dayAt(page: Page, i: number, digits: number): number {
  const from = page.tokens.start[i]!
  const two = (at: number) => (page.unit(from + at) - 48) * 10 + page.unit(from + at + 1) - 48
  if (digits === 6) {
    const [a, b, c] = [two(0), two(2), two(4)]
    const american = a >= 1 && a <= 12 && b >= 1 && b <= 31
    const sorted = a >= 10 && a <= 39 && b >= 1 && b <= 12 && c >= 1 && c <= 31
    return american || sorted ? DAY : NO_DAY
  }
  if (digits !== 8) return digits > 8 && isDayAsDigits(page.slice(from, from + 8)) ? DAY : NO_DAY
  if (!isDayAsDigits(page.slice(from, from + 8))) return NO_DAY
  const front = two(0) * 100 + two(2)
  const year = front > 1900 && front < 2046 ? front : two(4) * 100 + two(6)
  return year < LAST_BIRTH ? BIRTH : DAY
}
