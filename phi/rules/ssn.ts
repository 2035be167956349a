import { isHicnSuffix } from '../checks/mbi.ts'
import { isItin, isSsn } from '../checks/ssn.ts'
import { W } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { DASH, DOT, HASH, SLASH, STAR, UNDERSCORE } from '../text/marks.ts'
import { LoneDigits } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { groups } from './phones.ts'
import type { ValueReader } from './reader.ts'
import { FIRM } from './values.ts'

/** A Social Security number after a label: dashed, spaced, bare, or with all but the last digits hidden. */
export const readSsn: ValueReader = (page, at, _limit, strength) => {
  const t = page.tokens
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
    return groups.sized(4) && strength === FIRM && groups.count === 1
      ? readSsnEnding(page, at, _limit, strength, at)
      : 0
  const digits = groups.digits(0, n)
  const to = groups.ends[n - 1]!
  if (isDigit(page.unit(to))) return 0
  if (isSsn(digits))
    return page.add('ssn', t.start[at]!, to, at, 0.98, 'a labelled Social Security number', 'identifier')
  if (isItin(digits))
    return page.add('ssn', t.start[at]!, to, at, 0.85, 'a labelled taxpayer number (ITIN)', 'identifier')
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

const lone = new LoneDigits()

/** "2 1 9 - 0 9 - 9 9 9 9", "4 4 1 9". */
function readLoneSsn(page: Page, at: number): number {
  if (lone.count !== 4 && !(lone.count === 9 && isSsn(lone.text))) return 0
  const from = page.tokens.start[at]!
  return page.add('ssn', from, lone.end, at, 0.8, 'a Social Security number, digit by digit', 'identifier')
}

/** The last four digits of one. */
export const readSsnEnding: ValueReader = (page, at) => {
  const t = page.tokens
  if (lone.read(page.window.units, t.start[at]!, page.window.length, 4)) return readLoneSsn(page, at)
  if (t.type[at] !== NUMBER || page.lengthOf(at) !== 4) return 0
  return page.addTokens(
    'ssn',
    at,
    at + 1,
    0.75,
    'the last four digits of a Social Security number',
    'identifier',
  )
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
  if (!isSsn(groups.digits(0, 3)) || (separator !== DASH && separator !== 32 && separator !== DOT)) return 0
  const after = page.unit(to)
  if (separator === DASH && (after | 32) >= 97 && (after | 32) <= 122) return readHicn(page, i, to)
  if (after === DASH || after === SLASH || isDigit(after)) return 0
  if (separator === SPACE && isAmongBlocks(page, i, to)) return 0
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

const SPACE = 32

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
