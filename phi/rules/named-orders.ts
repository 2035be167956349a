import { ownerOfIdiom } from '../lexicon/idioms.ts'
import { OWNER } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { COLON, DOT, HASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isLikeBuying } from './owners.ts'
import { NOBODYS } from './things.ts'
import { readId } from './values.ts'

const ORDERS = wordSet('order orders ord')
const MANY_MACHINES = 2
const LEAST = 6
const DOLLAR = 36

/** "Also for WEISSMAN,IRA order 774120901": of somebody who is named near by. Names must have been read. */
export function readNamedOrders(page: Page): void {
  const { at, count } = page.stops.labels
  for (let k = 0; k < count; k++) if (ORDERS.has(page.tokens.word[at[k]!]!)) readOrder(page, at[k]!)
}

function readOrder(page: Page, label: number): void {
  const t = page.tokens
  let at = page.phraseEnd[label]!
  while (at < t.count && at < label + 5 && isLink(page, at)) at++
  if (at >= t.count || t.gap[at]! >= GAP.line || t.type[at] === MARK || page.taken[at] === NOBODYS) return
  const id = readId(page, at, Math.min(t.count, at + 8), false)
  if (id.digits < LEAST || id.digits + id.letters > 16 || page.taken[at] === 1) return
  if (!page.isOfPerson(at) && !isClinical(page, at, 25)) return
  if (page.around(TOPIC.infra, label, 12, 12) > MANY_MACHINES || isLikeBuying(page, label)) return
  if (label > 0 && ownerOfIdiom(t.word[label]!, t.word[label - 1]!) === OWNER.thing) return
  if (page.mark(id.end) === DOLLAR || page.before(label, W.thing, 3)) return
  page.addTokens('other-id', at, id.end, 0.6, "an order's number beside somebody", 'identifier')
}

const isLink = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  return mark === COLON || mark === HASH || mark === DOT
}

const CODES = wordSet('pa par crn sar tar eap arn rqid tcn ctn')
const LONG = 7

/** "got PA 2240630017", "PAR 4420188": capitals that say by themselves what a long number after them is. */
export function readAfterCapitals(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i] !== NUMBER || page.lengthOf(i) < LONG || page.lengthOf(i) === 9) return 0
  const led = t.type[i - 1] === WORD && t.shape[i - 1] === SHAPE.caps && CODES.has(t.word[i - 1]!)
  if (!led || t.gap[i] !== GAP.space || !isClinical(page, i, 40)) return 0
  return page.addTokens(
    'other-id',
    i,
    i + 1,
    0.65,
    'a number after the letters of what it is of',
    'identifier',
  )
}
