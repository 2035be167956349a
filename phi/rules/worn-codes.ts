import { STOP, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { BRACKET, COLON, COMMA, DASH, EQUALS, HASH, PIPE, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'

/** Parts of what people wear that are told apart by a short code and not called serial numbers. */
const PARTS = wordSet(
  'transmitter transmitters lead leads pendant receiver receivers wristwatch wanderguard guard hugs strap',
  STOP.ahead,
)
const LINKS = wordSet('is are id code no number sn ser tag bracelet')
const GUARD = wordSet('guard')
const WANDER = wordSet('wander roam')
const REACH = 6
const MOST_INFRA = 1

/** "Dexcom transmitter is 8K4L2M", "leads 5076 (PJN8830142/PJN8830199)". */
export function readWornCodes(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readCodeAfter(page, at[k]!))
}

function readCodeAfter(page: Page, part: number): number {
  const t = page.tokens
  if (!PARTS.has(t.word[part]!)) return 0
  const before = page.mark(part - 1) === DASH ? part - 2 : part - 1
  if (GUARD.has(t.word[part]!) && !WANDER.has(t.word[before] ?? 0)) return 0
  if (!isClinical(page, part, 40) || page.around(TOPIC.infra, part, 10, 10) > MOST_INFRA) return 0
  let end = 0
  for (let at = part + 1; at < t.count && at <= part + REACH && t.gap[at]! < GAP.line; at++) {
    if (t.type[at] === MIXED && isCode(page, at)) {
      const what = 'the code of a part that a patient wears'
      end = page.addTokens('device', at, at + 1, 0.7, what, 'identifier')
      continue
    }
    if (isLedCode(page, at)) {
      const what = 'the code of a part that a patient wears'
      return page.addTokens('device', at, at + 3, 0.7, what, 'identifier')
    }
    const mark = page.mark(at)
    const model = t.type[at] === NUMBER && page.lengthOf(at) === 4 && end === 0
    const link = t.type[at] === WORD && LINKS.has(t.word[at]!)
    if (!link && !model && !isLinkMark(mark)) break
  }
  return end
}

const isLinkMark = (mark: number): boolean =>
  mark === COLON ||
  mark === EQUALS ||
  mark === HASH ||
  mark === BRACKET ||
  mark === PIPE ||
  mark === SLASH ||
  mark === COMMA ||
  mark === DASH

/** "WG-0071183" */
function isLedCode(page: Page, i: number): boolean {
  const t = page.tokens
  const led = t.type[i] === WORD && t.shape[i] === SHAPE.caps && page.lengthOf(i) <= 4
  if (!led || page.mark(i + 1) !== DASH || t.gap[i + 1] !== GAP.none || t.gap[i + 2] !== GAP.none)
    return false
  return t.type[i + 2] === NUMBER && page.lengthOf(i + 2) >= 5 && page.taken[i] === 0
}

/** Six to eleven capitals and digits, two of each or more digits. */
function isCode(page: Page, i: number): boolean {
  const size = page.lengthOf(i)
  if (size < 6 || size > 11 || page.taken[i] !== 0) return false
  let digits = 0
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) {
    const unit = page.unit(at)
    if (isDigit(unit)) digits++
    else if (unit < 65 || unit > 90) return false
  }
  return digits >= 2 && size - digits >= 2
}
