import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { NUMBER, WORD } from '../text/tokens.ts'

// Cases, orders, specimens and studies are numbered in series, most with the year in them; records are not.

const LEADING_ZERO = 48

/** Whether the number in tokens `[i, end)` is written as one of a series. */
export const isOfSeries = (page: Page, i: number, end: number): boolean =>
  isAccession(page, i) ||
  isDocket(page, i, end) ||
  isYeared(page, i, end) ||
  isYearInside(page, i) ||
  isScheduled(page, i)

const LEAST_OF_SERIES = 3
const SETTINGS = wordSet('ip op')

/** "24-0077120", "D-24-118834", "HM-2024-0331", "24207-00881-IP": a year and a series, as cases and orders are numbered. */
function isYeared(page: Page, i: number, end: number): boolean {
  const { type, word } = page.tokens
  const led = type[i] === WORD && page.lengthOf(i) <= 4 && page.mark(i + 1) === DASH
  const year = led ? i + 2 : i
  if (end > year + 2 && SETTINGS.has(word[end - 1]!)) return true
  if (type[year] !== NUMBER || page.mark(year + 1) !== DASH || year + 2 >= end) return false
  const from = page.tokens.start[year]!
  const size = page.lengthOf(year)
  const tens = page.unit(from + size - 2)
  const recent = tens === TWO && page.unit(from + size - 1) <= FIVE + 3
  if (!recent || page.lengthOf(year + 2) < LEAST_OF_SERIES) return false
  return size === 2 || (size === 4 && page.unit(from) === TWO && page.unit(from + 1) === LEADING_ZERO)
}

const MOST_OF_SERIES = 3

/** "24-CR-04471", "2026-SD-039562", "25-BB-04418": the year, letters of a court, state or bench, and a series. */
function isDocket(page: Page, i: number, end: number): boolean {
  const { type, start } = page.tokens
  const size = page.lengthOf(i)
  if (type[i] !== NUMBER || (size !== 2 && size !== 4) || page.mark(i + 1) !== DASH || i + 4 >= end)
    return false
  if (type[i + 2] !== WORD || page.lengthOf(i + 2) > MOST_OF_SERIES || page.mark(i + 3) !== DASH) return false
  const from = start[i]! + size - 2
  return page.lengthOf(i + 4) >= LEAST_OF_SERIES && isRecent(page.unit(from), page.unit(from + 1))
}

/** The last two digits of a year since 2010. */
const isRecent = (tens: number, ones: number): boolean => (tens === TWO || tens === TWO - 1) && isDigit(ones)

const MODALITIES = new Set(['us', 'mg', 'cr', 'mr', 'ct', 'dx', 'nm', 'xa', 'pt', 'rf', 'dr', 'io', 'sr'])
const LEAST_OF_STUDY = 6
const LEAST_AFTER_YEAR = 4

/** "US240312", "MG240033918", "26PA71960": a modality or a state beside the year and a series, in one. */
function isYearInside(page: Page, i: number): boolean {
  const { start, end, type } = page.tokens
  if (type[i] === NUMBER) return false
  const from = start[i]!
  const digits = (at: number): boolean => {
    for (let unit = at; unit < end[i]!; unit++) if (!isDigit(page.unit(unit))) return false
    return true
  }
  if (isDigit(page.unit(from))) {
    let to = from + 2
    while (to < from + 2 + MOST_OF_SERIES && !isDigit(page.unit(to))) to++
    const letters = to - from - 2
    return (
      letters > 1 &&
      isRecent(page.unit(from), page.unit(from + 1)) &&
      end[i]! - to >= LEAST_AFTER_YEAR &&
      digits(to)
    )
  }
  const dated = page.unit(from + 2) === TWO && end[i]! - from - 2 >= LEAST_OF_STUDY && digits(from + 2)
  return dated && MODALITIES.has(page.slice(from, from + 2).toLowerCase())
}

/** "C2-0041772": a prescription of a scheduled drug, as pharmacies file them. */
function isScheduled(page: Page, i: number): boolean {
  const { start, type } = page.tokens
  if (type[i] === NUMBER || page.lengthOf(i) !== 2 || page.mark(i + 1) !== DASH) return false
  const schedule = page.unit(start[i]! + 1)
  return (
    (page.unit(start[i]!) | 32) === LETTER_C &&
    schedule >= TWO &&
    schedule <= FIVE &&
    page.lengthOf(i + 2) >= LEAST_OF_STUDY
  )
}

const LETTER_C = 99

const FIVE = 53
const TWO = 50
const ONE_LETTER = 3
const TWO_LETTERS = 4

/** "S25-118203", "SP24-1182": a letter or two, the year and a dash, as laboratories write. */
function isAccession(page: Page, i: number): boolean {
  const { start, type } = page.tokens
  const size = page.lengthOf(i)
  if (type[i] === NUMBER || (size !== ONE_LETTER && size !== TWO_LETTERS) || page.mark(i + 1) !== DASH)
    return false
  const from = start[i]!
  if (isDigit(page.unit(from)) || isDigit(page.unit(from + size - 3))) return false
  const [tens, ones] = [page.unit(from + size - 2), page.unit(from + size - 1)]
  return tens === TWO && isDigit(ones) && ones <= FIVE + 4 && page.lengthOf(i + 2) >= 4
}
