import { STOP, W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { COLON, DOT, EQUALS, QUOTE, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isNear } from './near.ts'

const USERS = wordSet('user username userid login loginid', STOP.ahead)
const LINKS = wordSet('name id is was as')
const PORTALS = wordSet('portal mychart proxy followmyhealth healow')
const OURS = wordSet(
  'admin administrator svc service vpn citrix domain windows server sso okta ad badge workstation',
)
const REACH = 24
const THEIRS = wordSet('her his patient patients')
const LEAST = 5
const MOST = 24

/** "portal user dwhitehorse63", "my username is lortega_1961": by which a patient signs in. */
export function readUserNames(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readUserName(page, at[k]!))
}

function readUserName(page: Page, i: number): number {
  const t = page.tokens
  if (!USERS.has(t.word[i]!)) return 0
  let at = i + 1
  while (at < t.count && at < i + 5 && isLink(page, at)) at++
  if (at >= t.count || t.gap[at]! > GAP.space || t.type[at] === MARK || page.taken[at] !== 0) return 0
  const end = endOf(page, at)
  if (end === 0) return 0
  const theirs = THEIRS.has(t.word[i - 1] ?? 0)
  if ((!theirs && !isOfPortal(page, i)) || isOfStaff(page, i)) return 0
  const sure = theirs || page.around(TOPIC.patient, i, REACH, REACH) > 0
  const reason = 'the name by which a patient signs in'
  return page.addTokens('other-id', at, end, sure ? 0.6 : 0.4, reason, sure ? 'identifier' : 'weak')
}

const isLink = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  if (mark === COLON || mark === EQUALS || mark === QUOTE) return true
  return page.tokens.type[i] === WORD && LINKS.has(page.tokens.word[i]!)
}

/** One past letters with digits, in one or joined by a dot or a line; 0 for anything else, and for a mail address. */
function endOf(page: Page, at: number): number {
  const t = page.tokens
  if (t.type[at] === NUMBER || isDigit(page.unit(t.start[at]!))) return 0
  let end = at + 1
  let digits = t.type[at] === MIXED
  while (end + 1 < t.count && end < at + 5 && t.gap[end] === GAP.none && t.gap[end + 1] === GAP.none) {
    const mark = page.mark(end)
    if ((mark !== UNDERSCORE && mark !== DOT) || t.type[end + 1] === MARK) break
    digits ||= t.type[end + 1] !== WORD
    end += 2
  }
  const size = t.end[end - 1]! - t.start[at]!
  const goesOn = end < t.count && t.gap[end] === GAP.none && page.unit(t.end[end - 1]!) === AT
  return digits && size >= LEAST && size <= MOST && !goesOn ? end : 0
}

const AT = 64

const isOfPortal = (page: Page, i: number): boolean => isNear(page, i, PORTALS, REACH)

/** Somebody who works there signs in to something else. */
function isOfStaff(page: Page, i: number): boolean {
  if (isNear(page, i, OURS, REACH)) return true
  return page.before(i, W.staff | W.credential, 8)
}
