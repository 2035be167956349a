import { OWNER } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDayAsDigits } from '../text/compact-date.ts'
import { BRACKET, CLOSING_BRACKET, COLON, COMMA, DASH, DOT, EQUALS, HASH, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, NUMBER, WORD } from '../text/tokens.ts'
import { isIdentifier, isLocalPhone } from './any-label.ts'
import { isNanp } from './bare-phones.ts'
import { ownerNear } from './owners.ts'
import { kindByForm, readId } from './values.ts'

const LINKS = wordSet('is has was')
const COUNTED = wordSet(
  'mg ml mcg units patients pts pages copies records files miles dollars usd steps times people beds rows st street ave avenue rd road ln lane dr drive blvd ct court way hwy cr',
)
const LEAST = 6
const MOST = 10

/** "Gebremedhin, T. 4471120", "WINONA = 2240187", "Arman is 1002938": a long number right after a name. */
function readRightAfter(page: Page, i: number): void {
  const t = page.tokens
  let at = i
  if (page.mark(at) === DOT && t.gap[at] === GAP.none) at++
  const linked = page.mark(at) === EQUALS || (t.type[at] === WORD && LINKS.has(t.word[at]!))
  if (linked) at++
  if (at >= t.count || t.type[at] !== NUMBER || page.taken[at] !== 0) return
  if (t.gap[at] !== GAP.space && !(t.gap[at] === GAP.none && linked)) return
  const id = readId(page, at, Math.min(t.count, at + 4), false)
  if (id.letters > 0 || id.digits < LEAST || id.digits > MOST || page.taken[id.end - 1] !== 0) return
  if (!linked && isBirth(page, at, id.end)) {
    page.addTokens(
      'birth-date',
      at,
      id.end,
      0.6,
      'a date right after a name, as systems write it',
      'identifier',
    )
    return
  }
  if (!isIdentifier(page, at, id, LEAST) || isOther(page, at, id.end) || isNanp(page, at)) return
  const { owner, distance } = ownerNear(page, at, id.end)
  if (distance <= 2 && (owner === OWNER.thing || owner === OWNER.beside || owner === OWNER.zip)) return
  const reason = 'a long number right after a name'
  page.addTokens(kindByForm(page, at, id), at, id.end, 0.6, reason, 'identifier')
}

const LAST_BIRTH = '2016'

/** "04021961", before the day of any visit. */
function isBirth(page: Page, at: number, end: number): boolean {
  if (end === at + 1 && page.lengthOf(at) === 6) return isShortBirth(page, at)
  if (end !== at + 1 || page.lengthOf(at) !== 8) return false
  const digits = page.slice(page.tokens.start[at]!, page.tokens.end[at]!)
  if (!isDayAsDigits(digits)) return false
  const front = digits.slice(0, 4)
  return (front > '1900' && front < '2046' ? front : digits.slice(4)) < LAST_BIRTH
}

const THIS_CENTURY = 26

/** "SMITH J 010162", "gita ramaswamy 080771": month, day and year, and not of these years. */
export function isShortBirth(page: Page, at: number): boolean {
  const from = page.tokens.start[at]!
  const pair = (k: number) => (page.unit(from + k) - 48) * 10 + page.unit(from + k + 1) - 48
  const [month, day, year] = [pair(0), pair(2), pair(4)]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && year > THIS_CENTURY
}

/** A day, a time, or the number of a house or an amount. */
function isOther(page: Page, at: number, end: number): boolean {
  const t = page.tokens
  const next = page.mark(end)
  if (t.gap[end] === GAP.none && (next === COLON || next === SLASH || next === DASH)) return true
  if (end < t.count && t.type[end] === WORD && t.gap[end] === GAP.space && COUNTED.has(t.word[end]!))
    return true
  const size = page.lengthOf(at)
  return end === at + 1 && size === 8 && isDayAsDigits(page.slice(t.start[at]!, t.end[at]!))
}

/** "Leticia Barragan (RX-30118)", "Jo Ellen Ricci (21190, moved)", "HOLLOWAY, MARCUS #3320117", and what `readRightAfter` reads. */
export function readAfterName(page: Page, i: number): void {
  const mark = page.mark(i)
  if (mark !== BRACKET && mark !== HASH) readRightAfter(page, i)
  else if (page.tokens.gap[i]! <= GAP.space) readMarked(page, page.mark(i + 1) === HASH ? i + 2 : i + 1, mark)
}

const LEAST_MARKED = 5
const MOST_MARKED = 16

function readMarked(page: Page, at: number, mark: number): void {
  const t = page.tokens
  if (at >= t.count || t.gap[at] !== GAP.none || page.taken[at] !== 0 || t.type[at] === MARK) return
  const id = readId(page, at, Math.min(t.count, at + 8), false)
  const size = id.digits + id.letters
  if (id.digits < LEAST_MARKED || size > MOST_MARKED || page.taken[id.end - 1] !== 0) return
  if (mark !== HASH && page.mark(id.end) !== CLOSING_BRACKET && page.mark(id.end) !== COMMA) return
  if ((t.type[at] === WORD && page.lengthOf(at) > 4) || isLocalPhone(page, at, id)) return
  const phone = id.end === at + 1 && isNanp(page, at)
  const reason = phone
    ? 'ten digits right beside a name, as a phone number has'
    : 'a number right beside a name, in a text about care'
  const kind = phone ? 'phone' : isOfPrescription(page, id.end) ? 'other-id' : kindByForm(page, at, id)
  const sure = mark === HASH && kind === 'mrn' ? TOLD_BY_HASH : 0.65
  page.addTokens(kind, at, id.end, sure, reason, 'identifier')
}

const TOLD_BY_HASH = 0.75

/** "bag for Gerald Nwosu (6611820, tramadol)": what was dispensed tells that it is a prescription's. */
const isOfPrescription = (page: Page, end: number): boolean =>
  page.mark(end) === COMMA && end + 1 < page.tokens.count && page.health(end + 1) === 'drug'
