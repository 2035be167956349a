import { ownerOfIdiom } from '../lexicon/idioms.ts'
import { OWNER, ownerOfWord } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'

const BEFORE = 25
const AFTER = 15

const ICD = wordSet('icd icds')
const CODES = wordSet('code codes coding cm pcs ten nine')

/** Neither "ICD-10" nor "ICD codes". */
const isDefibrillator = (page: Page, i: number): boolean =>
  page.mark(i + 1) !== DASH &&
  !CODES.has(page.tokens.word[i + 1] ?? 0) &&
  !(page.tokens.type[i + 1] === NUMBER && page.lengthOf(i + 1) < 3)

const isDevice = (page: Page, i: number): boolean => {
  const { word } = page.tokens
  return (
    (ICD.has(word[i]!) && isDefibrillator(page, i)) ||
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

const RIGHT_BEFORE = 6

/** "CPAP, serial ...", "ICD (model D433, serial ...)": a device that somebody wears is what the label speaks of. */
export function isNamedRightBefore(page: Page, label: number): boolean {
  const { gap } = page.tokens
  for (let at = label - 1; at >= 0 && at >= label - RIGHT_BEFORE && gap[at + 1]! < GAP.line; at--)
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

/** What is lent to people to have at home. */
const AT_HOME = wordSet(
  'bed chair machine scale loaner unit rails commode walker lift cuff conc concentrator mattress trapeze compressor tanks rollator cane recliner table cama silla maquina',
)
const AT_HOME_REACH = 7
const SOMEBODY = wordSet(
  'he she his her him hers pt patient patients mr mrs ms miss passed died deceased wife husband daughter son mother father mom dad brother sister dtr widow family caregiver home hospice sleep respiratory dme',
)
const SOMEBODY_REACH = 18

/** "Pick up the bed, serial ... She passed": a thing for people's homes, and somebody spoken of beside it. */
export function isAtSomebodys(page: Page, label: number, end: number): boolean {
  const { word, gap, count } = page.tokens
  let thing = false
  for (let at = label - 1; at >= 0 && at >= label - AT_HOME_REACH && gap[at + 1]! < GAP.line; at--)
    if (AT_HOME.has(word[at]!)) thing = true
  if (!thing) return false
  for (let at = label - 1; at >= 0 && at >= label - SOMEBODY_REACH && gap[at + 1]! < GAP.line; at--)
    if (SOMEBODY.has(word[at]!)) return true
  for (let at = end; at < count && at < end + SOMEBODY_REACH && gap[at]! < GAP.line; at++)
    if (SOMEBODY.has(word[at]!)) return true
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
