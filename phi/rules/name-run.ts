import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, BRACKET, CARET, COMMA, DASH, DOT, QUOTE, SLASH, STAR } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, SHAPE, WORD } from '../text/tokens.ts'

const SUFFIXES = wordSet('jr sr ii iii iv')
const OTHER_USES =
  W.common |
  W.month |
  W.title |
  W.providerTitle |
  W.org |
  W.infra |
  W.staff |
  W.care |
  W.thing |
  W.patient |
  W.stateName |
  W.closer |
  W.kin |
  W.implant

/** Words that together may be somebody's name, and what speaks for it. */
export interface NameRun {
  end: number
  words: number
  /** Words known as given names or family names alone. */
  given: number
  surnames: number
  /** Names that are ordinary words, too. */
  ambiguous: number
  unknown: number
  /** Single letters. */
  initials: number
  /** "Family, Given". */
  comma: boolean
  caps: boolean
}

export interface RunOptions {
  limit: number
  /** Accepts names in lower case, and in scripts without case. */
  anyCase: boolean
  /** Accepts "Family, Given". */
  comma: boolean
}

const MONTHS_OF_NAMES = wordSet('april may june')

/** Whether a word can be part of a name at all. */
export function isNameWord(page: Page, i: number, anyCase: boolean): boolean {
  const t = page.tokens
  if (i < 0 || i >= t.count || t.type[i] !== WORD || page.taken[i] !== 0) return false
  const shape = t.shape[i]!
  const size = t.end[i]! - t.start[i]!
  if (size === 1) return shape === SHAPE.caps && page.mark(i - 1) !== APOSTROPHE
  if (size > 24 || (shape === SHAPE.lower && !anyCase)) return false
  const bits = t.bits[i]!
  if ((bits & (W.given | W.surname)) !== 0) return true
  // "his wife June 419 555 0160", "April Voss"
  if ((bits & W.month) !== 0 && shape === SHAPE.capital && MONTHS_OF_NAMES.has(t.word[i]!))
    return (
      page.is(i - 1, W.kin) ||
      (t.type[i + 1] === WORD && page.is(i + 1, W.surname) && !page.is(i + 1, W.common))
    )
  // "I'm", "I've"
  if (page.unit(t.start[i]!) === LETTER_I && page.unit(t.start[i]! + 1) === APOSTROPHE) return false
  if (shape === SHAPE.other && !anyCase && (bits !== 0 || !isJoinedName(page, i))) return false
  if (bits === 0) return true
  if ((bits & OTHER_USES) !== 0 || page.health(i) !== undefined) return false
  return page.label(i) === undefined || page.phraseEnd[i]! === i
}

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90

/** What joins with a capital to a name: "McElhaney", "MacLeod", "O'Dell", "DeShawn", "LaTonya". */
const JOINED: ReadonlySet<string> = new Set([
  'Mc',
  'Mac',
  "O'",
  "D'",
  'O\u2019',
  'D\u2019',
  'De',
  'La',
  'Le',
  'Di',
  'Van',
  'Fitz',
  'Ta',
  'Da',
  'Ja',
  'Ke',
])

/** Two capitals in a word of letters, the second right after what joins to names. */
function isJoinedName(page: Page, i: number): boolean {
  const from = page.tokens.start[i]!
  const end = page.tokens.end[i]!
  if (end - from < 5) return false
  let second = 0
  for (let at = from + 1; at < end; at++)
    if (isUpper(page.unit(at))) {
      if (second > 0) return false
      second = at
    }
  return second > 0 && second - from < 5 && end - second > 2 && JOINED.has(page.slice(from, second))
}

/** Reads the longest run of name words from token `i`; undefined where there is none. */
export function readRun(page: Page, i: number, options: RunOptions): NameRun | undefined {
  const t = page.tokens
  const run: NameRun = {
    end: i,
    words: 0,
    given: 0,
    surnames: 0,
    ambiguous: 0,
    unknown: 0,
    initials: 0,
    comma: false,
    caps: true,
  }
  let at = i
  while (at < options.limit && run.words < 5) {
    if (at > i && !connects(page, at, options)) break
    if (t.type[at] === MARK) {
      const next = pastMark(page, at, run, options)
      if (next === 0) break
      at = next
      continue
    }
    if (run.words > 0 && isSaint(page, at)) {
      at += 2
      continue
    }
    if (isParticle(page, at, options)) {
      at++
      continue
    }
    if (run.words > 0 && t.type[at] === WORD && SUFFIXES.has(t.word[at]!) && t.shape[at] !== SHAPE.lower) {
      run.end = ++at
      continue
    }
    if (!isNameWord(page, at, options.anyCase)) break
    // "Burkhalter, Ned DO"
    if (run.words > 1 && t.shape[at] === SHAPE.caps && !run.caps && page.is(at, W.credential)) break
    if (page.lengthOf(at) === 1) {
      if ((run.words === 0 && page.mark(at + 1) !== DOT) || at > i + 5 + 2 * run.words) break
      if (page.unit(t.start[at]!) === LETTER_I && isPronoun(page, at)) break
      at = page.mark(at + 1) === DOT && t.gap[at + 1] === GAP.none ? at + 2 : at + 1
      run.initials++
      if (run.words > 0) run.end = at
      continue
    }
    tally(page, at, run)
    run.end = ++at
  }
  return run.words === 0 ? undefined : run
}

const SAINT = wordSet('st ste')

/** "Marguerite St. Clair": the next word is written as a name is. */
const isSaint = (page: Page, at: number): boolean =>
  SAINT.has(page.tokens.word[at]!) &&
  page.mark(at + 1) === DOT &&
  page.tokens.gap[at + 1] === GAP.none &&
  page.tokens.gap[at + 2] === GAP.space &&
  page.tokens.type[at + 2] === WORD &&
  page.tokens.shape[at + 2] !== SHAPE.lower &&
  isNameWord(page, at + 2, false)

const LETTER_I = 73

/** "May I have", not "Ana I. Vang" nor "Ana I Vang". */
const isPronoun = (page: Page, at: number): boolean =>
  page.mark(at + 1) !== DOT && page.tokens.type[at + 1] === WORD && page.tokens.shape[at + 1] === SHAPE.lower

/** The token after a mark inside a name: "Okafor, Ngozi", "Osei-Tutu", `Robert "Bob" Ames`; 0 where the name ends. */
function pastMark(page: Page, at: number, run: NameRun, options: RunOptions): number {
  const mark = page.mark(at)
  if (mark === COMMA || mark === CARET) {
    // "HARGROVE^LINUS^P"
    if (mark === CARET && run.comma && page.lengthOf(at + 1) === 1) return at + 1
    const called = quotedGiven(page, at, run, options)
    if (called > 0) return called
    if (!mayCross(page, at, run, options)) return 0
    run.comma = true
    return page.mark(at + 1) === CARET ? at + 2 : at + 1
  }
  if ((mark === STAR || mark === SLASH) && isCapsPair(page, at, run, options)) {
    run.comma = true
    return at + 1
  }
  const dash = mark === DASH && run.words > 0 && page.tokens.gap[at] === GAP.none
  if (dash && isSecondPart(page, at + 1)) {
    run.end = at + 2
    return at + 2
  }
  return dash && isNameWord(page, at + 1, options.anyCase) ? at + 1 : nickname(page, at, run)
}

/** `O'Dell, "Skip"`: what somebody is called, in place of the given name. */
function quotedGiven(page: Page, at: number, run: NameRun, options: RunOptions): number {
  if (!options.comma || run.comma || run.words !== 1 || page.mark(at + 1) !== QUOTE) return 0
  if (page.mark(at + 3) !== QUOTE || !isNameWord(page, at + 2, false)) return 0
  run.comma = true
  tally(page, at + 2, run)
  run.end = at + 4
  return at + 4
}

/** "BUCKLEY*MAEVE", "OKORO/BLESSING": family and given name as payers write them, one of them known. */
function isCapsPair(page: Page, at: number, run: NameRun, options: RunOptions): boolean {
  const t = page.tokens
  const next = at + 1
  if (!options.comma || run.comma || run.words !== 1 || !run.caps) return false
  if (t.gap[at] !== GAP.none || t.gap[next] !== GAP.none || next >= options.limit) return false
  if (t.shape[next] !== SHAPE.caps || page.lengthOf(next) < 3 || page.lengthOf(at - 1) < 3) return false
  const plain = (i: number) => isNameWord(page, i, false) && !page.is(i, W.common)
  const known = page.is(at - 1, W.given | W.surname) || page.is(next, W.given | W.surname)
  return known && plain(at - 1) && plain(next) && page.mark(next + 1) !== SLASH
}

/** "Hyun-woo": what follows the dash is written small, and is no word. */
function isSecondPart(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD || t.shape[i] !== SHAPE.lower || t.gap[i] !== GAP.none) return false
  const size = page.lengthOf(i)
  return (
    size >= 2 &&
    size <= 6 &&
    !page.is(i, W.common | W.care | W.infra | W.staff) &&
    page.health(i) === undefined
  )
}

function connects(page: Page, at: number, options: RunOptions): boolean {
  const gap = page.tokens.gap[at]!
  if (gap === GAP.space) return true
  if (gap === GAP.none) return true
  return gap === GAP.wide && options.comma && page.mark(at - 1) === COMMA
}

const VOWELS = new Set([...'aeiouy'].map((c) => c.charCodeAt(0)))

/** "MPPS", "CTS": capitals without a vowel among them are no word. */
export function isAbbreviation(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD || t.shape[i] !== SHAPE.caps || page.lengthOf(i) < 3) return false
  if (page.is(i, W.given | W.surname)) return false
  for (let at = t.start[i]!; at < t.end[i]!; at++) if (VOWELS.has(page.unit(at) | 32)) return false
  return true
}

/** A comma inside a name: "Okafor, Ngozi", but not "Dayton, OH" or "Smith, MD". */
function mayCross(page: Page, at: number, run: NameRun, options: RunOptions): boolean {
  const t = page.tokens
  if (!options.comma || run.comma || run.words === 0 || run.words > 2) return false
  // "Kim Soto, Raj Patel": given and family name stood already.
  if (run.words === 2 && page.is(at - 2, W.given) && !page.is(at - 2, W.surname) && page.mark(at) === COMMA)
    return false
  const caret = page.mark(at) === CARET
  const next = caret && page.mark(at + 1) === CARET ? at + 2 : at + 1
  if (next >= options.limit || t.gap[next]! >= GAP.line || !isNameWord(page, next, options.anyCase))
    return false
  if (page.is(next, W.credential) && t.shape[next] === SHAPE.caps && page.lengthOf(next) <= 4) return false
  // "Jerome K. Vandersloot, M.D."
  if (
    run.words > 1 &&
    page.lengthOf(next) === 1 &&
    page.mark(next + 1) === DOT &&
    page.lengthOf(next + 2) === 1
  )
    return false
  if (
    page.is(next, W.stateCode) &&
    t.shape[next] === SHAPE.caps &&
    page.lengthOf(next) === 2 &&
    t.shape[at - 1] !== SHAPE.caps
  )
    return false
  if (isAbbreviation(page, next)) return false
  if (caret && page.lengthOf(next) === 2 && !page.is(next, W.given | W.surname)) return false
  return caret || !page.is(next, W.stateName) || page.is(next, W.given)
}

/** "de la", "van", "bin" before a further name. */
function isParticle(page: Page, at: number, options: RunOptions): boolean {
  if (!page.is(at, W.particle)) return false
  const t = page.tokens
  let next = at + 1
  while (next < options.limit && page.is(next, W.particle) && t.gap[next] === GAP.space && next < at + 2)
    next++
  if (page.mark(next) === DASH) next++
  const follows =
    next < options.limit &&
    t.gap[next]! <= GAP.space &&
    page.lengthOf(next) > 1 &&
    isNameWord(page, next, options.anyCase)
  return follows && !(page.is(at, W.given | W.surname) && t.shape[at] !== SHAPE.lower)
}

/** `Robert "Bob" Ames`, `Robert (Bob) Ames`: the token after the closing mark, or 0. */
function nickname(page: Page, at: number, run: NameRun): number {
  const open = page.mark(at)
  if (run.words === 0 || (open !== QUOTE && open !== BRACKET)) return 0
  const closes = page.mark(at + 2) === (open === QUOTE ? 34 : 41)
  return closes &&
    isNameWord(page, at + 1, false) &&
    page.lengthOf(at + 1) > 1 &&
    isNameWord(page, at + 3, false)
    ? at + 3
    : 0
}

function tally(page: Page, at: number, run: NameRun): void {
  run.words++
  if (page.tokens.shape[at] !== SHAPE.caps) run.caps = false
  const given = page.is(at, W.given)
  const surname = page.is(at, W.surname)
  if ((given || surname) && page.is(at, OTHER_USES & ~W.kin)) run.ambiguous++
  else if (given) run.given++
  else if (surname) run.surnames++
  else run.unknown++
}

/** Whether a mark ends a line, a sentence or a cell. */
export const isEnd = (page: Page, i: number): boolean =>
  i >= page.tokens.count ||
  page.tokens.gap[i]! >= GAP.line ||
  (page.tokens.type[i] === MARK && page.mark(i) !== APOSTROPHE)
