import { W } from '../lexicon/words.ts'
import { DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'

const MOST_PIECES = 3
const LEAST = 4
const MOST = 8
const MOST_LETTERS = 4
const MOST_DIGITS = 5
const MOST_ALONE = 3

/**
 * One past a plate that begins at token `i`, in pieces that a dash or a space parts: "8JKX204", "KLR-418", "882-GHT",
 * "3CX-7718", "24-K881", "BD 88 412"; 0 where none does. What is written in one piece has both letters and digits.
 */
export function endOfPlate(page: Page, i: number): number {
  const t = page.tokens
  let size = 0
  let letters = false
  let digits = false
  let end = 0
  for (let at = i, pieces = 0; at < t.count && pieces < MOST_PIECES; at++) {
    const gap = t.gap[at]!
    if (pieces > 0 && gap > GAP.space) break
    if (page.mark(at) === DASH) {
      if (pieces === 0 || gap !== GAP.none || t.gap[at + 1] !== GAP.none) break
      continue
    }
    if (!isPiece(page, at) || size + page.lengthOf(at) > MOST) break
    // "1809 S" is of a street.
    if (pieces > 0 && gap === GAP.space && t.type[at] === WORD && page.lengthOf(at) === 1) break
    // "KLR 4182 MN": the state after it.
    if (pieces > 1 && t.type[at] === WORD && isState(page, at)) break
    size += page.lengthOf(at)
    letters ||= t.type[at] !== NUMBER
    digits ||= t.type[at] !== WORD
    pieces++
    end = at + 1
  }
  // Joined to more than a plate has.
  if (end > 0 && page.mark(end) === DASH && t.gap[end] === GAP.none && t.gap[end + 1] === GAP.none) return 0
  return letters && digits && size >= LEAST ? end : 0
}

function isPiece(page: Page, i: number): boolean {
  const t = page.tokens
  const size = page.lengthOf(i)
  if (page.taken[i] !== 0) return false
  if (t.type[i] === NUMBER) return size <= MOST_DIGITS
  if (t.type[i] === WORD) return t.shape[i] === SHAPE.caps && size <= MOST_LETTERS
  return t.type[i] === MIXED && size <= MOST && isInCapitals(page, i)
}

/** "TX" or "PA" in capitals. */
export const isState = (page: Page, i: number): boolean =>
  page.is(i, W.stateCode) && page.tokens.shape[i] === SHAPE.caps

/** A word in capitals of two or three letters that is not one of sentences. */
export const isFront = (page: Page, i: number): boolean =>
  page.tokens.type[i] === WORD &&
  page.tokens.shape[i] === SHAPE.caps &&
  page.lengthOf(i) >= 2 &&
  page.lengthOf(i) <= MOST_ALONE

export function isInCapitals(page: Page, i: number): boolean {
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) if (page.unit(at) >= 97) return false
  return true
}
