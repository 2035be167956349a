import { W } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical, isStaffSignature } from './context.ts'

const COMMA = 44
const DOT = 46
const HASH = 35
/** Street words that are ordinary words as well. */
const PLAIN = new Set(
  'place pl way court drive run view hill point row square park pass close path bend landing manor walk commons heights circle ct st creek glen hollow ridge cove ramp road loop mews crossing crescent pike trail plaza hts aly'
    .split(' ')
    .map(hashWord),
)
const NUMBERED = new Set(
  'highway hwy route road rd rt rte county state us street st avenue ave calle'.split(' ').map(hashWord),
)

/** Passes over a "." after an abbreviation. */
const pastDot = (page: Page, i: number) =>
  page.mark(i) === DOT && page.tokens.gap[i] === GAP.none ? i + 1 : i

/** The token after the street of an address that begins at token `i` with its house number; 0 for none. */
function streetEnd(page: Page, i: number, labelled: boolean): number {
  const t = page.tokens
  let at = i + 1
  const joined = t.gap[i] === GAP.none && (page.mark(i - 1) === 58 || page.mark(i - 1) === DOT)
  if (joined && t.type[i - 2] === NUMBER) return 0
  // 318 1/2 Vine St
  if (t.type[at] === NUMBER && page.mark(at + 1) === 47 && page.lengthOf(at) === 1) at += 3
  if (page.mark(at) === 45 && t.type[at + 1] === NUMBER && t.gap[at] === GAP.none) at += 2 // 12-34 Main St
  let lower = 0
  for (let words = 0; words < 6 && at < t.count; words++) {
    if (
      t.gap[at] !== GAP.space &&
      !(t.gap[at] === GAP.none && words > 0) &&
      !(labelled && t.gap[at] === GAP.wide)
    )
      return 0
    const type = t.type[at]!
    if (type === MARK) return 0
    if (type === WORD && words > 0 && page.is(at, W.street) && isStreet(page, at, lower, labelled))
      return afterStreet(page, at)
    if (type === NUMBER && words > 0 && NUMBERED.has(t.hash[at - 1]!) && page.lengthOf(at) <= 4) return at + 1
    if (type === WORD) {
      if (t.shape[at] === SHAPE.lower && !page.is(at, W.direction)) lower++
      if (lower > 0 && !labelled && page.is(at, W.common) && !page.is(at, W.street | W.given | W.surname))
        return 0
    } else if (page.lengthOf(at) > 5) return 0
    at = pastDot(page, at + 1)
  }
  return 0
}

/** A street word that is also an ordinary one must be written as a name is. */
function isStreet(page: Page, at: number, lower: number, labelled: boolean): boolean {
  const t = page.tokens
  if (labelled || !PLAIN.has(t.hash[at]!)) return true
  const capital = t.shape[at] !== SHAPE.lower
  if (lower > 0)
    return !capital ? page.is(at + 1, W.unit | W.stateCode) || page.mark(at + 1) === COMMA : false
  // "12 Oak Hill Road": the last street word ends the street.
  return capital
}

function afterStreet(page: Page, at: number): number {
  const t = page.tokens
  let end = pastDot(page, at + 1)
  while (
    end < t.count &&
    page.is(end, W.street) &&
    t.gap[end] === GAP.space &&
    t.shape[end] !== SHAPE.lower &&
    end < at + 3
  )
    end = pastDot(page, end + 1)
  if (
    t.type[end] === NUMBER &&
    NUMBERED.has(t.hash[end - 1]!) &&
    page.lengthOf(end) <= 4 &&
    t.gap[end] === GAP.space
  )
    end++
  if (page.is(end, W.direction) && t.shape[end] === SHAPE.caps && t.gap[end] === GAP.space)
    end = pastDot(page, end + 1)
  return end
}

/** Takes ", Apt 4B" or "#12" along. */
function unitEnd(page: Page, i: number): number {
  const t = page.tokens
  let at = page.mark(i) === COMMA ? i + 1 : i
  if (at >= t.count || t.gap[at] === GAP.blank) return i
  if (page.mark(at) === HASH) return t.type[at + 1] === NUMBER || t.type[at + 1] === MIXED ? at + 2 : i
  if (!page.is(at, W.unit)) return i
  at = pastDot(page, at + 1)
  if (page.mark(at) === HASH) at++
  const short = at < t.count && t.gap[at]! <= GAP.space && page.lengthOf(at) <= 5
  return short && (t.type[at] !== WORD || page.lengthOf(at) <= 2) ? at + 1 : i
}

interface Town {
  /** After the state, or after the town where no state follows. */
  end: number
  /** The first token of the ZIP code and one past its last; equal where none follows. */
  zip: number
  zipEnd: number
  state: boolean
}

/** Reads "Springfield, IL 62704-1234" from token `i`. */
export function readTown(page: Page, i: number, mayWrap: boolean): Town | undefined {
  const t = page.tokens
  let at = i
  let words = 0
  while (at < t.count && words < 4 && t.type[at] === WORD && t.shape[at] !== SHAPE.lower) {
    if (at > i && t.gap[at]! > GAP.space) break
    if (words > 0 && isState(page, at)) break
    if (page.label(at) !== undefined && !page.is(at, W.city)) break
    words++
    at = pastDot(page, at + 1)
  }
  if (words === 0) return undefined
  if (page.mark(at) === COMMA) at++
  const near = at < t.count && (t.gap[at]! <= GAP.wide || (mayWrap && t.gap[at] === GAP.line))
  if (!near || !isState(page, at)) return undefined
  at++
  if (
    t.type[at] === WORD &&
    page.is(at, W.stateName) === false &&
    page.is(at - 1, W.direction) &&
    isState(page, at)
  )
    at++
  at = pastDot(page, at)
  const zipEnd = readZipEnd(page, at)
  const person = page.is(i, W.given) && !page.is(i, W.city)
  if (zipEnd === at && (person || (page.mark(at) === 45 && t.gap[at] === GAP.none))) return undefined
  return { end: at, zip: at, zipEnd, state: true }
}

function isState(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD) return false
  if (page.is(i, W.stateCode)) return t.shape[i] === SHAPE.caps && page.lengthOf(i) === 2
  return (
    (page.is(i, W.stateName) && t.shape[i] !== SHAPE.lower) ||
    (page.is(i + 1, W.stateName) && page.is(i, W.direction)) ||
    TWO_WORD_STATES.has(t.hash[i]!)
  )
}
const TWO_WORD_STATES = new Set(
  ['carolina', 'dakota', 'jersey', 'mexico', 'hampshire', 'york', 'virginia', 'island'].map(hashWord),
)

function readZipEnd(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i] !== NUMBER || page.lengthOf(i) !== 5 || t.gap[i]! > GAP.line) return i
  const plus =
    page.mark(i + 1) === 45 &&
    t.gap[i + 1] === GAP.none &&
    t.type[i + 2] === NUMBER &&
    page.lengthOf(i + 2) === 4
  return plus ? i + 3 : i + 1
}

/** Whether an address is that of an office: under a signature or a letterhead's name of an organization. */
function isOfOffice(page: Page, i: number): boolean {
  if (page.zone[i] === ZONE.signature) return isStaffSignature(page, i)
  if (isBilled(page, i)) return true
  return (
    page.before(i, W.org, 7) && page.around(TOPIC.patient, i, 20, 10) === 0 && !page.before(i, W.given, 8)
  )
}

const BILL = hashWord('bill')
const BILLED = new Set('remit invoice vendor ein letterhead office warehouse tin'.split(' ').map(hashWord))

/** "Bill to:", "Remit to:". */
function isBilled(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 14; at--)
    if (BILLED.has(page.tokens.hash[at]!) || (page.tokens.hash[at] === BILL && page.mark(at + 2) === 58))
      return true
  return false
}

/**
 * An address that begins at token `i`: house number and street, with unit, town and state as far as they follow; the
 * ZIP code is a finding of its own. Answers the token after it, or 0.
 */
export function readAddress(page: Page, i: number, labelled: boolean): number {
  const t = page.tokens
  const type = t.type[i]!
  let end = 0
  if (type === NUMBER && page.lengthOf(i) <= 6) end = streetEnd(page, i, labelled)
  else if (type === MIXED && page.lengthOf(i) <= 7) end = streetEnd(page, i, labelled)
  else if (type === WORD) end = boxEnd(page, i) || spanishEnd(page, i)
  if (end === 0 && labelled && type === NUMBER) end = freeEnd(page, i)
  if (end === 0) return 0
  end = unitEnd(page, end)
  const townAt = page.mark(end) === COMMA ? end + 1 : end
  const mayStart = townAt < t.count && t.gap[townAt]! <= GAP.line
  const town = mayStart ? readTown(page, townAt, true) : undefined
  if (town) end = town.end
  else if (mayStart && page.mark(end) === COMMA && page.is(townAt, W.city) && t.shape[townAt] !== SHAPE.lower)
    end = townAt + 1
  const office = isOfOffice(page, i)
  const sure = labelled ? 0.92 : town ? 0.9 : 0.75
  const reason = office ? 'the address of an office' : 'a street address'
  const level = office ? 'weak' : 'identifier'
  let next = page.addTokens('address', i, end, office ? 0.4 : sure, reason, level)
  const zip = town && town.zipEnd > town.zip ? town : undefined
  const loneZip = zip ? 0 : readZipEnd(page, next)
  if (zip)
    next = page.addTokens('zip', zip.zip, zip.zipEnd, office ? 0.4 : 0.9, 'the ZIP code of an address', level)
  else if (loneZip > next)
    next = page.addTokens('zip', next, loneZip, office ? 0.4 : 0.8, 'the ZIP code of an address', level)
  return next
}

const BOX_STARTS = new Set(['p', 'po', 'pob', 'apartado'].map(hashWord))
const BOX_WORDS = new Set(['box', 'apartado', 'casilla'].map(hashWord))

/** Whether a post office box may begin here. */
export const startsBox = (page: Page, i: number): boolean =>
  page.lengthOf(i) <= 3 && BOX_STARTS.has(page.tokens.hash[i]!)

/** "P.O. Box 123", "PO Box 123", "Apartado 12". */
function boxEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!BOX_STARTS.has(t.hash[i]!)) return 0
  const first = page.slice(t.start[i]!, Math.min(t.end[i]!, t.start[i]! + 8)).toLowerCase()
  let at = i
  if (first === 'po' || first === 'pob') at = i + 1
  else if (first === 'p' && page.mark(i + 1) === DOT) at = pastDot(page, i + 3)
  else if (first !== 'apartado') return 0
  if (first !== 'pob' && first !== 'apartado' && !(t.type[at] === WORD && BOX_WORDS.has(t.hash[at]!)))
    return 0
  if (first === 'apartado' || first !== 'pob') at++
  return t.type[at] === NUMBER && t.gap[at]! <= GAP.space ? at + 1 : 0
}

/** "Calle Luna 45", "Avenida Central #12". */
function spanishEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!page.is(i, W.streetFirst) || t.shape[i] === SHAPE.lower) return 0
  let at = pastDot(page, i + 1)
  for (let words = 0; words < 5 && at < t.count && t.gap[at]! <= GAP.space; words++, at++) {
    if (t.type[at] === NUMBER) return words > 0 ? at + 1 : 0
    if (page.mark(at) === HASH || page.mark(at) === COMMA) continue
    if (t.type[at] !== WORD || (t.shape[at] === SHAPE.lower && !page.is(at, W.particle | W.common))) return 0
  }
  return 0
}

/** After a label, a house number with names after it will do, to the end of the line or the next comma. */
function freeEnd(page: Page, i: number): number {
  const t = page.tokens
  let at = i + 1
  while (
    at < t.count &&
    at < i + 6 &&
    t.gap[at]! === GAP.space &&
    t.type[at] !== MARK &&
    page.label(at) === undefined
  )
    at++
  return at > i + 1 && t.type[i + 1] === WORD && t.shape[i + 1] !== SHAPE.lower ? at : 0
}

const LIVING = new Set('in from near to de en'.split(' ').map(hashWord))
const DWELLING = new Set(
  'lives live living resident residing resides moved reside born raised native home from vive residente reside family house coming came'
    .split(' ')
    .map(hashWord),
)
const COUNTY = new Set(['county', 'parish', 'borough', 'township'].map(hashWord))

/** Where a town begins whose state stands at token `i`; -1 where none does. */
function townBefore(page: Page, i: number): number {
  const t = page.tokens
  let at = page.mark(i - 1) === COMMA ? i - 2 : i - 1
  let start = -1
  for (let words = 0; words < 3 && at >= 0; words++, at--) {
    if (t.type[at] !== WORD || t.shape[at] === SHAPE.lower || page.taken[at] !== 0) break
    const plain = page.is(at, W.common | W.org) && !page.is(at, W.city | W.direction)
    const second =
      words === 0 &&
      t.shape[at - 1] === SHAPE.capital &&
      t.gap[at] === GAP.space &&
      !page.is(at - 1, W.common)
    if (plain && !second) break
    start = at
    if (t.gap[at]! > GAP.space) break
    if (page.mark(at - 1) === DOT) at--
  }
  return start
}

const isOffice = (page: Page, i: number): boolean =>
  page.is(i - 1, W.org) || isOfOffice(page, i) || page.zone[i] === ZONE.mailHeader

function dwells(page: Page, i: number): boolean {
  return i > 1 && LIVING.has(page.tokens.hash[i - 1]!) && DWELLING.has(page.tokens.hash[i - 2]!)
}

/** "Dayton, OH 45402" that stands alone, its state at token `i`. Answers the token after, or 0. */
function readTownOf(page: Page, i: number): number {
  const start = townBefore(page, i)
  const town = start < 0 ? undefined : readTown(page, start, false)
  if (!town || town.end <= i) return 0
  const zip = town.zipEnd > town.zip
  const office = isOffice(page, start)
  const sure = office ? 0.35 : dwells(page, start) || zip ? 0.8 : isClinical(page, start) ? 0.6 : 0.4
  const level = sure >= 0.5 ? 'identifier' : 'weak'
  const next = page.addTokens('place', start, town.end, sure, 'a town with its state', level)
  if (!zip) return next
  return page.addTokens(
    'zip',
    town.zip,
    town.zipEnd,
    office ? 0.4 : 0.85,
    'a ZIP code after its state',
    level,
  )
}

/** "Sandusky County", its last word at token `i`. */
function readCounty(page: Page, i: number): number {
  const t = page.tokens
  const name = i - 1
  if (name < 0 || t.shape[i] === SHAPE.lower || t.gap[i] !== GAP.space || page.taken[name] !== 0) return 0
  if (t.type[name] !== WORD || t.shape[name] === SHAPE.lower || page.is(name, W.common)) return 0
  const ofOrg = page.after(i + 1, W.org, 3) || isOffice(page, name)
  const sure = ofOrg ? 0.35 : dwells(page, name) || isClinical(page, name) ? 0.65 : 0.4
  return page.addTokens('place', name, i + 1, sure, 'a county', sure >= 0.5 ? 'identifier' : 'weak')
}

/** "lives in Yuma", the town at token `i`. */
function readDwelling(page: Page, i: number): number {
  const t = page.tokens
  if (!dwells(page, i) || page.is(i, W.org | W.month | W.patient | W.care)) return 0
  if (page.is(i, W.common) && !page.is(i, W.city)) return 0
  let end = i + 1
  while (end < i + 3 && t.type[end] === WORD && t.shape[end] === SHAPE.capital && t.gap[end] === GAP.space)
    end++
  if (page.is(end - 1, W.org) || page.is(end, W.org)) return 0
  return page.addTokens('place', i, end, 0.65, 'where somebody lives', 'identifier')
}

/** A town, county or ZIP code that stands alone and shows at the capitalized word `i`. Answers the token after, or 0. */
export function readPlace(page: Page, i: number): number {
  const t = page.tokens
  if (page.is(i, W.stateCode | W.stateName) && isState(page, i)) {
    const next = readTownOf(page, i)
    if (next > 0) return next
  }
  if (page.is(i, W.org) && COUNTY.has(t.hash[i]!)) return readCounty(page, i)
  return t.shape[i - 1] === SHAPE.lower && t.gap[i] === GAP.space && page.lengthOf(i - 1) <= 4
    ? readDwelling(page, i)
    : 0
}
