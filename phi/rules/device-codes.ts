import { W, wordSet } from '../lexicon/words.ts'
import { AMPERSAND, DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isInCapitals } from './plate-forms.ts'
import { countUnits } from './values.ts'

/** Said for the mark. */
const DASHES = wordSet('dash hyphen')
const MOST_PIECES = 12
const LONGEST_FRONT = 5
const LONGEST_TAIL = 2

export interface DeviceCode {
  end: number
  digits: number
  letters: number
  /** Put together by a dash, said or written. */
  dashed: boolean
}

/** Longer than any that is read off. */
const MOST_UNITS = 24

/** Used again for each: what was read last. */
const code: DeviceCode = { end: 0, digits: 0, letters: 0, dashed: false }

/** Letters and digits in pieces, as makers write serial numbers and people read them off: "HOY 45139", "A&D-351-0447", "LA dash 55 0 9 1 8". */
export function readDeviceCode(page: Page, first: number): DeviceCode {
  const t = page.tokens
  code.end = first
  code.digits = code.letters = 0
  code.dashed = false
  let dashed = false
  for (let at = first; at < t.count && at < first + MOST_PIECES; at++) {
    if (at > first && t.gap[at]! > GAP.space) break
    const mark = page.mark(at)
    if (mark !== 0 || DASHES.has(t.word[at]!)) {
      const joint = mark === 0 || ((mark === DASH || mark === AMPERSAND) && t.gap[at] === GAP.none)
      if (!joint || at === first) break
      dashed = true
      continue
    }
    if (!isPiece(page, at, first)) break
    countUnits(page, at, code)
    code.dashed ||= dashed
    code.end = at + 1
    if (code.digits + code.letters > MOST_UNITS) break
  }
  return code
}

function isPiece(page: Page, at: number, first: number): boolean {
  const t = page.tokens
  if (page.taken[at] !== 0) return false
  if (t.type[at] === NUMBER) return true
  if (t.type[at] === MIXED) return isInCapitals(page, at)
  if (t.type[at] !== WORD || t.shape[at] !== SHAPE.caps) return false
  if (at === first) return page.lengthOf(at) <= LONGEST_FRONT && !page.is(at, W.month)
  return page.lengthOf(at) <= LONGEST_TAIL || t.gap[at] === GAP.none
}
