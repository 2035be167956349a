import { OWNER } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDayAsDigits } from '../text/compact-date.ts'
import { AMPERSAND, COMMA, DASH, EQUALS, GREATER, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'
import { isMoreTechnical } from './context.ts'
import { isOpen } from './each.ts'
import { ownerNear } from './owners.ts'

const BETWEEN = wordSet('and or vs versus instead of into to with should be not')
const PLURALS = wordSet('patients pts clients residents')
const MOST_BETWEEN = 4
const LEAST = 6
const MOST = 9
const PERSONS_REACH = 12
const MOST_LISTED = 12

/** "filed to 448210 instead of 448201", "pts 448201, 448210": numbers of one length beside one another, of patients. */
export function readPairs(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPair(page, at[k]!))
}

function readPair(page: Page, i: number): number {
  if (!isPlain(page, i) || page.around(TOPIC.patient, i, PERSONS_REACH, PERSONS_REACH) === 0) return 0
  const second = nextOf(page, i)
  if (second < 0 || isMoreTechnical(page, i, PERSONS_REACH)) return 0
  const { owner, distance } = ownerNear(page, i, i + 1)
  const listed = page.tokens.type[i - 1] === WORD && PLURALS.has(page.tokens.word[i - 1]!)
  const telling = owner !== OWNER.none && owner !== OWNER.person && owner !== OWNER.query
  if (!listed && telling && distance <= MOST_BETWEEN) return 0
  let last = i
  for (let at = i, n = 0; at >= 0 && n < MOST_LISTED; at = nextOf(page, at), n++) {
    page.addTokens('mrn', at, at + 1, 0.6, 'one of some numbers of patients', 'identifier')
    last = at + 1
  }
  return last
}

/** Digits alone that are no day, and that nothing is joined to. */
function isPlain(page: Page, i: number): boolean {
  const t = page.tokens
  const size = page.lengthOf(i)
  if (t.type[i] !== NUMBER || size < LEAST || size > MOST || page.taken[i] !== 0) return false
  if (t.gap[i] === GAP.none && page.mark(i - 1) !== GREATER) return false
  const next = page.mark(i + 1)
  if (t.gap[i + 1] === GAP.none && next !== 0 && next !== COMMA && t.gap[i + 2] === GAP.none) return false
  return size !== 8 || !isDayAsDigits(page.slice(t.start[i]!, t.end[i]!))
}

/** A number of the same length a few joining words or marks further on; -1 where there is none. */
function nextOf(page: Page, i: number): number {
  const t = page.tokens
  for (let at = i + 1; at < t.count && at <= i + MOST_BETWEEN && t.gap[at]! <= GAP.space; at++) {
    if (t.type[at] === NUMBER)
      return at > i + 1 && page.lengthOf(at) === page.lengthOf(i) && isPlain(page, at) ? at : -1
    const mark = page.mark(at)
    const joins = mark === COMMA || mark === AMPERSAND || mark === SLASH || mark === DASH || mark === GREATER
    if (!joins && mark !== EQUALS && !(t.type[at] === WORD && BETWEEN.has(t.word[at]!))) return -1
  }
  return -1
}
