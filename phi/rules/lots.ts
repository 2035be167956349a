import { wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'
import { isBefore } from './near.ts'

// Lots of implants say what is in somebody; lots of what is used up stand on thousands of boxes.

export const LOTS = wordSet('lot lots batch')
const LOT_REACH = 16
const RIGHT_BEFORE = 3
/** What stays in or with somebody. */
const IMPLANTED = wordSet(
  `implant implants implanted explant explanted hip knee shoulder femoral tibial acetabular shell stem cup head poly component comp baseplate screw screws rod rods plate cage spacer anchor anchors mesh graft lens iol stent valve lead leads generator breast prosthesis port shunt coil filter ivc occluder watchman nexplanon mirena iud paragard kyleena liletta sutureless cement dowel allograft tissue expander mattress wheelchair walker brace orthosis`,
)
/** What is used up: its lot is on thousands of boxes. */
const USED_UP = wordSet(
  'strip strips mask masks canister canisters tubing vaccine vaccines mmr vzv tdap flu covid insulin dialyzer tank tanks reagent reagents qc control bi indicator blanks sensor sensors syringe syringes needle needles battery batteries pad pads dressing dressings gauze formula lancets cartridge cartridges band bands bag bags bottle bottles cassette cassettes circuit circuits milk vial vials concentrate filters swab swabs tube tubes card liner',
)

/** "implant tray": what is pulled for an operation, not what stays. */
const OF_MANY = wordSet(
  'tray trays set sets log logs master list catalog catalogue kit kits pack shipment recall',
)

/** "strips lot" */
export const isUsedUp = (page: Page, label: number): boolean => isBefore(page, label, USED_UP, RIGHT_BEFORE)

/** An implant or aid is named before the lot, and nothing nearer that is used up. */
export function isOfImplant(page: Page, label: number): boolean {
  const { word, gap } = page.tokens
  for (let at = label - 1; at >= 0 && at >= label - LOT_REACH && gap[at + 1]! < GAP.blank; at--) {
    if (USED_UP.has(word[at]!)) return false
    if (IMPLANTED.has(word[at]!)) return !OF_MANY.has(word[at + 1]!)
  }
  return false
}
