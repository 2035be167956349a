import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, COMMA, DASH, DOT, HASH, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOfOffice, pastDot, readTown, readZipEnd } from './towns.ts'

/** Street words that are ordinary words as well. */
const PLAIN = wordSet(
  'place pl way court drive run view hill point row square park pass close path bend landing manor walk commons heights circle ct st creek glen hollow ridge cove ramp road loop mews crossing crescent pike trail plaza hts aly',
)

const NUMBERED = wordSet(
  'highway hwy route road rd rt rte county state us street st avenue ave calle',
  STOP.numbered,
)

/** The token after the street of an address that begins at token `i` with its house number; 0 for none. */
function streetEnd(page: Page, i: number, labelled: boolean): number {
  if (page.around(TOPIC.street, i + 1, 0, 20) === 0) return 0
  const t = page.tokens
  let at = i + 1
  const joined = t.gap[i] === GAP.none && (page.mark(i - 1) === COLON || page.mark(i - 1) === DOT)
  if (joined && t.type[i - 2] === NUMBER) return 0
  // 318 1/2 Vine St
  if (t.type[at] === NUMBER && page.mark(at + 1) === SLASH && page.lengthOf(at) === 1) at += 3
  // 12-34 Main St, 118-B Mulberry Close
  const second = t.type[at + 1] === NUMBER || page.lengthOf(at + 1) === 1
  if (page.mark(at) === DASH && second && t.gap[at] === GAP.none && t.gap[at + 1] === GAP.none) at += 2
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
    if (type === NUMBER && words > 0 && NUMBERED.has(t.word[at - 1]!) && page.lengthOf(at) <= 4) return at + 1
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
  if (labelled || !PLAIN.has(t.word[at]!)) return true
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
    NUMBERED.has(t.word[end - 1]!) &&
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

/**
 * An address that begins at token `i`: house number and street, with unit, town and state as far as they follow; the
 * ZIP code is a finding of its own. Answers the token after it, or 0.
 */
export function readAddress(page: Page, i: number, labelled: boolean): number {
  const t = page.tokens
  const type = t.type[i]!
  let end = 0
  if (type === NUMBER && page.lengthOf(i) <= 6)
    end = streetEnd(page, i, labelled) || spanishStreetEnd(page, i)
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

const BOX_STARTS = wordSet('p po pob apartado', STOP.box)

const BOX_WORDS = wordSet('box apartado casilla')

/** Whether a post office box may begin here. */
export const startsBox = (page: Page, i: number): boolean =>
  page.lengthOf(i) <= 3 && BOX_STARTS.has(page.tokens.word[i]!)

/** "P.O. Box 123", "PO Box 123", "Apartado 12". */
function boxEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!BOX_STARTS.has(t.word[i]!)) return 0
  const first = page.slice(t.start[i]!, Math.min(t.end[i]!, t.start[i]! + 8)).toLowerCase()
  let at = i
  if (first === 'po' || first === 'pob') at = i + 1
  else if (first === 'p' && page.mark(i + 1) === DOT) at = pastDot(page, i + 3)
  else if (first !== 'apartado') return 0
  if (first !== 'pob' && first !== 'apartado' && !(t.type[at] === WORD && BOX_WORDS.has(t.word[at]!)))
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

/** "1420 Calle Sol". */
function spanishStreetEnd(page: Page, i: number): number {
  const t = page.tokens
  const street = i + 1
  if (!page.is(street, W.streetFirst) || t.shape[street] === SHAPE.lower || t.gap[street] !== GAP.space)
    return 0
  let at = street + 1
  while (at < street + 4 && t.type[at] === WORD && t.gap[at] === GAP.space && t.shape[at] !== SHAPE.lower)
    at++
  return at > street + 1 ? at : 0
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
