import { wordSet } from '../lexicon/words.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { isClinical } from './context.ts'
import { skipThing } from './labelled-ids.ts'
import type { ValueReader } from './reader.ts'
import { readId } from './values.ts'

const OF_CARE = wordSet(
  'patient pt portal statement bill copay reminder reply mri ct xray ultrasound surgery procedure colonoscopy therapy injection infusion lab labs test vaccine shot physical checkup screening consult follow followup appt appts appointment appointments visit visits scheduled reschedule mammogram exam scan telehealth transfer accepted accepts admission bed ride trip pickup dialysis cpap recall dme refill vaccine vaccination enrollment clinic doctor dr checkin cita rider passenger enrolment enrollee exchange broker premium member family guardian son daughter mom dad mother father wife husband',
)
const OF_PURCHASES = wordSet(
  'tickets teams zoom webex dial dialin fax faxes shipping shipped package fedex ups usps freight wire ach deposit flight hotel airline rental webinar conference training registrar domain filing renewal subscription po vendor invoice purchase ordered meeting windows office license licence bitlocker adobe microsoft antivirus',
)
const REACH = 25
const LEAST = 5
const LEAST_DIGITS = 2

const CONFIRMING = wordSet('confirmation confirm conf key')
const CODES = wordSet('code')
/** In digits alone these open calls and doors. */
const ACCESS = wordSet('access')

/** Whether a label that ends before its value confirms something. */
export function isConfirmation(page: Page, label: number): boolean {
  const { word } = page.tokens
  const end = page.phraseEnd[label]!
  for (let at = label; at < end; at++) if (CONFIRMING.has(word[at]!) || CODES.has(word[at]!)) return true
  return false
}

/** "Confirmation no. WWI-7Q4K2M" of somebody's appointment, and not of a parcel. */
export const readConfirmation: ValueReader = (page, at, limit, strength, label) => {
  const id = readId(page, at, limit, true)
  const size = id.digits + id.letters
  if (size < LEAST || size > 22 || id.digits < LEAST_DIGITS || (id.letters === 0 && id.digits < LEAST))
    return 0
  if (id.letters === 0 && ACCESS.has(page.tokens.word[label]!))
    return skipThing(page, at, limit, strength, label)
  if (!isOfCare(page, label))
    return page.addTokens('other-id', at, id.end, 0.35, 'the confirmation of something', 'weak')
  const reason = "the confirmation of somebody's appointment or request"
  return page.addTokens('other-id', at, id.end, 0.9, reason, 'identifier')
}

function isOfCare(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  if (BOUGHT.has(word[i - 1] ?? 0)) return false
  let care = page.around(TOPIC.patient, i, REACH, REACH) + page.around(TOPIC.health, i, REACH, REACH) > 0
  for (let at = Math.max(0, i - REACH); at < Math.min(count, i + REACH); at++) {
    // A fax that is spoken of further off says nothing of what is confirmed.
    if (OF_PURCHASES.has(word[at]!) && Math.abs(at - i) <= reachOf(word[at]!)) return false
    care ||= OF_CARE.has(word[at]!)
  }
  return care && (isClinical(page, i, 40) || page.isOfPerson(i))
}

const BOUGHT = wordSet('order shipping hotel tickets')
const FAXES = wordSet('fax faxes')
const NEAR = 6

const reachOf = (word: number): number => (FAXES.has(word) ? NEAR : REACH)
