import { isNpi } from '../checks/npi.ts'
import { isSsn } from '../checks/ssn.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { BRACKET, COLON, DOT, EQUALS, QUESTION } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isBefore } from './near.ts'
import { readSsnEndings } from './ssn.ts'
import { readId } from './values.ts'
import { isWorn } from './worn.ts'

const REACH = 16
/** What a check digit tells may stand further off. */
const REACH_CHECKED = 24
const LAST = wordSet('last last4 final ending ends end')

/** "the last 4 of my social, which they had, is 8125": values too far from their label for it to point at them. */
export const readFarLabels = (page: Page): void => readEach(page, false)

/** "My NPI for the account is ...": before the nearer label takes it. */
export const readFarNpis = (page: Page): void => readEach(page, true)

function readEach(page: Page, checked: boolean): void {
  const { at, count } = page.stops.labels
  for (let k = 0; k < count; k++) {
    const i = at[k]!
    const label = page.label(i)
    const wanted = checked ? label === 'npi' : label === 'ssn' || label === 'ssn4' || label === 'serial'
    const end = page.phraseEnd[i]!
    if (label !== undefined && wanted && end < page.tokens.count && page.taken[end] === 0)
      readFar(page, i, end, label)
  }
}

function readFar(page: Page, label: number, end: number, kind: LabelId): void {
  const t = page.tokens
  // "last 4" alone may be of a card.
  if (kind === 'ssn4' && end <= label + 2 && LAST.has(t.word[label]!)) return
  const last = kind === 'ssn4' || (kind === 'ssn' && isOfLast(page, label, end))
  const reach = kind === 'npi' ? REACH_CHECKED : REACH
  for (let at = end; at < t.count && at < end + reach; at++) {
    if (t.gap[at]! >= GAP.line || endsSentence(page, at)) return
    if (t.type[at] === WORD || page.mark(at) !== 0) continue
    if (page.taken[at] !== 0) return
    if (kind === 'npi') {
      if (page.lengthOf(at) !== 10) continue
      if (!isNpi(page.slice(t.start[at]!, t.end[at]!))) return
      const reason = 'a provider number (NPI) with a right check digit, some words after its label'
      page.addTokens('npi', at, at + 1, 0.96, reason, 'identifier')
      return
    }
    if (!isPointedAt(page, at)) {
      if (kind === 'serial') return
      continue
    }
    if (kind === 'serial') readFarSerial(page, label, at)
    else if (last) readSsnEndings(page, at)
    else if (page.lengthOf(at) === 9 && isSsn(page.slice(t.start[at]!, t.end[at]!)))
      page.addTokens(
        'ssn',
        at,
        at + 1,
        0.92,
        'a Social Security number, some words after its label',
        'identifier',
      )
    return
  }
}

function readFarSerial(page: Page, label: number, at: number): void {
  const from = page.tokens.type[at - 1] === WORD && page.mark(at - 2) === COLON ? at - 1 : at
  const id = readId(page, from, Math.min(page.tokens.count, from + 8), true)
  if (id.digits < 5 || !isSomebodysCare(page, at) || !isWorn(page, label, id.end)) return
  const reason = 'serial number of a device that a patient wears or uses'
  page.addTokens('device', from, id.end, 0.75, reason, 'identifier')
}

const isSomebodysCare = (page: Page, i: number): boolean =>
  isClinical(page, i, 40) &&
  (page.around(TOPIC.patient, i, 25, 15) > 0 || page.before(i, W.kin, 25) || isOfOne(page, i))

const ONE = wordSet('he she his her him hers my')

const isOfOne = (page: Page, i: number): boolean => isBefore(page, i, ONE, REACH)

const isOfLast = (page: Page, label: number, end: number): boolean => {
  for (let at = Math.max(0, label - 5); at < end + 4 && at < page.tokens.count; at++)
    if (LAST.has(page.tokens.word[at]!)) return true
  return false
}

const POINTING = wordSet('is was are were be as in number its it thats')

/** Right after "is", "in", ":" or "(". */
function isPointedAt(page: Page, at: number): boolean {
  const mark = page.mark(at - 1)
  if (mark !== 0) return mark === COLON || mark === EQUALS || mark === BRACKET
  if (POINTING.has(page.tokens.word[at - 1]!)) return true
  return page.tokens.type[at - 1] === WORD && page.mark(at - 2) === COLON
}

function endsSentence(page: Page, at: number): boolean {
  const mark = page.mark(at)
  if (mark === QUESTION) return true
  return mark === DOT && page.tokens.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 3
}
