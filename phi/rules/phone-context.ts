import { W, wordSet } from '../lexicon/words.ts'
import { BRACKET, COLON, COMMA, DASH, DOT, QUESTION } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, NUMBER, SHAPE } from '../text/tokens.ts'

import { isClinical, isStaffSignature } from './context.ts'

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
  'call called calls calling phone callback reach text texted dial llame ring cb contact',
)

/** "call Walt about the bone scan, 555-0162": seven digits, in a text about care that speaks of calling. */
export function isLocalCall(page: Page, i: number): boolean {
  const t = page.tokens
  const shaped = page.lengthOf(i) === 3 && page.mark(i + 1) === DASH && page.lengthOf(i + 2) === 4
  if (!shaped || t.type[i + 2] !== NUMBER || page.mark(i + 3) === DASH || !isClinical(page, i)) return false
  for (let at = i - 1; at >= 0 && at >= i - 10; at--) if (CALLING.has(t.word[at]!)) return true
  return false
}

const COMPANY = wordSet(
  'office clinic hospital pharmacy department dept vendor support helpdesk desk company line hotline switchboard rep lobby reception did dids block trunk extensions',
)

/** The words before speak of an office, a vendor or somebody at work. */
export function isOfCompany(page: Page, i: number): boolean {
  if (page.before(i, W.staff, 6) || followsCredential(page, i)) return true
  for (let at = i - 1; at >= 0 && at >= i - 6; at--) if (COMPANY.has(page.tokens.word[at]!)) return true
  return false
}

/** "Sandra Ochoa, CMA | Peak Dermatology | 720-555-0100": a signature in one line. */
function followsCredential(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - 8 && t.gap[at + 1]! < GAP.line; at--)
    if (page.is(at, W.credential) && t.shape[at] === SHAPE.caps && page.mark(at - 1) === COMMA) return true
  return false
}

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

/** "860-555-0190 (office line)", the bracket at token `at`. */
export function isSaidOfOffice(page: Page, at: number): boolean {
  if (page.mark(at) !== BRACKET) return false
  for (let k = at + 1; k < at + 4; k++) if (COMPANY.has(page.tokens.word[k] ?? 0)) return true
  return false
}

export const OUR = wordSet('our main office clinic')

export function isClinicalPerson(page: Page, i: number): boolean {
  return page.around(TOPIC.patient, i, 12, 6) > 0 || page.before(i, W.kin, 8)
}

/** "fax the clinicals to Humana at ...". */
export function isFaxed(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 24; at--) {
    if (page.mark(at) === DOT && page.tokens.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 4)
      return false
    const label = page.label(at)
    if (label === 'phone' || label === 'officePhone') return false
    if (label === 'fax') return true
  }
  return false
}

const PHONE_TALK = new Set(['phone', 'officePhone', 'fax'])

export function nearTalkOfPhones(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 6; at--) {
    const label = page.label(at)
    if ((label && PHONE_TALK.has(label)) || page.is(at, W.personVerb | W.kin | W.patient)) return true
  }
  return false
}
