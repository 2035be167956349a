import { wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'

/** What lies on shelves, is shown, lent by makers or looked after by technicians, and is in nobody's hands. */
const STOCKED = wordSet(
  `warehouse whse store hold holds sealed showroom demo demos shelf shelves stock stockroom storeroom storage spare spares inventory consignment consigned quarantine quarantined unopened unsealed boxed wiped pallet consign
  biomed calibration calibrated mannequin mannequins manikin manikins simman simulator rotor swollen trade-in refurb refurbished drawer unassigned unallocated almacen bodega`,
)
/** Somebody has it, or had it. */
const HELD = wordSet('pt patient her his she he wearing wears implanted explanted mrs mr dob mrn resident')
const NOT = wordSet('none not never no un nobody ninguno')
/** Over lists of what a place has. */
const HEADING = wordSet('biomed consignment warehouse inventory stock count par showroom storeroom almacen')
const REACH = 16
const REACH_OF_HEADING = 48

/** Whether the device whose number stands in tokens `[from, to)` is one of a stock: told on the same line, or over the list. */
export function isInStock(page: Page, from: number, to: number): boolean {
  const { word, gap, count } = page.tokens
  let stocked = false
  for (let at = to; at < count && at < to + REACH && gap[at]! < GAP.line; at++) {
    if (isHeld(page, at)) return false
    stocked ||= STOCKED.has(word[at]!)
  }
  let lines = 0
  for (let at = from - 1; at >= 0 && at >= from - REACH_OF_HEADING && gap[at + 1]! < GAP.blank; at--) {
    if (gap[at + 1]! === GAP.line) lines++
    if (lines === 0 && at >= from - REACH) {
      if (isHeld(page, at)) return false
      stocked ||= STOCKED.has(word[at]!)
    } else if (lines > 0) stocked ||= HEADING.has(word[at]!)
  }
  return stocked
}

/** Not "none implanted". */
export const isHeld = (page: Page, i: number): boolean =>
  HELD.has(page.tokens.word[i]!) && !NOT.has(page.tokens.word[i - 1] ?? 0)
