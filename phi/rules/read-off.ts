import { STOP, wordSet } from '../lexicon/words.ts'
import { COLON, COMMA, HASH, QUOTE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { TOPIC } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'
import { readDeviceCode } from './device-codes.ts'
import { isOpen } from './each.ts'
import { isInStock } from './stock.ts'
import { readId } from './values.ts'
import { isWorn } from './worn.ts'

/** Where on a device its number stands. */
const SPOTS = wordSet('back bottom underside sticker nameplate casing atras etiqueta', STOP.ahead)
/** "the machine's number", "old unit": what somebody calls a device that was named before. */
const CALLED = wordSet(
  'machine machines device devices dev unit box bracelet band tag hub kit gen generator gateway base pdm',
  STOP.ahead,
)
const LINKS = wordSet(
  'is it its says say said reads read uh um er the that number numbers no id s serial sn of on here was like',
)
const BOXES = wordSet('box')
const LINKED = 6
const LEAST = 7
const LEAST_CODED = 6
const LEAST_DIGITS = 5
const MOST_INFRA = 2

/** "the number on the back is 23191 408 277", "the machine's number, GE-118-20417", "new unit 0126 204 471". */
export function readReadOff(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readAfter(page, at[k]!))
}

function readAfter(page: Page, i: number): number {
  const { word, type, gap, count } = page.tokens
  if (!SPOTS.has(word[i]!) && !CALLED.has(word[i]!)) return 0
  // "box 26" of a form.
  if (BOXES.has(word[i]!) && type[i + 1] === NUMBER && page.lengthOf(i + 1) <= 2 && page.lengthOf(i + 2) > 2)
    return 0
  let at = i + 1
  for (let steps = 0; at < count && steps < LINKED && gap[at]! < GAP.line; steps++, at++) {
    const mark = page.mark(at)
    const passes =
      mark !== 0 ? isLinkMark(mark) || page.lengthOf(at + 1) === 1 : type[at] === WORD && LINKS.has(word[at]!)
    if (!passes) break
  }
  if (at >= count || gap[at]! >= GAP.line || page.mark(at) !== 0 || page.taken[at] !== 0) return 0
  const spaced = type[at] === NUMBER
  const id = readId(page, at, Math.min(count, at + 8), spaced)
  const long = id.letters > 0 ? id.digits + id.letters >= LEAST_CODED : id.digits >= LEAST
  const whole = long && id.digits >= LEAST_DIGITS && id.letters <= MOST_LETTERS && !isPhone(page, at, id.end)
  const named = type[at] === WORD && (id.end === at + 1 || page.lengthOf(at) > 5)
  const end = whole && !named ? id.end : endOfPieces(page, at)
  if (end === 0 || !isWorn(page, i, end) || page.around(TOPIC.infra, i, 10, 10) > MOST_INFRA) return 0
  const weak = isInStock(page, i, end)
  const reason = 'the number that somebody reads off a device'
  return page.addTokens('device', at, end, weak ? 0.3 : 0.7, reason, weak ? 'weak' : 'identifier')
}

const MOST_LETTERS = 6
const MOST_CODED = 16

/** "MA 5510 2287", "RMC 4 4 0 9 1 7 H", "1 4 0 7 7 1 dash 2 2 8 1" */
function endOfPieces(page: Page, at: number): number {
  const { end, digits, letters, dashed } = readDeviceCode(page, at)
  const pieces = page.lengthOf(at) === 1 && end > at + LEAST_CODED
  if (digits < LEAST_DIGITS || digits + letters < LEAST_CODED) return 0
  if (letters > MOST_LETTERS || digits + letters > MOST_CODED) return 0
  return letters > 0 || (dashed && pieces) ? end : 0
}

const isLinkMark = (mark: number): boolean =>
  mark === COLON || mark === COMMA || mark === HASH || mark === QUOTE

const AREA = 3
const LINE = 4

/** "555 0134" and "614-555-0134" */
function isPhone(page: Page, from: number, to: number): boolean {
  const last = page.lengthOf(to - 1)
  if (last !== LINE || to === from + 1) return false
  const before = page.mark(to - 2) !== 0 ? to - 3 : to - 2
  return before >= from && page.lengthOf(before) === AREA && page.tokens.type[from] === NUMBER
}
