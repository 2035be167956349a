import { isDea } from '../checks/dea.ts'
import { isNpi } from '../checks/npi.ts'
import { isVin, isVinShaped } from '../checks/vin.ts'
import { ownerOfIdiom } from '../lexicon/idioms.ts'
import { OWNER, ownerOfWord } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { BRACKET, COMMA, DOT } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isCarBetween, isOfDriver, isOfFleet } from './fleet.ts'
import { readOther, skipThing } from './labelled-ids.ts'
import { isOfImplant, isUsedUp, LOTS } from './lots.ts'
import { isBefore } from './near.ts'
import { orderOf } from './owners.ts'
import { endOfPlate, isState } from './plate-forms.ts'
import type { ValueReader } from './reader.ts'
import { markNobodys } from './things.ts'
import { BARE, compact, readId } from './values.ts'
import { isSomebodys, isStocked, isWorn } from './worn.ts'

/** Names of makers and models are words of machines, too ("Azure"). */
const MOST_INFRA = 2
/** Four of the serial number at its end are digits everywhere. */
const LEAST_DIGITS_OF_VIN = 4

export const readNpi: ValueReader = (page, at, limit) => {
  const id = readId(page, at, Math.min(limit, at + 3), true)
  if (id.digits !== 10 || id.letters > 0) return 0
  if (!isNpi(compact(page, at, id.end))) return markNobodys(page, at, id.end)
  return page.addTokens(
    'npi',
    at,
    id.end,
    0.97,
    'a labelled provider number (NPI) with a right check digit',
    'identifier',
  )
}

export const readDea: ValueReader = (page, at, limit) => {
  const id = readId(page, at, Math.min(limit, at + 3), true)
  if (id.end === at || id.digits < 7 || id.digits > 8) return 0
  if (!isDea(compact(page, at, id.end))) return markNobodys(page, at, id.end)
  return page.addTokens(
    'dea',
    at,
    id.end,
    0.97,
    'a labelled DEA number with a right check digit',
    'identifier',
  )
}

/** Less sure without a check digit: only North America demands one (ISO 3779 leaves place 9 to the maker). */
export const readVin: ValueReader = (page, at, limit) => {
  const id = readId(page, at, limit, false)
  const text = compact(page, at, id.end)
  if (!isVinShaped(text) || id.digits < LEAST_DIGITS_OF_VIN) return 0
  return isVin(text)
    ? page.addTokens('vehicle', at, id.end, 0.97, 'a labelled vehicle number (VIN)', 'identifier')
    : page.addTokens(
        'vehicle',
        at,
        id.end,
        0.9,
        'labelled and shaped as a vehicle number (VIN), without its check digit',
        'identifier',
      )
}

const DEVICE_REACH = 8

/** "a pump with a plate that says AP 6035-39" */
function isOfDevice(page: Page, label: number): boolean {
  for (let at = label - 1; at >= 0 && at >= label - DEVICE_REACH; at--)
    if (ownerOfWord(page.tokens.word[at]!) === OWNER.device) return !isCarBetween(page, at, label)
  return false
}

export const readPlate: ValueReader = (page, at, limit, strength, label) => {
  // "plate TX RWB-4417"
  const first =
    isState(page, at) && page.tokens.gap[at + 1]! <= GAP.space && endOfPlate(page, at + 1) > 0 ? at + 1 : at
  const end = endOfPlate(page, first)
  if (end === 0 || end > limit) return 0
  if (isOfDevice(page, label)) {
    const reason = 'the number on a device that a patient uses'
    return page.addTokens('device', at, readId(page, at, limit, true).end || end, 0.75, reason, 'identifier')
  }
  const ofState = isBesideState(page, first, end)
  if (!ofState && (isOfFleet(page, label) || isOfDriver(page, label, end)))
    return page.addTokens('vehicle', first, end, 0.35, 'the plate of a car of the place', 'weak')
  const confidence = strength === BARE ? 0.7 : 0.85
  return page.addTokens('vehicle', first, end, confidence, 'labelled as a licence plate', 'identifier')
}

const isStates = (page: Page, i: number): boolean => page.is(i, W.stateName) || isState(page, i)

/** "plate TX PHN-2281", "KLR 4827 (Ohio)": visitors' plates are told with their state. */
export function isBesideState(page: Page, at: number, end: number): boolean {
  const next = page.mark(end) === BRACKET || page.mark(end) === COMMA ? end + 1 : end
  const before = page.mark(at - 1) !== 0 ? at - 2 : at - 1
  return (
    (page.tokens.gap[next]! < GAP.line && isStates(page, next)) ||
    (at > 0 && page.tokens.gap[at]! < GAP.line && isStates(page, before))
  )
}

const ORDERS = wordSet('order ord')
const ASSETS = wordSet('asset')
const PARTS = wordSet('lot asset tag imei mac batch barcode')

const TRACKING = wordSet('tracking')
const SPECIMENS = wordSet('spec specimen specimens sample samples lab bed case pt patient')

/** "Spec tracking", over a list of specimens; "dx on the order was R53.83". */
function isNoLabel(page: Page, label: number, at: number): boolean {
  const { word, type } = page.tokens
  if (TRACKING.has(word[label]!)) return SPECIMENS.has(word[label - 1] ?? 0)
  return (
    ORDERS.has(word[label]!) && type[at] === MIXED && page.lengthOf(at) === 3 && page.mark(at + 1) === DOT
  )
}

const INCIDENTS = wordSet('incident')
const AMBULANCES = wordSet(
  'ambulance ems paramedic paramedics emt emts 911 squad transported medic medics cad fire engine',
)
const AMBULANCE_REACH = 24

/** "ambulance took him to mercy, they said incident 24-0077120" */
function isOfAmbulance(page: Page, i: number): boolean {
  if (isBefore(page, i, AMBULANCES, AMBULANCE_REACH)) return isClinical(page, i, 40) || page.isOfPerson(i)
  return false
}

/** "lot MNK4HT", "asset IP-00912": a thing's number, unless the thing is worn, implanted or somebody's own. */
export const readPart: ValueReader = (page, at, limit, strength, label) => {
  const part = PARTS.has(page.tokens.word[label]!)
  const { word } = page.tokens
  if (isNoLabel(page, label, at)) return 0
  const bought = label > 0 && ownerOfIdiom(word[label]!, word[label - 1]!) === OWNER.thing
  if (!bought && ORDERS.has(word[label]!) && orderOf(page, label) === OWNER.order && isClinical(page, label))
    return readOther(page, at, limit, strength, label)
  if (INCIDENTS.has(word[label]!) && isOfAmbulance(page, label))
    return readOther(page, at, limit, strength, label)
  const id = readId(page, at, limit, false)
  const long = id.digits + id.letters >= 5 && id.digits >= 1 && id.digits + id.letters <= 20
  if (LOTS.has(word[label]!) && long && (isUsedUp(page, label) || !isOfImplant(page, label)))
    return markNobodys(page, at, id.end)
  if (!part || !long || !(isWorn(page, label, id.end) || isSomebodys(page, label)))
    return skipThing(page, at, limit, strength, label)
  if (
    page.around(TOPIC.infra, label, 12, 8) > MOST_INFRA ||
    !(LOTS.has(word[label]!) || isClinical(page, label))
  )
    return skipThing(page, at, limit, strength, label)
  const what = 'the number of a device that a patient wears or uses'
  // Carts, tablets and pumps of the place have stickers of its own.
  if (ASSETS.has(word[label]!) && !isSomebodys(page, label))
    return page.addTokens('device', at, id.end, 0.3, 'the sticker of the place on a device', 'weak')
  return page.addTokens('device', at, id.end, 0.75, what, 'identifier')
}

export const readUdi: ValueReader = (page, at) => {
  const t = page.tokens
  let end = at
  while (end < t.count && end < at + 24 && (end === at || t.gap[end] === GAP.none)) end++
  if (t.end[end - 1]! - t.start[at]! < 8) return 0
  if (isStocked(page, at))
    return page.addTokens('device', at, end, 0.3, 'the unique identifier of goods in stock', 'weak')
  return page.addTokens('device', at, end, 0.9, "a device's unique identifier (UDI)", 'identifier')
}
