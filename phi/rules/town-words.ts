import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, COMMA, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { pastDot, readZipEnd } from './zip-codes.ts'

// Towns that no state follows: how far their names reach, and which words they are made of.

const MOST_TOWN_WORDS = 3

/** "Port Gibson", "Spring Valley", "Bar Harbor": the first or last words of many towns that are ordinary words as well. */
const TOWN_FIRST = wordSet(
  'port fort ft mount mt san santa santo saint st sainte north south east west new old los las el la le des du grand great little big lake palm cedar pine bay cape glen rancho costa del bel belle white black red green blue high oak maple spring warm hot sand sandy silver gold golden iron coal bar fall rock stone bear elk deer eagle buffalo fox wolf swan twin three four five cross salt clear cold box broken mission garden forest sun star royal union college temple university bowling social moose sugar rose river ocean beaver pigeon turkey',
)
const TOWN_LAST = wordSet(
  'falls fall springs spring valley river rivers harbor harbour beach city park hill hills grove lake lakes creek rock rocks bluff bluffs island junction bend heights forest ridge point mills mill village view haven prairie oaks oak pines pine woods wood isle branch ferry center centre landing church head bay port shores shore summit pass gap crossing fork forks run canyon mesa rapids cove cliff cliffs mountain mount field fields meadow meadows gardens garden station depot corner corners bridge ford town furnace lick light neck hollow plains plain rouge terre lodge horn island sound prairie wells well mound mounds',
)
/** "Truth or Consequences", "Fond du Lac", "Hastings on Hudson" */
const TOWN_BETWEEN = wordSet('or of du de la del on upon by the in')

/** A town of several words, one of which is of those that towns are named with; the token after it, or 0. */
export function townOfWords(page: Page, i: number): number {
  const t = page.tokens
  const capital = (at: number) => t.type[at] === WORD && t.shape[at] !== SHAPE.lower
  if (!capital(i) || page.is(i, W.month | W.title | W.unit)) return 0
  let at = i + 1
  let known = TOWN_FIRST.has(t.word[i]!)
  for (let words = 1; words < MOST_TOWN_WORDS + 1; words++) {
    if (at >= t.count || (t.gap[at]! > GAP.space && page.mark(at) !== DOT)) break
    const start = words === 1 ? pastDot(page, at) : at
    if (capital(start) && t.gap[start]! <= GAP.space) {
      if (page.label(start) !== undefined && page.mark(start + 1) === COLON) break
      at = start + 1
    } else if (page.mark(i - 1) === COMMA && TOWN_BETWEEN.has(t.word[at]!) && capital(at + 1)) {
      known = true
      at += 2
    } else break
  }
  if (at === i + 1 || page.is(at - 1, W.org | W.care | W.staff | W.infra)) return 0
  return (known || TOWN_LAST.has(t.word[at - 1]!)) && endsTown(page, at) ? at : 0
}

const endsTown = (page: Page, at: number): boolean => {
  const t = page.tokens
  return at >= t.count || t.gap[at]! >= GAP.wide || t.type[at] === MARK || readZipEnd(page, at) > at
}

/**
 * "Hartsdale" after an address: the token after a town whose state does not follow, where what comes next shows that it
 * is no name of somebody: a ZIP code, a mark, or the end. 0 for none.
 */
export function townAlone(page: Page, i: number): number {
  const t = page.tokens
  let at = i
  const most = page.mark(i + 1) === DOT ? MOST_TOWN_WORDS + 1 : MOST_TOWN_WORDS
  while (at < i + most && t.type[at] === WORD && (at === i || t.gap[at] === GAP.space)) {
    const city = at > i && page.label(at) === 'city' && page.mark(at + 1) !== COLON
    if ((page.label(at) !== undefined && !city) || page.taken[at] !== 0 || page.is(at, W.month | W.title))
      break
    const known = page.is(at, W.city)
    if (t.shape[at] === SHAPE.lower ? !known || at > i : page.is(at, W.care | W.patient | W.kin)) break
    // "St. Paul", but "Houma. Visit today".
    at = page.lengthOf(at) > 3 ? at + 1 : pastDot(page, at + 1)
  }
  if (at === i) return 0
  if (at < t.count && readZipEnd(page, at) > at && t.gap[at] === GAP.space) return at
  // "Lot 18, Brandon."
  const last = at === i + 1 && page.mark(i - 1) === COMMA && (at >= t.count || page.mark(at) === DOT)
  const ordinary = (page.is(i, W.given) && !last) || page.is(i, W.common)
  if (ordinary && !page.is(i, W.city)) return townOfWords(page, i)
  // "moved from 2210 Quarry Rd, Bluefield last week"
  const apposed = page.mark(i - 1) === COMMA && t.type[at] === WORD && t.shape[at] === SHAPE.lower
  if (apposed && page.lengthOf(i) > 3 && !page.is(i, W.surname) && !page.is(at, W.personVerb)) return at
  const ends = at >= t.count || t.gap[at]! >= GAP.wide || t.type[at] === MARK || t.type[at] === NUMBER
  return ends || page.is(i, W.city) ? at : 0
}

/** Words that hardly anything but a town has last in its name; whoever is called so has a given name before. */
const SURE_LAST = wordSet(
  'falls springs rapids beach harbor harbour bluffs junction heights city valley haven lakes',
  STOP.place,
)

/** "Siloam Springs", "Siler City", its last word at token `i`: the first token of the name, or -1. */
export function townEndingAt(page: Page, i: number): number {
  const t = page.tokens
  const first = i - 1
  if (!SURE_LAST.has(t.word[i]!) || first < 0 || page.taken[first] !== 0 || page.taken[i] !== 0) return -1
  if (t.shape[i] !== SHAPE.capital || t.shape[first] !== SHAPE.capital || t.gap[i] !== GAP.space) return -1
  if (page.is(first, W.title | W.month | W.patient | W.care | W.staff | W.infra | W.kin)) return -1
  if (page.is(first, W.given) && !TOWN_FIRST.has(t.word[first]!)) return -1
  return page.is(first, W.common | W.org) && !TOWN_FIRST.has(t.word[first]!) ? -1 : first
}

/** Whether the word at token `i` may end a town's name though it is a word of organizations as well: "Breaux Bridge". */
export const endsTownName = (page: Page, i: number): boolean => TOWN_LAST.has(page.tokens.word[i]!)
