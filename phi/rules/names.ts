import { W, wordSet } from '../lexicon/words.ts'
import { COMMA, DOT } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { readLowerName, readSmallLetter } from './lower-names.ts'
import { addCandidate, addName } from './name-draft.ts'
import { isNameWord, type NameRun, readRun } from './name-run.ts'
import { LEAST, score } from './name-score.ts'
import { isStaffBeside } from './name-staff.ts'
import { isTitledAtWork } from './name-trade.ts'
import { readSpelled } from './spelled-names.ts'

/** The names that no label announces. */
export function readNames(page: Page): void {
  const { at, count } = page.stops.names
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readNameAt(page, at[k]!))
}

function readNameAt(page: Page, i: number): number {
  const t = page.tokens
  if (t.shape[i] === SHAPE.lower) {
    if (page.is(i, W.title)) return readLowerTitled(page, i)
    return page.is(i, W.given) ? readLowerName(page, i) : readSmallLetter(page, i)
  }
  if (page.is(i, W.title | W.providerTitle) && isTitle(page, i)) return readTitled(page, i)
  if (page.lengthOf(i) === 1) {
    const spelled = readSpelled(page, i)
    if (spelled > 0) return spelled
  }
  if (!isNameWord(page, i, false)) return 0
  const run = readRun(page, i, { limit: Math.min(t.count, i + 14), anyCase: false, comma: true })
  return run === undefined ? 0 : readRunAsName(page, i, run)
}

function isTitle(page: Page, i: number): boolean {
  const t = page.tokens
  const next = page.mark(i + 1) === DOT ? i + 2 : i + 1
  const capital =
    next < t.count &&
    t.gap[next]! <= GAP.space &&
    t.shape[next] !== SHAPE.lower &&
    isNameWord(page, next, false)
  if (!capital) return false
  // "Don Smith", "Pa Vang": a given name where no dot follows.
  return !(page.is(i, W.given) && page.mark(i + 1) !== DOT) || page.is(i - 1, W.particle)
}

function readTitled(page: Page, i: number): number {
  const t = page.tokens
  const from = page.mark(i + 1) === DOT ? i + 2 : i + 1
  const run = readRun(page, from, { limit: Math.min(t.count, from + 10), anyCase: false, comma: false })
  if (run === undefined) return 0
  if (page.is(i, W.providerTitle))
    return addName(page, from, run.end, 0.35, 'the name of a provider, by its title', true)
  if (page.is(run.end, W.org) && t.gap[run.end] === GAP.space) return 0
  const staff =
    isStaffBeside(page, i, run.end) ||
    isTitledAtWork(page, i) ||
    (page.is(i - 1, W.greeting) && isOfTrade(page, i))
  return addName(
    page,
    from,
    run.end,
    staff ? 0.45 : 0.85,
    staff ? 'a title and a name, probably of staff' : 'a name after a title',
    staff,
  )
}

const TRADE = wordSet(
  'invoice quote quotation renewal contract subscription licenses proposal shipment purchase payable remittance order warranty',
)
const TRADE_REACH = 40

/** "Dear Ms. Sandoval, please find our invoice": goods and contracts are spoken of, and nobody who is ill. */
function isOfTrade(page: Page, i: number): boolean {
  if (page.around(TOPIC.patient, i, 10, TRADE_REACH) + page.around(TOPIC.health, i, 10, TRADE_REACH) > 0)
    return false
  const { word, count } = page.tokens
  for (let at = i; at < Math.min(count, i + TRADE_REACH); at++) if (TRADE.has(word[at]!)) return true
  return false
}

/** "mrs delgado" in a chat. */
function readLowerTitled(page: Page, i: number): number {
  const t = page.tokens
  const from = page.mark(i + 1) === DOT ? i + 2 : i + 1
  if (
    // "240 ms. Circuit"
    t.type[i - 1] === NUMBER ||
    page.is(i, W.given) ||
    page.lengthOf(i) > 5 ||
    from >= t.count ||
    t.gap[from] !== GAP.space ||
    t.type[from] !== WORD
  )
    return 0
  // "del señor Olegario Pinto"
  if (t.shape[from] !== SHAPE.lower && isNameWord(page, from, false)) return readTitled(page, i)
  const known = page.is(from, W.given | W.surname)
  if (
    page.taken[from] !== 0 ||
    page.lengthOf(from) < 3 ||
    (!known && page.is(from, W.common | W.care | W.personVerb))
  )
    return 0
  return addName(page, from, from + 1, known || page.lengthOf(i) < 4 ? 0.75 : 0.4, 'a name after a title')
}

function readRunAsName(page: Page, i: number, run: NameRun): number {
  const { value, reason, weak, patient } = score(page, i, run)
  if (value < LEAST) {
    if (run.words > 1) addCandidate(page, i, run.end)
    // "Smith, Acme" may hide "Smith" alone; what follows the comma gets its own chance.
    return run.comma ? commaEnd(page, i, run.end) : run.end
  }
  return addName(page, i, run.end, value, reason, weak, patient)
}

function commaEnd(page: Page, i: number, end: number): number {
  for (let at = i; at < end; at++) if (page.mark(at) === COMMA) return at + 1
  return end
}
