import { CARS } from '../lexicon/cars.ts'
import { wordSet } from '../lexicon/words.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isOfDriver, isOfFleet } from './fleet.ts'
import { isBesideState } from './labelled-codes.ts'
import { endOfPlate, isFront, isInCapitals, isState } from './plate-forms.ts'

const TAGS = wordSet('tag tags plate plates placa placas registration reg lic license matricula lp')
/** Disks are drives, too. */
const DRIVING = wordSet('drives')
const REACH = 7
const TAG_REACH = 10
/** "VAN DER MEULEN" */
const OF_NAMES = wordSet('der den de')
const TAG_BEFORE = 3
const MOST_INFRA = 1
const REASON = 'written as a licence plate, after a word for a car'

/** "silver Corolla 8JKX204", "tow the van? tag BZN 2041": what is written as plates are, after a word for a car. */
export function readPlates(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPlateAfter(page, at[k]!))
}

function readPlateAfter(page: Page, car: number): number {
  const t = page.tokens
  const { word, gap, count, type } = t
  if (!CARS.has(word[car]!) || OF_NAMES.has(word[car + 1] ?? 0)) return 0
  let reach = REACH
  // "plate on the van that hit our patient: ..."
  for (let at = car - 1; at >= 0 && at >= car - TAG_BEFORE; at--) if (TAGS.has(word[at]!)) reach = TAG_REACH
  for (let at = car + 1; at < count && at <= car + reach && gap[at] !== GAP.blank; at++) {
    if (TAGS.has(word[at]!)) reach = TAG_REACH
    if (type[at] === MARK || page.taken[at] !== 0 || (gap[at] === GAP.none && page.mark(at - 1) === 0))
      continue
    const end = endOfPlate(page, at)
    if (end === 0) continue
    const tagged = TAGS.has(word[at - 1]!) || (page.mark(at - 1) !== 0 && TAGS.has(word[at - 2]!))
    const ofState = isBesideState(page, at, end) && !isIdentity(page, at - 1)
    if (!ofState && !tagged && (DRIVING.has(word[car]!) || !isPlain(page, at, end, car))) continue
    // "TX PHN-2281": the state is no part of it.
    if (isState(page, at) && endOfPlate(page, at + 1) === end) continue
    if (!ofState && page.around(TOPIC.infra, at, 8, 8) > MOST_INFRA) continue
    if (!ofState && isOfFleet(page, at)) continue
    if (isOfDriver(page, at, end))
      return page.addTokens('vehicle', at, end, 0.35, 'the plate of a car of the place', 'weak')
    return page.addTokens('vehicle', at, end, ofState ? 0.8 : 0.7, REASON, 'identifier')
  }
  return 0
}

/** "ID K81 004" is not of Idaho. */
const isIdentity = (page: Page, i: number): boolean => i >= 0 && ID.has(page.tokens.word[i]!)
const ID = wordSet('id')

/** What neither a state nor a word for plates stands beside: "8JKX204" in one, "BZN 2041" or "KTR-4418" in two. */
function isPlain(page: Page, at: number, end: number, car: number): boolean {
  const t = page.tokens
  const size = page.lengthOf(at)
  if (t.type[at] === MIXED)
    return end === at + 1 && size >= 5 && isInCapitals(page, at) && t.gap[at] !== GAP.none
  if (t.type[at] !== WORD || !isFront(page, at) || t.word[at] !== 0) return false
  const digits = page.lengthOf(end - 1)
  // "Vehicle BD 88 412"
  if (end === at + 3 && page.mark(at + 1) === 0) return at === car + 1 || page.mark(at - 1) !== 0
  if (end > at + 3) return false
  return t.type[end - 1] === NUMBER && digits >= 3 && digits <= 4 && t.gap[at] !== GAP.none
}
