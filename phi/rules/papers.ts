import { STOP, wordSet } from '../lexicon/words.ts'
import { COLON, DOT, HASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { readSibling } from './labelled-ids.ts'
import { isBefore, isNear } from './near.ts'
import { type IdSpan, readId } from './values.ts'

/** As long as a vehicle's number. */
const VIN = 17
/** What care makes papers of, and machines and shops as well. */
const PAPERS = wordSet('report reports order orders session sessions screen screens screening', STOP.ahead)
/** These tell nothing without a word of care right before. */
const ORDERS = wordSet('order orders screen screens screening')
/** Whom a trial counts. */
const COUNTED = wordSet('subject subjects participant participants', STOP.ahead)

/** Before a word for a paper: of care. */
const OF_CARE = wordSet(
  `lab labs laboratory dose dosing urine drug drugs tox toxicology blood imaging radiology xray mri ct ultrasound echo cardiac ekg ecg eeg emg stress holter genetic genetics genomic genomics molecular pathology path cytology pap biopsy autopsy sleep hearing audiology vision eye
  therapy counseling telehealth telemedicine televisit video visit med meds medication infusion diet transfusion hospice dme oxygen wheelchair patient patients clinical diagnostic psych dialysis chemo radiation pt ot speech newborn prenatal cancer tb depression hospital discharge operative procedure surgical nursing physician his her their`,
)
/** Before a word for a paper: of machines, money and the like. */
const OF_THINGS = wordSet(
  `error crash crystal outlook weekly monthly daily annual yearly quarterly year management summary conference bug incident outage status log vulnerability audit expense sales inspection pentest spam backup system service test security scan work purchase change sort print po supply parts repair shipping internet web amazon dell vendor login citrix rdp ssh remote user browser vpn chat zoom teams training lock home blue touch splash start`,
)
const BUYING = wordSet(
  'conference toner po purchase purchased vendor vendors sales shipped shipping quote quotation dell cdw amazon supplier invoice tracking dock',
)
const STUDYING = wordSet(
  'protocol sponsor site trial study randomized randomised randomization arm cohort consent epro ediary diary edc irb cro dosing screen crf visit withdrew enrolled',
)
const PERSONS = wordSet(
  'her his she he him patient pt mr mrs mother father mom dad son daughter wife husband sister brother',
)
const POINTERS = wordSet('no num nbr nr number id')

const REACH = 14
const REACH_OF_STUDY = 30
const BEFORE = 2
const LEAST_DIGITS = 4
/** What no learnt weight overrules, and what they may. */
const TOLD = 0.9
const GUESSED = 0.75

/** "lab order LO-7719203", "Report GX-2025-08817 for ...", "subject 1107-0032": what care gives numbers, and no label tells. */
export function readPapers(page: Page): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPaper(page, at[k]!))
}

function readPaper(page: Page, i: number): number {
  const word = page.tokens.word[i]!
  const counted = COUNTED.has(word)
  if (!counted && !PAPERS.has(word)) return 0
  const at = valueAt(page, i + 1)
  if (at < 0 || page.taken[at] !== 0) return 0
  const id = readId(page, at, Math.min(page.tokens.count, at + 9), false)
  if (id.end <= at || id.digits + id.letters > 22 || !(counted ? isOfStudy(page, i) : isOfCare(page, i)))
    return 0
  // "VIN on the accident report 1HGH0BM8368712769"
  if (page.lengthOf(at) === VIN) return 0
  if (counted ? id.digits < LEAST_DIGITS || !isParted(page, at, id) : !isCoded(page, at, id)) return 0
  const reason = counted
    ? 'the number of somebody in a trial'
    : 'the number of a report, order or session of care'
  const sure = counted || isToldOfCare(page, i) || isOfPersons(page, i) ? TOLD : GUESSED
  const add = (from: number, to: number) => page.addTokens('other-id', from, to, sure, reason, 'identifier')
  const end = add(at, id.end)
  return readSibling(page, end, page.tokens.count, id.digits, add) || end
}

/** Where a number stands right after token `i`, or after "no.", "#" or ":"; -1 where none does. */
function valueAt(page: Page, i: number): number {
  const { type, gap, word, count } = page.tokens
  let at = i
  for (let steps = 0; at < count && steps < 3 && gap[at]! <= GAP.space; steps++, at++) {
    const mark = page.mark(at)
    if (mark === DOT && at === i) return -1
    if (mark !== HASH && mark !== COLON && mark !== DOT && !(type[at] === WORD && POINTERS.has(word[at]!)))
      break
  }
  return at < count && gap[at]! <= GAP.space && type[at] !== MARK ? at : -1
}

/** Letters and digits, in one or parted by dashes. */
function isCoded(page: Page, at: number, id: IdSpan): boolean {
  if (id.letters === 0 || id.letters > 6 || id.digits < LEAST_DIGITS) return false
  if (id.digits === LEAST_DIGITS && isYear(page, id.end - 1)) return false
  return page.tokens.type[at] === MIXED ? page.lengthOf(at) > 5 || id.end > at + 1 : id.end > at + 1
}

/** "OR-2025" */
const isYear = (page: Page, last: number): boolean =>
  page.lengthOf(last) === LEAST_DIGITS &&
  page.slice(page.tokens.start[last]!, page.tokens.start[last]! + 2) === '20'

const isParted = (page: Page, at: number, id: IdSpan): boolean =>
  id.end > at + 2 || (id.letters > 0 && page.tokens.type[at] === MIXED)

function isOfCare(page: Page, i: number): boolean {
  const { word } = page.tokens
  if (isBefore(page, i, OF_THINGS, BEFORE)) return false
  if (isBought(page, i)) return false
  if (isToldOfCare(page, i)) return true
  // An order without a word before it is read where labels are.
  if (ORDERS.has(word[i]!)) return false
  const infra = page.around(TOPIC.infra, i, REACH, REACH)
  const persons = personsNear(page, i)
  // The word itself may be one of machines.
  if (infra > page.around(TOPIC.clinical, i, REACH, REACH) + persons + 1) return false
  return persons > 0 || page.around(TOPIC.health, i, REACH, REACH) > 0
}

/** "lab order", "sleep report" */
const isToldOfCare = (page: Page, i: number): boolean =>
  i > 0 && (OF_CARE.has(page.tokens.word[i - 1]!) || page.health(i - 1) !== undefined)

/** Somebody is spoken of, and no machines but what the word itself may be of. */
function isOfPersons(page: Page, i: number): boolean {
  const persons = personsNear(page, i)
  return persons > 0 && persons >= page.around(TOPIC.infra, i, REACH, REACH)
}

const isBought = (page: Page, i: number): boolean => isNear(page, i, BUYING, REACH)

function personsNear(page: Page, i: number): number {
  const { word, count } = page.tokens
  let persons = 0
  for (let at = Math.max(0, i - REACH); at < Math.min(count, i + REACH); at++)
    if (PERSONS.has(word[at]!)) persons++
  return persons
}

const LEAST_OF_STUDY = 1

function isOfStudy(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  let found = 0
  for (let at = Math.max(0, i - REACH_OF_STUDY); at < Math.min(count, i + REACH_OF_STUDY); at++)
    if (STUDYING.has(word[at]!)) found++
  return found >= LEAST_OF_STUDY
}
