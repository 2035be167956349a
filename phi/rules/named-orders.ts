import { ownerOfIdiom } from '../lexicon/idioms.ts'
import { OWNER } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { COLON, DOT, HASH, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isNear } from './near.ts'
import { NOBODYS } from './things.ts'
import { readId } from './values.ts'

const ORDERS = wordSet('order orders ord')
/** What shops and carriers count as well, and who pays for care gets. */
const PAPERS = wordSet('invoice inv receipt incident')
const FIRST_PERSON = wordSet('my me i mine mi')
const BUSINESS = wordSet(
  'po purchase purchased purchasing vendor vendors sales quote quotation dell cdw amazon wholesaler distributor mckesson cardinal medline grainger toner conference terminal dept department budget cost qty csos item items buyer payable linen copier reagent reagents sold analyzer courier circuit uline ribbon rolls isp buy bought merchant printer laptop license subscription contract',
)
const MANY_MACHINES = 2
const LEAST = 6
const LONGEST = 16
const LEAST_CODED = 4
const REACH = 14
const PERSON_REACH = 25
const DOLLAR = 36

/** "Also for WEISSMAN,IRA order 774120901": of somebody who is named near by. Names must have been read. */
export function readNamedOrders(page: Page): void {
  const { at, count } = page.stops.labels
  for (let k = 0; k < count; k++) {
    const word = page.tokens.word[at[k]!]!
    if (ORDERS.has(word) || PAPERS.has(word)) readOrder(page, at[k]!)
  }
}

function readOrder(page: Page, label: number): void {
  const t = page.tokens
  let at = page.phraseEnd[label]!
  while (at < t.count && at < label + 6 && isLink(page, at)) at++
  if (at >= t.count || t.gap[at]! >= GAP.line || t.type[at] === MARK || page.taken[at] === NOBODYS) return
  const id = readId(page, at, Math.min(t.count, at + 8), false)
  if (id.digits + id.letters > LONGEST || page.taken[at] === 1 || page.mark(id.end) === DOLLAR) return
  const coded = id.end > at + 2 || (id.letters > 0 && id.letters < 5)
  if (id.digits < (coded ? LEAST_CODED : LEAST) || isDay(page, at, id.end)) return
  const ofPerson = page.isOfPerson(at)
  if (!ofPerson && !isClinical(page, at, PERSON_REACH)) return
  if (label > 0 && ownerOfIdiom(t.word[label]!, t.word[label - 1]!) === OWNER.thing) return
  const machines = page.around(TOPIC.infra, label, 12, 12) > MANY_MACHINES
  const ofThing = machines || isOfBusiness(page, label) || page.before(label, W.thing, 3)
  const paper = PAPERS.has(t.word[label]!)
  if (ofThing || (paper && (INCIDENTS.has(t.word[label]!) || !isOfWriter(page, label)))) {
    page.addTokens('other-id', at, id.end, 0.35, 'the number of an order or a paper near somebody', 'weak')
    return
  }
  page.addTokens('other-id', at, id.end, 0.6, "an order's number beside somebody", 'identifier')
}

const INCIDENTS = wordSet('incident')

/** "2/15/2026" */
const isDay = (page: Page, at: number, end: number): boolean =>
  end === at + 5 && page.mark(at + 1) === SLASH && page.mark(at + 3) === SLASH

function isOfBusiness(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  for (let at = Math.max(0, i - REACH); at < Math.min(count, i + REACH); at++)
    if (at !== i && BUSINESS.has(word[at]!)) return true
  return false
}

/** Whoever writes speaks of what is theirs: "my order number was ...". */
const isOfWriter = (page: Page, i: number): boolean => isNear(page, i, FIRST_PERSON, REACH)

const LINKS = wordSet('is was are on hers his')

const isLink = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  if (page.tokens.type[i] === WORD) return LINKS.has(page.tokens.word[i]!)
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
