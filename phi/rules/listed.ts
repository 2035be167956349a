import { W, wordSet } from '../lexicon/words.ts'
import { sortByStart } from '../text/drafts.ts'
import { AMPERSAND, CLOSING_BRACKET, COMMA, DOT, SEMICOLON } from '../text/marks.ts'
import type { Draft, Page } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'
import { NO_PERSONS } from './name-doubts.ts'
import { addName } from './name-draft.ts'

const AND = wordSet('and y')
const NO_NAME =
  W.common | W.city | W.org | W.month | W.care | W.credential | W.staff | W.stateName | W.infra | W.implant

/** "Ned, Faye, Ulises and Tanya": single words in a row with names found are names, too. */
export function readListed(page: Page): void {
  const names: Draft[] = []
  for (const d of page.drafts) if (d.kind === 'name' && d.level === 'identifier') names.push(d)
  sortByStart(names)
  let i = 0
  for (const name of names) {
    i = page.tokenAfter(name.end, i)
    let end = i
    if (readTownOfSigner(page, page.tokenAt(name.start), end) > 0) continue
    while (joins(page, end) && isListed(page, end + 1)) {
      addName(page, end + 1, end + 2, 0.55, 'a word in a row with names')
      end += 2
    }
  }
}

/** "Ngozi Achebe, Asheboro" on a line of its own, under a letter: whoever signs tells the town. */
function readTownOfSigner(page: Page, first: number, end: number): number {
  const t = page.tokens
  const town = end + 1
  if (first === 0 || t.gap[first]! < GAP.line || page.mark(end) !== COMMA) return 0
  const plain = t.type[town] === WORD && t.shape[town] === SHAPE.capital && page.taken[town] === 0
  if (!plain || page.is(town, NO_NAME & ~W.city) || page.is(town, W.given) || page.lengthOf(town) < 4)
    return 0
  const last =
    page.tokens.type[town + 1] === WORD &&
    t.shape[town + 1] === SHAPE.capital &&
    t.gap[town + 1] === GAP.space
      ? town + 2
      : town + 1
  if (last < t.count && t.gap[last]! < GAP.line) return 0
  return page.addTokens('place', town, last, 0.6, 'the town of whoever signs', 'identifier')
}

const joins = (page: Page, i: number): boolean =>
  page.mark(i) === COMMA ||
  page.mark(i) === AMPERSAND ||
  (page.tokens.type[i] === WORD && AND.has(page.tokens.word[i]!))

/** A capitalized word that is in no list, or known as a name, with the end of its place in the row after it. */
function isListed(page: Page, i: number): boolean {
  const t = page.tokens
  if (i >= t.count || t.type[i] !== WORD || t.shape[i] !== SHAPE.capital || t.gap[i] !== GAP.space)
    return false
  if (NO_PERSONS.has(t.word[i]!) || page.health(i) !== undefined) return false
  if (page.taken[i] !== 0 || page.is(i, NO_NAME) || page.lengthOf(i) < 3 || page.label(i) !== undefined)
    return false
  const next = i + 1
  const mark = page.mark(next)
  return (
    next >= t.count || joins(page, next) || mark === DOT || mark === SEMICOLON || mark === CLOSING_BRACKET
  )
}
