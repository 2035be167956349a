import { STOP, W, wordSet } from '../lexicon/words.ts'
import { AMPERSAND, COMMA, DASH, DOT, HASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOrdinal } from './streets.ts'
import { pastDot } from './zip-codes.ts'

const POST = wordSet('post p po pob apartado pmb general gen', STOP.box)
const BOX = wordSet('box apartado casilla bx')
const ROUTE = wordSet('r rr rt rte rfd route hc star rural psc cmr omc unit', STOP.box)
const COUNTY = wordSet('county state forest farm', STOP.box)
const ROADS_OF = wordSet('rd road route rte rt hwy highway')
const RURAL = wordSet('rural star')
const ROUTES = wordSet('rr rt rte rfd route hc psc cmr omc')
const ALONE = wordSet('rr rfd')
const CORNER = wordSet('corner intersection crossing cross', STOP.box)
const MILE = wordSet('mile mm', STOP.box)
const PARK = wordSet('lot space spc trailer trlr', STOP.box)
const PARKS = wordSet(
  'mhp park village estates court apts apartments acres pines manor towers terrace homes campground',
)
const HOUSES = wordSet('apts apartments towers', STOP.box)
const AND = wordSet('and y')
const TO = wordSet('of')
const NUMBERS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred oh',
  STOP.spoken,
)

const word = (page: Page, i: number, set: { has(word: number): boolean }): boolean =>
  page.tokens.type[i] === WORD && set.has(page.tokens.word[i]!)

const isNumber = (page: Page, i: number): boolean =>
  (page.tokens.type[i] === NUMBER || page.tokens.type[i] === MIXED) && page.lengthOf(i) <= 6

/** Whether an address without a house number may begin here. */
export const startsRoute = (page: Page, i: number): boolean =>
  word(page, i, POST) ||
  word(page, i, ROUTE) ||
  word(page, i, COUNTY) ||
  word(page, i, CORNER) ||
  word(page, i, MILE) ||
  word(page, i, PARK) ||
  word(page, i, HOUSES)

/** The end of an address without a house number that begins at token `i`; 0 for none. */
export function routeEnd(page: Page, i: number): number {
  return (
    boxEnd(page, i) ||
    ruralEnd(page, i) ||
    roadEnd(page, i) ||
    cornerEnd(page, i) ||
    mileEnd(page, i) ||
    parkEnd(page, i)
  )
}

/** "P.O. Box 123", "PO Box 123", "Apartado 12". */
function boxEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!word(page, i, POST)) return 0
  const first = page.slice(t.start[i]!, Math.min(t.end[i]!, t.start[i]! + 8)).toLowerCase()
  if (first === 'general' || first === 'gen') return generalDelivery(page, i)
  let at = i
  if (first === 'po' || first === 'pob' || first === 'pmb') at = i + 1
  else if (first === 'p' && page.mark(i + 1) === DOT) at = pastDot(page, i + 3)
  else if (first === 'p' || first === 'post') at = i + 2
  const whole = first === 'pob' || first === 'pmb'
  if (!whole && first !== 'apartado' && !word(page, at, BOX)) return 0
  if (!whole) at++
  at = past(page, at)
  // OCR: "P.O. Box l14"
  const misread = t.type[at] === MIXED && page.lengthOf(at) <= 6
  return (t.type[at] === NUMBER || misread) && t.gap[at]! <= GAP.space ? withLetter(page, at + 1) : 0
}

/** "Box 447-A": past its letter. */
const withLetter = (page: Page, i: number): number =>
  page.mark(i) === DASH && page.tokens.gap[i] === GAP.none && page.lengthOf(i + 1) === 1 ? i + 2 : i

const DELIVERY = wordSet('delivery del')

/** "General Delivery" */
const generalDelivery = (page: Page, i: number): number =>
  word(page, i + 1, DELIVERY) &&
  page.tokens.shape[i] !== SHAPE.lower &&
  page.tokens.shape[i + 1] !== SHAPE.lower
    ? i + 2
    : 0

const past = (page: Page, i: number): number => (page.mark(i) === HASH ? i + 1 : i)

/** "Rt 3 Box 118", "R.R. 2 Box 118A", "HC 61, Box 22", "Star Route 4", "Rural Route 3", "PSC 477 Box 1182". */
function ruralEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!word(page, i, ROUTE)) return 0
  let at = i
  let sure = false
  if (page.lengthOf(i) === 1) {
    // "R.R."
    const twice = page.tokens.hash[i + 2] === page.tokens.hash[i] && page.mark(i - 1) !== DOT
    if (page.mark(i + 1) !== DOT || !twice || page.mark(i + 3) !== DOT) return 0
    at = i + 4
    sure = true
  } else if (word(page, i, RURAL)) {
    if (!word(page, i + 1, ROUTES)) return 0
    at = pastDot(page, i + 2)
    sure = true
  } else {
    sure = word(page, i, ALONE) && t.shape[i] === SHAPE.caps
    at = pastDot(page, i + 1)
  }
  at = past(page, at)
  if (!isNumber(page, at) || t.gap[at]! > GAP.space) return 0
  const box = page.mark(at + 1) === COMMA ? at + 2 : at + 1
  if (!word(page, box, BOX) || t.gap[box]! > GAP.line) return sure ? at + 1 : 0
  const number = past(page, box + 1)
  return isNumber(page, number) && t.gap[number]! <= GAP.space ? withLetter(page, number + 1) : 0
}

/** "County Rd 12", where somebody is spoken of. */
function roadEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!word(page, i, COUNTY) || t.shape[i] === SHAPE.lower || !word(page, i + 1, ROADS_OF)) return 0
  const at = pastDot(page, i + 2)
  return isNumber(page, at) && t.gap[at]! <= GAP.space && isClinical(page, i, 40) ? at + 1 : 0
}

const isStreetName = (page: Page, i: number): boolean =>
  isOrdinal(page, i) || (page.tokens.type[i] === WORD && page.tokens.shape[i] !== SHAPE.lower)

/** "corner of Fulton and Nostrand", "intersection of 5th & Alder". */
function cornerEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!word(page, i, CORNER)) return 0
  let at = word(page, i + 1, TO) ? i + 2 : i + 1
  const end = nameEnd(page, at)
  if (end === at || !(word(page, end, AND) || page.mark(end) === AMPERSAND)) return 0
  at = end + 1
  const last = nameEnd(page, at)
  return last > at && t.gap[at]! <= GAP.space ? last : 0
}

function nameEnd(page: Page, i: number): number {
  let at = i
  while (at < i + 3 && page.tokens.gap[at]! <= GAP.space && isStreetName(page, at)) at = pastDot(page, at + 1)
  return at
}

/** "5th & Mission", its ordinal at token `i`. */
export function crossingEnd(page: Page, i: number): number {
  if (!isOrdinal(page, i)) return 0
  const at = page.is(i + 1, W.street) ? pastDot(page, i + 2) : i + 1
  if (page.mark(at) !== AMPERSAND && !word(page, at, AND)) return 0
  const named =
    isOrdinal(page, at + 1) || (isStreetName(page, at + 1) && !page.is(at + 1, W.common | W.month))
  return named ? nameEnd(page, at + 1) : 0
}

const ROADS = wordSet('i us sr hwy highway interstate route')

/** "mile marker 88 I-40 westbound". */
function mileEnd(page: Page, i: number): number {
  const t = page.tokens
  if (!word(page, i, MILE)) return 0
  const at = t.type[i + 1] === WORD ? i + 2 : i + 1
  if (t.type[at] !== NUMBER || page.lengthOf(at) > 4) return 0
  let road = at + 1
  while (road < at + 4 && t.type[road] === WORD && !word(page, road, ROADS)) road++
  if (!word(page, road, ROADS)) return 0
  const number = page.mark(road + 1) === DASH ? road + 2 : road + 1
  return t.type[number] === NUMBER ? number + 1 : 0
}

/** "Lot 14, Whispering Pines MHP", and "Mesa Verde Apts #31" from its word for a house. */
function parkEnd(page: Page, i: number): number {
  const t = page.tokens
  if (word(page, i, HOUSES)) {
    const number = past(page, page.is(i + 1, W.unit) ? i + 2 : i + 1)
    const capital = t.shape[i] !== SHAPE.lower && t.shape[i - 1] !== SHAPE.lower && t.type[i - 1] === WORD
    return capital && number > i + 1 && isNumber(page, number) ? number + 1 : 0
  }
  if (!word(page, i, PARK) || !isNumber(page, i + 1)) return 0
  const from = page.mark(i + 2) === COMMA ? i + 3 : i + 2
  const end = nameEnd(page, from)
  for (let at = from; at < end; at++) if (at > from && word(page, at, PARKS)) return end
  return 0
}

/** "seventeen Larch Terrace", "four twelve Sycamore Street": the token after a house number in words; 0 for none. */
export function spelledHouse(page: Page, i: number): number {
  if (!word(page, i, NUMBERS)) return 0
  let at = i
  while (at < i + 5 && word(page, at, NUMBERS) && (at === i || page.tokens.gap[at]! <= GAP.space)) {
    at++
    if (page.mark(at) === DASH && word(page, at + 1, NUMBERS)) at++
  }
  return at
}
