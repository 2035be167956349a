import { OWNER, ownerOfWord } from '../lexicon/owners.ts'
import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, DASH, EQUALS, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'
import { isSomebodys } from './card-endings.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { isInitialAndFour } from './ssn.ts'

const ENDS = wordSet('end ends ending ended endings termina terminan terminada terminando acaba', STOP.ahead)
const LAST = wordSet('last', STOP.ahead)
const IN = wordSet('in with on en con by as digits should')
const SOCIALS = wordSet('ssn ssns social socials ss soc itin')
const CARDS = wordSet(
  'card cards visa mastercard mc amex discover debit credit tarjeta checking savings hsa fsa acct account cuenta bank banco',
)
/** What else is told by how it ends. */
const OTHERS = wordSet(
  'serial sn vin phone cell tel plate ext extension key license licence mac imei ip invoice tracking po ticket lot meter hotspot line number mrn chart claim',
)
/** Not somebody's to pay with. */
const OF_WORK = wordSet(
  'fuel fleet gift key badge sim corporate company business purchasing procurement p test sd library phone office clinic practice',
)
const NOT = wordSet('not instead vs versus or and rather')
const REACH = 30

/**
 * "You'll want my Social Security number ..., but it ends in 7182", "her card was declined, the new one ends 2204": the last
 * digits of what was spoken of before.
 */
export function readLastDigits(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readEnding(page, at[k]!))
}

function readEnding(page: Page, i: number): number {
  const t = page.tokens
  if (LAST.has(t.word[i]!)) return readLastFour(page, i)
  if (!ENDS.has(t.word[i]!)) return 0
  let at = i + 1
  while (at < i + 3 && t.type[at] === WORD && IN.has(t.word[at]!)) at++
  if (page.mark(at) === COLON) at++
  if (!isFour(page, at)) return 0
  const kind = kindBefore(page, i)
  if (kind === undefined) return 0
  const end = add(page, at, kind)
  // "should end 4418 not 4481"
  const next = NOT.has(t.word[end] ?? 0) ? end + 1 : end
  return next > end && isFour(page, next) ? add(page, next, kind) : end
}

/** "last4 2207", "last4 G6179": of a Social Security number, unless a card or something else was spoken of before. */
function readLastFour(page: Page, last: number): number {
  const i = last + 1
  const { type, gap, start } = page.tokens
  if (type[i] !== NUMBER || gap[i] !== GAP.none || page.lengthOf(i) !== 1 || page.unit(start[i]!) !== FOUR)
    return 0
  const marked = page.mark(i + 1) === COLON || page.mark(i + 1) === EQUALS
  const at = marked ? i + 2 : i + 1
  const initial = at < page.tokens.count && page.taken[at] === 0 && isInitialAndFour(page, at)
  if (!initial && !isFour(page, at)) return 0
  const kind = initial ? 'ssn' : kindBefore(page, last, LAST_REACH, 'ssn')
  if (kind === undefined) return 0
  return add(page, at, kind, kind === 'ssn' && followsBirth(page, last) ? 0.9 : 0.7)
}

const BIRTH_REACH = 9

/** "DOB 12/01/1929  last4 5309": what an office asks for to know somebody by. */
function followsBirth(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - BIRTH_REACH && page.tokens.gap[at + 1]! < GAP.line; at--)
    if (page.label(at) === 'birth') return true
  return false
}

const FOUR = 52
const LAST_REACH = 5

const isFour = (page: Page, i: number): boolean => {
  const { type, gap, count } = page.tokens
  if (i >= count || type[i] !== NUMBER || page.lengthOf(i) !== 4 || gap[i]! > GAP.wide || page.taken[i] !== 0)
    return false
  const mark = page.mark(i + 1)
  return !((mark === DASH || mark === SLASH || mark === COLON) && gap[i + 1] === GAP.none)
}

/** What was spoken of last before token `i`, not beyond a blank line. */
function kindBefore(page: Page, i: number, reach = REACH, otherwise?: 'ssn'): 'ssn' | 'account' | undefined {
  const { word, gap, type } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - reach && gap[at + 1] !== GAP.blank; at--) {
    if (type[at] !== WORD) continue
    if (SOCIALS.has(word[at]!)) return 'ssn'
    if (CARDS.has(word[at]!)) {
      const before = word[at - 1] ?? 0
      return OF_WORK.has(before) || ownerOfWord(before) === OWNER.member ? undefined : 'account'
    }
    if (OTHERS.has(word[at]!) && i - at <= OTHER_REACH) return undefined
  }
  return otherwise
}

const OTHER_REACH = 3
const MENTION = 40

function add(page: Page, i: number, kind: 'ssn' | 'account', sure = 0.7): number {
  const personal =
    isClinical(page, i, MENTION) ||
    page.isOfPerson(i) ||
    page.before(i, W.firstPerson, 30) ||
    isSomebodys(page, i)
  const reason =
    kind === 'ssn'
      ? 'the last four digits of a Social Security number'
      : 'the last digits of a card or account'
  return page.addTokens(kind, i, i + 1, personal ? sure : 0.4, reason, personal ? 'identifier' : 'weak')
}
