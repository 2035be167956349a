import { STOP, W, wordSet } from '../lexicon/words.ts'
import { DASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isOfFleet } from './labelled-codes.ts'

const CARS = wordSet(
  `car cars truck trucks van vans suv sedan pickup minivan vehicle vehicles motorcycle jeep coupe hatchback wagon camper rv parked towed tow towing drove carro coche camioneta
  toyota honda ford chevy chevrolet nissan hyundai kia subaru mazda volkswagen vw bmw audi mercedes lexus acura dodge gmc buick cadillac chrysler tesla volvo mitsubishi infiniti
  corolla camry civic accord altima sentra rogue crv rav4 f150 silverado tacoma tundra prius odyssey sienna explorer escape focus fusion malibu equinox impala outback forester impreza elantra sonata tucson sorento soul jetta passat wrangler cherokee caravan highlander pilot murano pathfinder mustang charger challenger durango wrangler gladiator renegade trailblazer traverse tahoe suburban yukon sierra bronco maverick taurus fiesta ecosport kona venza 4runner highlander yaris avalon prowler ridgeline armada xterra juke optima forte k5 telluride seltos sedona stinger palisade ioniq veloster tiguan golf crosstrek ascent cx5 mx5 miata cx9 mazda3 outlander mirage lancer escalade enclave lacrosse lesabre mkz pacifica sebring scooter moped motorhome uhaul`,
  STOP.ahead,
)
const TAGS = wordSet('tag tags plate plates placa placas registration reg lic license')
const REACH = 7
const TAG_REACH = 10
const TAG_BEFORE = 3
const MOST_INFRA = 1

/** "silver Corolla 8JKX204", "tow the van? tag BZN 2041": what is written as plates are, after a word for a car. */
export function readPlates(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPlateAfter(page, at[k]!))
}

function readPlateAfter(page: Page, car: number): number {
  const t = page.tokens
  const { word, gap, count, type } = t
  if (!CARS.has(word[car]!)) return 0
  let reach = REACH
  // "plate on the van that hit our patient: ..."
  for (let at = car - 1; at >= 0 && at >= car - TAG_BEFORE; at--) if (TAGS.has(word[at]!)) reach = TAG_REACH
  for (let at = car + 1; at < count && at <= car + reach && gap[at] !== GAP.blank; at++) {
    if (TAGS.has(word[at]!)) reach = TAG_REACH
    if ((type[at] !== NUMBER && type[at] !== MIXED) || page.taken[at] !== 0) continue
    const parted = isParted(page, at)
    const first = parted ? at : firstOfPlate(page, at)
    const ofState = page.is(first - 1, W.stateCode) && t.shape[first - 1] === SHAPE.caps
    const tagged = TAGS.has(word[first - 1]!) || (page.mark(first - 1) !== 0 && TAGS.has(word[first - 2]!))
    if (first <= car || (parted && !ofState && !tagged)) continue
    if (!ofState && page.around(TOPIC.infra, at, 8, 8) > MOST_INFRA) continue
    if (!ofState && isOfFleet(page, at)) continue
    const reason = 'written as a licence plate, after a word for a car'
    return page.addTokens(
      'vehicle',
      first,
      parted ? at + 2 : at + 1,
      ofState ? 0.8 : 0.7,
      reason,
      'identifier',
    )
  }
  return 0
}

/** "TX PHN-2281", "PA LTX-4093" */
const isOfState = (page: Page, first: number): boolean =>
  page.is(first - 1, W.stateCode) && page.tokens.shape[first - 1] === SHAPE.caps

/** "OR 884 KTX": digits, then capitals. */
function isParted(page: Page, i: number): boolean {
  const t = page.tokens
  const next = i + 1
  if (t.type[i] !== NUMBER || page.lengthOf(i) < 2 || page.lengthOf(i) > 4 || next >= t.count) return false
  const letters = page.lengthOf(next)
  return (
    t.gap[next] === GAP.space &&
    t.type[next] === WORD &&
    letters >= 2 &&
    letters <= 3 &&
    t.shape[next] === SHAPE.caps
  )
}

/** "8JKX204" in one, or "BZN 2041", "KTR-4418" in two; -1 for anything else. */
function firstOfPlate(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  if (t.type[i] === MIXED)
    return size >= 5 && size <= 8 && isInCapitals(page, i) && t.gap[i] !== GAP.none ? i : -1
  if (size < 3 || size > 4) return -1
  const dashed = page.mark(i - 1) === DASH && t.gap[i] === GAP.none && t.gap[i - 1] === GAP.none
  const first = dashed ? i - 2 : i - 1
  if (first < 0 || (!dashed && t.gap[i] !== GAP.space) || t.type[first] !== WORD) return -1
  const letters = page.lengthOf(first)
  return letters >= 2 &&
    letters <= 3 &&
    t.shape[first] === SHAPE.caps &&
    (t.word[first] === 0 || isOfState(page, first))
    ? first
    : -1
}

function isInCapitals(page: Page, i: number): boolean {
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) if (page.unit(at) >= 97) return false
  return true
}
