import { W } from '../lexicon/words.ts'
import { DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { WORD } from '../text/tokens.ts'

function remember(page: Page, i: number, end: number): void {
  for (let at = i; at < end; at++) {
    const word = page.tokens.type[at] === WORD && page.lengthOf(at) > 2
    if (word && !page.is(at, W.common)) page.names.add(page.tokens.hash[at]!)
  }
}

export function addCandidate(page: Page, i: number, end: number): void {
  page.candidates.push(i, end)
}

export function addName(
  page: Page,
  i: number,
  end: number,
  confidence: number,
  reason: string,
  weak = false,
  patient = false,
): number {
  const level = weak || confidence < 0.5 ? 'weak' : 'identifier'
  // A dot after an initial belongs to the name, one at the end of a sentence does not.
  const to = page.mark(end - 1) === DOT && page.lengthOf(end - 2) > 1 ? end - 1 : end
  addCandidate(page, i, to)
  if (level === 'identifier') remember(page, i, to)
  const next = page.addTokens('name', i, to, confidence, reason, level)
  if (patient && level === 'identifier') page.drafts.at(-1)!.of = 'patient'
  return next
}
