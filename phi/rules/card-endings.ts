import { STOP, W, wordSet } from '../lexicon/words.ts'
import { BRACKET, COLON, DASH, EQUALS, HASH, SLASH, STAR } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { isNear } from './near.ts'

const PAID_WITH = wordSet(
  'visa mastercard mc amex discover card cards checking savings debit credit fsa hsa hra flex acct account carecredit tarjeta',
  STOP.ahead,
)
const BRANDS = wordSet('visa mastercard mc amex')
const ENDS = wordSet('ending ends end last termina terminada')
const BETWEEN = wordSet(
  'in with on is the four digits card debit credit acct account no number xx xxx xxxx x en',
)
const HIDDEN = wordSet('x xx xxx xxxx xxxxx xxxxxx xxxxxxxx xxxxxxxxxxxx')
const REACH = 9

/** "card ending 4471", "Visa x8810", "checking ends in 4418": the last digits of what somebody pays with. */
export function readCardEndings(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readEnding(page, at[k]!))
}

function readEnding(page: Page, card: number): number {
  const t = page.tokens
  if (!PAID_WITH.has(t.word[card]!)) return 0
  let told = BRANDS.has(t.word[card]!)
  let hidden = false
  for (let at = card + 1; at < t.count && at <= card + REACH && t.gap[at]! < GAP.line; at++) {
    const mark = page.mark(at)
    if (mark !== 0) {
      if (mark === STAR || mark === HASH) hidden = true
      else if (mark !== DASH && mark !== COLON && mark !== EQUALS && mark !== BRACKET) return 0
      continue
    }
    if (t.type[at] === WORD) {
      const word = t.word[at]!
      if (HIDDEN.has(word)) hidden = true
      else if (ENDS.has(word)) told = true
      else if (BRANDS.has(word)) told = true
      else if (!BETWEEN.has(word)) return 0
      continue
    }
    const digits = digitsAt(page, at)
    if (t.type[at] === NUMBER && page.lengthOf(at) === 1 && ENDS.has(t.word[at - 1]!)) continue
    if (digits === 0 || (!told && !hidden && digits === 4)) return 0
    return addEnding(page, at, told && !BRANDS.has(t.word[at - 1]!))
  }
  return 0
}

const X = 120
const FOUR = 4

/** 4 where the token is four digits, 5 where an "x" stands before them, 0 for anything else. */
function digitsAt(page: Page, i: number): number {
  const { start, type } = page.tokens
  const next = page.mark(i + 1)
  if ((next === SLASH || next === DASH) && page.tokens.gap[i + 1] === GAP.none) return 0
  if (type[i] === NUMBER) return page.lengthOf(i) === FOUR ? FOUR : 0
  if (type[i] !== MIXED || page.lengthOf(i) !== FOUR + 1) return 0
  if ((page.unit(start[i]!) | 32) !== X) return 0
  for (let at = start[i]! + 1; at < page.tokens.end[i]!; at++)
    if (page.unit(at) < 48 || page.unit(at) > 57) return 0
  return FOUR + 1
}

const MENTION = 40

const PAYERS = wordSet(
  'he she her his him they their pt patient copay copays refund refunded charged declined posted payment payments paid pays pmt pmts autopay expired',
)
const PAYERS_REACH = 12

/** Whether somebody pays near by: "she paid w card ending 1182". */
export const isSomebodys = (page: Page, i: number): boolean => isNear(page, i, PAYERS, PAYERS_REACH)

function addEnding(page: Page, i: number, sure: boolean): number {
  const personal =
    isClinical(page, i, MENTION) ||
    page.isOfPerson(i) ||
    page.before(i, W.firstPerson, 30) ||
    isSomebodys(page, i)
  return page.addTokens(
    'account',
    i,
    i + 1,
    personal ? (sure ? 0.75 : 0.65) : 0.4,
    'the last digits of a card or account',
    personal ? 'identifier' : 'weak',
  )
}
