import { W, wordSet } from '../lexicon/words.ts'
import { AMPERSAND, COMMA, DASH, PERCENT, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isTime } from './clock.ts'

/** "3/4 of", "5/10 pain", "24/7": no date. */
export function isFraction(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  if (page.is(i, W.month) || page.mark(i + 1) !== SLASH) return false
  if (t.type[i + 2] === NUMBER && page.lengthOf(i) + page.lengthOf(i + 2) < 2) return true
  if (page.mark(next) === PERCENT || page.after(next, W.unit, 1)) return true
  const named = t.type[i - 1] === WORD && t.shape[i - 1] === SHAPE.capital && !page.is(i - 1, W.common)
  const timed =
    t.type[next] === MIXED &&
    /^\d{1,2}[ap]m?$/i.test(page.slice(t.start[next]!, Math.min(t.end[next]!, t.start[next]! + 5)))
  const range = page.mark(next) === DASH && t.type[next + 1] === NUMBER && page.mark(next + 2) === SLASH
  const before = t.type[i - 1] === WORD ? t.word[i - 1]! : 0
  if (isScore(page, i)) return true
  const dated =
    WHEN.has(before) ||
    isLateDay(page, i) ||
    isNextOfList(page, i) ||
    isFirstOfList(page, next) ||
    endsAsDate(page, i, next) ||
    isTime(page, next) ||
    named ||
    timed ||
    range ||
    page.mark(i - 1) === DASH ||
    AT.has(before)
  return !dated && !page.before(i, W.serviceCue | W.personVerb, 4)
}

const WHEN = wordSet(
  'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana',
)

const SCORES = wordSet(
  'pain score scored scores scale ratio rating rated strength gcs apgar moca mmse phq phq9 gad gad7 nihss murmur reflexes pulses strength grade graded survey surveys hours dolor',
)

/** "pain 7/10", "GCS 3/15", "24/7". */
function isScore(page: Page, i: number): boolean {
  const { word, type } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - 4; at--)
    if (type[at] === WORD && SCORES.has(word[at]!)) return true
  return page.slice(page.tokens.start[i]!, page.tokens.end[i + 2]!) === '24/7'
}

/** "4/3, 4/10 and 4/24": a date stands before, past a comma or "and". */
function isNextOfList(page: Page, i: number): boolean {
  const { type, word, gap } = page.tokens
  const joined = page.mark(i - 1) === COMMA || page.mark(i - 1) === AMPERSAND || AND.has(word[i - 1] ?? 0)
  const last = page.mark(i - 2) === COMMA ? i - 3 : i - 2
  return (
    joined &&
    gap[i]! <= GAP.space &&
    last > 1 &&
    type[last] === NUMBER &&
    page.taken[last] === 1 &&
    page.mark(last - 1) === SLASH
  )
}

/** "3/3, 3/17 and 4/1": another date follows past a comma. */
const isFirstOfList = (page: Page, next: number): boolean =>
  page.mark(next) === COMMA &&
  page.tokens.type[next + 1] === NUMBER &&
  page.mark(next + 2) === SLASH &&
  page.tokens.type[next + 3] === NUMBER &&
  page.mark(next + 4) !== SLASH &&
  isLateDay(page, next + 1)

const AND = wordSet('and y or')

/** "his 4/28 scope": after the slash more than any usual fraction or score counts up to. */
function isLateDay(page: Page, i: number): boolean {
  const { start, end, type } = page.tokens
  if (type[i] !== NUMBER || type[i + 2] !== NUMBER || page.lengthOf(i + 2) !== 2) return false
  const day = page.slice(start[i + 2]!, end[i + 2]!)
  return day > '12' && day <= '31' && !FRACTIONS.has(day)
}

/** Denominators of usual fractions, and of scores. */
const FRACTIONS: ReadonlySet<string> = new Set(['2', '3', '4', '5', '6', '8', '10', '12', '16', '20'])

/** "12/11" at the end of a line or before a mark, and none of the usual fractions. */
function endsAsDate(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  const ends = next >= t.count || t.gap[next]! >= GAP.line || t.type[next] === MARK
  if (!ends || t.type[i + 2] !== NUMBER) return false
  const day = page.slice(t.start[i + 2]!, t.end[i + 2]!)
  const month = page.slice(t.start[i]!, t.end[i]!)
  return Number(month) > Number(day) || !FRACTIONS.has(day)
}

const AT = wordSet('on till until since by from thru through dated after before starting el desde hasta')
