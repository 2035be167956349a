import { W, wordSet } from '../lexicon/words.ts'
import {
  AMPERSAND,
  AT_SIGN,
  BACKSLASH,
  BRACKET,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  DOT,
  EQUALS,
  PIPE,
  SLASH,
  UNDERSCORE,
} from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import {
  followsAsPerson,
  hasNumbersNear,
  identifiesNext,
  isAge,
  isIntroduced,
  isPossessiveOfCare,
  isSaidToBe,
  numberNext,
  patientCue,
} from './name-cues.ts'
import { doubtsOfThings } from './name-doubts.ts'
import type { NameRun } from './name-run.ts'
import { FROM, isOfStaff, isToldOfCare } from './name-staff.ts'
import { isOfFamily } from './name-work.ts'

interface Score {
  value: number
  reason: string
  weak: boolean
  patient: boolean
}

/** What is less is not told. */
export const LEAST = 0.2
/** From here on nothing more need be looked for. */
const SURE = 0.62
/** How far around a name words of care tell whose it may be. */
const CARE_REACH = 45

function evidence(run: NameRun): number {
  const { given, surnames, ambiguous, unknown, words, comma, initials } = run
  if (words === 1 && initials > 0) return given + surnames > 0 ? 0.42 : ambiguous > 0 ? 0.3 : 0.34
  if (words === 1) return given > 0 ? 0.29 : surnames > 0 ? 0.2 : 0.05
  if (given > 0 && surnames > 0) return 0.62
  if (given > 1) return comma ? 0.6 : 0.52
  if (given > 0 && ambiguous > 0) return 0.58
  if (given > 0 && unknown > 0) return 0.58
  if (surnames > 0 && ambiguous > 0) return 0.48
  if (surnames > 1) return 0.45
  if (surnames > 0) return 0.42
  if (ambiguous > 0 && unknown > 0) return 0.33
  return ambiguous > 1 ? 0.2 : 0.38
}

export function score(page: Page, i: number, run: NameRun): Score {
  const t = page.tokens
  const end = run.end
  // Nothing near speaks of a patient or of care: much need not be looked for.
  const clinical = isClinical(page, i, CARE_REACH)
  let value = evidence(run)
  let reason = run.words > 1 ? 'words written and known as a name' : 'a word known as a name'
  const cue =
    patientCue(page, i) || isBracketed(page, i, end) || isCalledPatient(page, end) || isSaidToBe(page, i)
  if (cue) {
    value += 0.4
    reason = 'a name right after a word for a patient or relative'
  }
  if (cue && page.is(i - 1, W.kin) && isPossessive(page, i - 2)) value += 0.1
  // A person shows near by, by a birth date or a number: whose is it, if not this one's?
  if (run.words > 1 && run.ambiguous < run.words && page.isOfPerson(i)) value += 0.1
  if (identifiesNext(page, end)) {
    // "Thu 5/14", "DOS 6/18": a word of other uses stands before dates as well.
    // "Jill Stamper 614-555-0107": a phone alone tells of no patient.
    const phone = !clinical && isPhoneOfWork(page, i, end)
    value += phone || (run.words === 1 && run.ambiguous === 1 && run.initials === 0) ? 0.1 : 0.35
    reason = 'a name beside a birth date, number or age'
  } else if (run.words > 1 && numberNext(page, end)) {
    value += 0.15
    reason = 'a name beside a number'
  } else if (page.taken[i - 1] === 1 && t.type[i - 1] !== WORD && t.gap[i]! < GAP.line) value += 0.15
  // "S25-004420, Ruben Aguilar-Pratt"
  else if (run.words > 1 && page.mark(i - 1) === COMMA && page.taken[i - 2] === 1 && t.type[i - 2] !== WORD)
    value += 0.15
  if (isAge(page, i - 1)) value += 0.3
  if (run.words > 1 && value < SURE && kinFollow(page, end)) value += 0.15
  if (clinical && value < SURE && run.given + run.surnames > 0 && signsLetter(page, i, end)) value += 0.3
  if (isIntroduced(page, i)) value += isOfWorkplace(page, end) ? -0.3 : 0.25
  if (run.caps && run.given + run.surnames + run.ambiguous === 0 && !run.comma) value -= 0.25
  // "ESPOSITO, CARLO"
  if (run.caps && run.comma && run.words === 2 && run.ambiguous === 0) value += 0.15
  if (page.is(end, W.personVerb) && t.shape[end] === SHAPE.lower) value += cue || run.words > 1 ? 0.12 : 0.2
  if (clinical) value += surroundings(page, i)
  const about = t.type[i - 1] === WORD && ABOUT.has(t.word[i - 1]!)
  if (
    about &&
    (run.comma || (clinical && (run.words > 1 || run.given > 0 || run.initials > 0) && isClinical(page, i)))
  )
    value += 0.12
  // "Bergström, Nils  | PPM Azure": a line of a list.
  else if (
    run.comma &&
    clinical &&
    t.gap[i]! >= GAP.line &&
    (page.mark(end) === PIPE || t.gap[end] === GAP.wide)
  )
    value += 0.12
  const pronoun = run.words === 1 && PRONOUNS.has(t.word[i]!)
  if (!pronoun && isPossessiveOfCare(page, end)) value += page.is(end + 2, W.kin) ? 0.3 : 0.25
  if (clinical && run.given > 0 && isClinical(page, i) && pronounFollows(page, end)) value += 0.1
  const told = isToldOfCare(page, i, end)
  if (told) value += 0.3
  if (clinical && run.words > 1 && page.mark(i - 1) === COLON && isClinical(page, i)) value += 0.1
  if (run.words === 1 && page.names.has(t.hash[i]!)) {
    value = Math.max(value, 0.62)
    reason = 'part of a name met before'
  }
  if (run.words > 1 && runIsKnown(page, i, end)) value = Math.max(value, 0.62)
  value -= doubts(page, i, end, run, clinical) + doubtsOfThings(page, i, end, run, cue)
  if (
    run.words === 1 &&
    run.unknown === 1 &&
    run.initials === 0 &&
    !told &&
    !(clinical && isIntroduced(page, i) && (page.taken[end] === 1 || page.mark(end) !== 0)) &&
    !followsAsPerson(page, end) &&
    !page.is(i - 1, W.kin) &&
    !isBracketed(page, i, end) &&
    !(page.mark(i - 1) === COMMA && page.mark(end) === COMMA && page.is(i - 2, W.kin)) &&
    !(cue && page.is(i - 1, W.patient) && !run.caps)
  )
    value = Math.min(value, run.caps ? 0.15 : 0.45)
  // Below, it is no name at all.
  const staff = value >= LEAST && !isMet(page, i, end) && isOfStaff(page, i, end)
  if (staff && !cue)
    return {
      value: Math.min(value, isSaidToTreat(page, i) ? 0.2 : 0.35),
      reason: 'a name that seems to be of staff, a sender or an addressee',
      weak: true,
      patient: false,
    }
  return { value: Math.min(value, 0.97), reason, weak: false, patient: cue || isInBed(page, end) }
}

const TREATS = wordSet(
  'therapist dentist midwife counselor doctor physician surgeon nurse psychiatrist psychologist pediatrician cardiologist oncologist dermatologist pharmacist chiropractor podiatrist optometrist pcp provider caseworker orthodontist hygienist',
)
const IS = wordSet('is was')

/** "my therapist is Jonah Feld": who treats is named as such. */
const isSaidToTreat = (page: Page, i: number): boolean =>
  IS.has(page.tokens.word[i - 1] ?? 0) && TREATS.has(page.tokens.word[i - 2] ?? 0)

/** "pt in 14 (Duffy)" */
const isBracketed = (page: Page, i: number, end: number): boolean =>
  page.mark(i - 1) === BRACKET &&
  page.mark(end) === CLOSING_BRACKET &&
  page.tokens.shape[i] === SHAPE.capital &&
  (page.before(i - 1, W.patient, 4) || (page.taken[i - 2] === 1 && page.before(i - 1, W.kin, 12)))

/** "wife of Torbjorn (pt)" */
const isCalledPatient = (page: Page, end: number): boolean =>
  page.mark(end) === BRACKET && page.is(end + 1, W.patient) && page.mark(end + 2) === CLOSING_BRACKET

const OF_WORK = wordSet('from at with')

/** "at the Maple Street office" */
function isAtOffice(page: Page, at: number): boolean {
  if (!THE.has(page.tokens.word[at] ?? 0)) return false
  for (let k = at + 1; k < at + 5 && page.mark(k) === 0; k++)
    if (page.is(k, W.org) || DESKS.has(page.tokens.word[k] ?? 0)) return true
  return false
}

const DESKS = wordSet('office desk clinic lab pharmacy warehouse helpdesk site branch department dept')

/** "this is Marta at Quest" */
const isOfWorkplace = (page: Page, end: number): boolean =>
  page.tokens.hash[end] === FROM ||
  (OF_WORK.has(page.tokens.word[end] ?? 0) && isAtOffice(page, end + 1)) ||
  (OF_WORK.has(page.tokens.word[end] ?? 0) &&
    page.tokens.shape[end + 1] !== SHAPE.lower &&
    page.tokens.type[end + 1] === WORD)

const POSSESSIVES = wordSet('his her my their pts su mi s')

/** "his wife", "the patient's sister". */
const isPossessive = (page: Page, i: number): boolean => POSSESSIVES.has(page.tokens.word[i] ?? 0)

const BEDS = wordSet('rm room bed')

/** "Brynhild Aas (rm 212)": whoever lies there. */
const isInBed = (page: Page, end: number): boolean =>
  (page.mark(end) === BRACKET || page.mark(end) === COMMA) &&
  BEDS.has(page.tokens.word[end + 1] ?? 0) &&
  (page.tokens.type[end + 2] === NUMBER || page.tokens.type[end + 2] === MIXED) &&
  page.around(TOPIC.infra, end, 15, 15) === 0

const PRONOUNS = wordSet('her his she he him hers')

/** "Annika can't see her MRI". */
function pronounFollows(page: Page, end: number): boolean {
  for (let at = end; at < end + 7; at++) if (PRONOUNS.has(page.tokens.word[at] ?? 0)) return true
  return false
}

const OF_KIN = wordSet('her his their')

/** A name alone on the last line of a letter about the writer's own care or family. */
function signsLetter(page: Page, i: number, end: number): boolean {
  const { gap, count } = page.tokens
  const ends = end >= count || gap[end] === GAP.blank
  return i > 0 && gap[i]! >= GAP.line && ends && page.zone[i] === ZONE.none && isOfFamily(page, i)
}

/** "Persephone Akers visiting her grandmother" */
function kinFollow(page: Page, end: number): boolean {
  const { word, count } = page.tokens
  for (let at = end; at < end + 4 && at < count && page.mark(at) === 0; at++)
    if (OF_KIN.has(word[at]!)) return page.is(at + 1, W.kin)
  return false
}

const ABOUT = wordSet(
  'told tell call called ask asked remind text texted row for saw re behalf regarding para about examined with of to opened opens opening clicked accessed viewed scanned registered selected merged printed shows showing under into onto matched pulled discharged admitted transferred',
)

/** Staff are not remembered: whoever was met before is somebody else. */
const isMet = (page: Page, i: number, end: number): boolean =>
  page.zone[i] === ZONE.none && runIsKnown(page, i, end)

function runIsKnown(page: Page, i: number, end: number): boolean {
  for (let at = i; at < end; at++)
    if (page.tokens.type[at] === WORD && page.lengthOf(at) > 2 && !page.names.has(page.tokens.hash[at]!))
      return false
  return true
}

function surroundings(page: Page, i: number): number {
  const patient = page.around(TOPIC.patient, i, 25, 25) > 0 ? 0.12 : 0
  const health = page.around(TOPIC.health, i, 30, 30) > 0 ? 0.12 : 0
  const care = page.around(TOPIC.care, i, 25, 25) > 0 ? 0.1 : 0
  return Math.min(0.22, patient + health + care)
}

/** Whether a name is written together with what stands before or after it, such as a mailbox or a path. */
const isGlue = (mark: number): boolean =>
  mark === AT_SIGN ||
  mark === UNDERSCORE ||
  mark === SLASH ||
  mark === BACKSLASH ||
  mark === DOT ||
  mark === EQUALS

function doubts(page: Page, i: number, end: number, run: NameRun, clinical: boolean): number {
  const t = page.tokens
  let doubt = 0
  const org =
    (page.is(end, W.org) && t.gap[end] === GAP.space && t.shape[end] !== SHAPE.lower) ||
    page.is(end - 1, W.org & ~0)
  if (org && !(page.is(end - 1, W.given | W.surname) && !page.is(end, W.org))) doubt += 0.6
  if (
    (page.mark(i - 1) === AMPERSAND && !isPair(page, i - 2, i)) ||
    (page.mark(end) === AMPERSAND && !isPair(page, i, end + 1))
  )
    doubt += 0.4
  if (page.is(i - 1, W.org) && t.shape[i - 1] !== SHAPE.lower && t.gap[i] === GAP.space) doubt += 0.3
  if (
    (t.gap[i] === GAP.none && isGlue(page.mark(i - 1))) ||
    (t.gap[end] === GAP.none && isGlue(page.mark(end)) && t.gap[end + 1] === GAP.none && end + 1 < t.count)
  )
    doubt += 0.5
  if (t.type[i - 1] === WORD && THE.has(t.word[i - 1]!) && !isOfSomebodys(page, i, end, run)) doubt += 0.3
  if (run.words > 1 && !clinical && !hasNumbersNear(page, end)) doubt += isWorkTalk(page, i) ? 0.22 : 0.06
  if (
    t.type[end] === NUMBER &&
    t.gap[end] === GAP.space &&
    !isAge(page, end) &&
    !TIMES.has(t.word[end + 1] ?? 0) &&
    !run.comma &&
    page.taken[end] === 0
  )
    doubt += 0.2
  if (run.caps && run.ambiguous > 0 && !run.comma) doubt += 0.1
  if (run.caps && isOfLetters(page, i, end)) doubt += 0.35
  if (endsAsStreet(page, end, run)) doubt += 0.5
  return doubt
}

/** Machines, orders, vendors or jobs are spoken of near by. */
function isWorkTalk(page: Page, i: number): boolean {
  return (
    page.around(TOPIC.infra, i, 15, 15) + page.around(TOPIC.staff, i, 15, 15) > 0 ||
    page.before(i, W.thing, 8)
  )
}

/** "Ngozi & Uche Bright": two given names, and no company. */
const isPair = (page: Page, first: number, second: number): boolean =>
  page.is(first, W.given) &&
  page.is(second, W.given) &&
  (page.tokens.type[first - 1] !== WORD || page.tokens.shape[first - 1] === SHAPE.lower)

/** "RT LT", "FU": two capitals are a code more often than a name. */
function isOfLetters(page: Page, i: number, end: number): boolean {
  for (let at = i; at < end; at++) if (page.tokens.type[at] === WORD && page.lengthOf(at) > 2) return false
  return true
}

const STREETS = wordSet('st ave rd blvd ln hwy pkwy cir ter')

/** "the Maple St clinic", "your practice on Elm Ave" */
const endsAsStreet = (page: Page, end: number, run: NameRun): boolean =>
  run.words > 1 && !run.comma && STREETS.has(page.tokens.word[end - 1]!) && !page.is(end - 1, W.given)

const SOMEBODYS = wordSet(
  'family fam sibs siblings twins kids baby biopsy chart charts case file envelope letter results',
)

/** "the Kaczmarek biopsy", "the Abubakar sibs" */
const isOfSomebodys = (page: Page, i: number, end: number, run: NameRun): boolean =>
  run.words === 1 &&
  run.ambiguous === 0 &&
  page.tokens.shape[i] === SHAPE.capital &&
  page.tokens.gap[end] === GAP.space &&
  (SOMEBODYS.has(page.tokens.word[end] ?? 0) || page.is(end, W.kin))

/** A phone number is all that follows, and nobody ill is spoken of. */
function isPhoneOfWork(page: Page, i: number, end: number): boolean {
  if (page.around(TOPIC.patient, i, 30, 30) > 0 || page.isOfPerson(i)) return false
  const { count, type, start } = page.tokens
  for (let at = end; at < count && at < end + 3; at++)
    if (type[at] === NUMBER) return page.lengthOf(at) === 3 && page.unit(start[at]! + 3) === HYPHEN
  return false
}
const HYPHEN = 45

const TIMES = wordSet('day days week weeks month months hour hours times x')
const THE = wordSet('the a an our your el la un una')
