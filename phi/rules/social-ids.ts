import { isSsn } from '../checks/ssn.ts'
import { wordSet } from '../lexicon/words.ts'
import { DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'
import type { IdSpan } from './values.ts'

/** "Dup subscriber: 509-55-1820", "acct 218-40-7716": written as a Social Security number, whatever it is kept as. */
export function ssnShaped(page: Page, at: number, id: IdSpan): number {
  const dashed =
    id.letters === 0 &&
    id.digits === 9 &&
    id.end === at + 5 &&
    page.mark(at + 1) === DASH &&
    page.mark(at + 3) === DASH &&
    page.lengthOf(at) === 3 &&
    page.lengthOf(at + 2) === 2
  if (!dashed) return 0
  const { start, end } = page.tokens
  const text = [at, at + 2, at + 4].map((k) => page.slice(start[k]!, end[k]!)).join('')
  if (!isSsn(text)) return 0
  const reason = 'written as a Social Security number, after another label'
  return page.addTokens('ssn', at, id.end, 0.9, reason, 'identifier')
}

const SOCIAL_REACH = 14

/** "SSN was written on the order, 204 77 1839": in its blocks, after a nearer label of something else. */
export function socialBefore(page: Page, at: number, id: IdSpan, label: number): number {
  const { word, type, gap, start, end } = page.tokens
  const blocks =
    id.digits === 9 &&
    id.letters === 0 &&
    id.end === at + 3 &&
    type[at + 1] === NUMBER &&
    page.lengthOf(at) === 3 &&
    page.lengthOf(at + 1) === 2
  if (!blocks) return 0
  for (let k = label - 1; k >= 0 && k >= label - SOCIAL_REACH && gap[k + 1]! < GAP.line; k--) {
    if (!SOCIALS.has(word[k]!)) continue
    const text = [at, at + 1, at + 2].map((n) => page.slice(start[n]!, end[n]!)).join('')
    if (!isSsn(text)) return 0
    const reason = 'in the blocks of a Social Security number, some words after a word for one'
    return page.addTokens('ssn', at, id.end, 0.9, reason, 'identifier')
  }
  return 0
}

const SOCIALS = wordSet('ssn ssns social socials soc')
const REACH = 6

/** "Sub SSN used as ID: 540338812" */
export function socialAt(page: Page, at: number, id: IdSpan, label: number): number {
  const { type, start, end, word, gap } = page.tokens
  if (type[at] !== NUMBER || id.end !== at + 1 || id.digits !== 9) return 0
  for (let k = label - 1; k >= 0 && k >= label - REACH && gap[k + 1]! < GAP.line; k--)
    if (SOCIALS.has(word[k]!) && isSsn(page.slice(start[at]!, end[at]!))) {
      const reason = 'nine digits some words after a word for Social Security numbers'
      return page.addTokens('ssn', at, id.end, 0.85, reason, 'identifier')
    }
  return 0
}
