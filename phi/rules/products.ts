import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, DASH, DOT, HASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { readId } from './values.ts'
import { isWorn } from './worn.ts'

/** Makers and models of what people wear, measure themselves with or breathe through at home. */
const PRODUCTS = wordSet(
  'coaguchek accuchek chek onetouch contour prodigy dexcom libre freestyle omnipod minimed tandem medtronic resmed airsense airmini dreamstation respironics inogen lifevest phonak oticon starkey widex signia resound eversense omron withings masimo nonin ihealth biotronik zio preventice biotel irhythm tslim simplera inpen embletta nightowl watchpat viatom kardia kardiamobile alivecor livongo dario onedrop cardiomems heartmate optune vivos trilogy astral stellar fitbit garmin tytohome tytocare permobil kardiaband optisleeve',
  STOP.ahead,
)
/** Parts that people wear or have at home. */
const PARTS = wordSet(
  'sensor sensors transmitter transmitters reader pendant pendants console generator ilr lead leads loaner pod pods recorder receiver concentrator portable cycler pump pumps monitor cuff inhaler nebulizer processor pacemaker defibrillator icd stimulator implant implants cpap bipap ventilator wheelchair scooter mattress',
  STOP.ahead,
)
/** These are worn or at home whatever stands around. */
const ITSELF = wordSet(
  'concentrator cycler cpap bipap pacemaker defibrillator icd stimulator wheelchair processor',
)
const POINTERS = wordSet('no num nbr number id serial sn ser code barcode says reads was')
const LEAST_PART = 6
const LEAST_PART_DIGITS = 4

/** "sensor 0M00LT7VX", "lead 2204-718": letters and digits right after a part that is worn, where one is spoken of. */
function readPart(page: Page, i: number): number {
  const { type, gap, word, count } = page.tokens
  if (!PARTS.has(word[i]!)) return 0
  let at = i + 1
  for (let steps = 0; at < count && steps < 3 && gap[at]! <= GAP.wide; steps++, at++) {
    const mark = page.mark(at)
    if (mark === HASH || mark === COLON) continue
    if (type[at] !== WORD || !POINTERS.has(word[at]!)) break
  }
  if (at >= count || gap[at]! > GAP.wide || type[at] === MARK || page.taken[at] !== 0) return 0
  const id = readId(page, at, Math.min(count, at + 6), false)
  if (IMPLANTED_OR_CODES.has(word[i]!) && isDiagnosis(page, at)) return 0
  const coded = id.letters > 0 && (type[at] !== WORD || isLed(page, at, id.digits))
  if (!coded || id.digits < LEAST_PART_DIGITS || id.digits + id.letters < LEAST_PART || id.letters > 6)
    return 0
  const infra = page.around(TOPIC.infra, i, REACH, REACH)
  if (!isWorn(page, ITSELF.has(word[i]!) ? i + 1 : i, id.end) || infra > 1 || isModel(page, i)) return 0
  if (infra > 0 && !isClinical(page, i, 2 * REACH) && !page.isOfPerson(i)) return 0
  for (let k = Math.max(0, i - REACH); k < Math.min(count, i + REACH); k++)
    if (OF_OFFICE.has(word[k]!)) return 0
  const reason = 'a number right after a part of a device that somebody wears'
  return page.addTokens('device', at, id.end, 0.8, reason, 'identifier')
}

/** A defibrillator, or the list of diseases: "ICD C50.912". */
const IMPLANTED_OR_CODES = wordSet('icd')
const DIAGNOSIS = 3
const isDiagnosis = (page: Page, at: number): boolean =>
  page.lengthOf(at) === DIAGNOSIS && page.mark(at + 1) === DOT && page.tokens.gap[at + 1] === GAP.none

const MOST_LED = 4
const LEAST_LED = 5

/** "INV-88401127": a few capitals before. */
const isLed = (page: Page, at: number, digits: number): boolean =>
  page.tokens.shape[at] === SHAPE.caps &&
  page.lengthOf(at) <= MOST_LED &&
  page.mark(at + 1) === DASH &&
  digits >= LEAST_LED

const MODELS_SAID = wordSet('model mdl type ref')
const isModel = (page: Page, i: number): boolean => MODELS_SAID.has(page.tokens.word[i + 1] ?? 0)

const OF_OFFICE = wordSet(
  'demo quote inventory stock sample samples order ordered calibration biomed training pallet consignment unopened shelf par docked dock qc',
)
/** Names of models between the maker and the number. */
const MODELS = 2
const LEAST_MIXED = 8
const LEAST_DIGITS = 5
const LEAST_NUMBER = 9
const PHONE = 10
const REACH = 12

/** "Zio patch N412207718" */
const KINDS_OF_THINGS = wordSet(
  'patch monitor sensor pump meter strap tag chair scale cuff pendant hub recorder tracker band watch ring reader unit',
)

/** "CoaguChek UU11804427", "AirSense 10 23191188274": a serial number right after what has it. */
export function readProducts(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readProduct(page, at[k]!) || readPart(page, at[k]!))
}

function readProduct(page: Page, i: number): number {
  const { type, gap, word, count } = page.tokens
  if (!PRODUCTS.has(word[i]!)) return 0
  for (let at = i + 1, models = 0; at < count && models <= MODELS; at++) {
    if (gap[at]! > GAP.space || type[at] === MARK || page.taken[at] !== 0) return 0
    if (isSerial(page, at)) return addSerial(page, i, at)
    if (type[at] === WORD && page.is(at, W.common) && !KINDS_OF_THINGS.has(word[at]!)) return 0
    models++
  }
  return 0
}

function isSerial(page: Page, at: number): boolean {
  const { type, gap, count } = page.tokens
  // Letters that label, such as "AC", are a token of their own.
  const joined = page.mark(at + 1) === DASH || (gap[at + 1] === GAP.none && type[at + 1] === NUMBER)
  if (type[at] === WORD && !joined) return false
  const id = readId(page, at, Math.min(count, at + 6), false)
  if (id.letters > 0) return id.digits >= LEAST_DIGITS && id.digits + id.letters >= LEAST_MIXED
  return type[at] === NUMBER && id.end === at + 1 && id.digits >= LEAST_NUMBER && id.digits !== PHONE
}

function addSerial(page: Page, i: number, at: number): number {
  const { word, count } = page.tokens
  for (let k = Math.max(0, i - REACH); k < Math.min(count, i + REACH); k++)
    if (OF_OFFICE.has(word[k]!)) return 0
  if (!isClinical(page, i, 2 * REACH) || page.around(TOPIC.infra, i, REACH, REACH) > 2) return 0
  const { end } = readId(page, at, Math.min(count, at + 6), false)
  return page.addTokens(
    'device',
    at,
    end,
    0.93,
    'a number right after the name of a device that people wear or use',
    'identifier',
  )
}
