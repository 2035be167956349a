import type { IdentifierKind } from '../kinds.ts'
import { OWNER } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { COMMA, DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'

const IN = wordSet('in')
const AS = wordSet('as like for')
const LEAST = 5
const MOST_TOKENS = 30
const REACH = 12

/** "R as in Robert, 8 8 4, 0 1 7, 7 2 2", "A as in apple 77 014 92": the digits begin at token `i`. Answers the token after, or 0. */
export function readSpelledId(page: Page, i: number): number {
  const first = letterBefore(page, i)
  if (first < 0 || page.taken[first] !== 0) return 0
  if (!isClinical(page, i, 40) && !page.isOfPerson(i)) return 0
  const { type, gap, count } = page.tokens
  let digits = 0
  let end = i
  for (let at = i; at < count && at < i + MOST_TOKENS && gap[at]! <= GAP.space; at++) {
    const mark = page.mark(at)
    if (mark === COMMA || mark === DASH) continue
    if (type[at] !== NUMBER || page.taken[at] !== 0) break
    digits += page.lengthOf(at)
    end = at + 1
  }
  if (digits < LEAST) return 0
  const { owner, distance } = ownerNear(page, first, end)
  if (owner === OWNER.thing) return 0
  return page.addTokens(kindOf(owner, distance), first, end, 0.7, 'a number spelt out', 'identifier')
}

const kindOf = (owner: number, distance: number): IdentifierKind =>
  (owner !== OWNER.person && owner !== OWNER.query && distance <= REACH && KIND_OF_OWNER[owner as 1]) ||
  'member-id'

/** The token of a letter that is spelt before token `i`; -1 where there is none. */
function letterBefore(page: Page, i: number): number {
  const { type, word } = page.tokens
  const name = page.mark(i - 1) === COMMA ? i - 2 : i - 1
  if (name < 2 || type[name] !== WORD) return -1
  const as = IN.has(word[name - 1]!) ? name - 2 : name - 1
  const letter = as - 1
  if (letter < 0 || !AS.has(word[as]!) || type[letter] !== WORD || page.lengthOf(letter) !== 1) return -1
  return (page.unit(page.tokens.start[letter]!) | 32) === (page.unit(page.tokens.start[name]!) | 32)
    ? letter
    : -1
}
