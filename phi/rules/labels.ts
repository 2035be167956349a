import type { LabelId } from '../lexicon/labels.ts'
import { wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { AT_SIGN, COLON, COMMA, HASH, SLASH, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isMoreTechnical } from './context.ts'
import { isOpen } from './each.ts'
import { isState } from './plate-forms.ts'
import { VALUE_READERS } from './value-readers.ts'
import { BARE, FIRM, readId, SOFT, valueAfter } from './values.ts'

/** Labels whose value may be some small words away: "her SSN on file is ...". */
const FAR = new Set<LabelId>([
  'ssn',
  'ssn4',
  'mrn',
  'member',
  'birth',
  'phone',
  'fax',
  'account',
  'licence',
  'npi',
  'dea',
  'vin',
  'plate',
  'plainId',
])

/** Labels that are ordinary words, too: only a firm pointer makes them labels. */
const PLAIN_WORDS = wordSet(
  'docket dkt sid band spec wic ccf microchip appeal trip ride respondent last4 conf confirm confirmation mem memb requisition ol mcr mcd rfa upi fn ln urn phn hcn ser mrs svc serv adm admit disch dc seen termed eff service lives enc moved patients script preauth hm wk mob mbr ins insur nm inmate grievance ref reference case sample request cardholder name member policy account acct medicare medicaid record contact customer first given subject claim case license licence lic home street city county town village parish state plan text work direct mail person user de to from cc nurse manager owner operator serial lot plate plates tag part item order code file type status plan line number chart mr md other re mother father husband wife daughter son parent guardian relative client dependent resident auth rx fin social location room floor bed dl pid ss plates exp patient pt subscriber insured beneficiary hic routing hsa visa mastercard amex permit encounter employee badge id card di sn first last collected drawn appt appointment born server printer release commit patch port process batch version build model incident ticket reference ref error facility domain folder hospital insurance vendor company doctor surgeon agent author user admitted discharged clinic employer payer payor carrier drug medication medications procedure pharmacy department dept site language religion reason diagnosis dx allergies allergy notes comments school category product workstation med meds organization application adjuster identification identifier',
)

function isPlainWord(page: Page, i: number): boolean {
  return page.phraseEnd[i]! === i + 1 && PLAIN_WORDS.has(page.tokens.word[i]!)
}

/** Reads every label of the page with its value. */
export function readLabels(page: Page): void {
  const { at, count } = page.stops.labels
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readLabel(page, at[k]!))
}

/** Reads a label with its value. Answers the token after the label where a value was found, or 0. */
function readLabel(page: Page, i: number): number {
  const t = page.tokens
  const label = page.label(i)!
  const reader = VALUE_READERS[label]
  if (reader === undefined || page.mark(i - 1) === AT_SIGN || isUnit(page, i)) return 0
  const end = page.phraseEnd[i]!
  let pointer = valueAfter(page, end, FAR.has(label) ? 5 : 0)
  // "CSN on it is 200931884"
  if (label === 'other' && t.type[pointer.at] === WORD && pointer.strength === BARE) {
    const far = valueAfter(page, end, 2)
    if (far.strength === SOFT && t.type[far.at] !== WORD) pointer = far
  }
  // "MRN / DOB: 00651120 / 06-15-1957"
  const paired = PAIRED.has(label) && t.type[pointer.at] === WORD ? afterSecond(page, end) : -1
  if (paired >= 0) return reader(page, paired, t.count, SOFT, i) > 0 ? end : 0
  if (pointer.at >= t.count || page.taken[pointer.at] !== 0) return 0
  if (pointer.strength < FIRM && isEndOfName(page, i, end)) return 0
  // A label alone in its cell or on its line, with the value in the next.
  const stands =
    pointer.at === end && t.gap[i]! >= GAP.wide && t.gap[end]! >= GAP.wide && !isOfMachines(page, i)
  const plain = pointer.strength < FIRM && !stands && isPlainWord(page, i)
  if (plain && !numberFollows(page, label, pointer.at, pointer.strength)) return 0

  const apposed = page.mark(end) === COMMA && t.hash[end - 1] === NAME
  const linked = pointer.strength === BARE && (apposed || ENDS_IN_LINK.has(t.word[end - 1]!))
  const strength = stands || page.mark(end - 1) === HASH ? FIRM : linked ? SOFT : pointer.strength
  return reader(page, pointer.at, t.count, strength, i) > 0 ? end : 0
}

/** "RxOrder    7140929    3377", of a list of tables: where machines are spoken of, and nobody. */
const isOfMachines = (page: Page, i: number): boolean =>
  isMoreTechnical(page, i, 30) && page.around(TOPIC.patient, i, 40, 40) === 0 && !page.isOfPerson(i)

/** "hh_intake" at the end of its line announces nothing on the next. */
const isEndOfName = (page: Page, i: number, end: number): boolean =>
  page.mark(i - 1) === UNDERSCORE && page.tokens.gap[i] === GAP.none && page.tokens.gap[end] === GAP.line

const PAIRED = new Set<LabelId>(['mrn', 'member', 'account', 'other'])

/** Where a value begins after a slash at `end` and a second label with its colon; -1 where it does not. */
function afterSecond(page: Page, end: number): number {
  const { type, count, gap } = page.tokens
  if (page.mark(end) !== SLASH || page.label(end + 1) === undefined) return -1
  const colon = page.phraseEnd[end + 1]!
  const at = colon + 1
  const pointed = page.mark(colon) === COLON && at < count && gap[at]! < GAP.line
  return pointed && type[at] !== WORD && type[at] !== MARK && page.taken[at] === 0 ? at : -1
}

/** "mg/dL" is no driver's licence. */
const isUnit = (page: Page, i: number): boolean =>
  page.mark(i - 1) === SLASH && page.lengthOf(i) === 2 && page.tokens.gap[i] === GAP.none

const NAME = hashWord('name')
const ENDS_IN_LINK = wordSet('is de named called no num nbr number id ids ending ends in')

const id5 = (page: Page, at: number): boolean =>
  readId(page, at, Math.min(page.tokens.count, at + 8), false).digits >= 5

/** A plain word before a long number, as in "account 00423881", is a label all the same. */
function numberFollows(page: Page, label: LabelId, at: number, strength: number): boolean {
  if (label === 'address') return page.tokens.type[at] === NUMBER
  // "City Eugene   ZIP 97401": columns of a form that lost their colons.
  if (label === 'city')
    return (
      page.tokens.shape[at] !== SHAPE.lower &&
      page.tokens.gap[at - 1]! >= GAP.wide &&
      page.lengthOf(at - 1) > 3
    )
  if (label === 'birth' || label === 'service' || label === 'phone') return true
  if (label === 'patient' || label === 'relative' || label === 'name')
    return page.tokens.shape[at] !== SHAPE.lower || id5(page, at)
  // "LAST OYELARAN FIRST FOLA"
  if (label === 'given' || label === 'family')
    return page.tokens.shape[at] === SHAPE.caps && page.tokens.shape[at - 1] === SHAPE.caps
  if (label === 'staff') return false
  if (label === 'plate')
    return (
      page.tokens.type[at] !== WORD ||
      (page.tokens.shape[at] === SHAPE.caps && (page.tokens.type[at + 1] !== WORD || isState(page, at)))
    )
  const id = readId(page, at, Math.min(page.tokens.count, at + 8), true)
  if (id.digits === 0) return false
  if (label === 'plainId' && id.letters >= 2 && id.digits >= 3) return true
  if (label === 'reference' && id.letters > 0) return id.digits + id.letters >= 5
  return label === 'notPerson' || strength >= SOFT || id.digits >= 5 || (id.digits >= 4 && id.letters > 0)
}
