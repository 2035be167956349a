import { STOP, W, wordSet } from '../lexicon/words.ts'
import { BRACKET, CLOSING_BRACKET, COLON, COMMA, HASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { unitEnd } from './home-units.ts'
import { isNear } from './near.ts'
import { isOfOffice } from './office-places.ts'
import { crossingEnd, routeEnd, spelledHouse, startsRoute } from './routes.ts'
import { streetEnd, suffixedEnd } from './streets.ts'
import { townAlone } from './town-words.ts'
import { isZipWithoutState, readTown } from './towns.ts'
import { pastDot, readZipEnd } from './zip-codes.ts'

wordSet('urb rue calle avenida camino', STOP.box)

const NO_FIRST = wordSet('on of in at the for and to with comma')
/** "123 Any St, Anytown": nobody's. */
const NOWHERE = wordSet('any anytown anywhere anystreet nowhere sample test fake')
const isNowhere = (page: Page, i: number, end: number): boolean => {
  for (let at = i + 1; at < end && at < i + 8; at++) if (NOWHERE.has(page.tokens.word[at]!)) return true
  return false
}

const SENT_BY = wordSet('certified fax mail email courier fedex ups usps portal overnight priority')
const LOWER = wordSet('calle avenida urb carretera')
const word = (page: Page, i: number, set: { has(word: number): boolean }): boolean =>
  set.has(page.tokens.word[i]!)

function endOf(page: Page, i: number, labelled: boolean): number {
  const t = page.tokens
  const type = t.type[i]!
  if (type === NUMBER && page.lengthOf(i) <= 6)
    return streetEnd(page, i, labelled) || spanishStreetEnd(page, i)
  if (type === MIXED)
    return crossingEnd(page, i) || (page.lengthOf(i) <= 7 ? streetEnd(page, i, labelled) : 0)
  if (type !== WORD) return 0
  if (startsRoute(page, i)) return routeEnd(page, i)
  const house = spelledHouse(page, i)
  if (house > 0)
    return t.type[house] === WORD &&
      t.shape[house] !== SHAPE.lower &&
      !page.is(house, W.personVerb) &&
      !NO_FIRST.has(t.word[house]!)
      ? suffixedEnd(page, house - 1, house, false)
      : 0
  return spanishEnd(page, i)
}

/**
 * An address that begins at token `i`: house number and street, with unit, town and state as far as they follow; the
 * ZIP code is a finding of its own. Answers the token after it, or 0.
 */
export function readAddress(page: Page, i: number, labelled: boolean): number {
  const t = page.tokens
  let end = endOf(page, i, labelled)
  if (end === 0 && labelled && t.type[i] === NUMBER) end = freeEnd(page, i)
  if (end === 0) return 0
  const street = end
  end = unitEnd(page, end)
  const bare = end
  const townAt = page.mark(end) === COMMA ? end + 1 : end
  const mayStart = townAt < t.count && t.gap[townAt]! <= GAP.line
  const town = mayStart ? readTown(page, townAt, true) : undefined
  if (town) end = town.end
  else if (mayStart) end = townAlone(page, townAt) || end
  const bracket = end === bare && page.mark(end) === BRACKET ? bracketedTown(page, end) : 0
  if (bracket > 0) end = bracket
  const office =
    isNowhere(page, i, end) ||
    (!labelled && isNamedForWork(page, i, end)) ||
    isOfOffice(page, i) ||
    isOfWork(page, i, labelled)
  const sure = labelled ? 0.92 : town ? 0.9 : 0.75
  const reason = office ? 'the address of an office' : 'a street address'
  const level = office ? 'weak' : 'identifier'
  let next = page.addTokens('address', i, end, office ? 0.4 : sure, reason, level)
  const zip = town && town.zipEnd > town.zip ? town : undefined
  // "Worcester, 01604"
  const lone = page.mark(next) === COMMA && (next > street || isZipAtEnd(page, next + 1)) ? next + 1 : next
  const loneZip = zip || !isZipWithoutState(page, lone) ? 0 : readZipEnd(page, lone)
  if (zip)
    next = page.addTokens('zip', zip.zip, zip.zipEnd, office ? 0.4 : 0.9, 'the ZIP code of an address', level)
  else if (loneZip > lone)
    next = page.addTokens('zip', lone, loneZip, office ? 0.4 : 0.8, 'the ZIP code of an address', level)
  return next
}

/** "520 Verret Street (Houma)": one past the closing bracket; "(Pine Bluff, 71601)": one past the town; or 0. */
function bracketedTown(page: Page, i: number): number {
  const town = townAlone(page, i + 1)
  if (town === 0) return 0
  if (page.mark(town) === CLOSING_BRACKET) return town + 1
  const zip = page.mark(town) === COMMA ? town + 1 : town
  const end = readZipEnd(page, zip)
  return end > zip && page.mark(end) === CLOSING_BRACKET ? town : 0
}

/** "9 Oak St, 44109.": five digits that end what is said. */
function isZipAtEnd(page: Page, i: number): boolean {
  const end = readZipEnd(page, i)
  if (end === i || page.is(end, W.unit)) return false
  return end >= page.tokens.count || page.tokens.gap[end]! >= GAP.line || page.tokens.type[end] === MARK
}

const WORK_STREETS = wordSet(
  'hospital medical health clinic healthcare university professional industrial commerce corporate technology enterprise research business campus',
)

/** "1200 Hospital Dr", "2 Medical Plaza": streets where offices stand, in a text that speaks of no patient. */
function isNamedForWork(page: Page, i: number, end: number): boolean {
  if (page.around(TOPIC.patient, i, 30, 30) > 0 || page.isOfPerson(i)) return false
  for (let at = i + 1; at < end && at < i + 4; at++) if (WORK_STREETS.has(page.tokens.word[at]!)) return true
  return false
}

const WORK = wordSet(
  'meeting hotel conference dock warehouse datacenter gutters sign parking vendor invoice office',
)

/** Nobody's health is spoken of, but rooms, goods or meetings are. */
function isOfWork(page: Page, i: number, labelled: boolean): boolean {
  if (labelled || isClinical(page, i, 60)) return false
  if (isNear(page, i, WORK, 20)) return true
  return page.around(TOPIC.infra, i, 20, 20) > 1
}

/** Whether an address may begin with this word. */
export const startsAddress = (page: Page, i: number): boolean =>
  page.is(i, W.streetFirst) || startsRoute(page, i) || spelledHouse(page, i) > 0 || page.is(i, W.direction)

/** "Calle Luna 45", "avenida Central #12", "Urb. Las Lomas, Calle 8 SO #1442", "rue des Pins". */
function spanishEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!page.is(i, W.streetFirst) || (t.shape[i] === SHAPE.lower && !word(page, i, LOWER))) return 0
  // "VIA CERTIFIED MAIL"
  if (page.is(i + 1, W.common | W.care | W.infra) || SENT_BY.has(t.word[i + 1] ?? 0)) return 0
  let at = pastDot(page, i + 1)
  let end = 0
  for (
    let words = 0;
    words < 8 && at < t.count && t.gap[at]! <= GAP.space;
    words++, at = pastDot(page, at + 1)
  ) {
    if (t.type[at] === NUMBER || t.type[at] === MIXED) {
      end = at + 1
      if (words > 0 && page.mark(at - 1) === HASH) return end
      continue
    }
    if (page.mark(at) === HASH) continue
    if (page.mark(at) === COMMA) {
      if (end > 0 && !page.is(at + 1, W.streetFirst | W.unit)) return end
      continue
    }
    const named = t.type[at] === WORD && (t.shape[at] !== SHAPE.lower || page.is(at, W.particle))
    if (!named && !page.is(at, W.streetFirst | W.unit)) return end
  }
  return end
}

/** "1420 Calle Sol", "29 rue des Pins". */
function spanishStreetEnd(page: Page, i: number): number {
  const t = page.tokens
  const street = i + 1
  if (!page.is(street, W.streetFirst) || t.gap[street] !== GAP.space) return 0
  let at = street + 1
  while (
    at < street + 5 &&
    t.type[at] === WORD &&
    t.gap[at] === GAP.space &&
    (t.shape[at] !== SHAPE.lower || page.is(at, W.particle))
  )
    at++
  return at > street + 1 && t.shape[at - 1] !== SHAPE.lower ? at : 0
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
    page.label(at) === undefined &&
    page.mark(at + 1) !== COLON
  )
    at++
  return at > i + 1 && t.type[i + 1] === WORD && t.shape[i + 1] !== SHAPE.lower ? at : 0
}
