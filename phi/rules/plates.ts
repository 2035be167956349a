import { CARS } from '../lexicon/cars.ts'
import { wordSet } from '../lexicon/words.ts'
import { DASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isOfDriver, isOfFleet } from './fleet.ts'
import { isBesideState } from './labelled-codes.ts'
import { endOfPlate, isFront, isInCapitals, isState } from './plate-forms.ts'

const TAGS = wordSet('tag tags plate plates placa placas registration reg lic license matricula lp')
/** Disks are drives, too. */
const DRIVING = wordSet('drives')
const REACH = 7
const TAG_REACH = 10
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
  if (!CARS.has(word[car]!) || isNoCar(page, car)) return 0
  const before = readPlateBefore(page, car)
  if (before > 0) return before
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

const VANS = wordSet('van')
const OF_NAMES = wordSet('der den de dyke buren dam houten horn')
/** Models that are words of their own, unless written as names are. */
const ALSO_OTHER = wordSet(
  'pilot focus fusion escape charger challenger rogue soul golf journey venue traverse envision continental transit matrix optima carnival expedition explorer ranger odyssey element trax fiesta renegade maverick',
)

/** "VAN DER MEULEN", "a pilot of iris scans". */
function isNoCar(page: Page, i: number): boolean {
  const { word, shape } = page.tokens
  if (VANS.has(word[i]!) && (shape[i] !== SHAPE.lower || shape[i + 1] !== SHAPE.lower))
    return OF_NAMES.has(word[i + 1] ?? 0)
  return ALSO_OTHER.has(word[i]!) && !isModel(page, i)
}

const isModel = (page: Page, i: number): boolean =>
  CARS.has(page.tokens.word[i - 1] ?? 0) ||
  CARS.has(page.tokens.word[i + 1] ?? 0) ||
  COLOURS.has(page.tokens.word[i - 1] ?? 0) ||
  (page.tokens.shape[i] === SHAPE.capital && !isKit(page, i + 1)) ||
  TAGS.has(page.tokens.word[i + 2] ?? 0) ||
  TAGS.has(page.tokens.word[i + 1] ?? 0)
const KITS = wordSet('kit study program project phase test site')
const isKit = (page: Page, i: number): boolean => KITS.has(page.tokens.word[i] ?? 0)

const COLOURS = wordSet(
  'red blue green grey gray silver white black tan gold beige brown maroon orange yellow purple teal burgundy dark light',
)
const LONGEST_BEFORE = 5

/** "ME 8204 XB grey Forester": a state and a plate right before the car. */
function readPlateBefore(page: Page, car: number): number {
  const t = page.tokens
  const edge = COLOURS.has(t.word[car - 1] ?? 0) ? car - 1 : car
  for (let at = edge - 2; at >= 0 && at >= edge - LONGEST_BEFORE && t.gap[at + 1]! <= GAP.space; at--) {
    if (!isState(page, at) || page.taken[at] !== 0 || endOfPlate(page, at + 1) !== edge) continue
    if (t.gap[edge]! > GAP.space || page.around(TOPIC.infra, at, 8, 8) > MOST_INFRA) return 0
    if (isOfFleet(page, at) || isOfDriver(page, at, edge)) return 0
    return page.addTokens('vehicle', at, edge, 0.8, 'a state and a plate right before a car', 'identifier')
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
    return (
      (end === at + 1 && size >= 5 && isInCapitals(page, at) && t.gap[at] !== GAP.none) ||
      // "silver van BR4-ZLK"
      (end === at + 3 && at === car + 1 && page.mark(at + 1) === DASH && t.gap[at] === GAP.space)
    )
  if (t.type[at] !== WORD || !isFront(page, at) || t.word[at] !== 0) return false
  const digits = page.lengthOf(end - 1)
  // "Vehicle BD 88 412"
  if (end === at + 3 && page.mark(at + 1) === 0) return at === car + 1 || page.mark(at - 1) !== 0
  if (end > at + 3) return false
  return t.type[end - 1] === NUMBER && digits >= 3 && digits <= 4 && t.gap[at] !== GAP.none
}
