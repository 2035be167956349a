import type { IdentifierKind } from '../kinds.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { hashWord } from '../text/hash.ts'
import {
  BRACKET,
  CLOSING_BRACKET,
  COLON,
  DASH,
  DOT,
  EQUALS,
  HASH,
  MarkSet,
  QUESTION,
  QUOTE,
  SLASH,
  UNDERSCORE,
} from '../text/marks.ts'
import { LoneDigits } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { cardForm, FORM } from './card-forms.ts'
import { isOfSeries } from './series.ts'

/** How firmly a label points at its value: a mark such as ":", a word such as "is", or mere nearness. */
export const FIRM = 2
export const SOFT = 1
export const BARE = 0

export interface Pointer {
  at: number
  strength: number
}

const LINKS = wordSet(
  'is was are its it thats reads shows equals es are be should now no num number nbr numero id ending ends stays remains',
)
/** FHIR's and others' `{"type": "MR", "value": ...}`. */
const VALUE = hashWord('value')
const FILLERS = wordSet(
  'scanned copied on file for this the patient pt of a as listed he she they gave me us provided given given to under her his their our at with that we have has in it says el la del paciente reads and confirmed verified current new old correct has been which listed only also still there here card new casa claim form order script chart label letter bottle screen these those both length format ours theirs hers segment field',
)

const FIRM_MARKS = new MarkSet(':=>|{[')
const SKIP_MARKS = new MarkSet(':=>|{}[]"\'#-_.,/()*~^')

/** Where the value of a label that ends before token `i` begins. `fillers`: how many small words may stand between. */
export function valueAfter(page: Page, i: number, fillers: number): Pointer {
  const t = page.tokens
  let strength = BARE
  let left = fillers
  let lines = 0
  let at = i
  for (let steps = 0; at < t.count && steps < 12; steps++, at++) {
    const gap = t.gap[at]!
    if (gap === GAP.blank) break
    if (isAnswerer(page, at)) {
      at++
      lines++
      strength = FIRM
      continue
    }
    if (gap === GAP.line && ++lines > 1) break
    // "mrn=" at the end of a log's line is empty.
    if (gap === GAP.line && at - 1 === i && page.mark(at - 1) === EQUALS && t.gap[at - 1] === GAP.none)
      return { at: t.count, strength }
    if (gap >= GAP.wide && strength === BARE) strength = SOFT
    const mark = page.mark(at)
    if (mark !== 0) {
      const box = boxNumber(page, at)
      if (box > 0) {
        at += box
        continue
      }
      const leader = lastLeader(page, at, mark)
      if (leader >= 0) {
        at = leader
        strength = FIRM
        continue
      }
      if (mark === QUESTION && isAnswerer(page, at + 1)) continue
      if (!SKIP_MARKS.has(mark) || endsSentence(page, at)) break
      if (mark === BRACKET && isOpeningOfValue(page, at)) return { at, strength }
      if (FIRM_MARKS.has(mark)) strength = FIRM
      else if (mark === HASH && strength < FIRM) strength = FIRM
      else if (mark === DASH && gap !== GAP.none && strength < SOFT) strength = SOFT
      if ((mark === COLON || mark === EQUALS) && page.mark(at - 1) === QUOTE) strength = FIRM
      continue
    }
    if (t.type[at] !== WORD) break
    const word = t.word[at]!
    if (t.hash[at] === VALUE && (page.mark(at - 1) === QUOTE || page.mark(at + 1) === EQUALS)) continue
    if (LINKS.has(word) && t.gap[at]! < GAP.line) {
      if (strength < SOFT) strength = SOFT
    } else if (left > 0 && strength < FIRM && FILLERS.has(word) && t.shape[at] === SHAPE.lower) left--
    else break
  }
  return { at, strength }
}

const ANSWERING = wordSet('user visitor customer client patient caller guest me you pt member usuario')

/** "Your date of birth?", and on the next line "User: 08/01/79". */
const isAnswerer = (page: Page, i: number): boolean =>
  page.tokens.gap[i] === GAP.line &&
  page.tokens.type[i] === WORD &&
  ANSWERING.has(page.tokens.word[i]!) &&
  page.mark(i + 1) === COLON &&
  page.tokens.gap[i + 1] === GAP.none

const LEAST_LEADERS = 3

/** "NAME ......... Voss", "FILE ____ 20981": the last token of dots or lines of a form; -1 where there are none. */
function lastLeader(page: Page, at: number, mark: number): number {
  if (mark === DOT) return page.lengthOf(at) >= LEAST_LEADERS ? at : -1
  if (mark !== UNDERSCORE) return -1
  let end = at
  while (end < at + 40 && page.mark(end) === UNDERSCORE) end++
  return end - at >= LEAST_LEADERS ? end - 1 : -1
}

/** "(1a)" between a printed form's label and its colon: how many tokens to pass beyond the bracket; 0 where none is. */
function boxNumber(page: Page, at: number): number {
  const boxed =
    page.mark(at) === BRACKET &&
    page.mark(at + 2) === CLOSING_BRACKET &&
    page.mark(at + 3) === COLON &&
    page.lengthOf(at + 1) <= 3
  return boxed ? 2 : 0
}

/** A full stop, and not that of "no." or "tel.". */
function endsSentence(page: Page, at: number): boolean {
  return page.mark(at) === DOT && page.tokens.gap[at + 1]! >= GAP.space && page.lengthOf(at - 1) > 4
}

const LONGEST_AREA = 3

/** "(614) 555-0134" and "(01)00812345...": the bracket belongs to the value. */
function isOpeningOfValue(page: Page, at: number): boolean {
  return (
    page.tokens.type[at + 1] === NUMBER &&
    page.tokens.gap[at + 1] === GAP.none &&
    page.lengthOf(at + 1) <= LONGEST_AREA &&
    page.mark(at + 2) === CLOSING_BRACKET
  )
}

export interface IdSpan {
  end: number
  digits: number
  letters: number
}

const JOINS = new MarkSet('-/._')

/**
 * Reads an identifier such as "00123456", "JH-00 1234" or "ABC/12-3" from token `i`: pieces of letters and digits that
 * hold together without gaps, or blocks of digits with single spaces between.
 */
export function readId(page: Page, i: number, limit: number, spaces: boolean): IdSpan {
  const t = page.tokens
  const span: IdSpan = { end: i, digits: 0, letters: 0 }
  if (t.type[i] === NUMBER && page.lengthOf(i) === 1 && readLone(page, i, limit, span)) return span
  let at = i
  for (let pieces = 0; at < limit && pieces < 8; ) {
    const type = t.type[at]!
    if (type === MARK) {
      const joined = t.gap[at] === GAP.none && at + 1 < limit && t.gap[at + 1] === GAP.none
      if (at === i || !joined || !JOINS.has(page.mark(at)) || t.type[at + 1] === MARK) break
      if (isFileNamePart(page, at)) break
      at++
      continue
    }
    if (at > i && t.gap[at]! > GAP.none) {
      const block =
        (spaces || (pieces === 1 && span.digits === 0) || isThousand(page, at)) &&
        t.gap[at] === GAP.space &&
        type !== WORD &&
        isBlock(page, at, span)
      if (!block) break
    }
    if (page.lengthOf(at) > 40) break
    if (type === WORD && !idWord(page, at, span)) break
    countUnits(page, at, span)
    at++
    pieces++
    span.end = at
  }
  return span
}

/** "MRN0091184_hp.pdf": a word of a file's name, no part of the number. */
const isFileNamePart = (page: Page, at: number): boolean =>
  (page.mark(at) === UNDERSCORE || page.mark(at) === DOT) &&
  page.tokens.type[at + 1] === WORD &&
  page.tokens.shape[at + 1] === SHAPE.lower &&
  page.lengthOf(at + 1) > 1

const LEAST_OF_MEMBER = 8
const LEADING_ZERO = 48

/** What a number is that nothing but its form tells of: "90118204-02", with a dependent's suffix, is a plan's. */
export function kindByForm(page: Page, i: number, id: IdSpan): IdentifierKind {
  if (cardForm(page, i, id.end) !== FORM.none) return 'member-id'
  const last = id.end - 1
  const suffixed =
    page.mark(last - 1) === DASH &&
    last === i + 2 &&
    page.lengthOf(last) === 2 &&
    page.unit(page.tokens.start[last]!) === LEADING_ZERO
  if (suffixed && page.lengthOf(i) >= LEAST_OF_MEMBER) return 'member-id'
  // "ML-40091822-03"
  const led =
    last === i + 4 && page.tokens.type[i] === WORD && page.mark(i + 3) === DASH && page.lengthOf(last) === 2
  if (led && page.unit(page.tokens.start[last]!) === LEADING_ZERO && page.lengthOf(i + 2) >= LEAST_OF_MEMBER)
    return 'member-id'
  return isOfSeries(page, i, id.end) ? 'other-id' : 'mrn'
}

const lone = new LoneDigits()
const LEAST_LONE = 5

/** "4 4 8 0 1 9 2": digits that OCR or a form drew apart. */
function readLone(page: Page, i: number, limit: number, span: IdSpan): boolean {
  const { units, length } = page.window
  if (page.tokens.gap[i + 1] !== GAP.space || !lone.read(units, page.tokens.start[i]!, length, LEAST_LONE))
    return false
  const end = page.tokenAfter(lone.end, i)
  span.digits = lone.count
  span.end = end
  return end <= limit
}

/** Blocks of three digits, as people write long numbers. */
const isThousand = (page: Page, at: number): boolean =>
  page.tokens.type[at] === NUMBER && page.lengthOf(at) === 3 && page.lengthOf(at - 1) <= 3

/** A further block of an id after a space: mostly digits, and no date or count of something. */
function isBlock(page: Page, at: number, span: IdSpan): boolean {
  const t = page.tokens
  if (span.digits + span.letters > 14) return false
  const long = page.lengthOf(at) > 1
  // "DD 0 4471 882"
  const between =
    !long && t.gap[at + 1] === GAP.space && t.type[at + 1] === NUMBER && page.lengthOf(at + 1) > 2
  if (!long && !between) return false
  const next = page.mark(at + 1)
  if (span.digits === 0 && next === DASH && t.type[at] === NUMBER) return true
  return (
    !(t.gap[at + 1] === GAP.none && (next === SLASH || next === COLON || next === DASH)) &&
    (t.type[at] === NUMBER || page.lengthOf(at) > 2)
  )
}

/** Letters inside an id are capitals, short, or stand between its marks. */
function idWord(page: Page, at: number, span: IdSpan): boolean {
  const t = page.tokens
  if (span.digits > 0) return page.lengthOf(at) <= 4 || t.shape[at] === SHAPE.caps
  const next = at + 1
  const goesOn = next < t.count && t.gap[next] === GAP.none && t.type[next] !== WORD
  return (
    goesOn ||
    (t.shape[at] === SHAPE.caps &&
      page.lengthOf(at) <= 4 &&
      page.label(at) === undefined &&
      t.type[next] !== WORD &&
      t.gap[next] === GAP.space)
  )
}

/** Adds the digits and letters of a token to those of `span`. */
export function countUnits(page: Page, at: number, span: { digits: number; letters: number }): void {
  for (let u = page.tokens.start[at]!; u < page.tokens.end[at]!; u++) {
    if (isDigit(page.window.units[u]!)) span.digits++
    else span.letters++
  }
}

/** The letters and digits of tokens, without what joins them. */
export function compact(page: Page, i: number, end: number): string {
  let text = ''
  for (let at = i; at < end; at++) {
    if (page.tokens.type[at] !== MARK)
      text += page.slice(page.tokens.start[at]!, Math.min(page.tokens.end[at]!, page.tokens.start[at]! + 40))
  }
  return text
}
