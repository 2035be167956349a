import { W } from '../lexicon/words.ts'
import { COMMA, QUOTE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isNanp } from './bare-phones.ts'
import { isClinical } from './context.ts'
import { readZipEnd } from './zip-codes.ts'

// Rows of exports whose cells stand in quotes, and whose heading is not shown.

/** Whether `","` parts the cell that ends before token `i` from the next. */
const parts = (page: Page, i: number): boolean =>
  page.mark(i) === QUOTE && page.mark(i + 1) === COMMA && page.mark(i + 2) === QUOTE

/** Whether the token before `i` opens a cell that is not the first of its row. */
export const opensCell = (page: Page, i: number): boolean => i > 2 && parts(page, i - 3)

const MOST_WORDS = 4

/** The first token of a cell of capitalized words that ends before `","` at token `i`; -1 where it holds something else. */
export function wordsOfCell(page: Page, i: number): number {
  const { type, shape } = page.tokens
  let at = i - 1
  while (at > i - 1 - MOST_WORDS && at > 0 && type[at] === WORD && shape[at] !== SHAPE.lower) at--
  return at < i - 1 && page.mark(at) === QUOTE ? at + 1 : -1
}

/** `"77 Tern Ct","Biloxi","MS","39530","2285550117"`: the cells around the code of a state at token `i`. */
export function readQuotedTown(page: Page, i: number): number {
  if (!opensCell(page, i) || !parts(page, i + 1)) return 0
  const zip = i + 4
  const zipEnd = readZipEnd(page, zip)
  if (zipEnd === zip || page.mark(zipEnd) !== QUOTE) return 0
  const personal = page.isOfPerson(i) || isClinical(page, i)
  const sure = personal ? 0.8 : 0.4
  const level = personal ? 'identifier' : 'weak'
  const reason = 'the town of an address in the cells of a row'
  const town = wordsOfCell(page, i - 3)
  if (town >= 0 && page.taken[town] === 0) page.addTokens('place', town, i - 3, sure, reason, level)
  page.addTokens('place', i, i + 1, sure, reason, level)
  const next = page.addTokens('zip', zip, zipEnd, sure, 'a ZIP code in the cell after its state', level)
  const phone = next + 3
  if (parts(page, next) && page.tokens.type[phone] === NUMBER && page.mark(phone + 1) === QUOTE)
    if (isNanp(page, phone) && page.tokens.gap[phone] === GAP.none)
      return page.addTokens('phone', phone, phone + 1, sure, 'ten digits in the cell after a ZIP code', level)
  return next
}

/** Whether a date at token `i` stands in the cell after a name: `"Prudhomme","Anneliese","1988-12-04"`. */
export function followsNameCell(page: Page, i: number): boolean {
  if (!opensCell(page, i)) return false
  const name = wordsOfCell(page, i - 3)
  return name >= 0 && !page.is(name, W.org | W.infra | W.month | W.thing)
}
