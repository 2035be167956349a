import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, COMMA, DASH, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { addName } from './name-draft.ts'

const SPELLING = wordSet('spelled spell spelling spelt spells name surname last first middle maiden deletrea')
const THAT = wordSet("that's thats that")
const CODES = wordSet(
  'code password passcode serial plate confirmation vin id number key token pin model part lot group prefix ssid reference',
)
const AS = wordSet('as like')
const IN = wordSet('in for')
const LEAST = 4
const MOST = 60
const REACH = 8

const isLetter = (page: Page, i: number): boolean => page.tokens.type[i] === WORD && page.lengthOf(i) === 1

/** Past "as in boy", "for Nancy" after a letter. */
function pastExample(page: Page, i: number): number {
  const { word, type } = page.tokens
  if (type[i] !== WORD) return i
  if (AS.has(word[i]!))
    return IN.has(word[i + 1] ?? 0) && type[i + 2] === WORD ? i + 3 : type[i + 1] === WORD ? i + 2 : i
  return i
}

/** "K O W A L C Z Y K", "O-L-U-W-A-S-E-U-N", "B as in boy, A, N as in Nancy": a name said letter by letter from token `i`. */
export function readSpelled(page: Page, i: number): number {
  const t = page.tokens
  if (!isLetter(page, i) || page.taken[i] !== 0) return 0
  const before = page.mark(i - 1)
  const possessive = page.mark(i - 2) === APOSTROPHE && t.gap[i - 1] === GAP.none
  if (
    (isLetter(page, i - 1) && !possessive) ||
    ((before === DASH || before === DOT) && t.gap[i] === GAP.none)
  )
    return 0
  const shape = t.shape[i]
  let end = i + 1
  let letters = 1
  for (let at = pastExample(page, i + 1); at < t.count && at < i + MOST; ) {
    const mark = page.mark(at)
    if (mark === COMMA || mark === DASH) at++
    if (!isLetter(page, at) || t.shape[at] !== shape || t.gap[at]! > GAP.space) break
    letters++
    end = pastExample(page, at + 1)
    at = end
  }
  if (letters < LEAST) return 0
  let spells = false
  for (let at = i - 1; at >= 0 && at >= i - REACH && t.gap[at + 1]! < GAP.blank; at--) {
    if (CODES.has(t.word[at]!) || page.is(at, W.providerTitle)) return 0
    if (SPELLING.has(t.word[at]!) || THAT.has(t.word[at]!) || page.is(at, W.given | W.surname)) spells = true
    if (spells) break
  }
  const known = page.taken[i - 1] === 1 || page.taken[i - 2] === 1
  if (isSaidBefore(page, i, end)) return addName(page, i, end, 0.96, 'a name said letter by letter')
  const sure = spells || known ? (isClinical(page, i, 60) || known ? 0.7 : 0.55) : 0.4
  return addName(page, i, end, sure, 'a name said letter by letter')
}

/** "Kowalczyk, that's K O W A L C Z Y K": the letters are those of a word that stands shortly before. */
function isSaidBefore(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  let letters = ''
  for (let at = i; at < end; at++)
    if (isLetter(page, at)) letters += page.slice(t.start[at]!, t.end[at]!).toLowerCase()
  for (let at = i - 1; at >= 0 && at >= i - REACH; at--)
    if (
      page.lengthOf(at) === letters.length &&
      page.slice(t.start[at]!, t.end[at]!).toLowerCase() === letters
    )
      return true
  return false
}
