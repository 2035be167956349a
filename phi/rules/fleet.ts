import { CARS } from '../lexicon/cars.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'
import { isBefore, isNear } from './near.ts'

const FLEET = wordSet(
  'fleet dispatch drivers brakes route lockbox odometer parked spot towed unit ems ambulance shuttle courier couriers delivery deliveries linen lease leased rental uber lyft taxi cab employee employees staff contractor vendor',
)
const THEIRS = wordSet('her his him he she hers drives drove their')
/** A car that was in these is no fleet's. */
const MISHAPS = wordSet(
  'crash crashed collision accident mva mvc mvas wreck wrecked struck rearended rollover impound impounded',
)
const KIN_REACH = 16
const TITLE_REACH = 12

const FLEETS = wordSet('fleet')
const COMPANIES = wordSet('company agency county city facility')
const OWNED = wordSet('owned car vehicle truck van')

/** "Fleet accident form", "company owned", "agency car", and nobody's patient or kin beside it. */
function isOwnedByPlace(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  if (page.around(TOPIC.patient, i, 30, 16) > 0 || page.before(i, W.kin | W.firstPerson, 30)) return false
  for (let at = Math.max(0, i - 30); at < Math.min(count, i + 12); at++)
    if (FLEETS.has(word[at]!) || (COMPANIES.has(word[at]!) && OWNED.has(word[at + 1] ?? 0))) return true
  return false
}

/** A car of the place, or of whoever works there. */
export function isOfFleet(page: Page, i: number): boolean {
  if (isBefore(page, i, THEIRS, 16)) return false
  if (isOwnedByPlace(page, i)) return true
  if (isBefore(page, i, MISHAPS, 16)) return false
  if (page.around(TOPIC.patient, i, 30, 30) > 0 || page.before(i, W.kin | W.firstPerson, 30)) return false
  if (page.before(i, W.title, TITLE_REACH)) return false
  // "belongs to the husband of ..."
  if (page.after(i, W.kin, KIN_REACH)) return false
  return isNear(page, i, FLEET, 16, 12)
}

const DRIVEN = wordSet(
  'driver drivers courier delivery deliveries linen vendor fleet lease leased dispatched dispatch dispatcher broker shuttle staff employee employees uber lyft taxi cab rideshare tech technician odometer mileage brakes',
)
const NUMBERED = wordSet('van bus truck shuttle vehicle ambulance unit')
const LONGEST_NUMBER = 3
const DRIVER_REACH = 10
const LICENCES = wordSet('license licence licenses lic s id')

/** "Driver: Quincy (van 7, plate ...)": who drives it is at work, and nobody's own car is spoken of. */
export function isOfDriver(page: Page, at: number, end: number): boolean {
  const { word, gap, count } = page.tokens
  let driven = false
  for (let k = at - 1; k >= 0 && k >= at - DRIVER_REACH && gap[k + 1]! < GAP.blank; k--) {
    if (THEIRS.has(word[k]!) || MISHAPS.has(word[k]!) || page.is(k, W.kin | W.patient | W.firstPerson))
      return false
    driven ||= isDriver(page, k)
  }
  for (let k = end; k < count && k < end + DRIVER_REACH && gap[k]! < GAP.blank; k++) {
    if (page.is(k, W.kin | W.patient)) return false
    driven ||= k < end + 5 && isDriver(page, k)
  }
  return driven
}

/** None that a licence follows. */
function isDriver(page: Page, k: number): boolean {
  const { word, type } = page.tokens
  // "van 11"
  if (NUMBERED.has(word[k]!)) return type[k + 1] === NUMBER && page.lengthOf(k + 1) < LONGEST_NUMBER
  // "driver of a red Silverado": whoever drove.
  const next = word[k + 1] ?? 0
  return DRIVEN.has(word[k]!) && page.mark(k + 1) !== APOSTROPHE && !LICENCES.has(next) && !OF.has(next)
}

const OF = wordSet('of')
const CAR_REACH = 4

/** "wheelchair van": a word for a car within a few tokens before `label`, after token `i`. */
export function isCarBetween(page: Page, i: number, label: number): boolean {
  for (let at = i + 1; at < label && at <= i + CAR_REACH; at++)
    if (CARS.has(page.tokens.word[at]!)) return true
  return false
}
