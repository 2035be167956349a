import { STOP, W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { APOSTROPHE, CARET, COLON, COMMA, DASH, DOT, PIPE, QUOTE, SEMICOLON } from '../text/marks.ts'
import { type Page, ZONE } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOfOffice } from './office-places.ts'
import { readQuotedTown } from './quoted-cells.ts'
import { isNoPlace, isNoTown, readNamedTown, readTownNamed } from './town-mentions.ts'
import { endsTownName, townEndingAt, townOfWords } from './town-words.ts'
import { isFromThere, isWhereSomebodyIs } from './whereabouts.ts'
import { pastDot, readZipEnd } from './zip-codes.ts'

interface Town {
  /** After the state, or after the town where no state follows. */
  end: number
  /** The first token of the ZIP code and one past its last; equal where none follows. */
  zip: number
  zipEnd: number
  state: boolean
}

/** Between a town and its state: a comma, or the end of a cell, as in "|DUBUQUE|IA|". */
const isParting = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  return mark === COMMA || ((mark === PIPE || mark === SEMICOLON) && page.tokens.gap[i] === GAP.none)
}

/** "MDM ID 44178", "HOJA DE REFERIDO": codes that stand as words more often, where no comma parts them from a town. */
const OFTEN_WORDS = wordSet('id de')

/** Reads "Springfield, IL 62704-1234" from token `i`. */
export function readTown(page: Page, i: number, mayWrap: boolean): Town | undefined {
  const t = page.tokens
  let at = i
  let words = 0
  while (at < t.count && words < 4 && t.type[at] === WORD && t.shape[at] !== SHAPE.lower) {
    if (at > i && t.gap[at]! > GAP.space) break
    if (words > 0 && isState(page, at) && !isState(page, at + 1)) break
    if (
      page.label(at) !== undefined &&
      !page.is(at, W.city) &&
      (words === 0 || page.mark(page.phraseEnd[at]!) === COLON)
    )
      break
    words++
    at = pastDot(page, at + 1)
  }
  if (words === 0) return undefined
  const parted = isParting(page, at)
  const cells = parted && t.gap[at + 1] === GAP.none
  if (parted) at++
  // "KLN   CT PEND": columns, not a town and its state.
  else if (t.gap[at] === GAP.wide && !mayWrap && !page.is(at - 1, W.city) && t.type[at + 1] !== NUMBER)
    return undefined
  else if (!mayWrap && OFTEN_WORDS.has(t.word[at]!) && !page.is(at - 1, W.city)) return undefined
  const near = at < t.count && (t.gap[at]! <= GAP.wide || (mayWrap && t.gap[at] === GAP.line))
  if (!near || !isState(page, at)) return undefined
  at++
  if (startsState(page, at - 1)) at++
  else if (
    t.type[at] === WORD &&
    page.is(at, W.stateName) === false &&
    page.is(at - 1, W.direction) &&
    isState(page, at)
  )
    at++
  const past = pastDot(page, at)
  const apart = cells || isZipAtEnd(page, past)
  const zip = apart && isParting(page, past) && readZipEnd(page, past + 1) > past + 1 ? past + 1 : past
  const zipEnd = readZipEnd(page, zip)
  at = zipEnd > zip ? zip : past
  const person = !mayWrap && page.is(i, W.given) && !page.is(i, W.city)
  if (zipEnd === at && (person || (page.mark(at) === DASH && t.gap[at] === GAP.none))) return undefined
  return { end: at, zip: at, zipEnd, state: true }
}

const OLD_CODES = wordSet(
  'ala ariz ark cal calif colo conn del fla ill ind kan kans kent mass mich minn miss mont neb nebr nev okla ore oreg penn penna tenn tex wash wis wisc wyo',
  STOP.place,
)

/** "Pueblo, CO, 81008.": a comma before a ZIP code after which something else begins. */
function isZipAtEnd(page: Page, i: number): boolean {
  if (page.mark(i) !== COMMA) return false
  const end = readZipEnd(page, i + 1)
  return (
    end > i + 1 && (end >= page.tokens.count || page.tokens.gap[end]! >= GAP.line || page.mark(end) !== 0)
  )
}

/** "Lucedale, Miss. 39452" */
const isOldCode = (page: Page, i: number): boolean =>
  OLD_CODES.has(page.tokens.word[i]!) &&
  page.tokens.shape[i] === SHAPE.capital &&
  page.mark(i - 1) === COMMA &&
  page.mark(i + 1) === DOT &&
  (page.tokens.type[i + 2] === NUMBER || i + 2 >= page.tokens.count || page.tokens.gap[i + 2]! >= GAP.line)

function isState(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD) return false
  if (isOldCode(page, i)) return true
  if (page.is(i, W.stateCode)) return t.shape[i] === SHAPE.caps && page.lengthOf(i) === 2
  return (
    startsState(page, i) ||
    (page.is(i, W.stateName) && t.shape[i] !== SHAPE.lower) ||
    (page.is(i + 1, W.stateName) && page.is(i, W.direction)) ||
    (TWO_WORD_STATES.has(t.word[i]!) &&
      (page.is(i - 1, W.direction) || BEFORE_STATES.has(t.word[i - 1] ?? 0) || VIRGINIA.has(t.word[i]!)))
  )
}

const BEFORE_STATES = wordSet('new rhode no so')
const VIRGINIA = wordSet('virginia')

const TWO_WORD_STATES = wordSet('carolina dakota jersey mexico hampshire york virginia island', STOP.place)

/** "South Dakota", at its first word. */
const startsState = (page: Page, i: number): boolean =>
  TWO_WORD_STATES.has(page.tokens.word[i + 1] ?? 0) &&
  page.tokens.gap[i + 1] === GAP.space &&
  page.tokens.shape[i] !== SHAPE.lower &&
  page.tokens.shape[i + 1] !== SHAPE.lower &&
  (page.is(i, W.direction) || BEFORE_STATES.has(page.tokens.word[i]!))

/** Whether five digits after an address are its ZIP code: not where they count something. */
export const isZipWithoutState = (page: Page, i: number): boolean =>
  page.tokens.type[i] === NUMBER && page.tokens.gap[i]! <= GAP.line

const LIVING = wordSet(
  'in from near to at de en of by past outside around lives lived resides vive',
  STOP.living,
)

const DWELLING = wordSet(
  'lives live living resident residing resides moved reside born raised native home from vive residente reside family house coming came moving relocated relocating helo heli helicopter medevac medevaced lifeflight lifeflighted airlift transfer transferred visiting nurse farmer veteran retired vivo vivimos ambulance airlifted helicopter transported flown drives drove driving commutes travels traveled travelled flew originally teacher student old yo yof yom vengo viene',
)

const COUNTY = wordSet('county parish borough township', STOP.place)

/** Where a town begins whose state stands at token `i`; -1 where none does. */
function townBefore(page: Page, i: number): number {
  const t = page.tokens
  let at = isParting(page, i - 1) ? i - 2 : i - 1
  let start = -1
  for (let words = 0; words < 3 && at >= 0; words++, at--) {
    if (t.type[at] !== WORD || t.shape[at] === SHAPE.lower || page.taken[at] !== 0) break
    // "Dr Polk TN"
    if (page.is(at, W.title | W.providerTitle)) return -1
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

/** Say it of somebody, even some words before. */
const STRONG = wordSet(
  'lives live living resident residing resides moved reside born raised vive residente vivo vivimos lived',
)
const OUT = wordSet('out')
const SETTLEMENT = wordSet('town city village township')
const OFFICES_OF_TOWNS = wordSet('mayor mayors sheriff postmaster outskirts native')
/** "transported by Medic 12" */
const CREWS = wordSet('medic medics engine rescue squad ambulance unit truck ladder lifeflight')
const OF = hashWord('of')
const DWELLING_REACH = 9

const COMING = wordSet('drove drives driving flew came coming transfer transferred')

/** "the vendor drove from Omaha" */
const isWorkersWay = (page: Page, i: number): boolean =>
  COMING.has(page.tokens.word[i - 2]!) &&
  (page.is(i - 3, W.staff) || WORKERS.has(page.tokens.word[i - 3] ?? 0)) &&
  !page.before(i, W.patient | W.kin, 6)
const WORKERS = wordSet('vendor driver crew installer contractor courier team engineers techs')

/** "lives in", "lives next to the old mill in", "moved out of Salem to". */
function dwells(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  if (i < 2 || !LIVING.has(word[i - 1]!)) return false
  if (STRONG.has(word[i - 1]!)) return true
  const of = page.tokens.hash[i - 1] === OF
  // "Arvid Holm, 92, of Lindsborg"
  if (of && page.mark(i - 2) === COMMA && page.tokens.type[i - 3] === NUMBER && page.lengthOf(i - 3) < 4)
    return true
  if (!of && DWELLING.has(word[i - 2]!)) return !isWorkersWay(page, i)
  if (of && !OUT.has(word[i - 2]!)) {
    if (STRONG.has(word[i - 2]!) || SETTLEMENT.has(word[i - 2]!)) return true
    // "a retired mayor of Ely"
    return OFFICES_OF_TOWNS.has(word[i - 2]!) && isClinical(page, i)
  }
  for (let at = i - 2; at >= 0 && at >= i - DWELLING_REACH && gap[at + 1]! < GAP.line; at--) {
    if (STRONG.has(word[at]!)) return true
    if (page.mark(at) === DOT) return false
  }
  return false
}

/** "Dayton, OH 45402" that stands alone, its state at token `i`. Answers the token after, or 0. */
function readTownOf(page: Page, i: number): number {
  const start = townBefore(page, startsState(page, i - 1) ? i - 1 : i)
  const town = start < 0 ? undefined : readTown(page, start, false)
  if (!town || town.end <= i || isOfCar(page, town.end) || isOfThing(page, start, town.end)) return 0
  const zip = town.zipEnd > town.zip
  if (!zip && (isDoubtfulState(page, start, i) || isNoTown(page, start, i))) return 0
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

/** "77 ALDER CT^^BOISE^ID^83702": an address in the parts of a field of HL7, its state at token `i`. */
function readTownOfField(page: Page, i: number): number {
  const t = page.tokens
  const zip = i + 2
  const zipEnd = page.mark(i + 1) === CARET ? readZipEnd(page, zip) : zip
  if (zipEnd === zip) return 0
  let start = i - 1
  while (start > i - 5 && t.type[start - 1] === WORD && page.taken[start - 1] === 0) start--
  if (start < i - 1 && page.mark(start - 1) === CARET)
    page.addTokens('place', start, i - 1, 0.8, 'the town of an address in a field of a message', 'identifier')
  return page.addTokens('zip', zip, zipEnd, 0.9, 'a ZIP code after its state', 'identifier')
}

const PLATES = wordSet('plate plates tag tags license licence lic registration dl reg')

/** "Altima, MI plate EBK 0417": a state of a car's plate. */
const isOfCar = (page: Page, i: number): boolean => {
  const { gap, type, shape, word } = page.tokens
  if (gap[i]! > GAP.space) return false
  // "blue Silverado, KY 882-GHT"
  const joined = type[i] === NUMBER && page.mark(i + 1) === DASH && gap[i + 2] === GAP.none
  return PLATES.has(word[i] ?? 0) || (joined && type[i + 2] === WORD && shape[i + 2] === SHAPE.caps)
}

const CARS = wordSet('car truck van suv vehicle sedan pickup plate plates tag newborn nbs')
const CARDS = wordSet('card cards')

/** "Car MN BTX 220", "an SD card". */
const isOfThing = (page: Page, start: number, end: number): boolean =>
  CARS.has(page.tokens.word[start]!) ||
  (CARDS.has(page.tokens.word[end] ?? 0) && page.tokens.gap[end] === GAP.space)

const ALSO_WORDS = wordSet('id ms md ma pa od do me or in ok')

/** "Hollis Breen, MS", "Saoirse Ballantyne, ID TCH 903": after words that no list has for a town, other things than states. */
const isDoubtfulState = (page: Page, start: number, i: number): boolean =>
  ALSO_WORDS.has(page.tokens.word[i]!) &&
  !page.is(start, W.city) &&
  !page.is(i - 2, W.city) &&
  !dwells(page, start)

/** "in Matewan, Mingo County" */
const followsTown = (page: Page, i: number): boolean =>
  page.mark(i - 1) === COMMA && page.taken[i - 2] === 1 && page.drafts.at(-1)?.kind === 'place'

/** Ordinary words, and parts of the names of states, that many counties are called. */
const ALSO_COUNTIES = wordSet(
  'hampshire york jersey orange lake clay lee polk marion union grant bath king queens butler cook mason park rich forest knox',
)

/** What counties run. */
const OF_COUNTIES = wordSet(
  'schools school jail detention library fair sheriff government court courts coroner ems fire public memorial regional general parks commission board',
)

/** "Sandusky County", its last word at token `i`. */
function readCounty(page: Page, i: number): number {
  const t = page.tokens
  const name = i - 1
  if (name < 0 || t.shape[i] === SHAPE.lower || t.gap[i] !== GAP.space || page.taken[name] !== 0) return 0
  if (t.type[name] !== WORD || t.shape[name] === SHAPE.lower) return 0
  if (page.is(name, W.common) && !ALSO_COUNTIES.has(t.word[name]!)) return 0
  const ofOrg = page.after(i + 1, W.org, 3) || OF_COUNTIES.has(t.word[i + 1] ?? 0) || isOffice(page, name)
  const sure = ofOrg
    ? 0.35
    : dwells(page, name) || isClinical(page, name) || followsTown(page, name)
      ? 0.65
      : 0.4
  const level = sure >= 0.5 ? 'identifier' : 'weak'
  const next = page.addTokens('place', name, i + 1, sure, 'a county', level)
  const state = page.mark(next) === COMMA ? next + 1 : next
  if (!isState(page, state)) return next
  const past = pastDot(page, state + 1)
  const zip = isZipAtEnd(page, past) ? past + 1 : past
  const zipEnd = readZipEnd(page, zip)
  return zipEnd > zip ? page.addTokens('zip', zip, zipEnd, 0.8, 'a ZIP code after its state', level) : next
}

const IN = hashWord('in')
const AM = wordSet('am are')

/** "I'm in Thibodaux until six". */
function isWhereISpeak(page: Page, i: number): boolean {
  const { hash, word } = page.tokens
  if (hash[i - 1] !== IN || page.is(i, W.care)) return false
  const said = AM.has(word[i - 2] ?? 0) ? WE.has(word[i - 3] ?? 0) : I_AM.has(word[i - 2] ?? 0)
  return said && isClinical(page, i, 40)
}

const WE = wordSet('i we')
const I_AM = wordSet("i'm we're im")

/** "lives in Yuma", the town at token `i`. */
function readDwelling(page: Page, i: number): number {
  const t = page.tokens
  if (
    page.lengthOf(i) < 3 ||
    !(dwells(page, i) || isWhereISpeak(page, i) || isFromThere(page, i) || isWhereSomebodyIs(page, i)) ||
    page.is(i, W.org | W.month | W.patient | W.care)
  )
    return 0
  // "moved to TB1"
  if (isNoPlace(page, i) || (t.type[i + 1] === NUMBER && t.gap[i + 1] === GAP.none)) return 0
  const words = townOfWords(page, i)
  // "Rapid city", "Las Cruces"
  const city = CITY.has(t.word[i + 1] ?? 0) && t.gap[i + 1] === GAP.space
  const article = ARTICLES.has(t.word[i]!) && t.type[i + 1] === WORD && t.shape[i + 1] === SHAPE.capital
  if (words === 0 && page.is(i, W.common) && !page.is(i, W.city) && !city && !article) return 0
  if (t.type[i] !== WORD || (t.shape[i] === SHAPE.caps && t.bits[i] === 0)) return 0
  if (CREWS.has(t.word[i]!) && t.type[i + 1] === NUMBER) return 0
  let end = i + 1
  while (end < i + 3 && t.type[end] === WORD && t.shape[end] === SHAPE.capital && t.gap[end] === GAP.space)
    end++
  if (city) end = i + 2
  const named = end > i + 1 && endsTownName(page, end - 1)
  if ((page.is(end - 1, W.org) && !named) || page.is(end, W.org) || isOfPerson(page, i, end)) return 0
  const next = page.addTokens('place', i, end, 0.65, 'where somebody lives', 'identifier')
  const zip = readZipEnd(page, next)
  return zip > next && t.gap[next] === GAP.space
    ? page.addTokens('zip', next, zip, 0.8, 'the ZIP code of where somebody lives', 'identifier')
    : next
}

const CITY = wordSet('city')
const ARTICLES = wordSet('las los el la san santa new fort saint')

const TRANSFERS = wordSet('transfer transferred')

/** "transfer from Kristof Bell", "vouchers from Sabine's desk" */
function isOfPerson(page: Page, i: number, end: number): boolean {
  if (page.is(i, W.city) || STRONG.has(page.tokens.word[i - 2] ?? 0)) return false
  if (page.mark(end) === APOSTROPHE) return true
  if (end === i + 1 || endsTownName(page, end - 1)) return false
  return page.is(i, W.given) || (TRANSFERS.has(page.tokens.word[i - 2] ?? 0) && page.is(end - 1, W.surname))
}

/** A town, county or ZIP code that stands alone and shows at the capitalized word `i`. Answers the token after, or 0. */
export function readPlace(page: Page, i: number): number {
  const t = page.tokens
  const second = TWO_WORD_STATES.has(t.word[i]!) && startsState(page, i - 1)
  if ((second || page.is(i, W.stateCode | W.stateName) || OLD_CODES.has(t.word[i]!)) && isState(page, i)) {
    if (page.mark(i - 1) === CARET) return readTownOfField(page, i)
    if (page.mark(i - 1) === QUOTE) {
      const cells = readQuotedTown(page, i)
      if (cells > 0) return cells
    }
    const next = readTownOf(page, i)
    if (next > 0) return next
  }
  if (page.is(i, W.org) && COUNTY.has(t.word[i]!)) return readCounty(page, i)
  const state = page.mark(i + 1) === COMMA ? i + 2 : i + 1
  const first = isState(page, state) ? -1 : townEndingAt(page, i)
  if (first >= 0) return readNamedTown(page, first, i + 1)
  return t.shape[i - 1] === SHAPE.lower && t.gap[i] === GAP.space && page.lengthOf(i - 1) <= 7
    ? (t.shape[i] !== SHAPE.lower && readDwelling(page, i)) || readTownNamed(page, i)
    : 0
}
