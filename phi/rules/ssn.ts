import { isHicnSuffix } from '../checks/mbi.ts'
import { isItin, isSsn } from '../checks/ssn.ts'
import { OWNER } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { AMPERSAND, COMMA, DASH, DOT, HASH, PIPE, SLASH, STAR, UNDERSCORE } from '../text/marks.ts'
import { LoneDigits } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { ownerNear } from './owners.ts'
import { groups } from './phones.ts'
import type { ValueReader } from './reader.ts'
import { FIRM } from './values.ts'

/** A Social Security number after a label: dashed, spaced, bare, or with all but the last digits hidden. */
export const readSsn: ValueReader = (page, at, _limit, strength, label) => {
  const t = page.tokens
  const ending = endingAt(page, at)
  if (ending > 0) return readSsnEnding(page, ending, _limit, strength, label)
  const masked = readMasked(page, at)
  if (masked > 0) return masked
  const misread = readMisread(page, at)
  if (misread > 0) return misread
  if (t.type[at] === WORD || page.mark(at) === STAR) return readHiddenSsn(page, at, 0.75)
  if (lone.read(page.window.units, t.start[at]!, page.window.length, 4)) return readLoneSsn(page, at)
  groups.read(page.window.units, t.start[at]!, page.window.length, true, 4)
  const n = groups.sized(3, 2, 4)
    ? 3
    : groups.sized(9)
      ? 1
      : groups.sized(5, 4)
        ? 2
        : groups.sized(3, 6)
          ? 2
          : groups.sized(3, 3, 3)
            ? 3
            : 0
  if (n === 0)
    return groups.sized(4) &&
      (strength === FIRM || isAfterLast(page, label) || isHiddenBefore(page, at)) &&
      groups.count === 1
      ? readSsnEnding(page, at, _limit, strength, label)
      : readWrongLength(page, at, label)
  const digits = groups.digits(0, n)
  const to = groups.ends[n - 1]!
  if (isDigit(page.unit(to))) return 0
  if (new Set(digits).size === 1) return 0
  if (isSsn(digits))
    return page.add('ssn', t.start[at]!, to, at, 0.98, 'a labelled Social Security number', 'identifier')
  if (isItin(digits))
    return page.add('ssn', t.start[at]!, to, at, 0.85, 'a labelled taxpayer number (ITIN)', 'identifier')
  if (isMistaken(digits) && (isClinical(page, label, 40) || page.isOfPerson(label))) {
    const reason = 'labelled as Social Security number, with a mistake in it'
    return page.add('ssn', t.start[at]!, to, at, 0.7, reason, 'identifier')
  }
  return page.add(
    'ssn',
    t.start[at]!,
    to,
    at,
    0.3,
    'labelled as Social Security number, but no such number is given out',
    'weak',
  )
}

const LENGTHS = wordSet('length digits digit short long wrong missing invalid incomplete bad format')

/** "SSN length = 44718203", "ssn 078-05-11 wrong length": somebody's, though a digit is too few or too many. */
function readWrongLength(page: Page, at: number, label: number): number {
  const sized =
    (groups.count === 1 && (groups.sized(8) || groups.sized(10))) ||
    (groups.count === 3 && (groups.sized(3, 2, 2) || groups.sized(3, 2, 3) || groups.sized(3, 2, 5)))
  if (!sized || isDigit(page.unit(groups.ends[groups.count - 1]!))) return 0
  const { word, count } = page.tokens
  let told = false
  for (let k = Math.max(0, label - 4); k < Math.min(count, at + 10) && !told; k++)
    told = LENGTHS.has(word[k]!)
  const reason = 'labelled as Social Security number, of a wrong length'
  const to = groups.ends[groups.count - 1]!
  return told ? page.add('ssn', page.tokens.start[at]!, to, at, 0.65, reason, 'identifier') : 0
}

/** A group or area that is not given out, in digits that are no sample: somebody's all the same, badly written. */
const isMistaken = (digits: string): boolean =>
  digits.slice(0, 3) !== '000' && digits.slice(5) !== '0000' && new Set(digits).size > LEAST_UNLIKE

const LEAST_UNLIKE = 2

const MOST_MASKED = 7

/** "***4471", "XXXXX4471": after its label, the last four digits behind what hides the others. */
function readMasked(page: Page, i: number): number {
  const from = page.tokens.start[i]!
  let at = from
  while (at < from + MOST_MASKED && isMask(page.unit(at))) at++
  if (at - from < 2) return 0
  for (let k = 0; k < 4; k++) if (!isDigit(page.unit(at + k))) return 0
  if (isDigit(page.unit(at + 4))) return 0
  const reason = 'a Social Security number with its first digits hidden'
  return page.add('ssn', from, at + 4, i, 0.75, reason, 'identifier')
}

/** "***4471" */
const isHiddenBefore = (page: Page, at: number): boolean =>
  page.mark(at - 1) === STAR && page.mark(at - 2) === STAR && page.tokens.gap[at] === GAP.none

const isMask = (unit: number): boolean => unit === STAR || unit === HASH || (unit | 32) === 120

const LAST = wordSet('last last4 l4 final ending ends end')
const FOUR = wordSet('four digits digit of in is are on with number')
const ENDING_REACH = 6

/** "SSN last 4 (6618)", "ssn last4 0917": the token of four digits after such words; 0 where there is none. */
function endingAt(page: Page, i: number): number {
  const t = page.tokens
  if (!LAST.has(t.word[i] ?? 0) && !isLastFour(page, i)) return 0
  for (let at = i + 1; at < t.count && at <= i + ENDING_REACH && t.gap[at]! < GAP.line; at++) {
    if (t.type[at] === NUMBER) {
      if (page.lengthOf(at) === 4) return at
      if (page.lengthOf(at) > 1) return 0
    } else if (t.type[at] === WORD && !FOUR.has(t.word[at]!)) return 0
  }
  return 0
}

/** "last4", one token of letters and a digit. */
const isLastFour = (page: Page, i: number): boolean =>
  page.tokens.type[i] === MIXED &&
  page.lengthOf(i) === 5 &&
  page.slice(page.tokens.start[i]!, page.tokens.end[i]!).toLowerCase() === 'last4'

/** "last 4 SS 0417", "last four of her social 0417" */
function isAfterLast(page: Page, label: number): boolean {
  for (let at = label - 1; at >= 0 && at >= label - 5; at--)
    if (LAST.has(page.tokens.word[at]!) || isLastFour(page, at)) return true
  return false
}

const QUESTION_MARK = 63

/** "22x-40-7761", "2?2-40-7761": a labelled number of which a digit could not be read. */
function readMisread(page: Page, i: number): number {
  const from = page.tokens.start[i]!
  let doubts = 0
  for (let k = 0; k < 11; k++) {
    const unit = page.unit(from + k)
    if (k === 3 || k === 6) {
      if (unit !== DASH && unit !== SPACE) return 0
    } else if ((unit | 32) === 120 || unit === QUESTION_MARK || unit === STAR || unit === UNDERSCORE) doubts++
    else if (!isDigit(unit)) return 0
  }
  if (doubts === 0 || doubts > 4 || isDigit(page.unit(from + 11))) return 0
  const reason = 'a Social Security number of which not all could be read'
  return page.add('ssn', from, from + 11, i, 0.8, reason, 'identifier')
}

const lone = new LoneDigits()

/** "2 1 9 - 0 9 - 9 9 9 9", "4 4 1 9". */
function readLoneSsn(page: Page, at: number): number {
  if (lone.count !== 4 && !(lone.count === 9 && isSsn(lone.text))) return 0
  const from = page.tokens.start[at]!
  return page.add('ssn', from, lone.end, at, 0.8, 'a Social Security number, digit by digit', 'identifier')
}

/** The last four digits of one. */
export const readSsnEnding: ValueReader = (page, at, _limit, strength, label) => {
  const t = page.tokens
  if (lone.read(page.window.units, t.start[at]!, page.window.length, 4)) return readLoneSsn(page, at)
  if (t.type[at] === MIXED && isInitialAndFour(page, at)) {
    const reason = "an initial and the last four digits of a veteran's Social Security number"
    return page.addTokens('ssn', at, at + 1, 0.75, reason, 'identifier')
  }
  if (t.type[at] !== NUMBER) return 0
  if (namesSocial(page, label, at)) return readSsnEndings(page, at, FIRM_ENDING)
  if (isOfCard(page, label, at) && page.lengthOf(at) === 4)
    return page.addTokens('account', at, at + 1, ENDING, 'the last digits of a card or account', 'identifier')
  return readSsnEndings(page, at, strength === FIRM ? FIRM_ENDING : ENDING)
}

const NAMING = wordSet('ssn ssns ss ss4 ssn4 social socials soc')

/** "last 4 of her social", and not "last 4" alone. */
function namesSocial(page: Page, label: number, at: number): boolean {
  for (let k = label; k < at && k < page.phraseEnd[label]!; k++)
    if (NAMING.has(page.tokens.word[k]!)) return true
  return false
}

const ENDING = 0.75
const FIRM_ENDING = 0.9
const CARD_REACH = 8
const CARDS = wordSet('visa mastercard mc amex discover brand cvv cvc debit credit')

/** `"last4": "4471"` is of a payment card as often. */
function isOfCard(page: Page, label: number, at: number): boolean {
  const { word, count } = page.tokens
  for (let k = Math.max(0, label - CARD_REACH); k < Math.min(count, at + CARD_REACH); k++)
    if (CARDS.has(word[k]!)) return true
  return false
}

/** "last4 G6179", as the Department of Veterans Affairs writes; "x6179" is an extension or a card. */
export function isInitialAndFour(page: Page, i: number): boolean {
  if (page.tokens.type[i] !== MIXED) return false
  const { start, end } = page.tokens
  const first = page.unit(start[i]!)
  if (end[i]! - start[i]! !== 5 || first < 65 || first > 90 || first === X) return false
  return page.areDigits(start[i]! + 1, end[i]!)
}

const X = 88

const AND = wordSet('and or')
const MOST_ENDINGS = 8

/** "4410 and 9927": the token after the last of them; 0 where the first is none. */
export function readSsnEndings(page: Page, first: number, sure = ENDING): number {
  const t = page.tokens
  const reason = 'the last four digits of a Social Security number'
  let end = 0
  for (let at = first; at < t.count && at < first + MOST_ENDINGS; at += 2) {
    if (t.type[at] !== NUMBER || page.lengthOf(at) !== 4 || page.taken[at] !== 0) break
    const next = page.mark(at + 1)
    if (at > first && (next === DASH || next === SLASH) && t.gap[at + 1] === GAP.none) break
    end = page.addTokens('ssn', at, at + 1, sure, reason, 'identifier')
    if (next !== COMMA && next !== AMPERSAND && next !== SLASH && !AND.has(t.word[at + 1] ?? 0)) break
  }
  return end
}

/** "XXX-XX-1234" and "***-**-1234", from its first hidden place on. */
export function readHiddenSsn(page: Page, i: number, confidence: number): number {
  const { units, length } = page.window
  const from = page.tokens.start[i]!
  const hidden = (at: number) => (units[at]! | 32) === 120 || units[at] === STAR || units[at] === HASH
  let at = from
  for (const size of [3, 2]) {
    for (let k = 0; k < size; k++) if (at >= length || !hidden(at++)) return 0
    if (units[at] !== DASH && units[at] !== 32) return 0
    at++
  }
  for (let k = 0; k < 4; k++) if (!isDigit(page.unit(at + k))) return 0
  if (isDigit(page.unit(at + 4))) return 0
  return page.add(
    'ssn',
    from,
    at + 4,
    i,
    confidence,
    'a Social Security number with its first digits hidden',
    'identifier',
  )
}

/** A Social Security number by its form alone, or an old Medicare claim number built on one. */
export function readPlainSsn(page: Page, i: number): number {
  const t = page.tokens
  const start = t.start[i]!
  if (page.lengthOf(i) !== 3 || isJoinedBefore(page, start)) return 0
  groups.read(page.window.units, start, page.window.length, false, 3)
  if (!groups.sized(3, 2, 4) || groups.separators[0] !== groups.separators[1]) return 0
  const separator = groups.separators[0]
  const to = groups.ends[2]!
  const digits = groups.digits(0, 3)
  if (!isSsn(digits)) return isMistaken(digits) ? readMistaken(page, i, to, separator!) : 0
  if (separator !== DASH && separator !== 32 && separator !== DOT) return 0
  const after = page.unit(to)
  if (separator === DASH && (after | 32) >= 97 && (after | 32) <= 122) return readHicn(page, i, to)
  if (after === DASH || after === SLASH || isDigit(after)) return 0
  if (separator === SPACE && (isAmongBlocks(page, i, to) || isOfPlan(page, i, to))) return 0
  const thing = page.before(i, W.thing | W.infra, 5) && !isClinical(page, i, 15)
  const confidence = thing ? 0.4 : separator === DASH ? 0.9 : isClinical(page, i) ? 0.65 : 0.4
  return page.add(
    'ssn',
    start,
    to,
    i,
    confidence,
    'written as a Social Security number',
    confidence < 0.5 ? 'weak' : 'identifier',
  )
}

const SOCIAL = wordSet('ss ssn ssns social')
const SOCIAL_REACH = 12

/** "|219-00-4418|": in a row of somebody's, or after a word for it; as in `isMistaken`. */
function readMistaken(page: Page, i: number, to: number, separator: number): number {
  if ((separator !== DASH && separator !== SPACE) || (!isClinical(page, i, 40) && !page.isOfPerson(i)))
    return 0
  const after = page.unit(to)
  if (after === DASH || after === SLASH || isDigit(after)) return 0
  let told = separator === DASH && page.mark(i - 1) === PIPE && after === PIPE
  for (let at = i - 1; at >= 0 && at >= i - SOCIAL_REACH && !told; at--)
    told = SOCIAL.has(page.tokens.word[at]!)
  if (!told) return 0
  const reason = 'written as a Social Security number, with a mistake in it'
  return page.add('ssn', page.tokens.start[i]!, to, i, 0.65, reason, 'identifier')
}

const SPACE = 32

const OF_CARD = 8

/** "UFN 659 30 6302", "the number on the card, 612 40 7718": in blocks, as plans write them. */
function isOfPlan(page: Page, i: number, to: number): boolean {
  const t = page.tokens
  const led =
    t.type[i - 1] === WORD &&
    t.shape[i - 1] === SHAPE.caps &&
    t.bits[i - 1] === 0 &&
    page.lengthOf(i - 1) === 3 &&
    t.gap[i] === GAP.space &&
    page.label(i - 1) === undefined
  if (led) return true
  const { owner, distance } = ownerNear(page, i, page.tokenAfter(to, i))
  return owner === OWNER.member && distance <= OF_CARD
}

/** "1Z 44A 870 03 9921 5532": blocks of a longer number, before or after. */
function isAmongBlocks(page: Page, i: number, to: number): boolean {
  const { type, gap, count } = page.tokens
  if (i > 0 && type[i - 1] === MIXED && gap[i] === GAP.space) return true
  const next = page.tokenAfter(to, i)
  if (next >= count || type[next] !== NUMBER || gap[next] !== GAP.space || page.lengthOf(next) !== 4)
    return false
  return page.mark(next + 1) !== SLASH && page.mark(next + 1) !== DASH
}

function readHicn(page: Page, i: number, to: number): number {
  let end = to
  while (
    end < to + 3 &&
    (page.unit(end) | 32) >= 97 - 49 &&
    /[A-Za-z0-9]/.test(String.fromCharCode(page.unit(end)))
  )
    end++
  if (!isHicnSuffix(page.slice(to, end))) return 0
  return page.add(
    'member-id',
    page.tokens.start[i]!,
    end,
    i,
    0.85,
    'written as an old Medicare claim number (HICN)',
    'identifier',
  )
}

function isJoinedBefore(page: Page, start: number): boolean {
  const before = page.unit(start - 1)
  const joins =
    before === DASH || before === DOT || before === SLASH || before === UNDERSCORE || before === HASH
  return (
    joins &&
    (before === HASH || before === UNDERSCORE || page.tokens.count > 0) &&
    page.unit(start - 2) !== 32
  )
}
