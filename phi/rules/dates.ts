import type { IdentifierKind } from '../kinds.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { DateReader } from '../text/dates.ts'
import { hashWord } from '../text/hash.ts'
import {
  BRACKET,
  CARET,
  COLON,
  COMMA,
  DASH,
  DOT,
  EQUALS,
  PIPE,
  SLASH,
  STAR,
  UNDERSCORE,
} from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { readBlurredBirth, readRunBirth } from './blurred-dates.ts'
import { isTime } from './clock.ts'
import { isClinical, isMoreTechnical, isTechnical } from './context.ts'
import { EXPIRY, isOfJob, isOfMeeting, isOfPaper, isVersion } from './date-doubts.ts'
import { isLowerDay } from './day-dates.ts'
import { readDictatedBirth } from './dictated-dates.ts'
import { isFraction } from './fractions.ts'
import { isEmployed } from './name-work.ts'
import { isBefore, isNear } from './near.ts'
import type { ValueReader } from './reader.ts'
import { isOnRoster } from './roster.ts'
import { isBesideSex } from './sexes.ts'
import { readSpokenDate } from './spoken-dates.ts'
import { isTurning } from './turning.ts'
import { BARE, FIRM } from './values.ts'

const date = new DateReader()
const RANGE_WORDS = wordSet('to through thru until till and al hasta')

const DATE = hashWord('date')

/** A date after a label, in any form, with OCR's letters for digits. */
export function readLabelledDate(kind: IdentifierKind): ValueReader {
  const what =
    kind === 'birth-date'
      ? 'labelled as a date of birth'
      : 'labelled as the date of a service or event in care'
  return (page, at, limit, strength) => {
    const t = page.tokens
    let from = at
    if (kind === 'birth-date') {
      const said = readDictatedBirth(page, at)
      if (said > 0) return said
    }
    if (t.type[from] === WORD && !page.is(from, W.month)) from = skipWeekday(page, from)
    if (from >= limit || t.gap[from] === GAP.blank) return 0
    if (!date.read(page.window.units, t.start[from]!, page.window.length, true))
      return kind === 'birth-date' && t.type[from] !== WORD
        ? readBlurredBirth(page, from) || readRunBirth(page, from)
        : page.is(from, W.month)
          ? readSpokenDate(page, from)
          : 0
    if (!hasDigit(page, t.start[from]!, date.end)) return 0
    if (kind === 'date' && isTechnical(page, at, 25)) return 0
    const compact = date.form === 'compact' && strength === BARE && kind !== 'birth-date'
    if (compact && t.hash[at - 1] !== DATE && !OF_SERVICE.has(t.word[at - 1]!)) return 0
    const confidence = strength === FIRM ? 0.97 : 0.9
    const next = page.add(
      kind,
      t.start[from]!,
      date.end,
      from,
      date.form === 'partial' ? 0.8 : confidence,
      what,
      'identifier',
    )
    return kind === 'date' ? readRangeEnd(page, next, limit, what) : next
  }
}

const OF_SERVICE = wordSet('dos fdos tdos soc doa dod doi')

/** "Mon, " before a date. */
function skipWeekday(page: Page, at: number): number {
  if (page.lengthOf(at) > 9 || page.lengthOf(at) < 3) return at
  return page.mark(at + 1) === COMMA || page.mark(at + 1) === DOT ? at + 2 : at + 1
}

function hasDigit(page: Page, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDigit(page.window.units[at]!)) return true
  return false
}

/** "... - 03/09/2024": the other end of a range of dates. */
function readRangeEnd(page: Page, at: number, limit: number, what: string, sure = 0.85): number {
  const t = page.tokens
  const joined = page.mark(at) === DASH || (t.type[at] === WORD && RANGE_WORDS.has(t.word[at]!))
  const next = at + 1
  if (
    !joined ||
    next >= limit ||
    (t.type[next] !== NUMBER && t.type[next] !== MIXED && !page.is(next, W.month))
  )
    return at
  if (!date.read(page.window.units, t.start[next]!, page.window.length, false)) return at
  return page.add('date', t.start[next]!, date.end, next, sure, what, sure >= 0.5 ? 'identifier' : 'weak')
}

const LATEST_BIRTH = 2012
const TILDE = 126
/** Eight digits that begin with a later year are some number rather. */
const LATEST_DAY = 2035

/** A date that no label announces: what it belongs to must show from its surroundings. Answers the token after it, or 0. */
export function readDate(page: Page, i: number): number {
  const t = page.tokens
  const start = t.start[i]!
  const before = page.unit(start - 1)
  const joined =
    before === DASH || before === SLASH || before === DOT || before === UNDERSCORE || before === 36
  // "SIDs S-1-5-21"
  if (before === DASH && page.mark(i + 1) === DASH && page.lengthOf(i) < 4) return 0
  if (joined && (isDigit(page.unit(start - 2)) || before === 36 || before === SLASH)) return 0
  if (!date.read(page.window.units, start, page.window.length, isMisread(page, i))) return 0
  if (date.form === 'compact' && !isCompactDay(page, i)) return 0
  const end = date.end
  // In the name of a file only a date of long ago says something of a person.
  const inFileName = before === UNDERSCORE || page.unit(end) === UNDERSCORE
  if (inFileName && (date.form === 'dotted' || date.form === 'partial' || date.year > LATEST_BIRTH)) return 0
  if (
    t.type[i] === WORD &&
    date.form === 'partial' &&
    date.year === 0 &&
    page.is(i, W.given | W.common) &&
    !isCapital(page, i) &&
    !isLowerDay(page, i)
  )
    return 0
  const next = page.tokenAfter(end, i)
  const { confidence, kind, reason } = judge(page, i, next)
  const after = page.add(kind, start, end, i, confidence, reason, confidence >= 0.5 ? 'identifier' : 'weak')
  return readRangeEnd(page, after, t.count, reason, Math.min(confidence, 0.85))
}

/** "insurance-19610730.tif": a compact date of long ago, joined to words. */
const isJoinedDay = (page: Page, i: number): boolean =>
  date.form === 'compact' && page.tokens.gap[i] === GAP.none && date.year <= LATEST_BIRTH

const CELL_REACH = 40

/** "20250311", alone between gaps, where somebody's care is spoken of; or of long ago, after a dash or line. */
function isCompactDay(page: Page, i: number): boolean {
  const t = page.tokens
  const next = i + 1
  if (page.lengthOf(i) !== 8 || page.slice(t.start[i]!, t.start[i]! + 2) !== String(date.year).slice(0, 2))
    return false
  const goesOn =
    next < t.count && t.gap[next] === GAP.none && page.mark(next) !== DOT && page.mark(next) !== COMMA
  const cell =
    page.mark(next) === PIPE ||
    page.mark(next) === STAR ||
    page.mark(next) === TILDE ||
    page.mark(next) === CARET
  if (goesOn && !cell && page.mark(next) !== UNDERSCORE) return false
  const mark = page.mark(i - 1)
  const ends = next >= t.count || t.gap[next]! > GAP.none
  // "RXA-3=20250210", "^STUDY^PSG^20250219^"
  if (
    (mark === EQUALS || mark === CARET || (mark === PIPE && !cell)) &&
    (cell || ends) &&
    t.gap[i] === GAP.none
  )
    return date.year <= LATEST_DAY && (page.isOfPerson(i) || isClinical(page, i, CELL_REACH))
  if (t.gap[i] === GAP.none && i > 0 && mark !== PIPE && mark !== STAR)
    return (mark === DASH || mark === UNDERSCORE) && date.year <= LATEST_BIRTH
  // "|19530110|M|"
  if ((mark === PIPE || mark === STAR) && cell && date.year <= LATEST_DAY) return true
  return (
    (mark === 0 || mark === STAR || mark === SLASH) &&
    date.year <= LATEST_DAY &&
    isClinical(page, i, CELL_REACH) &&
    !isMoreTechnical(page, i, 20)
  )
}

/** "12/O1/1971": between slashes OCR took digits for letters. */
function isMisread(page: Page, i: number): boolean {
  if (page.mark(i + 1) !== SLASH || page.mark(i + 3) !== SLASH) return false
  const { type } = page.tokens
  return type[i] === MIXED || type[i + 2] === MIXED || type[i + 4] === MIXED
}

/** "05 21 1944": boxes of a form, in a text about care. Answers the token after it, or 0. */
export function readBoxedDate(page: Page, i: number): number {
  const t = page.tokens
  const sized = page.lengthOf(i) === 2 && page.lengthOf(i + 1) === 2 && page.lengthOf(i + 2) === 4
  if (!sized || t.gap[i + 1] !== GAP.space || t.gap[i + 2] !== GAP.space || !isClinical(page, i)) return 0
  if (!date.read(page.window.units, t.start[i]!, page.window.length, true) || date.form !== 'full') return 0
  return page.add('date', t.start[i]!, date.end, i, 0.6, 'a date in the boxes of a form', 'identifier')
}

function isCapital(page: Page, i: number): boolean {
  return page.tokens.shape[i] !== 0
}

/** "(b. 1986-07-30)". */
function isBirthLetter(page: Page, i: number): boolean {
  const at = page.mark(i - 1) === DOT || page.mark(i - 1) === COLON ? i - 2 : i - 1
  return (
    at >= 0 &&
    page.lengthOf(at) === 1 &&
    (page.unit(page.tokens.start[at]!) | 32) === 98 &&
    page.tokens.type[at] === WORD
  )
}

const NEWBORN = wordSet('baby newborn infant bebe')

const GRAVE = wordSet(
  'died deceased passed admitted discharged hospitalized diagnosed surgery operado operada falleció biopsy transplant implanted intubated immunization vaccinated appt appointment cita injured injury miscarriage delivered gave',
)

/** A word within a few before that is said of persons alone. */
const isGrave = (page: Page, i: number): boolean => isBefore(page, i, GRAVE, 5)

interface Judgement {
  kind: IdentifierKind
  confidence: number
  reason: string
}

function judge(page: Page, i: number, next: number): Judgement {
  const t = page.tokens
  const { year, form, hasTime } = date
  if (page.zone[i] === ZONE.mailHeader || page.zone[i] === ZONE.faxCover)
    return { kind: 'date', confidence: 0.15, reason: 'a date in the head of a mail' }
  const lineStart = t.gap[i]! >= GAP.line || (page.mark(i - 1) === 91 && t.gap[i - 1]! >= GAP.line)
  const clock = page.unit(date.end) === COLON && isDigit(page.unit(date.end + 1))
  if (hasTime || clock || (lineStart && isTime(page, next)))
    return { kind: 'date', confidence: 0.15, reason: 'the time stamp of a log line' }
  if (isTurning(page, i))
    return { kind: 'birth-date', confidence: 0.8, reason: 'the day on which somebody turns so old' }
  if ((page.before(i, W.birthCue, 4) || isBirthLetter(page, i)) && form !== 'dotted')
    return { kind: 'birth-date', confidence: 0.9, reason: 'a date beside words of birth' }
  if (form === 'full' && t.type[i - 1] === WORD && NEWBORN.has(t.word[i - 1]!) && t.gap[i]! <= GAP.space)
    return { kind: 'birth-date', confidence: 0.75, reason: 'a date right after a word for a newborn' }
  if ((form === 'full' || (form === 'compact' && year <= LATEST_BIRTH)) && isBesideSex(page, i, next))
    return { kind: 'birth-date', confidence: 0.8, reason: "a date beside a word for somebody's sex" }
  if (page.unit(date.end) === UNDERSCORE || page.unit(t.start[i]! - 1) === UNDERSCORE || isJoinedDay(page, i))
    return { kind: 'birth-date', confidence: 0.6, reason: 'a date of long ago in the name of a file' }
  if (form === 'partial' && year === 0 && isFraction(page, i, next))
    return { kind: 'date', confidence: 0.1, reason: 'perhaps a date' }
  const grave = isGrave(page, i)
  const cue = grave || page.before(i, W.serviceCue, 5)
  if (form === 'full' && !cue && isTime(page, next) && isOfSystem(page, i))
    return { kind: 'date', confidence: 0.2, reason: 'the time stamp of a record of a system' }
  if (form === 'full' && isTime(page, next) && isOfJob(page, i))
    return { kind: 'date', confidence: 0.2, reason: 'when a job of a system ran' }
  if (form === 'partial' && isOnRoster(page, i))
    return { kind: 'date', confidence: 0.3, reason: 'a day on a roster' }
  const clinical = isClinical(page, i)
  const thing = (isAfterThing(page, i) || isBeforeThing(page, next)) && !(cue && clinical)
  if (thing && !(year > 0 && year < 2012 && form === 'full' && followsName(page, i)))
    return {
      kind: 'date',
      confidence: 0.2,
      reason: 'a date of a thing, such as a release, an order or an update',
    }
  if (followsName(page, i) && year > 0 && form !== 'partial')
    return { kind: 'birth-date', confidence: 0.75, reason: 'a date right beside a name' }
  if (form === 'partial' && EXPIRY.has(page.mark(i - 1) === 0 ? t.word[i - 1]! : (t.word[i - 2] ?? 0)))
    return { kind: 'date', confidence: 0.25, reason: 'the month in which something expires' }
  if (form === 'partial' && isDeadline(page, i))
    return { kind: 'date', confidence: 0.4, reason: 'a date by which something is to be done' }
  if (!grave && isEmployed(page, i))
    return { kind: 'date', confidence: 0.25, reason: 'a date in a form for staff' }
  if (!grave && isOfMeeting(page, i))
    return { kind: 'date', confidence: 0.3, reason: 'the date of a meeting' }
  const machines = page.around(TOPIC.infra, i, 15, 15)
  if (form === 'dotted' && !cue && isVersion(page, i, next))
    return { kind: 'date', confidence: 0.15, reason: 'perhaps a date, perhaps a version' }
  if (form === 'full' && !cue && isOfPaper(page, i))
    return { kind: 'date', confidence: 0.25, reason: 'the date of a page or a licence' }
  if (form === 'dotted' && machines > 0 && !cue)
    return { kind: 'date', confidence: 0.15, reason: 'perhaps a date, perhaps a version' }
  if (
    isTime(page, next) &&
    machines > 0 &&
    page.around(TOPIC.patient, i, 30, 30) === 0 &&
    !cue &&
    !page.isOfPerson(i)
  )
    return { kind: 'date', confidence: 0.2, reason: 'when a system does something' }
  const technical = machines > page.around(TOPIC.health, i, 20, 20)
  if (technical && clinical && machines <= page.around(TOPIC.clinical, i, 20, 20))
    return { kind: 'date', confidence: 0.45, reason: CARE_OF_NOBODY }
  if (cue && clinical && !technical)
    return { kind: 'date', confidence: form === 'partial' ? 0.65 : 0.8, reason: 'a date of an event in care' }
  if (form === 'dotted' && !clinical)
    return { kind: 'date', confidence: 0.15, reason: 'perhaps a date, perhaps a version' }
  if (clinical && !technical) {
    const anybodys = isAnybodys(page, i) || (form === 'full' && isOfRange(page, i, next))
    return {
      kind: 'date',
      confidence: anybodys ? (form === 'partial' ? 0.55 : 0.6) : 0.45,
      reason: anybodys ? 'a date in a text about care' : CARE_OF_NOBODY,
    }
  }
  if (grave && !technical) return { kind: 'date', confidence: 0.6, reason: 'a date of an event in care' }
  if (cue && !technical)
    return { kind: 'date', confidence: form === 'full' ? 0.5 : 0.4, reason: 'a date of an event' }
  // "his 4/28 scope"
  if (t.type[i - 1] === WORD && WHOSE.has(t.word[i - 1]!) && t.gap[i] === GAP.space && !technical)
    return { kind: 'date', confidence: 0.45, reason: CARE_OF_NOBODY }
  return {
    kind: 'date',
    confidence: clinical ? 0.4 : 0.25,
    reason: form === 'full' && !technical ? OF_NOBODY : 'a date that nothing ties to a person',
  }
}

const TRACKING = hashWord('tracking')
const BOARD = hashWord('board')

function isAfterThing(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - 4; at--) {
    if (t.gap[at + 1] === GAP.blank) return false
    // Where patients of an emergency department are listed.
    if (page.is(at, W.thing) && !(t.hash[at] === TRACKING && t.hash[at + 1] === BOARD)) return true
  }
  return false
}

/** A word for a thing right after, in the same sentence and with no date of its own: "04/02/2025   PRINTED 04/01". */
function isBeforeThing(page: Page, next: number): boolean {
  const t = page.tokens
  if (page.mark(next) === DOT) return false
  for (let at = next; at < next + 2 && at < t.count && t.gap[at]! < GAP.line; at++)
    if (page.is(at, W.thing)) return t.type[at + 1] !== NUMBER || t.gap[at]! < GAP.wide
  return false
}

/** Of a date that becomes somebody's where a person shows near by: `raiseDates` comes back to it. */
export const CARE_OF_NOBODY = 'a date in a text about care that speaks of nobody'

/** Likewise, where no care is spoken of. */
export const OF_NOBODY = 'a date that nothing but a person near by may tell of'

const WHOSE = wordSet('she he her his hers him my me i mi su')

/** Whether a patient, health or anybody is spoken of near by: a clinic and its visits alone have dates as well. */
function isAnybodys(page: Page, i: number): boolean {
  if (page.around(TOPIC.patient, i, 30, 30) + page.around(TOPIC.health, i, 30, 30) > 0 || page.isOfPerson(i))
    return true
  return isNear(page, i, WHOSE, 15)
}

/** "11/01/25-12/31/25": from when to when care is approved or given. */
const isOfRange = (page: Page, i: number, next: number): boolean =>
  (page.mark(next) === DASH || RANGE_WORDS.has(page.tokens.word[next] ?? 0)) &&
  page.tokens.type[next + 1] === NUMBER &&
  page.lengthOf(next + 1) === page.lengthOf(i) &&
  page.mark(next + 2) === page.mark(i + 1)

/** Written with the year first, where neither a patient nor health is spoken of. */
const isOfSystem = (page: Page, i: number): boolean =>
  page.lengthOf(i) === 4 && page.around(TOPIC.patient, i, 30, 30) + page.around(TOPIC.health, i, 30, 30) === 0

const BY = wordSet('by until date')

/** "reviewed by Jan 30", and no patient is spoken of. */
const isDeadline = (page: Page, i: number): boolean =>
  page.tokens.type[i - 1] === WORD &&
  BY.has(page.tokens.word[i - 1]!) &&
  page.around(TOPIC.patient, i, 25, 25) === 0

/** Whether the token before, past a bracket or comma, is part of a name. */
function followsName(page: Page, i: number): boolean {
  const t = page.tokens
  let at = i - 1
  for (
    let steps = 0;
    steps < 2 && (page.mark(at) === BRACKET || page.mark(at) === COMMA || page.mark(at) === PIPE);
    steps++
  )
    at--
  if (at < 1 || t.gap[i]! >= GAP.line || t.type[at] !== WORD || t.shape[at] === 0) return false
  if (page.is(at, W.month | W.care | W.org)) return false
  const known =
    page.is(at, W.surname | W.given) && (page.is(at - 1, W.surname | W.given) || page.mark(at - 1) === COMMA)
  const plain = (k: number) =>
    t.type[k] === WORD && t.shape[k] === SHAPE.capital && !page.is(k, W.common | W.org)
  return (
    known ||
    (plain(at) && plain(at - 1) && t.gap[at] === GAP.space && (isClinical(page, i) || date.year < 2012))
  )
}
