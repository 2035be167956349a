import { W } from '../lexicon/words.ts'
import { AT_SIGN, BRACKET, DASH, DOT, PLUS, SLASH, SQUARE, STAR, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { readAddress, startsAddress } from './addresses.ts'
import { readHighAge } from './ages.ts'
import { readBirthYear } from './blurred-dates.ts'
import { readBoxedDate, readDate } from './dates.ts'
import { readDashedDay, readDayOfFile, readDottedDay, readRunDay } from './day-dates.ts'
import { isOpen } from './each.ts'
import { readCard, readMixed, readUdi, readUid } from './ids.ts'
import { readLoneDigits } from './lone-digits.ts'
import { type Own, readEmail } from './mail.ts'
import { readHealth, readMention } from './mentions.ts'
import { readAfterCapitals } from './named-orders.ts'
import { readColons, readIp4 } from './network.ts'
import { readOddPhone } from './odd-phones.ts'
import { readPlainPhone } from './phones.ts'
import { readPlainNpi, readPlanNumber } from './plain-ids.ts'
import { readDayBeforeMonth, readDayOfMonth, readSpokenDate } from './spoken-dates.ts'
import { readHiddenSsn, readPlainSsn } from './ssn.ts'
import { readPlace } from './towns.ts'
import { readUrl, startsUrl } from './urls.ts'

/** Links, mail and network addresses: they go first, since they hold words and numbers of every kind. */
export function readNetwork(page: Page, own: Own): void {
  const { at, count } = page.stops.network
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readNetworkAt(page, at[k]!, own))
}

function readNetworkAt(page: Page, i: number, own: Own): number {
  if (page.tokens.type[i] === MARK)
    return page.mark(i) === AT_SIGN ? readEmail(page, i, own) : readColons(page, i)
  return startsUrl(page, i) ? readUrl(page, i) : 0
}

/** Everything that begins with a digit and tells by its form. */
export function readNumbers(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readAt(page, at[k]!))
}

function readAt(page: Page, i: number): number {
  const type = page.tokens.type[i]
  if (type === NUMBER) return readAtNumber(page, i)
  if (type === MIXED)
    return (
      readMixed(page, i) ||
      readDate(page, i) ||
      readHighAge(page, i) ||
      readDayOfMonth(page, i) ||
      (page.tokens.type[i + 1] !== MIXED && mayBeHouse(page, i) && readAddress(page, i, false)) ||
      0
    )
  if (type === MARK) {
    const mark = page.mark(i)
    if (mark === BRACKET) return readUdi(page, i)
    return mark === STAR ? readHiddenSsn(page, i, 0.65) : 0
  }
  const bits = page.tokens.bits[i]!
  if ((bits & W.month) !== 0)
    return readDate(page, i) || readSpokenDate(page, i) || readDayBeforeMonth(page, i)
  if (page.lengthOf(i) === 3 && page.mark(i + 1) === DASH) return readHiddenSsn(page, i, 0.65)
  return startsAddress(page, i) ? readAddress(page, i, false) : 0
}

function readAtNumber(page: Page, i: number): number {
  const size = page.lengthOf(i)
  const next = page.mark(i + 1)
  const maybeDate =
    next === DOT || next === DASH || next === SLASH || page.is(i + 1, W.month) || page.is(i + 2, W.month)
  const maybePhone = size === 3 || size === 6 || size === 7 || size === 1 || page.mark(i - 1) === PLUS
  return (
    ((next === DOT || next === SQUARE) && readIp4(page, i)) ||
    (next === DOT && size === 1 && readUid(page, i)) ||
    (size === 3 && readPlainSsn(page, i)) ||
    readPlanNumber(page, i) ||
    (size >= 7 && readAfterCapitals(page, i)) ||
    (maybePhone && readPlainPhone(page, i)) ||
    (size >= 3 && size <= 5 && readOddPhone(page, i)) ||
    (size === 1 && readLoneDigits(page, i)) ||
    (size === 10 && readPlainNpi(page, i)) ||
    (size === 4 && readBirthYear(page, i)) ||
    (size > 3 && readCard(page, i)) ||
    ((maybeDate || size === 8) && readDate(page, i)) ||
    (next === DASH && size <= 2 && readDashedDay(page, i)) ||
    (next === DOT && size <= 2 && readDottedDay(page, i)) ||
    (size === 6 && readRunDay(page, i)) ||
    (size === 6 && page.mark(i - 1) === UNDERSCORE && readDayOfFile(page, i)) ||
    (size === 2 && readBoxedDate(page, i)) ||
    (size > 1 && size <= 3 && readHighAge(page, i)) ||
    (mayBeHouse(page, i) && readAddress(page, i, false)) ||
    0
  )
}

/** A word has to follow the number of a house: "12 Oak St", "118-B Oak St", "318 1/2 Oak St". */
function mayBeHouse(page: Page, i: number): boolean {
  const { type, gap } = page.tokens
  const next = i + 1
  if (gap[next] === GAP.space) return type[next] !== NUMBER || page.mark(next + 1) === SLASH
  if (gap[next] === GAP.wide) return type[next] === WORD
  return page.mark(next) === DASH && gap[next + 2] === GAP.space && type[next + 2] === WORD
}

/** Towns and counties. */
export function readPlaces(page: Page): void {
  const { at, count } = page.stops.places
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPlace(page, at[k]!))
}

/** Words of health, and mentions of photographs and biometrics. */
export function readWords(page: Page): void {
  const { at, count } = page.stops.words
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done))
      done = Math.max(done, readHealth(page, at[k]!) || readMention(page, at[k]!))
}
