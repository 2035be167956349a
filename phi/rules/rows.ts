import { isSsn } from '../checks/ssn.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { DateReader } from '../text/dates.ts'
import { COMMA, DOT, MarkSet, PIPE, QUOTE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isIdentifier } from './any-label.ts'
import { isOpen } from './each.ts'
import { addName } from './name-draft.ts'
import { followsNameCell, opensCell, wordsOfCell } from './quoted-cells.ts'
import { readId } from './values.ts'

const date = new DateReader()
const DELIMITERS = new MarkSet('|;,^')
const SEXES = wordSet('m f u x')
const MOST_NAMES = 3

/** "11820|ABERNATHY|QUILLA|1971-09-30|F": a row of an export that lost its heading, told by a date beside somebody's sex. */
export function readRows(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readRow(page, at[k]!))
}

function readRow(page: Page, i: number): number {
  const t = page.tokens
  const mark = page.mark(i - 1)
  if (mark === QUOTE) return readQuotedRow(page, i) || readQuotedDay(page, i)
  if (t.type[i] !== NUMBER || !DELIMITERS.has(mark) || t.gap[i] !== GAP.none) return 0
  const social = mark === PIPE ? readSocialCell(page, i) : 0
  if (social > 0) return social
  const afterSex = isSex(page, i - 2, mark)
  if (!afterSex && !mayBeDate(page, i)) return 0
  if (!date.read(page.window.units, t.start[i]!, page.window.length, false) || date.year < 1900) return 0
  const end = page.tokenAfter(date.end, i)
  if (!afterSex && !(page.mark(end) === mark && isSex(page, end + 1, mark)))
    return mark === PIPE
      ? readAfterWholeName(page, i, end) || readAfterTwoNames(page, i, end)
      : readAfterTwoNames(page, i, end)
  if (!readCellsBefore(page, afterSex ? i - 3 : i - 1, mark)) return 0
  return page.addTokens('birth-date', i, end, 0.85, "a date beside a name and somebody's sex", 'identifier')
}

const LATEST_BIRTH = 2012

/** `"Prudhomme","Anneliese","1988-12-04"`: a day of long ago in the cell after a name. */
function readQuotedDay(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i] !== NUMBER || !mayBeDate(page, i) || !followsNameCell(page, i)) return 0
  if (!date.read(page.window.units, t.start[i]!, page.window.length, false)) return 0
  if (date.year < 1900 || date.year > LATEST_BIRTH) return 0
  const end = page.tokenAfter(date.end, i)
  if (page.mark(end) !== QUOTE) return 0
  if (!isKnownBefore(page, i - 3)) return 0
  for (let at = i - 3, cells = 0; at > 0 && cells < MOST_NAMES; cells++) {
    const from = wordsOfCell(page, at)
    if (from < 0) break
    addName(page, from, at, 0.8, 'a word in a row with a date of long ago', false, true)
    if (!opensCell(page, from) || page.tokens.gap[from - 1]! >= GAP.line) break
    at = from - 3
  }
  return page.addTokens(
    'birth-date',
    i,
    end,
    0.8,
    'a date of long ago in the cell after a name',
    'identifier',
  )
}

/** A word of one of the cells before is known as somebody's name. */
function isKnownBefore(page: Page, last: number): boolean {
  for (let at = last, cells = 0; at > 0 && cells < MOST_NAMES; cells++) {
    const from = wordsOfCell(page, at)
    if (from < 0) return false
    for (let k = from; k < at; k++) if (isKnownName(page, k)) return true
    if (!opensCell(page, from) || page.tokens.gap[from - 1]! >= GAP.line) return false
    at = from - 3
  }
  return false
}

/** `"0091183","Prudhomme","Anneliese","1988-12-04"` */
function readQuotedRow(page: Page, i: number): number {
  if (page.tokens.type[i] !== NUMBER || !DELIMITERS.has(page.mark(i - 2)) || !mayBeDate(page, i)) return 0
  const { units, length } = page.window
  if (!date.read(units, page.tokens.start[i]!, length, false) || date.year < 1900) return 0
  return readAfterTwoNames(page, i, page.tokenAfter(date.end, i))
}

/** The last token of the cell before the one that begins at token `i`; -1 where that is its line's first. */
function lastOfCellBefore(page: Page, i: number): number {
  const quoted = page.mark(i - 1) === QUOTE
  const parting = quoted ? i - 2 : i - 1
  if (!DELIMITERS.has(page.mark(parting)) || page.tokens.gap[i]! >= GAP.line) return -1
  return quoted && page.mark(parting - 1) === QUOTE ? parting - 2 : parting - 1
}

/** A date of long ago after a family and a given name, each one word in its cell, and the number in the cell before. */
function readAfterTwoNames(page: Page, i: number, end: number): number {
  if (date.year > LAST_BIRTH) return 0
  const given = lastOfCellBefore(page, i)
  const family = given < 0 ? -1 : lastOfCellBefore(page, given)
  if (family < 0 || !isOneName(page, given) || !isOneName(page, family)) return 0
  if (!isKnownName(page, given) && !isKnownName(page, family)) return 0
  const last = lastOfCellBefore(page, family)
  // "12,Boston,Mary,1980-02-04": more than these may stand before, but nothing but their marks beside.
  const alone = last >= 0 || page.tokens.gap[family]! >= GAP.line || page.tokens.gap[family - 1]! >= GAP.line
  if (!alone) return 0
  const reason = 'a word in a row with another name and a date of long ago'
  addName(page, family, family + 1, 0.8, reason, false, true)
  addName(page, given, given + 1, 0.8, reason, false, true)
  if (last >= 0) readNumberCell(page, last)
  return page.addTokens('birth-date', i, end, 0.8, 'a date of long ago after names in its row', 'identifier')
}

function readNumberCell(page: Page, last: number): void {
  const first = firstOfCell(page, last, true)
  const at = page.mark(first) === QUOTE ? first + 1 : first
  const id = readId(page, at, last + 1, false)
  if (page.taken[at] === 0 && id.end === last + 1 && isIdentifier(page, at, id, 4))
    page.addTokens('mrn', at, last + 1, 0.75, "a number in a row with somebody's name", 'identifier')
}

const isOneName = (page: Page, i: number): boolean =>
  page.tokens.type[i] === WORD &&
  page.tokens.shape[i] !== SHAPE.lower &&
  page.lengthOf(i) > 1 &&
  page.taken[i] === 0 &&
  !page.is(i, W.org | W.infra | W.month) &&
  page.health(i) === undefined

const isKnownName = (page: Page, i: number): boolean =>
  page.is(i, W.given | W.surname) && !page.is(i, W.common)

const NINE = 9

/** "O'BRIEN-SATO,KENJI|532112290|", "fionn|1-jul-62|617290164|": nine digits after a name or a day in a row. */
function readSocialCell(page: Page, i: number): number {
  const t = page.tokens
  if (page.lengthOf(i) !== NINE || page.mark(i + 1) !== PIPE || page.taken[i] !== 0) return 0
  if (!isSsn(page.slice(t.start[i]!, t.end[i]!))) return 0
  const before = firstOfCell(page, i - 2, false)
  const dated =
    i - 1 - before >= 3 &&
    date.read(page.window.units, t.start[before]!, page.window.length, false) &&
    page.tokenAfter(date.end, before) === i - 1
  if (!dated && !isWholeName(page, before, i - 1)) return 0
  if (dated && date.year < LAST_BIRTH && page.taken[before] === 0)
    page.addTokens(
      'birth-date',
      before,
      i - 1,
      0.7,
      'a day of long ago in a row, before nine digits',
      'identifier',
    )
  return page.addTokens(
    'ssn',
    i,
    i + 1,
    0.6,
    'nine digits in a row of somebody, as a Social Security number has',
    'identifier',
  )
}

/** "O'BRIEN-SATO,KENJI" */
function isWholeName(page: Page, from: number, to: number): boolean {
  let parted = false
  for (let at = from; at < to; at++) {
    parted ||= page.mark(at) === COMMA
    if (page.mark(at) === 0 && (page.tokens.type[at] !== WORD || page.is(at, W.org | W.infra))) return false
  }
  return parted
}

/** What a date in digits goes on with after its first number. */
const mayBeDate = (page: Page, i: number): boolean => {
  const next = page.mark(i + 1)
  return next === 45 || next === 47 || next === 46 || page.lengthOf(i) === 8
}

const LONGEST_NAME = 8
const LAST_BIRTH = 2020

/** "M0041872|Van Der Berg, Pieter Jr.|03081949|": a date right after a whole name in its cell. */
function readAfterWholeName(page: Page, i: number, end: number): number {
  const t = page.tokens
  if (page.mark(end) !== PIPE || date.year > LAST_BIRTH) return 0
  let first = i - 1
  let words = 0
  let parted = false
  for (; page.mark(first - 1) !== PIPE; first--) {
    const at = first - 1
    if (at < 0 || at < i - LONGEST_NAME) return 0
    parted ||= page.mark(at) === COMMA
    if (page.mark(at) === COMMA || page.mark(at) === DOT) continue
    if (t.type[at] !== WORD || t.shape[at] === SHAPE.lower || page.is(at, W.org | W.infra)) return 0
    words++
    if (at === 0 || t.gap[at]! >= GAP.line) return 0
  }
  if (!parted || words < 2) return 0
  addName(page, first, i - 1, 0.8, 'a name in a row with a date')
  const before = firstOfCell(page, first - 2)
  const id = readId(page, before, first - 1, false)
  const alone = before < first - 1 && id.end === first - 1 && page.taken[before] === 0
  if (alone && isIdentifier(page, before, id, 4))
    page.addTokens('mrn', before, first - 1, 0.75, "a number in a row with somebody's name", 'identifier')
  return page.addTokens('birth-date', i, end, 0.75, 'a date after a name in its row', 'identifier')
}

/** A cell of one letter. */
const isSex = (page: Page, i: number, mark: number): boolean =>
  i > 0 &&
  page.tokens.type[i] === WORD &&
  page.lengthOf(i) === 1 &&
  SEXES.has(page.tokens.word[i]!) &&
  page.mark(i - 1) === mark &&
  (page.mark(i + 1) === mark || i + 1 >= page.tokens.count || page.tokens.gap[i + 1]! >= GAP.line)

/** Up to three cells of a name before the mark at `i`, and a number before those. Whether there is any. */
function readCellsBefore(page: Page, i: number, mark: number): boolean {
  const t = page.tokens
  let at = i
  let names = 0
  for (; names < MOST_NAMES && isNameCell(page, at - 1, mark); names++) {
    const from = firstOfCell(page, at - 1)
    addName(page, from, at, 0.8, "a word in a row with somebody's sex and a date", false, true)
    at = from - 1
    if (at < 0 || page.mark(at) !== mark) break
  }
  if (names === 0 || at < 1 || page.mark(at) !== mark) return names > 0
  const first = firstOfCell(page, at - 1)
  const id = readId(page, first, at, false)
  if (page.taken[first] === 0 && id.end === at && t.gap[at] === GAP.none && isIdentifier(page, first, id, 4))
    page.addTokens('mrn', first, at, 0.75, "a number in a row with somebody's name", 'identifier')
  return true
}

const MOST_WORDS = 5

/** The first token of the cell whose last is token `i`. */
function firstOfCell(page: Page, i: number, any = true): number {
  let at = i
  while (
    at > 0 &&
    at > i - (any ? MOST_WORDS : LONGEST_NAME) &&
    page.tokens.gap[at]! < GAP.line &&
    !(any ? DELIMITERS.has(page.mark(at - 1)) : page.mark(at - 1) === PIPE || page.mark(at - 1) === QUOTE)
  )
    at--
  return at
}

function isNameCell(page: Page, last: number, mark: number): boolean {
  const t = page.tokens
  if (last < 0) return false
  const first = firstOfCell(page, last)
  if (first > 0 && t.gap[first]! < GAP.line && page.mark(first - 1) !== mark) return false
  for (let at = first; at <= last; at++) {
    if (t.type[at] !== WORD || t.shape[at] === SHAPE.lower || page.taken[at] !== 0) return false
    if (page.is(at, W.org | W.infra | W.month) || page.health(at) !== undefined) return false
    if (page.is(at, W.common) && !page.is(at, W.given | W.surname)) return false
  }
  return page.lengthOf(last) > 1 || first < last
}
