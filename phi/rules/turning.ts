import { W, wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'

const TURNS = wordSet('turn turns turned turning cumple cumplio cumplió cumplira cumplirá cumplen')
const ON = wordSet('on el the this next last past coming este el de años anos ano año years year old yrs yr')
const REACH = 5
const OLDEST = 3

/** "will turn 72 on December 14", "turned 93 on the 4th of May", "cumple 60 años el 3 de junio": before the day at token `i`. */
export function isTurning(page: Page, i: number): boolean {
  const { word, type, gap } = page.tokens
  for (let at = i - 1; at > 0 && at >= i - REACH && gap[at + 1]! < GAP.line; at--) {
    if (ON.has(word[at]!)) continue
    const turns = type[at] === NUMBER && page.lengthOf(at) <= OLDEST && TURNS.has(word[at - 1]!)
    // "the company turns 10 on May 3"
    return turns && !page.is(at - 2, W.thing | W.infra | W.org)
  }
  return false
}
