import { W } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { UNDERSCORE } from '../text/marks.ts'
import type { Draft, Page } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { addName } from './name-draft.ts'
import { isOfStaff } from './name-staff.ts'

/** Single words that are part of a name met later on, and names that lost the apostrophe before their "s". */
export function readNamesAgain(page: Page): void {
  for (const draft of page.drafts) if (draft.kind === 'name' && draft.level === 'weak') raiseMet(page, draft)
  const { at, count } = page.stops.names
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readMet(page, at[k]!))
}

const LEAST = 0.15

/** "The wrong Johansson. Right is Britt Johansson": the first is known by the second. */
function raiseMet(page: Page, draft: Draft): void {
  const i = page.tokenAt(draft.start)
  const t = page.tokens
  const alone = t.type[i] === WORD && t.end[i]! >= draft.end && t.shape[i] === SHAPE.capital
  if (
    !alone ||
    draft.confidence < LEAST ||
    page.is(i, W.common) ||
    !(page.names.has(t.hash[i]!) || isPlural(page, i))
  )
    return
  if (page.is(i - 1, W.providerTitle) || page.is(i - 2, W.providerTitle) || isOfStaff(page, i, i + 1)) return
  draft.confidence = 0.62
  draft.level = 'identifier'
  draft.reason = 'part of a name met later'
  if (page.isInCare(i)) draft.inCare = true
}

/** An unknown word that was met as part of a name. */
function readMet(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i] !== WORD || t.shape[i] !== SHAPE.capital || t.word[i] !== 0 || !page.names.has(t.hash[i]!))
    return readPlural(page, i)
  const end = i + 1
  const joined =
    t.gap[i] === GAP.none || (end < t.count && t.gap[end] === GAP.none && page.mark(end) === UNDERSCORE)
  if (
    joined ||
    page.is(i - 1, W.providerTitle | W.org) ||
    page.is(i - 2, W.providerTitle) ||
    page.is(end, W.org)
  )
    return 0
  return isOfStaff(page, i, end) ? 0 : addName(page, i, end, 0.6, 'part of a name met before or later')
}

/** "Colleens member ID". */
const readPlural = (page: Page, i: number): number =>
  isPlural(page, i) ? addName(page, i, i + 1, 0.6, 'a name met before, with an "s" written to it') : 0

/** A name met before with an "s" written to it, before something of somebody's. */
function isPlural(page: Page, i: number): boolean {
  const t = page.tokens
  const next = i + 1
  if (t.type[i] !== WORD || t.word[i] !== 0 || page.lengthOf(i) < 4 || t.shape[i] === SHAPE.caps) return false
  if ((page.unit(t.end[i]! - 1) | 32) !== 115 || next >= t.count || t.gap[next] !== GAP.space) return false
  if (!page.is(next, W.care | W.kin) && page.label(next) === undefined) return false
  return page.names.has(hashWord(page.slice(t.start[i]!, t.end[i]! - 1).toLowerCase()))
}
