import { wordSet } from '../lexicon/words.ts'
import { COLON, EQUALS, HASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, WORD } from '../text/tokens.ts'
import type { IdSpan } from './values.ts'

const OWNED = wordSet('hers theirs ours mine yours suyo suya nuestro nuestra')
/** These stand before things as well: only with "is" after them are they somebody's. */
const HIS = wordSet('his moms mom dads dad')
const IS = wordSet('is was are reads says es')
const OUR = wordSet('our their your nuestro su')
const NUMBER_WORDS = wordSet('no num number numero nr')
const TO = wordSet('to a')
const BELONGING = wordSet('belongs belong belonged belonging pertenece pertenecen')
const ONE = wordSet('one patient person chart uno')
const RIGHT = wordSet('right correct wrong real true correcto correcta')
const LEAST = 5

/** "the packet is hers: 2240917", "his is 3310472", "(theirs VO-10283, ours 4471902)": somebody's number with no word for what it is of. */
export function isPossessed(page: Page, first: number, id: IdSpan): boolean {
  const { word, type, gap } = page.tokens
  if (id.digits < LEAST || gap[first]! > GAP.space) return false
  const mark = page.mark(first - 1)
  const linked = mark === COLON || mark === EQUALS || (type[first - 1] === WORD && IS.has(word[first - 1]!))
  const at = linked ? first - 2 : first - 1
  if (at < 0 || type[at] !== WORD) return false
  if (OWNED.has(word[at]!) || (linked && mark === 0 && HIS.has(word[at]!))) return true
  if (at < 1 || type[at - 1] !== WORD) return false
  // "the tube belongs to 2240917", "the right one is 2240971"
  return linked
    ? ONE.has(word[at]!) && RIGHT.has(word[at - 1]!)
    : TO.has(word[at]!) && BELONGING.has(word[at - 1]!)
}

/** "Pt Jocelyn Tremblay (our # JTR0417)": under which whoever writes, or is written to, keeps somebody. */
export function isOursByNumber(page: Page, first: number): boolean {
  const { word, type } = page.tokens
  const colon = page.mark(first - 1) === COLON ? first - 2 : first - 1
  if (colon < 1) return false
  const pointed = page.mark(colon) === HASH || (type[colon] === WORD && NUMBER_WORDS.has(word[colon]!))
  return pointed && type[colon - 1] === WORD && OUR.has(word[colon - 1]!)
}
