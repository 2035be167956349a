import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { AT_SIGN, BRACKET, COLON, COMMA, DASH, QUOTE, SEMICOLON } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, NUMBER, SHAPE } from '../text/tokens.ts'
import { isClinical, isStaffSignature } from './context.ts'
import {
  answersPhone,
  isDoctorOfMedicine,
  isLabelledAtWork,
  isOnListOfStaff,
  signsWithJob,
} from './name-trade.ts'
import { isNamedAtWork, isOfFamily } from './name-work.ts'
import { isBefore } from './near.ts'

export function isStaffBeside(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  if (page.zone[i] === ZONE.mailHeader || isStaffSignature(page, i)) return true
  const comma = page.mark(end) === COMMA ? end + 1 : end
  const credential = page.is(comma, W.credential) && t.shape[comma] !== SHAPE.lower
  if (credential && (comma > end || t.shape[comma] === SHAPE.caps)) return true
  const apposition =
    page.mark(end) === COMMA ||
    page.mark(end) === BRACKET ||
    page.mark(end) === DASH ||
    t.gap[end] === GAP.line
  return apposition && isStaffApposed(page, end)
}

/** A word for a job right after, not beyond the next mark: "Ana Diaz, front desk coordinator". */
function isStaffApposed(page: Page, end: number): boolean {
  const t = page.tokens
  let lines = 0
  for (let at = end; at < t.count && at < end + 6; at++) {
    if (t.gap[at] === GAP.blank || (t.gap[at]! >= GAP.line && ++lines > 1)) return false
    if (at > end && (page.mark(at) === COMMA || page.mark(at) === SEMICOLON)) return false
    // "Galina Sorokina, 3 May 1962": what tells of her, and of nobody's job.
    if (page.taken[at] !== 0 && t.type[at] === NUMBER) return false
    if (page.is(at, W.staff) || (lines > 0 && TIERS.has(t.word[at]!) && t.shape[at] !== SHAPE.lower))
      return true
  }
  return false
}

/** "Tier 2 | Northloop IT" under a name. */
const TIERS = wordSet('tier helpdesk it support noc')

const YOUR = wordSet('your')
const THIS = wordSet('this')

/** "Hi Kwabena, your refill is ready": whoever is told of care is a patient. */
export function isToldOfCare(page: Page, i: number, end: number): boolean {
  const greeted = page.is(i - 1, W.greeting)
  const called = page.mark(end) === COMMA && (page.tokens.gap[i]! >= GAP.line || page.mark(i - 1) === QUOTE)
  if (!greeted && !called) return false
  for (let at = end; at < end + 5; at++) {
    const word = page.tokens.word[at] ?? 0
    if (YOUR.has(word)) return page.around(TOPIC.clinical, at, 0, 10) > 0
    // "Hi Jaylene, this is Oak Hollow Pediatrics."
    if (greeted && THIS.has(word) && page.after(at, W.org, 7))
      return page.around(TOPIC.clinical, at, 0, 25) > 0
  }
  return false
}

const ASSIGNING = W.assigner | W.greeting | W.closer | W.staff

export const FROM = hashWord('from')

const BY = hashWord('by')

const SIGNED = wordSet('signed esigned')
const PAPERS = wordSet(
  'consent contract form forms agreement release notice authorization waiver hipaa roi consents',
)

/** "Opioid contract signed by Travis Lee": patients sign these. */
const signsPaper = (page: Page, i: number): boolean => isBefore(page, i, PAPERS, 9)

const DONE = wordSet('reviewed opened closed created entered updated logged handled prepared resolved')

/** "Dana K: the pump is back": whoever writes in a chat of colleagues. */
const isSpeaker = (page: Page, i: number, end: number): boolean =>
  page.mark(end) === COLON &&
  page.tokens.gap[i]! >= GAP.wide &&
  end === i + 2 &&
  page.lengthOf(i + 1) === 1 &&
  page.tokens.shape[end + 1] === SHAPE.lower

export function isOfStaff(page: Page, i: number, end: number): boolean {
  if (isToldOfCare(page, i, end)) return false
  if (isStaffBeside(page, i, end)) return true
  const t = page.tokens
  if (isSpeaker(page, i, end) || isNamedAtWork(page, i, end)) return true
  if (isLabelledAtWork(page, i) || signsWithJob(page, i, end) || answersPhone(page, i)) return true
  if (isDoctorOfMedicine(page, end) || isOnListOfStaff(page, i)) return true
  let at = i - 1
  const mark = page.mark(at)
  if (mark === COMMA || mark === COLON || mark === AT_SIGN) at--
  if (t.gap[i]! >= GAP.line) return false
  if (page.is(at, W.closer) && isOfFamily(page, at)) return false
  if (t.hash[at] === BY && SIGNED.has(t.word[at - 1] ?? 0) && signsPaper(page, at)) return false
  // "it opened Hazel Rowe": what was done with her chart.
  if (mark === 0 && DONE.has(t.word[at] ?? 0)) return false
  const loose = t.hash[at] === FROM || (t.hash[at] === BY && !page.is(at - 1, W.assigner))
  if (loose && isClinical(page, i)) return false
  return page.is(at, ASSIGNING) && !page.is(at, W.patient | W.kin | W.care)
}
