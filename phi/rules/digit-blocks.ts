import type { IdentifierKind } from '../kinds.ts'
import { OWNER } from '../lexicon/owners.ts'
import { COLON, DASH, DOT, PERCENT, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isPlan } from './insurance.ts'
import { ownerNear } from './owners.ts'

const DOLLAR = 36
const LEAST = 8
const MOST = 14
const MOST_BLOCKS = 5
/** "Badgercare card 9506 3312 07": the name of a plan speaks of care by itself. */
const isAfterPlan = (page: Page, i: number): boolean =>
  isPlan(page, i - 1) || isPlan(page, i - 2) || isPlan(page, i - 3)

const REACH: Partial<Record<number, [IdentifierKind, number]>> = {
  [OWNER.member]: ['member-id', 9],
  [OWNER.account]: ['account', 4],
  [OWNER.record]: ['mrn', 3],
}

/**
 * "BadgerCare card 9506 3312 07", "my insurance is the retired one, R 5069 32 117": blocks of digits as people copy them
 * from cards, perhaps after a letter, where a word before tells whose they are. Answers the token after, or 0.
 */
export function readDigitBlocks(page: Page, i: number): number {
  const end = blocksEnd(page, i)
  if (end === 0) return 0
  const first = firstOf(page, i)
  if (page.taken[first] !== 0 || isAfterBlock(page, first) || isJoined(page, first)) return 0
  const { owner, distance } = ownerNear(page, first, end)
  const told = REACH[owner]
  if (told === undefined || distance > told[1]) return 0
  if (!isClinical(page, i, 40) && !page.isOfPerson(i) && !isAfterPlan(page, first)) return 0
  const reason = 'blocks of digits, as on a card, after a word that tells whose'
  return page.addTokens(told[0], first, end, 0.62, reason, 'identifier')
}

/** One past the last of two to five blocks with single spaces between; 0 for amounts, phones, dates, cards and the like. */
function blocksEnd(page: Page, i: number): number {
  const { type, gap, count } = page.tokens
  const lead = type[i] === MIXED
  if ((lead && !isLetterAndDigit(page, i)) || page.lengthOf(i) > 5) return 0
  if (type[i + 1] !== NUMBER || gap[i + 1] !== GAP.space) return 0
  let digits = 0
  let end = i
  for (; end < count && end < i + MOST_BLOCKS; end++) {
    if (end > i && (gap[end] !== GAP.space || type[end] !== NUMBER)) break
    const size = page.lengthOf(end)
    if (page.taken[end] !== 0 || size > 6 || (size < 2 && !lead && end > i)) return 0
    digits += size
  }
  if (digits < LEAST || digits > MOST || !endsCleanly(page, end)) return 0
  const [a, b, c] = [page.lengthOf(i), page.lengthOf(i + 1), end > i + 2 ? page.lengthOf(i + 2) : 0]
  const phone = (a === 3 && b === 3 && c === 4) || (a === 3 && b === 4 && c === 0)
  const dated = a <= 2 && b <= 2 && (c === 2 || c === 4)
  const ssn = a === 3 && b === 2 && c === 4
  return phone || dated || ssn || (a === 1 && !lead) ? 0 : end
}

/** "T0" */
const isLetterAndDigit = (page: Page, i: number): boolean =>
  page.lengthOf(i) === 2 && page.unit(page.tokens.start[i]!) >= 65 && page.unit(page.tokens.start[i]!) <= 90

/** The capital alone before the blocks, if there is one: "R 5069 32 117". */
const firstOf = (page: Page, i: number): number =>
  i > 0 &&
  page.tokens.type[i - 1] === WORD &&
  page.lengthOf(i - 1) === 1 &&
  page.tokens.shape[i - 1] !== SHAPE.lower &&
  page.tokens.gap[i] === GAP.space
    ? i - 1
    : i

/** "FX 7741 8820 0193": of something longer. */
const isAfterBlock = (page: Page, i: number): boolean =>
  i > 0 && page.tokens.type[i - 1] === NUMBER && page.tokens.gap[i] === GAP.space && page.lengthOf(i - 1) > 1

function isJoined(page: Page, i: number): boolean {
  const mark = page.mark(i - 1)
  if (page.unit(page.tokens.start[i]! - 1) === DOLLAR) return true
  return (
    page.tokens.gap[i] === GAP.none && (mark === DASH || mark === DOT || mark === SLASH || mark === COLON)
  )
}

function endsCleanly(page: Page, end: number): boolean {
  const mark = page.mark(end)
  if (mark === PERCENT) return false
  const joined = page.tokens.gap[end] === GAP.none && page.tokens.gap[end + 1] === GAP.none
  return !(
    joined &&
    end + 1 < page.tokens.count &&
    (mark === DASH || mark === SLASH || mark === COLON || mark === DOT)
  )
}
