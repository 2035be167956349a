import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { AT_SIGN } from '../text/marks.ts'
import { type Page, ZONE } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'

const HOSTS = wordSet('mailbox correo correos email inbox webmail')
/** "mail" */
const MAIL = [109, 97, 105, 108]

/** A host of private mailboxes: one of the known, or one called "...mail". */
export function isPrivateHost(page: Page, i: number): boolean {
  if (page.is(i, W.webmail) || HOSTS.has(page.tokens.word[i] ?? 0)) return true
  if (page.tokens.type[i] !== WORD || page.lengthOf(i) < 5) return false
  const from = page.tokens.end[i]! - MAIL.length
  return MAIL.every((unit, k) => (page.unit(from + k) | 32) === unit)
}

const FROM = hashWord('from')

/** "From:" begins the line. */
export function isSender(page: Page, i: number): boolean {
  const { gap, hash } = page.tokens
  let at = i
  while (at > 0 && at > i - 14 && gap[at]! < GAP.line) at--
  return hash[at] === FROM
}

const LETTER = 110
const DESKS = wordSet('support helpdesk help it servicedesk desk itsupport techsupport tickets')

/** "my appointment", "my daughter" in what is written below; whoever signs with a job, or writes to a help desk, is none. */
export function writesOfOwnCare(page: Page, end: number): boolean {
  const { tokens: t } = page
  let said = false
  for (let at = end; at < end + LETTER && at < t.count; at++) {
    const head = page.zone[at] === ZONE.mailHeader
    if (page.zone[at] === ZONE.signature && page.is(at, W.staff | W.org | W.credential)) return false
    if (head && page.mark(at) === AT_SIGN && DESKS.has(t.word[at - 1] ?? 0)) return false
    const ends = at + 1 < t.count && t.gap[at]! >= GAP.line && t.shape[at] === SHAPE.capital
    if (ends && said && page.is(at + 1, W.staff) && t.shape[at + 1] === SHAPE.capital) return false
    said ||= !head && page.is(at, W.firstPerson) && isOwnCare(page, at + 1)
  }
  return said
}

const OWN_CARE = wordSet(
  'appointment appointments appt result results refill refills prescription meds medication medications surgery doctor mychart labs biopsy mri insulin visit visits balance infusion therapy therapist inhaler bloodwork pregnancy cancer',
)

/** "my last visit", "my late husband": the word of care or kin among the next two. */
const isOwnCare = (page: Page, i: number): boolean => {
  const { word } = page.tokens
  return (
    OWN_CARE.has(word[i] ?? 0) || OWN_CARE.has(word[i + 1] ?? 0) || page.is(i, W.kin) || page.is(i + 1, W.kin)
  )
}
