import { wordSet } from '../lexicon/words.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { donationEnd } from './ids.ts'
import { readSibling } from './labelled-ids.ts'
import { isNear } from './near.ts'
import { isOfOfficeHardware } from './office-hardware.ts'
import type { ValueReader } from './reader.ts'
import { isInStock } from './stock.ts'
import { markNobodys } from './things.ts'
import { BARE, FIRM, readId } from './values.ts'
import { isAtSomebodys, isNamedRightBefore, isSomebodys, isWorn } from './worn.ts'

/** Names of makers and models are words of machines, too ("Azure"). */
const MOST_INFRA = 2
const MOST_INFRA_OF_SOMEBODY = 1

const OFFICE = wordSet(
  'calibration calibrated audiometer booth biomed inventory sterilizer autoclave spore cart carts programmer asset fridge freezer aed inform docked docking stock consignment unopened unop par centrifuge analyzer cassettes',
)
const KEPT = wordSet('docked docking consignment unopened unop')

/** Talk of what a practice has, and of nobody. */
function isOfOffice(page: Page, i: number): boolean {
  if (isNear(page, i, KEPT, 16, 20)) return true
  if (page.isOfPerson(i)) return false
  return isNear(page, i, OFFICE, 12)
}

const [ONE, NINE, WEEKLY] = [49, 57, 119]

/** "SN 2w4 1w5": how often skilled nurses (SN) come, and for how many weeks. */
function isFrequency(page: Page, at: number): boolean {
  const from = page.tokens.start[at]!
  if (page.lengthOf(at) !== 3 || (page.unit(from + 1) | 32) !== WEEKLY) return false
  return page.unit(from) >= ONE && page.unit(from) <= NINE
}

export const readSerial: ValueReader = (page, at, limit, strength, label) => {
  if (donationEnd(page, at) > 0) return 0
  if (isFrequency(page, at)) {
    let end = at + 1
    while (end < limit && isFrequency(page, end)) end++
    return markNobodys(page, at, end)
  }
  const tight = readId(page, at, limit, false)
  const id = tight.digits < 5 ? readId(page, at, limit, true) : tight
  const infra = page.around(TOPIC.infra, label, 20, 12)
  // The label itself may name the device: "CPAP serial".
  const worn =
    (isWorn(page, page.phraseEnd[label]!, id.end) && !isOfOffice(page, label)) || isSomebodys(page, label)
  const hardware = isOfOfficeHardware(page, label) && !isSomebodys(page, label)
  const stocked = isInStock(page, label, id.end)
  if (
    id.digits < (id.letters > 0 || (worn && strength === FIRM) ? 3 : 4) ||
    (strength === BARE && id.digits < 5 && !worn)
  )
    return 0
  if (stocked)
    return page.addTokens('device', at, id.end, 0.3, 'the serial number of a device in stock', 'weak')
  const close = isNamedRightBefore(page, label)
  if (worn && !hardware && infra <= (close ? 2 * MOST_INFRA : MOST_INFRA)) {
    const what = 'serial number of a device that a patient wears or uses'
    const add = (from: number, to: number) => page.addTokens('device', from, to, 0.85, what, 'identifier')
    const end = add(at, id.end)
    return readSibling(page, end, limit, id.digits, add) || end
  }
  if (
    !hardware &&
    infra <= MOST_INFRA_OF_SOMEBODY &&
    (page.around(TOPIC.patient, label, 25, 15) > 0 || page.isOfPerson(label))
  )
    return page.addTokens(
      'device',
      at,
      id.end,
      0.6,
      'serial number of a device, in a text about care',
      'identifier',
    )
  if (!hardware && isAtSomebodys(page, label, id.end))
    return page.addTokens(
      'device',
      at,
      id.end,
      0.6,
      'serial number of what somebody has at home',
      'identifier',
    )
  if (hardware) return markNobodys(page, at, id.end)
  return page.addTokens('device', at, id.end, 0.25, 'serial number of office equipment', 'weak')
}
