import { OWNER } from '../lexicon/owners.ts'
import { isDigit } from '../text/chars.ts'
import { COLON, DASH, DOT, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { cardForm, FORM } from './card-forms.ts'
import { isClinical } from './context.ts'
import { kindByFront } from './fronted.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'
import { readId } from './values.ts'

// Numbers in blocks with capitals in front, as on the cards of health plans.

export const REASON = 'shaped and placed as an identifier, in a text about care'

/** How far the word that tells whose a number is may be from plain digits. */
export const REACH = 9
/** Nearer, a word tells more than what plans' numbers look like. */
export const RIGHT_BEFORE = 2
export const NEAR_DEVICE = 4

/** "CDX 771 209 44": a few capitals and blocks of digits, as on the cards of health plans. */
export function isSpaced(page: Page, i: number): boolean {
  const t = page.tokens
  return (
    t.type[i - 1] === WORD &&
    t.type[i] === NUMBER &&
    t.type[i + 1] === NUMBER &&
    t.gap[i] === GAP.space &&
    t.gap[i + 1] === GAP.space &&
    t.shape[i - 1] === SHAPE.caps &&
    page.lengthOf(i) <= 4 &&
    page.lengthOf(i - 1) <= 4 &&
    page.lengthOf(i - 1) >= 2 &&
    page.taken[i - 1] === 0
  )
}

const LEAST_SPACED = 7

/** "W2290 41187", "3HZN 4471 8820": capitals and digits, then blocks of digits. */
export function isInBlocks(page: Page, i: number): boolean {
  const { type, gap, start, end } = page.tokens
  const size = page.lengthOf(i)
  if (size < 3 || size > 6 || type[i + 1] !== NUMBER || gap[i + 1] !== GAP.space || isJoinedBefore(page, i))
    return false
  const next = page.lengthOf(i + 1)
  const more = type[i + 2] === NUMBER && gap[i + 2] === GAP.space && page.lengthOf(i + 2) >= 3
  if (page.mark(i + 2) === SLASH || page.mark(i + 2) === DASH || page.mark(i + 2) === COLON) return false
  if (!(next >= 5 && next <= 7) && !((next === 3 || next === 4) && more)) return false
  let letters = 0
  for (let at = start[i]!; at < end[i]!; at++) {
    const unit = page.unit(at)
    if (isDigit(unit)) continue
    if (unit < 65 || unit > 90) return false
    letters++
  }
  return letters <= 3
}

/** Of a plan, unless a word near by tells something else. */
export function readBlocks(page: Page, i: number): number {
  const t = page.tokens
  if (!isClinical(page, i, 40) && !page.isOfPerson(i)) return 0
  const id = readId(page, i, Math.min(t.count, i + 5), true)
  if (id.digits < LEAST_SPACED || id.end < i + 2) return 0
  const { owner, distance } = ownerNear(page, i, id.end)
  if (owner === OWNER.thing || owner === OWNER.beside || owner === OWNER.phone) return 0
  const told =
    owner === OWNER.person || owner === OWNER.query || distance > REACH ? undefined : KIND_OF_OWNER[owner]
  return page.addTokens(told ?? 'member-id', i, id.end, 0.75, REASON, 'identifier')
}

export function readSpaced(page: Page, i: number): number {
  const t = page.tokens
  const first = i - 1
  if (t.bits[first] !== 0) return 0
  const personal = isClinical(page, i, 40) || page.isOfPerson(i)
  const id = readId(page, first, Math.min(t.count, first + 8), true)
  if (id.digits < LEAST_SPACED || id.digits > 16 || id.end < i + 2) return 0
  const { owner, distance } = ownerNear(page, first, id.end)
  if (!personal && (owner !== OWNER.member || cardForm(page, first, id.end) !== FORM.sure)) return 0
  if (owner === OWNER.thing || owner === OWNER.beside || owner === OWNER.phone) return 0
  // "req. R-771884, BCN 4418 207 66"
  const apart =
    (owner === OWNER.other && distance > 1 && id.digits > LEAST_SPACED + 1) ||
    ((owner !== OWNER.device || distance > NEAR_DEVICE) &&
      distance > RIGHT_BEFORE &&
      cardForm(page, first, id.end) === FORM.sure)
  const told = owner === OWNER.person || apart ? undefined : KIND_OF_OWNER[owner]
  return page.addTokens(
    kindByFront(page, first) ?? told ?? 'member-id',
    first,
    id.end,
    0.6,
    REASON,
    'identifier',
  )
}

/** "A.118", "4/118": goes on from what stands before. */
export function isJoinedBefore(page: Page, i: number): boolean {
  const mark = page.mark(i - 1)
  return page.tokens.gap[i] === GAP.none && (mark === DASH || mark === DOT || mark === SLASH)
}
