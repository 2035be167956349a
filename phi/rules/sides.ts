import { STOP, wordSet } from '../lexicon/words.ts'
import { COLON, DOT, EQUALS, HASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isNear } from './near.ts'
import { isInStock } from './stock.ts'
import { readId } from './values.ts'

/** Which of two. */
const SIDES = wordSet('left right l r lt rt au od os izquierdo derecho', STOP.ahead)
/** What people have two of. */
const PAIRED = wordSet(
  'hearing aid aids phonak oticon starkey widex signia resound cochlear processor processors implant implants prosthesis prostheses audifono audifonos lens lenses iol iols breast breasts hip hips knee knees orthosis orthoses afo afos',
)
const POINTERS = wordSet('sn ser serial no num number is one aid side ear unit')
const REACH = 30
const MOST_POINTERS = 3
const LEAST = 7
const LEAST_DIGITS = 4

/** "hearing aids: left 2214AX0918 right 2214AX0925", "L: 2218X0447": a number after a side, where people have two. */
export function readSides(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readSide(page, at[k]!))
}

function readSide(page: Page, i: number): number {
  const { word, type, gap, count } = page.tokens
  if (!SIDES.has(word[i]!)) return 0
  let at = i + 1
  for (let steps = 0; at < count && steps < MOST_POINTERS && gap[at]! < GAP.line; steps++, at++) {
    const mark = page.mark(at)
    if (mark === COLON || mark === HASH || mark === EQUALS || mark === DOT) continue
    if (type[at] !== WORD || !POINTERS.has(word[at]!)) break
  }
  if (at >= count || gap[at]! >= GAP.line || type[at] === MARK || type[at] === WORD || page.taken[at] !== 0)
    return 0
  const id = readId(page, at, Math.min(count, at + 6), false)
  if (id.digits < LEAST_DIGITS || id.digits + id.letters < LEAST || id.letters > 5) return 0
  if (id.letters === 0 && id.end > at + 1) return 0
  if (!isPaired(page, i) || isInStock(page, i, id.end)) return 0
  const reason = 'the number of one of two devices that somebody wears'
  return page.addTokens('device', at, id.end, 0.75, reason, 'identifier')
}

const isPaired = (page: Page, i: number): boolean => isNear(page, i, PAIRED, REACH)
