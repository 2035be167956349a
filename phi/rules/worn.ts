import { ownerOfIdiom } from '../lexicon/idioms.ts'
import { OWNER, ownerOfWord } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { APOSTROPHE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'

const BEFORE = 25
const AFTER = 15

const isDevice = (page: Page, i: number): boolean => {
  const { word } = page.tokens
  return (
    ((i > 0 ? ownerOfIdiom(word[i]!, word[i - 1]!) : undefined) ?? ownerOfWord(word[i]!)) === OWNER.device
  )
}

/** Whether a device that is worn or implanted is spoken of within some tokens, on this side of a blank line. */
export function isWorn(page: Page, i: number, end: number): boolean {
  const { gap, count } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - BEFORE && gap[at + 1] !== GAP.blank; at--)
    if (isDevice(page, at)) return true
  for (let at = end; at < count && at < end + AFTER && gap[at] !== GAP.blank; at++)
    if (isDevice(page, at)) return true
  return false
}

const HARDWARE = wordSet(
  'phone iphone android tablet ipad scale cuff watch monitor box hub modem reader meter unit recorder receiver remote machine device handset kit sensor thermometer oximeter bed chair lift band patch app',
)
const OWNS = wordSet('her his their patient patients pt pts client clients mother mom father dad')

const LENDING = wordSet(
  'gave given give lent loaned loaner issued mailed sent shipped assigned delivered dispensed',
)
const MONITORING = wordSet('home remote remotely rpm telemonitoring readings telehealth program')
const LENT = wordSet(
  'scale cuff hub tablet monitor glucometer thermometer oximeter receiver reader kit phone device transmitter modem loaner',
)
const LENT_REACH = 16
const MONITORING_REACH = 40

/** "BP cuff s/n ..." of a program that watches patients at home, "the tablet we lent her". */
function isLent(page: Page, i: number): boolean {
  const { word, gap, count } = page.tokens
  let hardware = -1
  for (let at = i - 1; at >= 0 && at >= i - LENT_REACH && hardware < 0; at--)
    if (LENT.has(word[at]!)) hardware = at
  if (hardware < 0) return false
  for (let at = Math.max(0, hardware - 4); at < i; at++) if (LENDING.has(word[at]!)) return true
  for (let at = i - 1; at >= 0 && at >= i - MONITORING_REACH && gap[at + 1] !== GAP.blank; at--)
    if (MONITORING.has(word[at]!)) return true
  for (let at = i; at < count && at < i + LENT_REACH && gap[at] !== GAP.blank; at++)
    if (LENDING.has(word[at]!)) return true
  return false
}

const HAVING = wordSet('she he they patient pt client')
const HAS = wordSet('has have had took takes keeps kept uses')
const HOME = wordSet('home bedside house')

/** "Tablet S/N R9WT30CXYZ8, she has it at home": told after the number. */
function isAtHome(page: Page, i: number): boolean {
  const { word, gap, count } = page.tokens
  let hardware = false
  for (let at = i - 1; at >= 0 && at >= i - LENT_REACH; at--) if (LENT.has(word[at]!)) hardware = true
  if (!hardware) return false
  let has = false
  for (let at = i; at < count && at < i + 2 * LENT_REACH && gap[at]! < GAP.blank; at++) {
    if (HAS.has(word[at]!) && HAVING.has(word[at - 1]!)) has = true
    if (HOME.has(word[at]!) && (has || OWNS.has(word[at - 1]!))) return true
  }
  return false
}

/** "the patient's scale", "her phone": hardware that is somebody's, not far before a number. */
export function isSomebodys(page: Page, i: number): boolean {
  return isOwned(page, i) || isLent(page, i) || isAtHome(page, i)
}

function isOwned(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at >= 1 && at >= i - 14 && gap[at + 1] !== GAP.blank; at--) {
    if (!HARDWARE.has(word[at]!)) continue
    // "patient ' s scale", "her new phone"
    for (let owner = at - 1; owner >= 0 && owner >= at - 4; owner--) {
      if (OWNS.has(word[owner]!)) return true
      const passes = page.mark(owner) === APOSTROPHE || page.lengthOf(owner) === 1 || owner === at - 1
      if (!passes) break
    }
  }
  return false
}

const STOCK = wordSet(
  'qty bx box boxes stock par reorder vendor supplier ship shipping po consignment unopened unop cassettes cartons pallet inventory gtin',
)
const IMPLANTED = wordSet(
  'implanted implant explant explanted card wallet patient pt surgery placed inserted her his',
)

/** A box of goods, in nobody. */
export function isStocked(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  let stocked = false
  for (let at = Math.max(0, i - 14); at < Math.min(count, i + 20); at++) {
    if (IMPLANTED.has(word[at]!)) return false
    stocked ||= STOCK.has(word[at]!)
  }
  return stocked
}
