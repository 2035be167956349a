import type { IdentifierKind } from '../kinds.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COMMA, DASH, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { readSpokenAge } from './spoken-dates.ts'

const DIGITS = wordSet(
  'zero oh one two three four five six seven eight nine cero uno dos tres cuatro cinco seis siete ocho nueve',
  STOP.spoken,
)

const KIND_OF_LABEL: Partial<Record<LabelId, IdentifierKind>> = {
  ssn: 'ssn',
  ssn4: 'ssn',
  mrn: 'mrn',
  member: 'member-id',
  account: 'account',
  phone: 'phone',
  fax: 'fax',
  licence: 'licence',
  other: 'other-id',
  plainId: 'mrn',
  zip: 'zip',
}

const LEAST = 6
/** After a label. */
const LEAST_LABELLED = 4
const REACH = 8

/** Numbers that somebody said and somebody else wrote down in words: "eight eight one oh four two". */
export function readSpoken(page: Page): void {
  const { at, count } = page.stops.spoken
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readSpokenNumber(page, at[k]!))
}

function readSpokenNumber(page: Page, i: number): number {
  const t = page.tokens
  const age = readSpokenAge(page, i)
  if (age > 0 || !DIGITS.has(t.word[i]!)) return age
  let end = i + 1
  let digits = 1
  for (let at = i + 1; at < t.count && at < i + 30 && t.gap[at]! <= GAP.space; at++) {
    const mark = page.mark(at)
    if (mark === COMMA || mark === DASH || mark === DOT) continue
    if (t.type[at] !== WORD || !DIGITS.has(t.word[at]!)) break
    digits++
    end = at + 1
  }
  if (digits < LEAST_LABELLED) return end
  const kind =
    digits === 5 && isAfterState(page, i) ? 'zip' : (labelBefore(page, i) ?? kindOfLength(page, i, digits))
  if (kind === undefined) return end
  return page.addTokens(kind, i, end, 0.75, 'a number in words', 'identifier')
}

/** "Burnt Prairie, Illinois, six two eight two oh" */
const isAfterState = (page: Page, i: number): boolean =>
  page.is(page.mark(i - 1) === COMMA ? i - 2 : i - 1, W.stateName)

function labelBefore(page: Page, i: number): IdentifierKind | undefined {
  let kind: IdentifierKind | undefined
  let found = -1
  for (let at = i - 1; at >= 0 && at >= i - REACH && page.tokens.gap[at + 1]! < GAP.line; at--) {
    const label = page.label(at)
    if (label === undefined || KIND_OF_LABEL[label] === undefined) continue
    // "chart number is": what holds "number is" tells more.
    if (found >= 0 && page.phraseEnd[at]! <= found) break
    found = at
    kind = KIND_OF_LABEL[label]
  }
  return kind
}

function kindOfLength(page: Page, i: number, digits: number): IdentifierKind | undefined {
  if (digits < LEAST || !isClinical(page, i, 40)) return undefined
  if (digits === 7 || digits === 10) return 'phone'
  return digits === 9 ? 'ssn' : 'other-id'
}
