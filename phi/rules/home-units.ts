import { W, wordSet } from '../lexicon/words.ts'
import { isAsciiLetter } from '../text/chars.ts'
import { BRACKET, COMMA, DASH, HASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isOrdinal } from './streets.ts'
import { pastDot } from './zip-codes.ts'

/** What tells homes in one house, or on one lot, apart: it stands between a street and its town. */

/** Before a number, beside `W.unit`. */
const NUMBERED = wordSet(
  'sp spc space slip pad ph penthouse flat tr trl box bx casa edif edificio bloque blq cabin cottage studio site gate door wing tower entrance flr level lvl stop pmb condo villa townhouse th hangar berth',
)
/** "rear", "upper": enough alone. */
const SIDES = wordSet(
  'upper lower rear front up down dn upstairs downstairs upr lwr uppr lowr back garden ground top bottom attic bsmt basement penthouse altos bajos arriba abajo frente fondo side main',
)
const DWELLINGS = wordSet(
  'flat house apt apartment unit floor fl level cottage half duplex suite basement studio casita condo room door entrance bldg building stairs',
)
/** "carriage house", "mobile home" */
const HOUSES = wordSet('guest carriage coach pool mobile in-law inlaw tiny basement attic studio garage')
const HOMES = wordSet('house home cottage apartment apt unit suite flat casita')
const FLOORS = wordSet('floor fl flr floor piso level story')

const MOST_UNITS = 3

/** Takes ", Apt 4B", "#6-H", ", 2nd floor" and ", lower flat" along, one after another. */
export function unitEnd(page: Page, i: number): number {
  let end = i
  for (let n = 0; n < MOST_UNITS; n++) {
    const next = oneUnit(page, end)
    if (next === end) break
    end = next
  }
  return end
}

function oneUnit(page: Page, i: number): number {
  const t = page.tokens
  const comma = page.mark(i) === COMMA
  const at = comma ? i + 1 : i
  if (at >= t.count || t.gap[at] === GAP.blank) return i
  if (page.mark(at) === HASH) {
    const end = codeEnd(page, at + 1)
    return end > at + 1 ? end : i
  }
  const word = t.word[at]!
  if (isOrdinal(page, at) && FLOORS.has(t.word[at + 1] ?? 0)) return pastDot(page, at + 2)
  if (t.type[at] !== WORD) return i
  if (page.is(at, W.unit) || NUMBERED.has(word)) {
    let code = pastDot(page, at + 1)
    if (page.mark(code) === HASH) code++
    const end = code < t.count && t.gap[code]! <= GAP.space ? codeEnd(page, code) : code
    if (end > code) return end
  }
  return (comma || t.gap[at] === GAP.space ? sideEnd(page, at) : 0) || i
}

/** "6", "6-H", "C-204", "14-B", "1/2" and letters alone; `i` itself where none stands there. */
function codeEnd(page: Page, i: number): number {
  if (!isCode(page, i)) return i
  const tail = i + 2
  const joined =
    page.mark(i + 1) === DASH && page.tokens.gap[i + 1] === GAP.none && page.tokens.gap[tail] === GAP.none
  return joined && isCode(page, tail) ? tail + 1 : i + 1
}

function isCode(page: Page, i: number): boolean {
  const type = page.tokens.type[i]
  if (type === NUMBER || type === MIXED) return page.lengthOf(i) <= 5
  return type === WORD && page.lengthOf(i) <= 2 && isAsciiLetter(page.unit(page.tokens.start[i]!))
}

/** "rear", "lower flat", "carriage house", and what comes next shows that it is no word of a sentence: 0 for none. */
function sideEnd(page: Page, i: number): number {
  const { word } = page.tokens
  let end = 0
  if (HOUSES.has(word[i]!) && HOMES.has(word[i + 1] ?? 0)) end = i + 2
  else if (SIDES.has(word[i]!)) end = DWELLINGS.has(word[i + 1] ?? 0) ? i + 2 : i + 1
  return end > 0 && closes(page, end) ? end : 0
}

const closes = (page: Page, i: number): boolean =>
  i >= page.tokens.count ||
  page.tokens.gap[i]! >= GAP.line ||
  page.mark(i) === COMMA ||
  page.mark(i) === BRACKET
