import { W, type WordSet, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isJoined } from './ids.ts'
import { isOfOfficeHardware } from './office-hardware.ts'
import { isInStock } from './stock.ts'

// Serial numbers as makers of implants, pumps, breathing machines and hearing aids write them.

const IN_THE_CHEST = wordSet(
  `pacemaker pacemakers pacer pacers ppm icd icds aicd crt crtd crtp ilr linq loop recorder lead leads generator gen ipg scs dbs vns stimulator neurostimulator stim defib defibrillator interrogation interrogated interrogate carelink latitude merlin paceart murj
  implanted implant implants explant explanted eri rrt remote transmission transmissions monitor medtronic biotronik abbott boston guidant livanova nevro azure visia evera cobalt crome micra aveir assura gallant resonate dynagen emblem vns intellis percept marcapasos desfibrilador`,
)
const INSULIN = wordSet('pump pumps insulin minimed medtronic 780g 770g 670g 630g paradigm cgm guardian t1d')
const BREATHING = wordSet(
  'cpap bipap apap autopap pap asv vpap airsense aircurve airmini airview resmed respironics dreamstation philips sleep apnea osa ahi humidifier mask ventilator trilogy astral oxygen concentrator everflo simplygo dreammapper',
)
const EARS = wordSet(
  'hearing aid aids audiologist audiology audiogram phonak oticon starkey widex signia resound unitron rexton earmold earmolds dome domes audifono audifonos receiver audeo marvel lumity paradise',
)
const CLOTTING = wordSet('inr coaguchek warfarin coumadin meter strips glucometer accuchek')
const SENSING = wordSet('sensor sensors glucose libre dexcom cgm freestyle abbott reader')
const REACH = 36
const LEAST = 8
const MOST = 13
const RESMED = 11
const TWO = 50
const REASON = 'written as makers of devices that people wear or use write serial numbers'

/** "PJN604417H", "BLC 208814", "23191188274", "2218X0447", where such a device is spoken of. */
export function readSerialForms(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readForm(page, at[k]!))
}

function readForm(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  if (t.type[i] === NUMBER) {
    if (size === RESMED && isPapNumber(page, i)) return add(page, i, i + 1, BREATHING)
    if (size === 3 && isDeviceNumber(page, i))
      return page.addTokens(
        'device',
        i,
        i + 1,
        0.8,
        'the number that a maker gives beside the serial number',
        'identifier',
      )
    return size === 6 || size === 3 ? readAfterFront(page, i, i + 1) : 0
  }
  if (t.type[i] !== MIXED) return 0
  // "PJN 447182H"
  if (size === 7 && isDigit(page.unit(t.start[i]!))) return readAfterFront(page, i, i + 1)
  if (size < LEAST || size > MOST || isJoined(page, i)) return 0
  const words = wordsOf(page, i)
  return words === undefined ? 0 : add(page, i, i + 1, words)
}

/** What is spoken of where a number of that form is of a device. */
function wordsOf(page: Page, i: number): WordSet | undefined {
  const { start, end } = page.tokens
  const size = end[i]! - start[i]!
  const letters = runOfCapitals(page, start[i]!, end[i]!)
  const digits = runOfDigits(page, start[i]! + letters, end[i]!)
  const rest = size - letters - digits
  if (letters === 0 && digits === 1) return isSensor(page, i) ? SENSING : undefined
  if (letters === 0)
    return digits === 4 && rest >= 4 && rest <= 6 && isTail(page, i, digits) ? EARS : undefined
  const tail = rest === 0 || (rest === 1 && runOfCapitals(page, end[i]! - 1, end[i]!) === 1)
  if (!tail) return undefined
  if (letters === 3 && digits === 6) return IN_THE_CHEST
  if (letters === 2 && rest === 1 && (digits === 6 || digits === 7)) return INSULIN
  if (letters === 2 && digits === 8 && rest === 0) return CLOTTING
  return letters === 1 && digits >= 8 && rest === 0 && isOfRespironics(page.unit(start[i]!))
    ? BREATHING
    : undefined
}

const J = 74
const P = 80
const isOfRespironics = (unit: number): boolean => unit === J || unit === P

const runOfCapitals = (page: Page, from: number, to: number): number => {
  let at = from
  while (at < to && page.unit(at) >= 65 && page.unit(at) <= 90) at++
  return at - from
}

const runOfDigits = (page: Page, from: number, to: number): number => {
  let at = from
  while (at < to && isDigit(page.unit(at))) at++
  return at - from
}

/** "X0447", "AX0918", "X0K7M" after four digits. */
function isTail(page: Page, i: number, from: number): boolean {
  const { start, end } = page.tokens
  const letters = runOfCapitals(page, start[i]! + from, end[i]!)
  if (letters === 0 || letters > 2) return false
  for (let at = start[i]! + from; at < end[i]!; at++) if (page.unit(at) > 90) return false
  return true
}

/** "0M0006ZQXW4" */
function isSensor(page: Page, i: number): boolean {
  const { start, end } = page.tokens
  return end[i]! - start[i]! >= 9 && page.unit(start[i]!) === 48 && page.unit(start[i]! + 1) === 77
}

/** Eleven digits that begin with the year: no phone number is written so. */
const isPapNumber = (page: Page, i: number): boolean =>
  page.unit(page.tokens.start[i]!) === TWO && !isJoined(page, i)

const DN = wordSet('dn')
const DEVICE = wordSet('device dev')
const NO = wordSet('no num nbr number')
const SERIAL_REACH = 14

/** "SN 23221044817, DN 641", "23191187204, device no. 442": ResMed gives each machine a number to register it with. */
function isDeviceNumber(page: Page, i: number): boolean {
  const { word, type, gap } = page.tokens
  let at = i - 1
  while (at > 0 && at > i - 3 && type[at] === MARK) at--
  const named = DN.has(word[at] ?? 0) || (NO.has(word[at] ?? 0) && DEVICE.has(word[at - 1] ?? 0))
  if (!named) return false
  for (let k = at - 1; k >= 0 && k >= at - SERIAL_REACH && gap[k + 1]! < GAP.blank; k--)
    if (type[k] === NUMBER && page.lengthOf(k) === RESMED && page.unit(page.tokens.start[k]!) === TWO)
      return true
  return false
}

/** "BLC 208814", "PJN 417 882": three capitals that are no word, then six digits. */
function readAfterFront(page: Page, i: number, next: number): number {
  const t = page.tokens
  const first = i - 1
  if (first < 0 || t.gap[i] !== GAP.space || t.type[first] !== WORD || page.lengthOf(first) !== 3) return 0
  if (t.shape[first] !== SHAPE.caps || page.is(first, W.common | W.month) || page.taken[first] !== 0) return 0
  const split = page.lengthOf(i) === 3
  if (split && !(t.type[next] === NUMBER && page.lengthOf(next) === 3 && t.gap[next] === GAP.space)) return 0
  return add(page, first, split ? next + 1 : next, IN_THE_CHEST)
}

const PROGRAMMERS = wordSet('programmer programmers')
const OWNERS = wordSet('pt patient patients his her he she pts implanted')

/** "swap the CareLink programmer. Old unit s/n ..., new unit s/n ...": what a clinic reads implants with. */
function isOfProgrammer(page: Page, from: number): boolean {
  const { word } = page.tokens
  let programmer = false
  for (let at = from - 1; at >= 0 && at >= from - REACH; at--) {
    if (OWNERS.has(word[at]!)) return false
    programmer ||= PROGRAMMERS.has(word[at]!)
  }
  return programmer
}

function add(page: Page, from: number, to: number, words: WordSet): number {
  const { word, count } = page.tokens
  let told = false
  for (let at = Math.max(0, from - REACH); at < Math.min(count, to + REACH) && !told; at++)
    told = words.has(word[at]!)
  if (!told) return 0
  if (isInStock(page, from, to) || isOfOfficeHardware(page, from) || isOfProgrammer(page, from))
    return page.addTokens('device', from, to, 0.3, 'the serial number of a device in stock', 'weak')
  return page.addTokens('device', from, to, 0.8, REASON, 'identifier')
}
