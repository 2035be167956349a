import { numberOf, W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { BRACKET, COLON, COMMA, DASH, DOT, QUESTION, SEMICOLON } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'

import { isClinical, isStaffSignature } from './context.ts'
import { isBefore } from './near.ts'
import { isProxy } from './phone-owners.ts'

export const TOLL_FREE = new Set(['800', '833', '844', '855', '866', '877', '888', '900'])

/** "Phone/Fax:" or "Fax phone": the nearer word counts. */
export function isFax(page: Page, label: number): boolean {
  return page.label(page.phraseEnd[label]!) === 'fax' && page.tokens.gap[page.phraseEnd[label]!] === GAP.none
}

export function isOfBusiness(page: Page, i: number): boolean {
  if (page.zone[i] === ZONE.signature) return isStaffSignature(page, i)
  return page.zone[i] === ZONE.faxCover
}

/** "+13125550100,,99100227713#": what a phone dials into a meeting. */
export const isDialled = (page: Page, to: number): boolean =>
  page.unit(to) === COMMA && page.unit(to + 1) === COMMA

const CALLING = wordSet(
  'cell mobile tel telephone ringing rang answering call called calls calling phone callback reach text texted dial llame ring cb contact',
)

/** "call Walt about the bone scan, 555-0162": seven digits, in a text about care that speaks of calling. */
export function isLocalCall(page: Page, i: number): boolean {
  const t = page.tokens
  if (!isClinical(page, i, 40) && !page.isOfPerson(i)) return false
  if (page.lengthOf(i) === 7)
    return CALLING.has(t.word[pastFile(page, i - 1)] ?? 0) && !isOfReference(page, i)
  if (page.lengthOf(i) !== 3) return false
  const dashed = page.mark(i + 1) === DASH && t.type[i + 2] === NUMBER && page.lengthOf(i + 2) === 4
  const spaced = !dashed && isSpacedLocal(page, i)
  const odd = !dashed && !spaced && isOddLocal(page, i)
  if ((!dashed && !spaced && !odd) || (dashed && (page.mark(i + 3) === DASH || !isClinical(page, i))))
    return false
  for (let at = i - 1; at >= 0 && at >= i - (dashed ? 10 : 6); at--) if (CALLING.has(t.word[at]!)) return true
  return dashed && page.is(i - 1, W.kin)
}

const REFERENCES = wordSet('ref reference confirmation conf ticket case')

/** "ref for the call 5582017" */
function isOfReference(page: Page, i: number): boolean {
  for (let at = i - 2; at >= 0 && at >= i - 5; at--) if (REFERENCES.has(page.tokens.word[at]!)) return true
  return false
}

const ON_FILE = wordSet('on file profile record chart the account listed as is was in')

/** "phone on profile ...": the word before what says where it was written down. */
function pastFile(page: Page, i: number): number {
  let at = i
  while (at > i - 4 && (ON_FILE.has(page.tokens.word[at] ?? 0) || page.mark(at) === COLON)) at--
  return at
}

/** "555 01 34", "210 5550 169" */
function isOddLocal(page: Page, i: number): boolean {
  const { type, gap, count } = page.tokens
  let digits = 3
  let at = i + 1
  while (at < count && type[at] === NUMBER && gap[at] === GAP.space && page.lengthOf(at) > 1 && digits < 10)
    digits += page.lengthOf(at++)
  return (digits === 7 || digits === 10) && type[i - 1] !== NUMBER && type[at] !== NUMBER
}

/** "555 0112", and no block before or after. */
function isSpacedLocal(page: Page, i: number): boolean {
  const { type, gap } = page.tokens
  const next = i + 1
  if (type[next] !== NUMBER || gap[next] !== GAP.space || page.lengthOf(next) !== 4) return false
  return type[i - 1] !== NUMBER && !(type[next + 1] === NUMBER && gap[next + 1] === GAP.space)
}

const COMPANY = wordSet(
  'hr payroll registrar desk office clinic hospital pharmacy department dept vendor support helpdesk desk company line hotline switchboard rep court courts clerk lobby reception did dids block trunk extensions',
)

const OURSELVES = wordSet('our ours')

/** "Our new number for scheduling is ...", in the same sentence, and not "our daughter". */
export function isOurs(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - OURS_REACH && t.gap[at + 1]! < GAP.line; at--) {
    if (page.mark(at) === DOT && t.gap[at + 1]! > GAP.none) return false
    if (page.is(at, W.kin | W.patient)) return false
    if (OURSELVES.has(t.word[at]!)) return !page.is(at + 1, W.kin | W.patient) && !page.is(at + 1, W.given)
  }
  return false
}

const OURS_REACH = 16
const PERSONAL = wordSet('her his him me my she he i mine their them')

/** "wrong phone for Harbor Dermatology; should be ...": an organization is named before, and nobody between. */
export function isOfOrganization(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - ORGANIZATION_REACH && t.gap[at + 1]! < GAP.line; at--) {
    if (page.mark(at) === DOT && t.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 3) return false
    if (page.is(at, W.kin | W.patient | W.given) || PERSONAL.has(t.word[at]!)) return false
    if (
      page.is(at, W.org) &&
      !page.is(at, W.street) &&
      t.shape[at] === SHAPE.capital &&
      t.shape[at - 1] === SHAPE.capital
    )
      return true
  }
  return false
}

const ORGANIZATION_REACH = 8

/** The words before speak of an office, a vendor or somebody at work. */
export function isOfCompany(page: Page, i: number): boolean {
  if (page.before(i, W.staff, 6) || followsCredential(page, i)) return true
  return isBefore(page, i, COMPANY, 6)
}

/** "Sandra Ochoa, CMA | Peak Dermatology | 720-555-0100": a signature in one line. */
function followsCredential(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - ROW_REACH && t.gap[at + 1]! < GAP.line; at--) {
    if (!page.is(at, W.credential) || t.shape[at] !== SHAPE.caps) continue
    if (page.mark(at - 1) === COMMA && at >= i - 8) return true
    // "RN,Patience Adair,2/24-3/2,276-555-0102"
    if (t.gap[at]! >= GAP.line && page.mark(at + 1) === COMMA) return true
  }
  return false
}
const ROW_REACH = 16

const IMPERATIVE = wordSet('call llame llamar llamenos text dial contact phone info questions')
const PURPOSES = wordSet(
  'cancel reschedule confirm schedule unsubscribe refill reorder questions cancelar confirmar reprogramar',
)
const BETWEEN = wordSet('us at al a or')
const YOURS = wordSet('your su tu sus you usted')
const ABOUT_CALL = wordSet('with for if')
/** How far before the call somebody is told of what is theirs. */
const TELLING = 40

/** "Your visit is on Friday. To cancel call 919-555-0100": the number of whoever writes, where it is an office. */
export function isOfSender(page: Page, i: number): boolean {
  const t = page.tokens
  let at = i - 1
  while (at > i - 4 && (BETWEEN.has(t.word[at] ?? 0) || isLink(page, at))) at--
  if (at < 0 || !IMPERATIVE.has(t.word[at]!)) return false
  if (PURPOSES.has(t.word[at - 1] ?? 0)) return true
  let told = false
  for (let k = at - 1; k >= 0 && k >= at - TELLING; k--) {
    if (page.is(k, W.firstPerson)) return false
    told ||= YOURS.has(t.word[k]!)
  }
  return told || ABOUT_CALL.has(t.word[page.tokenAfter(t.end[i]!, i) + 4] ?? 0)
}

const isLink = (page: Page, i: number): boolean =>
  page.mark(i) === COLON || page.mark(i) === BRACKET || page.mark(i) === QUESTION

const OF = wordSet('of at for in')

/** "860-555-0190 (office line)", "503-555-0100 of the main office", the bracket or word at token `at`. */
export function isSaidOfOffice(page: Page, at: number): boolean {
  const joined = OF.has(page.tokens.word[at] ?? 0) && OURS.has(page.tokens.word[at + 1] ?? 0)
  if (MAIN.has(page.tokens.word[at] ?? 0) && COMPANY.has(page.tokens.word[at + 1] ?? 0)) return true
  if (page.mark(at) !== BRACKET && !joined) return false
  for (let k = at + 1; k < at + 4; k++)
    if (COMPANY.has(page.tokens.word[k] ?? 0) || page.is(k, W.providerTitle)) return true
  return false
}

/** Somebody's own. */
const ATTORNEY = numberOf(hashWord('attorney'))
const THEIRS = wordSet('their theirs our ours dr drs adjuster insurer payer carrier plan ortho')
const OWN = wordSet('my me his her own home personal private mine pt pts patient patients cell')
const OFFICE_REACH = 14

/** "Their fax", "Adjuster: B. Simms, fax ...", "Fax to Dr. Lemieux at ...": a fax number of an office, by the words before. */
export function isOfficeFax(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - OFFICE_REACH; at--) {
    if (t.gap[at + 1]! >= GAP.line || page.mark(at) === SEMICOLON) return false
    if (page.mark(at) === DOT && t.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 3) return false
    if (t.type[at] !== WORD) continue
    if (OWN.has(t.word[at]!) || page.is(at, W.kin)) return false
    if (THEIRS.has(t.word[at]!) || COMPANY.has(t.word[at]!)) return true
    if (
      (page.is(at, W.staff) && t.word[at] !== ATTORNEY) ||
      (page.is(at, W.org) && t.shape[at] === SHAPE.capital)
    )
      return true
  }
  return false
}

/** "my office", "at his work": whoever is spoken of works there. */
export const isOfSomebody = (page: Page, i: number): boolean => SOMEBODYS.has(page.tokens.word[i - 1] ?? 0)

const SOMEBODYS = wordSet('my his her')

const OURS = wordSet('the our this')
const MAIN = wordSet('main front')

/** "The technician comes at 10, his mobile ...": somebody at work is spoken of, and no patient. */
export function isOfWorker(page: Page, i: number): boolean {
  // "my number ...", "Apt 3, 55409, cell ..."
  if (page.is(i, W.firstPerson) || isAfterAddress(page, i)) return false
  for (let at = i - 1; at >= i - WORKER_REACH; at--) if (isProxy(page, at)) return false
  return (
    (page.mark(i - 1) !== 0 || WORKERS.has(page.tokens.word[i - 1] ?? 0)) &&
    page.before(i, W.staff, WORKER_REACH) &&
    !page.before(i, W.kin | W.patient | W.firstPerson, WORKER_REACH) &&
    page.around(TOPIC.patient, i, 12, 6) + page.around(TOPIC.health, i, WORKER_REACH, 6) === 0
  )
}

const isAfterAddress = (page: Page, i: number): boolean =>
  page.mark(i - 1) === COMMA && page.tokens.type[i - 2] === NUMBER && page.lengthOf(i - 2) === 5

const WORKERS = wordSet('his her their')
const WORKER_REACH = 16

export const OUR = wordSet('our main office clinic')

export function isClinicalPerson(page: Page, i: number): boolean {
  return page.around(TOPIC.patient, i, 12, 6) > 0 || page.before(i, W.kin, 8)
}

const PHONE_TALK = new Set(['phone', 'officePhone', 'fax'])

export function nearTalkOfPhones(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 8; at--) {
    const label = page.label(at)
    if (CALLING.has(page.tokens.word[at]!)) return true
    if ((label && PHONE_TALK.has(label)) || page.is(at, W.personVerb | W.kin | W.patient)) return true
  }
  return false
}
