import { W, wordSet } from '../lexicon/words.ts'
import { DOT } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isAge } from './name-cues.ts'

const FROM = wordSet('from of out')
const SOMEBODY = wordSet(
  'female male man woman boy girl gentleman lady m f yo yof yom widow widower veteran farmer rancher native retiree toddler infant teen teenager teacher student trucker miner hija hijo señora señor',
)

/** "92yo F of Shaker Heights", "a 6-year-old girl from Ely", "a patient from Globe": the word before a town at token `i - 1`. */
export function isFromThere(page: Page, i: number): boolean {
  const { word, type } = page.tokens
  if (!FROM.has(word[i - 1] ?? 0)) return false
  const who = i - 2
  if (type[who] === MIXED) return isAge(page, who)
  if (type[who] !== WORD) return false
  if (page.lengthOf(who) < 4 && !isAge(page, who - 1) && !(type[who - 1] === MIXED && isAge(page, who - 1)))
    return YEARS.has(word[who]!) && (type[who - 1] === NUMBER || type[who - 1] === MIXED)
  return SOMEBODY.has(word[who]!) || (page.is(who, W.patient) && FROM_ONLY.has(word[i - 1]!))
}

const YEARS = wordSet('yo yof yom yr yrs y')
const FROM_ONLY = wordSet('from')

const STAYING = wordSet(
  'hotel motel cabin ranch farm farmhouse trailer camper rv campground vacation vacationing staying stays stayed visiting visits commutes commuting shelter apartment condo relocated evacuated miles drives drove drive driving driven flew flies flown bus travels traveling traveled travelled cottage airbnb hostel dorm lake fishing camping snowbird stranded detour honeymoon wintering winters summers house houseboat homeless encampment church casa rancho manejó maneja vino store ups',
)
const ROADS = wordSet('road rd highway hwy route county exit mile marker')
const BY = wordSet('past near outside')
const TRAVEL_REACH = 8
const WHO_REACH = 28
const WITHIN = wordSet('in from near past outside around by')
const MOVING = wordSet('to')
const MOVED = wordSet('moved moving relocated relocating evacuated flew drove driving transferred')
const SOMEBODYS = wordSet("he she his her they their my i we our him them me i'm we're im he's she's they're")

/** "drove 60 miles from Ely", "at a hotel in Wisconsin Dells": somebody's way or stay is told of a few words before. */
export function isWhereSomebodyIs(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  const to = MOVING.has(word[i - 1] ?? 0)
  if (!to && !WITHIN.has(word[i - 1] ?? 0)) return false
  const road = BY.has(word[i - 1] ?? 0)
  let way = i - 2
  for (; way >= 0 && gap[way + 1]! < GAP.blank; way--) {
    if (way < i - 2 - TRAVEL_REACH) return false
    if (to ? MOVED.has(word[way]!) : STAYING.has(word[way]!) || (road && ROADS.has(word[way]!))) break
  }
  if (way < 0 || gap[way + 1]! >= GAP.blank) return false
  let who = false
  for (let at = i - 2; at >= 0 && at >= i - WHO_REACH && gap[at + 1]! < GAP.blank; at--) {
    if (at < way && page.mark(at) === DOT && gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 3) break
    if (page.is(at, W.patient | W.kin)) return true
    who ||= page.is(at, W.given | W.firstPerson) || SOMEBODYS.has(word[at]!)
  }
  return who && (page.around(TOPIC.clinical, i, 40, 30) > 0 || page.isOfPerson(i))
}
