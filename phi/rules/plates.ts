import { wordSet } from '../lexicon/words.ts'
import { DASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { readEach } from './each.ts'

const CARS = wordSet(
  `car cars truck trucks van vans suv sedan pickup minivan vehicle vehicles motorcycle jeep coupe hatchback wagon camper rv parked towed tow towing drove carro coche camioneta
  toyota honda ford chevy chevrolet nissan hyundai kia subaru mazda volkswagen vw bmw audi mercedes lexus acura dodge gmc buick cadillac chrysler tesla volvo mitsubishi infiniti
  corolla camry civic accord altima sentra rogue crv rav4 f150 silverado tacoma tundra prius odyssey sienna explorer escape focus fusion malibu equinox impala outback forester impreza elantra sonata tucson sorento soul jetta passat wrangler cherokee caravan highlander pilot murano pathfinder mustang`,
)
const TAGS = wordSet('tag tags plate plates placa placas registration reg lic license')
const REACH = 7
const TAG_REACH = 10

/** "silver Corolla 8JKX204", "tow the van? tag BZN 2041": what is written as plates are, after a word for a car. */
export function readPlates(page: Page): void {
  readEach(page, page.stops.numbers, readPlate)
}

function readPlate(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i] !== NUMBER && t.type[i] !== MIXED) return 0
  const first = firstOfPlate(page, i)
  if (first < 0) return 0
  if (!isAfterCar(page, first) || page.around(TOPIC.infra, i, 8, 8) > 1) return 0
  return page.addTokens(
    'vehicle',
    first,
    i + 1,
    0.7,
    'written as a licence plate, after a word for a car',
    'identifier',
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
  return letters >= 2 && letters <= 3 && t.shape[first] === SHAPE.caps && t.word[first] === 0 ? first : -1
}

function isInCapitals(page: Page, i: number): boolean {
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) if (page.unit(at) >= 97) return false
  return true
}

function isAfterCar(page: Page, first: number): boolean {
  const { word, gap } = page.tokens
  let tagged = false
  for (let at = first - 1; at >= 0 && at >= first - TAG_REACH && gap[at + 1] !== GAP.blank; at--) {
    if (TAGS.has(word[at]!)) tagged = true
    if (CARS.has(word[at]!)) return tagged || first - at <= REACH
  }
  return false
}
