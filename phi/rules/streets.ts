import { STOP, W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { BRACKET, COLON, COMMA, DASH, DOT, HASH, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { pastDot } from './zip-codes.ts'

/** Street words that are ordinary words as well. */
const PLAIN = wordSet(
  'place pl way court drive run view hill point row square park pass close path bend landing manor walk commons heights circle ct st creek glen hollow ridge cove ramp road loop mews crossing crescent pike trail plaza hts aly pt',
)

const NUMBERED = wordSet(
  'highway hwy route road rd rt rte county state us street st avenue ave calle cr sr fm co interstate',
  STOP.numbered,
)

const CUES = wordSet(
  'lives live living lived moved moving stays staying address home house mail mailed send sent ship shipped deliver delivered delivery residence resides goes went going pickup picked found visit vive domicilio dom direccion c/o via transport unit apt apartment lot trailer',
)
const AT = wordSet('at to')
const LINKS = wordSet('at to from is was a en the her his their my our new old up down by')

/** "lives at 410 E Maple", "goes to 1822 Prospect". */
function isAnnounced(page: Page, i: number): boolean {
  // "Udo (14 Birch)"
  if (page.mark(i - 1) === BRACKET) return page.tokens.shape[i - 2] === SHAPE.capital && isClinical(page, i)
  const { gap, word, type } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - 8; at--) {
    if (gap[at + 1]! > GAP.line) return false
    if (type[at] === MARK) {
      if (page.mark(at) === DOT) return false
      continue
    }
    if (CUES.has(word[at]!)) return true
    if (!LINKS.has(word[at]!) && !AT.has(word[i - 1]!) && at < i - 3) return false
  }
  return false
}

/** What a word may be that stands in the name of a street and is no ordinary one. */
const NO_STREET = ~(W.given | W.surname | W.street | W.city | W.direction | W.stateName | W.phrase)

/**
 * "77 Sumac" after "to" or "at", or in a column of its own, where somebody's care is spoken of: a word that is no
 * ordinary one follows the number.
 */
function isPlaced(page: Page, i: number, from: number, end: number): boolean {
  const t = page.tokens
  if ((t.bits[from]! & NO_STREET) !== 0 || (!isClinical(page, i, 40) && !page.isOfPerson(i))) return false
  if (t.gap[i] === GAP.wide && (end >= t.count || t.gap[end]! >= GAP.wide)) return true
  const after =
    page.mark(end) === COMMA || page.mark(end) === DOT || end >= t.count || t.gap[end]! >= GAP.line
  return after && t.gap[i] === GAP.space && t.type[i - 1] === WORD && AT.has(t.word[i - 1]!)
}

/** The token after a house number such as "318 1/2", "12-34", "118-B"; the street begins there. */
function afterHouse(page: Page, i: number): number {
  const t = page.tokens
  let at = i + 1
  if (t.type[at] === NUMBER && page.mark(at + 1) === SLASH && page.lengthOf(at) === 1) at += 3
  const second = t.type[at + 1] === NUMBER || page.lengthOf(at + 1) === 1
  if (page.mark(at) === DASH && second && t.gap[at] === GAP.none && t.gap[at + 1] === GAP.none) at += 2
  return at
}

/** The token after the street of an address that begins at token `i` with its house number; 0 for none. */
export function streetEnd(page: Page, i: number, labelled: boolean): number {
  const t = page.tokens
  const joined = t.gap[i] === GAP.none && (page.mark(i - 1) === COLON || page.mark(i - 1) === DOT)
  if (joined && t.type[i - 2] === NUMBER) return 0
  const from = afterHouse(page, i)
  const suffixed = suffixedEnd(page, i, from, labelled)
  return suffixed > 0 || t.type[i] !== NUMBER ? suffixed : bareEnd(page, i, from, labelled)
}

const DICTATED = wordSet('comma period colon')

/** "418 W. Oak Hill Rd", "1200 Highway 49 N": the street's last word is one for streets. */
export function suffixedEnd(page: Page, i: number, from: number, labelled: boolean): number {
  if (page.around(TOPIC.street, i + 1, 0, 20) === 0) return 0
  const t = page.tokens
  let at = from
  let lower = 0
  for (let words = 0; words < 6 && at < t.count; words++) {
    const near = t.gap[at] === GAP.space || (t.gap[at] === GAP.none && words > 0)
    if (!near && !(labelled && t.gap[at] === GAP.wide)) return 0
    const type = t.type[at]!
    if (type === MARK) return 0
    // "2207 comma Dr. Carver", in dictation
    if (words === 0 && DICTATED.has(t.word[at]!)) return 0
    if (type === WORD && words > 0 && page.is(at, W.street) && isStreet(page, at, lower, labelled))
      return afterStreet(page, at)
    const named =
      type === NUMBER ||
      (type === MIXED && page.lengthOf(at) <= 4) ||
      (type === WORD && page.lengthOf(at) === 1 && t.shape[at] === SHAPE.caps)
    if (named && words > 0 && NUMBERED.has(t.word[at - 1]!) && page.lengthOf(at) <= 4)
      return withDirection(page, at + 1)
    if (type === WORD) {
      if (t.shape[at] === SHAPE.lower && !page.is(at, W.direction)) lower++
      if (lower > 0 && !labelled && page.is(at, W.common) && !page.is(at, W.street | W.given | W.surname))
        return 0
    } else if (page.lengthOf(at) > (type === MIXED ? 12 : 5)) return 0
    at = pastDot(page, at + 1)
  }
  return 0
}

/** A street word that is also an ordinary one must be written as a name is, or what follows belongs to an address. */
function isStreet(page: Page, at: number, lower: number, labelled: boolean): boolean {
  const t = page.tokens
  if (labelled || !PLAIN.has(t.word[at]!)) return true
  const capital = t.shape[at] !== SHAPE.lower
  if (lower > 0)
    return !capital ? page.is(at + 1, W.unit | W.stateCode) || page.mark(at + 1) === COMMA : false
  return capital
}

function afterStreet(page: Page, at: number): number {
  const t = page.tokens
  let end = pastDot(page, at + 1)
  // "12 Oak Hill Road": the last street word ends the street.
  while (
    end < t.count &&
    page.is(end, W.street) &&
    t.gap[end] === GAP.space &&
    t.shape[end] !== SHAPE.lower &&
    end < at + 3
  )
    end = pastDot(page, end + 1)
  const numbered =
    t.type[end] === NUMBER &&
    NUMBERED.has(t.word[end - 1]!) &&
    page.lengthOf(end) <= 4 &&
    t.gap[end] === GAP.space
  return withDirection(page, numbered ? end + 1 : end)
}

function withDirection(page: Page, end: number): number {
  const t = page.tokens
  const follows = page.is(end, W.direction) && t.shape[end] !== SHAPE.lower && t.gap[end] === GAP.space
  return follows ? pastDot(page, end + 1) : end
}

const MOST_BARE = 3

/** "22 W 4th apt 3b", "5501 N. Kedzie, #2R", "1822 Prospect" after "goes to": no word for a street, but other signs. */
function bareEnd(page: Page, i: number, from: number, labelled: boolean): number {
  const t = page.tokens
  let at = from
  if (t.gap[at] !== GAP.space) return 0
  const direction = page.is(at, W.direction) && page.lengthOf(at) <= 2
  if (direction) at = pastDot(page, at + 1)
  if (direction && isOrdinal(page, at)) return withDirection(page, at + 1)
  // "340 E 200 N", as in Utah
  if (direction && t.type[at] === NUMBER && page.is(at + 1, W.direction) && page.lengthOf(at) <= 5)
    return at + 2
  let words = 0
  let common = 0
  while (
    words < MOST_BARE &&
    at < t.count &&
    (words === 0 || t.gap[at] === GAP.space) &&
    isBareWord(page, at)
  ) {
    if (page.is(at, W.common)) common++
    words++
    at = pastDot(page, at + 1)
  }
  if (words === 0) return 0
  const capital = t.shape[from] !== SHAPE.lower || direction
  const unit = capital && hasUnit(page, at)
  if (unit || (direction && capital) || labelled) return common < words || unit || labelled ? at : 0
  const written = direction || t.shape[from] === SHAPE.capital
  if (!written || page.lengthOf(i) < 2 || common === words) return 0
  return isAnnounced(page, i) || isPlaced(page, i, from, at) ? at : 0
}

function isBareWord(page: Page, at: number): boolean {
  const t = page.tokens
  if (isOrdinal(page, at)) return true
  if (t.type[at] !== WORD || t.shape[at] === SHAPE.lower || page.is(at, W.month | W.unit | W.care))
    return false
  return page.label(at) === undefined && page.health(at) === undefined
}

const ORDINALS = ['st', 'nd', 'rd', 'th'].map((end) => (end.charCodeAt(0) << 8) | end.charCodeAt(1))

/** "4th", "102nd" */
export function isOrdinal(page: Page, at: number): boolean {
  const { type, start, end } = page.tokens
  if (type[at] !== MIXED || page.lengthOf(at) > 5 || !isDigit(page.unit(start[at]!))) return false
  const last = ((page.unit(end[at]! - 2) | 32) << 8) | (page.unit(end[at]! - 1) | 32)
  return ORDINALS.includes(last)
}

/** "#14C", ", apt 3b" */
function hasUnit(page: Page, i: number): boolean {
  const t = page.tokens
  const at = page.mark(i) === COMMA ? i + 1 : i
  if (at >= t.count || t.gap[at]! > GAP.space) return false
  const number = page.mark(at) === HASH ? at + 1 : page.is(at, W.unit) ? pastDot(page, at + 1) : 0
  return number > 0 && (t.type[number] === NUMBER || t.type[number] === MIXED || page.lengthOf(number) === 1)
}
