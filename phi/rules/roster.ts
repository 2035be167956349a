import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { DASH, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'

/** Rosters of whoever is on call: rows of a day, a name and a phone, none of them a patient's. */

const HEADS = wordSet('roster rota oncall rotation standby pager')
const ON = hashWord('on')
const CALL = hashWord('call')
const ROWS = wordSet(
  'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday week wk primary secondary backup first second third night nights day days weekend evening evenings holiday tier escalation',
)
/** How far before a row its roster is called one. */
const HEAD_REACH = 110
const ROW = 14

/** Whether token `i` stands in a row of a roster. */
export function isOnRoster(page: Page, i: number): boolean {
  const first = rowStart(page, i)
  if (first < 1 || page.around(TOPIC.patient, i, 40, 20) > 0) return false
  const { hash, word } = page.tokens
  for (let at = first - 1; at >= 0 && at >= first - HEAD_REACH; at--) {
    if (page.is(at, W.kin | W.patient)) return false
    if (HEADS.has(word[at]!)) return true
    if (hash[at] === CALL && hash[page.mark(at - 1) === DASH ? at - 2 : at - 1] === ON) return true
  }
  return false
}

/** Where the line begins that token `i` stands on, if it begins with a day or a turn; -1 otherwise. */
function rowStart(page: Page, i: number): number {
  const { gap, type, word } = page.tokens
  let first = i
  while (first > 0 && first > i - ROW && gap[first]! < GAP.line) first--
  if (gap[first]! < GAP.line) return -1
  if (type[first] === WORD) return ROWS.has(word[first]!) || page.is(first, W.month) ? first : -1
  const dated = page.mark(first + 1) === SLASH || page.mark(first + 1) === DASH
  return type[first] === NUMBER && dated && type[first + 2] === NUMBER ? first : -1
}
