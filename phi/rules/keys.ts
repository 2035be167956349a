import { STOP, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, COLON, DASH, HASH, QUOTE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { readId } from './values.ts'

const KEYS = wordSet('key', STOP.ahead)
const OF_AUTHORIZATIONS = wordSet(
  'pa pas auth auths authorization prior cmm covermymeds epa surescripts appeal',
)
const OF_PROGRAMS = wordSet(
  'license licence product windows office activation bitlocker recovery api ssh encryption registry wifi wpa public private host foreign primary secret pgp gpg token car door',
)
const REACH = 14
const AFTER = 8
const LEAST = 6
const MOST = 14

/** "PA, key BXK7T2LM", "the plan gave key BX7K-Q2M9": under which somebody's prior authorization is kept. */
export function readKeys(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readKey(page, at[k]!))
}

function readKey(page: Page, i: number): number {
  const t = page.tokens
  if (!KEYS.has(t.word[i]!)) return 0
  let at = i + 1
  while (at < t.count && at < i + 6 && isLink(page, at)) at++
  if (at >= t.count || t.gap[at]! > GAP.space || t.type[at] === MARK || page.taken[at] !== 0) return 0
  const end = endOf(page, at)
  if (end === 0 || !isOfAuthorization(page, i)) return 0
  const reason = 'the key of a prior authorization'
  return page.addTokens('other-id', at, end, 0.9, reason, 'identifier')
}

const IS = wordSet('is was id no from for by the their covermymeds cmm surescripts plan portal number')

const isLink = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  if (mark === COLON || mark === HASH || mark === QUOTE || mark === APOSTROPHE) return true
  return page.tokens.type[i] === WORD && IS.has(page.tokens.word[i]!)
}

/** One past capitals and digits, in one or parted by a dash; 0 for anything else. */
function endOf(page: Page, at: number): number {
  const t = page.tokens
  let end = at + 1
  while (page.mark(end) === DASH && t.gap[end] === GAP.none && t.gap[end + 1] === GAP.none && end < at + 5)
    end += 2
  const id = readId(page, at, Math.min(t.count, end), false)
  const size = t.end[end - 1]! - t.start[at]!
  if (size < LEAST || size > MOST || id.digits + id.letters < LEAST || id.digits === 0) return 0
  for (let unit = t.start[at]!; unit < t.end[end - 1]!; unit++) if (page.unit(unit) >= 97) return 0
  return id.letters > 0 ? end : 0
}

function isOfAuthorization(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  let found = false
  for (let at = Math.max(0, i - REACH); at < Math.min(count, i + AFTER); at++) {
    if (OF_PROGRAMS.has(word[at]!)) return false
    found ||= OF_AUTHORIZATIONS.has(word[at]!)
  }
  return found && (isClinical(page, i, 40) || page.isOfPerson(i))
}
