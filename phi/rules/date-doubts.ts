import { wordSet } from '../lexicon/words.ts'
import { BRACKET, COLON, DASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE } from '../text/tokens.ts'
import { isNear } from './near.ts'

export const EXPIRY = wordSet('exp expiry expiration expires vence')

/** "WELL-LOAD 6.2.14", "5.17.11 (34827)": what a program is called stands before, or its build after. */
export function isVersion(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  const called = t.shape[i - 1] === SHAPE.caps && t.gap[i - 1] === GAP.none && page.mark(i - 2) === DASH
  return called || (page.mark(next) === BRACKET && t.type[next + 1] === NUMBER && page.lengthOf(next + 1) > 3)
}

const LICENCES = wordSet('dea csr npi lot reagent sku')
const PAGES = wordSet('p pg page pages')

/** "p. 1 of 1, 03/11/2025", "DEA MR3715414 | exp 06/30/2026" */
export function isOfPaper(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  const expires = EXPIRY.has(word[page.mark(i - 1) === 0 ? i - 1 : i - 2] ?? 0)
  for (let at = i - 1; at >= 0 && at >= i - (expires ? 14 : 7) && gap[at + 1]! < GAP.line; at--)
    if (expires ? LICENCES.has(word[at]!) : PAGES.has(word[at]!) && page.tokens.type[at + 2] === NUMBER)
      return true
  return false
}

const MEETINGS = wordSet(
  'meeting webinar passcode agenda zoom dial rsvp qbr debrief drill inservice huddle seminar conference webex lunch',
)

/** Meetings of staff are spoken of, and nobody who is ill. */
export function isOfMeeting(page: Page, i: number): boolean {
  if (page.around(TOPIC.patient, i, 25, 25) > 0 || page.isOfPerson(i)) return false
  return isNear(page, i, MEETINGS, 15)
}

const JOBS = wordSet(
  'job jobs backup backups batch replication export import sync task snapshot restore objects processed transferred warnings errors rows completed elapsed session',
)
const RUNS = wordSet(
  'start started starts end ended ends finish finished stop stopped begin began completed launched',
)
const JOB_REACH = 25
const LEAST_JOB = 2

/** "Start 10/03/2024 23:00:04  End ...", of a job of machines and of nobody. */
export function isOfJob(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  if (!RUNS.has(word[page.mark(i - 1) === COLON ? i - 2 : i - 1] ?? 0)) return false
  if (page.around(TOPIC.patient, i, 30, 30) > 0 || page.isOfPerson(i)) return false
  let found = 0
  for (let at = Math.max(0, i - JOB_REACH); at < Math.min(count, i + JOB_REACH); at++)
    if (JOBS.has(word[at]!)) found++
  return found >= LEAST_JOB
}
