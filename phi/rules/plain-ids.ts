import { isMbi, mendMbi } from '../checks/mbi.ts'
import { isNpi } from '../checks/npi.ts'
import { W } from '../lexicon/words.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP } from '../text/tokens.ts'
import { isClinical, isTechnical } from './context.ts'
import { isJoined } from './ids.ts'
import { isPlan } from './insurance.ts'
import { compact, readId } from './values.ts'

/** "ins Geico 4471-88-20-93": eight digits and more right after the name of a plan. */
export function readPlanNumber(page: Page, i: number): number {
  if (!isPlan(page, i - 1) || page.tokens.gap[i] !== GAP.space) return 0
  const id = readId(page, i, Math.min(page.tokens.count, i + 9), false)
  if (id.digits < 8 || id.digits > 14 || isTechnical(page, i, 12)) return 0
  // "called Cigna 800-555-0162"
  if (id.digits === 10 && id.letters === 0 && page.lengthOf(i) === 3 && page.lengthOf(i + 2) === 3) return 0
  return page.addTokens(
    'member-id',
    i,
    id.end,
    0.7,
    'a number right after the name of a health plan',
    'identifier',
  )
}

/** NPIs begin with 1 or 2. */
const isFirst = (unit: number): boolean => unit === 49 || unit === 50

/** A provider's number without a label, by its check digit, in a text about care. */
export function readPlainNpi(page: Page, i: number): number {
  if (page.lengthOf(i) !== 10 || !isFirst(page.unit(page.tokens.start[i]!)) || isJoined(page, i)) return 0
  if (!isNpi(page.slice(page.tokens.start[i]!, page.tokens.end[i]!))) return 0
  if (!isClinical(page, i) || page.around(TOPIC.infra, i, 15, 15) > 0 || page.before(i, W.thing, 4)) return 0
  return page.addTokens(
    'npi',
    i,
    i + 1,
    0.6,
    'ten digits with the check digit of an NPI, in a text about care',
    'identifier',
  )
}

/** A Medicare number after any label; 0 where it is none. */
export function readMbi(page: Page, at: number, limit: number): number {
  const id = readId(page, at, limit, true)
  if (id.end === at || !isMbi(mendMbi(compact(page, at, id.end)))) return 0
  return page.addTokens('member-id', at, id.end, 0.98, 'a labelled Medicare number (MBI)', 'identifier')
}
