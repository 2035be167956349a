import { STOP, W, wordSet } from '../lexicon/words.ts'
import { BRACKET, COLON, COMMA, DASH, DOT, HASH, QUOTE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, SHAPE, WORD } from '../text/tokens.ts'
import { readDeviceCode } from './device-codes.ts'
import { isOpen } from './each.ts'
import { isOfOfficeHardware } from './office-hardware.ts'
import { isInStock } from './stock.ts'

/** What people have on them or at home, and makers put numbers on. */
const THINGS = wordSet(
  `lift lifts hoyer chair wheelchair powerchair scooter vest cycler concentrator rollator alarm pendant pendants o2 oxygen knee leg foot prosthesis cuff oximeter scale sensor patch commode mattress stimulator pacemaker defib nebulizer cpap bipap ventilator glucometer smartwatch fitbit`,
  STOP.ahead,
)
const BETWEEN = wordSet(
  'no num nbr number id serial sn ser code is was says reads unit computer ext extended tag sticker label the called model station base loan loaner',
)
const STEPS = 5
const MAKERS = 2
/** Somebody has it. */
const SOMEBODY = wordSet(
  'he she his her him pt pts patient patients client mr mrs ms miss wife husband mother father mom mum dad son daughter sister brother kid widow lives home owner resident my i',
)
const SOMEBODY_REACH = 32
/** The place has it. */
const OF_PLACE = wordSet(
  'demo quote inventory stock sample samples ordered calibration biomed training pallet consignment unopened shelf par docked dock qc asset ward icu pacu er ed storeroom clean cleaned lot lots ref part parts catalog model mdl vendor supplier po quantity qty recall recalled',
)
const PLACE_REACH = 10
/** "signed for lift DO-118827": what is in front is of an order, not of a maker. */
const ORDERS = wordSet('do so wo po ro rma ord ref sku p/n pn cmn auth clm ticket')
const LEAST_DIGITS = 5
const LEAST_DIGITS_DASHED = 4
const LEAST = 7
const MOST = 16

/** "lift HOY 45139 to Mrs Hale", "Chair: Permobil M3 PM3-118-20447", "wt scale A&D-351-0447": a code right after what somebody has. */
export function readHomeThings(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readThingAt(page, at[k]!))
}

function readThingAt(page: Page, i: number): number {
  const { word, type, gap, shape, count } = page.tokens
  if (!THINGS.has(word[i]!)) return 0
  let makers = 0
  for (let at = i + 1; at < count && at <= i + STEPS && gap[at]! < GAP.line; at++) {
    if (page.taken[at] !== 0) return 0
    if (type[at] === MARK) {
      if (!isPassed(page.mark(at))) return 0
      continue
    }
    const end = endOfCode(page, at)
    // "XR knee 3V 73562" tells of views.
    if (end > 0) return LIMBS.has(word[i]!) && !isDashed(page, at, end) ? 0 : add(page, i, at, end)
    if (type[at] === WORD && (BETWEEN.has(word[at]!) || THINGS.has(word[at]!))) continue
    // "Permobil M3"
    const maker = shape[at] !== SHAPE.lower && !page.is(at, W.common | W.given | W.surname)
    if (!maker || ++makers > MAKERS) return 0
  }
  return 0
}

/** Of a prosthesis, or of a body. */
const LIMBS = wordSet('knee leg foot')

function isDashed(page: Page, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (page.mark(at) === DASH) return true
  return false
}

const isPassed = (mark: number): boolean =>
  mark === COLON || mark === BRACKET || mark === COMMA || mark === QUOTE || mark === HASH || mark === DOT

/** Where what is written as such a code ends; 0 for anything else. */
function endOfCode(page: Page, at: number): number {
  const { type, gap } = page.tokens
  const { end, digits, letters, dashed } = readDeviceCode(page, at)
  if (letters === 0 || digits < (dashed ? LEAST_DIGITS_DASHED : LEAST_DIGITS)) return 0
  if (digits + letters < LEAST || digits + letters > MOST) return 0
  if (ORDERS.has(page.tokens.word[at]!)) return 0
  // A word in capitals and an amount after it: "PLAN 20250".
  const fronted = type[at] === WORD && gap[at + 1] !== GAP.none
  return fronted && page.is(at, W.common | W.care | W.infra | W.staff | W.unit | W.stateCode) ? 0 : end
}

function add(page: Page, i: number, at: number, end: number): number {
  if (page.around(TOPIC.infra, i, PLACE_REACH, PLACE_REACH) > 1 || !isOfSomebody(page, i, end)) return 0
  if (isInStock(page, at, end) || isOfOfficeHardware(page, i)) return 0
  const reason = 'a code right after a thing that somebody has on them or at home'
  return page.addTokens('device', at, end, 0.91, reason, 'identifier')
}

function isOfSomebody(page: Page, i: number, end: number): boolean {
  const { word, gap, shape, count } = page.tokens
  let somebody = false
  for (let at = i - 1; at >= 0 && at >= i - SOMEBODY_REACH && gap[at + 1]! < GAP.blank; at--) {
    if (at >= i - PLACE_REACH && OF_PLACE.has(word[at]!)) return false
    somebody ||= SOMEBODY.has(word[at]!) || (shape[at] === SHAPE.capital && page.is(at, W.given))
  }
  for (let at = end; at < count && at < end + SOMEBODY_REACH && gap[at]! < GAP.blank; at++) {
    if (at < end + PLACE_REACH && OF_PLACE.has(word[at]!)) return false
    somebody ||= SOMEBODY.has(word[at]!) || (shape[at] === SHAPE.capital && page.is(at, W.given))
  }
  return somebody
}
