import { IMPLANTS } from '../lexicon/context.ts'
import { STOP, wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'
import { isHeld } from './stock.ts'
import { markNobodys } from './things.ts'

/** What a device is called that is shown or taught with, and is in nobody's hands. */
const DEMO = wordSet('demo demos demonstrator', STOP.ahead)
/** Said after the numbers. */
const IN_NOBODYS_HANDS = wordSet('unassigned unallocated', STOP.ahead)
const DEVICES = wordSet(
  `${IMPLANTS} pumps aid aids processor processors transmitter transmitters sensor sensors receiver receivers reader readers meter meters concentrators unit units pair pairs loaner loaners monitor monitors device devices`,
)
const DEVICE_REACH = 4
const BEFORE = 24
const AFTER = 24
const LEAST = 4

/** "Hearing-aid demo pairs: 2041B0A1/2041B0A2", "loaner processors ..., in the drawer, unassigned": nobody's. */
export function readDemoUnits(page: Page): void {
  const { at, count } = page.stops.ahead
  let done = 0
  for (let k = 0; k < count; k++) if (at[k]! >= done) done = Math.max(done, readDemoAt(page, at[k]!))
}

function readDemoAt(page: Page, i: number): number {
  const { word, gap, type, count } = page.tokens
  const demo = DEMO.has(word[i]!)
  if (!demo && !IN_NOBODYS_HANDS.has(word[i]!)) return 0
  const reach = demo ? DEVICE_REACH : BEFORE
  let first = i
  let to = i
  while (first > 0 && first > i - BEFORE && gap[first]! < GAP.line) first--
  while (to + 1 < count && to < i + AFTER && gap[to + 1]! < GAP.line) to++
  let device = false
  for (let at = first; at <= to; at++) {
    if (isHeld(page, at)) return 0
    device ||= at >= i - reach && at <= i + DEVICE_REACH && DEVICES.has(word[at]!)
  }
  if (!device) return 0
  for (let at = demo ? i : first; at <= to; at++)
    if ((type[at] === NUMBER || type[at] === MIXED) && page.lengthOf(at) >= LEAST)
      markNobodys(page, at, at + 1)
  return to
}
