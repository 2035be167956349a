import { STOP, wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isNear } from './near.ts'
import { markNobodys } from './things.ts'
import { readId } from './values.ts'

const BADGES = wordSet('badge badges fob fobs keycard keycards', STOP.ahead)
const LOOPS = wordSet('loop loops', STOP.ahead)
const DOORS = wordSet(
  'door doors reader readers controller access unlock lock swipe entrance printer gate turnstile parking',
)
const BADGE_REACH = 6
const DOOR_REACH = 25
const LEAST = 4
const LONGEST_LOOP = 6

/** "badge 26-00417 will not open the door", of whoever works there, and "loop 2300" of a claim: nobody's. */
export function readBadges(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readAfter(page, at[k]!))
}

function readAfter(page: Page, i: number): number {
  const { word, count, type, gap } = page.tokens
  const badge = BADGES.has(word[i]!)
  if (!badge && !LOOPS.has(word[i]!)) return 0
  if (badge && !isOfDoor(page, i)) return 0
  const reach = badge ? BADGE_REACH : 1
  for (let at = i + 1; at < count && at <= i + reach && gap[at] !== GAP.blank; at++) {
    if ((type[at] !== NUMBER && type[at] !== MIXED) || page.taken[at] !== 0) continue
    const id = readId(page, at, Math.min(count, at + 6), false)
    const size = id.digits + id.letters
    // "loop RLA118842S" is in somebody's chest.
    if (!badge && size > LONGEST_LOOP) return 0
    if (size >= LEAST) return markNobodys(page, at, id.end)
  }
  return 0
}

const isOfDoor = (page: Page, i: number): boolean => isNear(page, i, DOORS, DOOR_REACH)
