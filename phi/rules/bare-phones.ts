import { wordSet } from '../lexicon/words.ts'
import { sortByStart } from '../text/drafts.ts'
import { COMMA, DASH, DOT, EQUALS, GREATER, PIPE, SEMICOLON, SLASH, UNDERSCORE } from '../text/marks.ts'
import type { Draft, Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { isNear } from './near.ts'

const CALLING = wordSet(
  'phone phones cell mobile tel telephone ph call called calls calling callback ring ringing rang reach reached text texted texting txt dial number contact whatsapp voicemail vm lm answer answers answered reachable ani txts texts sms hmu imessage dialed dialled dialing dialling reminder reminders pager pgr cb messaged cel numero celular telefono llame landline home',
)
const DIGITS = 10
const TALK = 8
const ROW = 14
const [ZERO, ONE, NINE] = [48, 49, 57]

/** Ten digits, area and exchange as NANP gives them out, with nothing joined to them. */
export function isNanp(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== NUMBER || page.lengthOf(i) !== DIGITS) return false
  const at = t.start[i]!
  const unit = (k: number) => page.unit(at + k)
  if (unit(0) <= ONE || unit(3) <= ONE || unit(1) === NINE) return false
  return !(unit(1) === ONE && unit(2) === ONE) && !(unit(4) === ONE && unit(5) === ONE) && unit(0) !== ZERO
}

const isJoined = (page: Page, i: number): boolean => joins(page, i - 1, i) || joins(page, i + 1, i + 1)

function joins(page: Page, at: number, gapAt: number): boolean {
  const mark = page.mark(at)
  const next = at + 1
  if (page.tokens.gap[gapAt] !== GAP.none) return false
  if (mark === DOT && gapAt === at) return page.tokens.gap[next] === GAP.none
  return mark === DASH || mark === SLASH || mark === UNDERSCORE || mark === DOT || mark === EQUALS
}

/** "Best number? jaylen: 5035550117", "Voss, Kaitlyn|4025550148": ten digits after talk of calling, or in somebody's row. */
export function readBarePhones(page: Page): void {
  const { at, count } = page.stops.numbers
  let names: Draft[] | undefined
  let n = 0
  for (let k = 0; k < count; k++) {
    const i = at[k]!
    if (page.lengthOf(i) !== DIGITS || page.taken[i] !== 0 || !isNanp(page, i) || isJoined(page, i)) continue
    if (!page.isOfPerson(i) && !isClinical(page, i, 40) && !isOfMessage(page, i)) continue
    names ??= sortedNames(page)
    const start = page.tokens.start[i]!
    while (n < names.length && names[n]!.end <= start) n++
    const called = isCalled(page, i) || isTexted(page, i)
    const named = n > 0 && page.mark(i - 1) !== GREATER && isInRow(page, page.tokenAt(names[n - 1]!.start), i)
    if (!called && !named && !isAfterZip(page, i)) continue
    const reason = called
      ? 'ten digits after talk of phones, as a phone number has'
      : "ten digits in a row with somebody's name, as a phone number has"
    page.addTokens('phone', i, i + 1, called ? 0.65 : 0.6, reason, 'identifier')
  }
}

const CALLERS = wordSet('hmu caller callers clr paged voicemail vm callback')
const MESSAGE_REACH = 24

/** "caller didn't leave a name ... number 9075550116": in a message that somebody took. */
function isOfMessage(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - MESSAGE_REACH && gap[at + 1] !== GAP.blank; at--)
    if (CALLERS.has(word[at]!)) return true
  return false
}

const WAYS = wordSet('to from')
const TEXTING = wordSet(
  'sms mms twilio carrier undelivered undeliverable delivered gateway stop optout texted txt texts shortcode',
)
const TEXT_REACH = 24

/** "to 9195550146 "Hi Nia, ..."", "-> 9105550173 status 30007": where a message to somebody's phone went. */
function isTexted(page: Page, i: number): boolean {
  const { word } = page.tokens
  if (!WAYS.has(word[i - 1] ?? 0) && page.mark(i - 1) !== GREATER) return false
  return isNear(page, i, TEXTING, TEXT_REACH)
}

const isParted = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  return mark === PIPE || mark === COMMA || mark === SEMICOLON
}

/** "|97202|5035550147|": what follows a ZIP code in a row. */
const isAfterZip = (page: Page, i: number): boolean =>
  isParted(page, i - 1) &&
  page.tokens.gap[i] === GAP.none &&
  page.tokens.type[i - 2] === NUMBER &&
  (page.lengthOf(i - 2) === 5 || (page.lengthOf(i - 2) === 4 && page.lengthOf(i - 4) === 5)) &&
  isParted(page, i + 1)

/** What nothing else took: perhaps phone numbers, for whoever weighs what stands near by. */
export function readLeftPhones(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0; k < count; k++) {
    const i = at[k]!
    if (page.lengthOf(i) !== DIGITS || page.taken[i] !== 0 || !isNanp(page, i) || isJoined(page, i)) continue
    if (!page.isOfPerson(i) && !isClinical(page, i, 40)) continue
    page.addTokens('phone', i, i + 1, 0.4, 'ten digits, as a phone number has', 'weak')
  }
}

function sortedNames(page: Page): Draft[] {
  const names: Draft[] = []
  for (const d of page.drafts) if (d.kind === 'name' && d.level === 'identifier') names.push(d)
  sortByStart(names)
  return names
}

function isCalled(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  let lines = 0
  for (let at = i - 1; at >= 0 && at >= i - TALK; at--) {
    if (gap[at + 1] === GAP.blank || (gap[at + 1] === GAP.line && ++lines > 1)) return false
    if (CALLING.has(word[at]!)) return true
  }
  return false
}

/** Whether the number at token `i` stands in the same line as the name at token `name`, not far after it. */
function isInRow(page: Page, name: number, i: number): boolean {
  const { gap } = page.tokens
  if (i - name > ROW || isMoreTechnical(page, i, 10)) return false
  for (let at = name + 1; at <= i; at++) if (gap[at]! >= GAP.line) return false
  return true
}
