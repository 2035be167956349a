import type { LabelId } from '../lexicon/labels.ts'
import { W } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical, isStaffSignature } from './context.ts'
import { readPersonNumber, type ValueReader } from './labels.ts'
import { isNameWord, type NameRun, readRun } from './name-run.ts'
import { FIRM, SOFT } from './values.ts'

function remember(page: Page, i: number, end: number): void {
  for (let at = i; at < end; at++) {
    const word = page.tokens.type[at] === WORD && page.lengthOf(at) > 2
    if (word && !page.is(at, W.common)) page.names.add(page.tokens.hash[at]!)
  }
}

function addCandidate(page: Page, i: number, end: number): void {
  const words: string[] = []
  const t = page.tokens
  for (let at = i; at < end; at++) if (t.type[at] === WORD) words.push(page.slice(t.start[at]!, t.end[at]!))
  page.names.candidates.push({ from: t.start[i]!, to: t.end[end - 1]!, words })
}

function addName(
  page: Page,
  i: number,
  end: number,
  confidence: number,
  reason: string,
  weak = false,
  patient = false,
): number {
  const level = weak || confidence < 0.5 ? 'weak' : 'identifier'
  // A dot after an initial belongs to the name, one at the end of a sentence does not.
  const to = page.mark(end - 1) === 46 && page.lengthOf(end - 2) > 1 ? end - 1 : end
  addCandidate(page, i, to)
  if (level === 'identifier') remember(page, i, to)
  const next = page.addTokens('name', i, to, confidence, reason, level)
  if (patient && level === 'identifier') page.drafts.at(-1)!.of = 'patient'
  return next
}

/** A name after a label. */
export function readLabelledName(as: 'patient' | 'relative' | 'name' | 'part' | 'staff'): ValueReader {
  return (page, at, limit, strength, label) => {
    const t = page.tokens
    if (t.gap[at] === GAP.blank) return 0
    if (as === 'patient' && (t.type[at] === NUMBER || t.type[at] === MIXED))
      return readPersonNumber(page, at, limit, label)
    if (strength < SOFT && as === 'part') return readBarePart(page, at, label)
    if (strength < SOFT)
      return as === 'patient' || as === 'relative' || as === 'name' ? readBareName(page, at, limit, label) : 0
    if (as !== 'part' && strength < FIRM && t.gap[at]! < GAP.wide && t.shape[at] === SHAPE.lower) return 0
    let from = at
    if (page.is(from, W.title | W.providerTitle)) from = page.mark(from + 1) === 46 ? from + 2 : from + 1
    const run = readRun(page, from, {
      limit: Math.min(limit, from + 14),
      anyCase: strength === FIRM,
      comma: as !== 'part',
    })
    if (run === undefined) return 0
    const end = run.end
    if (page.is(end, W.org) && t.gap[end] === GAP.space) return 0
    if (as === 'staff' && page.zone[at] === ZONE.mailHeader && hasPrivateMail(page, end))
      return addName(page, from, end, 0.75, 'the sender or addressee of a mail with a private address')
    if (as === 'staff')
      return addName(page, from, end, 0.3, 'a name labelled as that of staff, a provider or a sender', true)
    const names = run.given + run.surnames + run.ambiguous
    if (as === 'name') {
      const vague = page.zone[at] === ZONE.mailHeader || !isClinical(page, at)
      if (names === 0 && (vague || run.words < 2)) return 0
      if (run.words < 2 && (vague || run.given === 0)) return 0
      if (run.given + run.surnames === 0 && !run.comma && vague) return 0
      const technical = page.around(TOPIC.infra, at, 12, 12) > 0 && !isClinical(page, at)
      return addName(page, from, end, technical ? 0.4 : vague ? 0.65 : 0.8, 'labelled as a name')
    }
    if (t.shape[from] === SHAPE.lower && names === 0 && run.words < 2) return 0
    if (run.words === 1 && run.unknown === 1 && run.caps && page.lengthOf(from) <= 3) return 0
    if (run.ambiguous === run.words && run.words === 1 && as !== 'part') return 0
    const reason =
      as === 'patient'
        ? 'labelled as the name of a patient or member'
        : as === 'relative'
          ? 'labelled as the name of somebody close to a patient'
          : 'labelled as part of a name'
    return addName(
      page,
      from,
      end,
      as === 'part' ? 0.8 : 0.92,
      reason,
      false,
      as === 'patient' || as === 'relative',
    )
  }
}

/** "Last Name Ferreira   First Name Joana". */
function readBarePart(page: Page, at: number, label: number): number {
  const t = page.tokens
  const shaped =
    t.shape[label] !== SHAPE.lower && page.phraseEnd[label]! > label + 1 && t.gap[at] === GAP.space
  if (!shaped || t.shape[at] === SHAPE.lower || !isNameWord(page, at, false)) return 0
  const next = at + 1
  const ends = next >= t.count || t.gap[next]! >= GAP.wide || page.label(next) !== undefined
  return ends ? addName(page, at, next, 0.7, 'written as part of a name, after a label') : 0
}

/** "Patient Joaquim Teixeira": the colon got lost, and what follows is written as a name is. */
function readBareName(page: Page, at: number, limit: number, label: number): number {
  const t = page.tokens
  if (t.shape[label] === SHAPE.lower || t.gap[at] !== GAP.space || !isClinical(page, at, 15)) return 0
  const run = readRun(page, at, { limit: Math.min(limit, at + 10), anyCase: false, comma: true })
  if (run === undefined || run.words < 2 || run.ambiguous === run.words || page.is(run.end, W.org)) return 0
  return addName(page, at, run.end, 0.7, 'written as a name, after a label', false, true)
}

/** `<ana@gmail.com>` after the name. */
function hasPrivateMail(page: Page, end: number): boolean {
  for (let at = end; at < end + 12 && at < page.tokens.count && page.tokens.gap[at]! < GAP.line; at++)
    if (page.mark(at) === 64) return page.is(at + 1, W.webmail)
  return false
}

/** The names that no label announces. */
export function readNames(page: Page): void {
  const t = page.tokens
  for (let i = 0; i < t.count; i++) {
    if (page.taken[i] !== 0 || t.type[i] !== WORD) continue
    if (t.shape[i] === SHAPE.lower) {
      if ((t.bits[i]! & W.title) !== 0) i = Math.max(i, readLowerTitled(page, i) - 1)
      else if ((t.bits[i]! & W.given) !== 0) i = Math.max(i, readLowerName(page, i) - 1)
      continue
    }
    if (page.is(i, W.title | W.providerTitle) && isTitle(page, i)) {
      i = Math.max(i, readTitled(page, i) - 1)
      continue
    }
    if (!isNameWord(page, i, false)) continue
    const run = readRun(page, i, { limit: Math.min(t.count, i + 14), anyCase: false, comma: true })
    if (run === undefined) continue
    i = Math.max(i, readRunAsName(page, i, run) - 1)
  }
}

function isTitle(page: Page, i: number): boolean {
  const t = page.tokens
  const next = page.mark(i + 1) === 46 ? i + 2 : i + 1
  const capital =
    next < t.count &&
    t.gap[next]! <= GAP.space &&
    t.shape[next] !== SHAPE.lower &&
    isNameWord(page, next, false)
  if (!capital) return false
  // "Don Smith", "Pa Vang": a given name where no dot follows.
  return !(page.is(i, W.given) && page.mark(i + 1) !== 46)
}

function readTitled(page: Page, i: number): number {
  const t = page.tokens
  const from = page.mark(i + 1) === 46 ? i + 2 : i + 1
  const run = readRun(page, from, { limit: Math.min(t.count, from + 10), anyCase: false, comma: false })
  if (run === undefined) return 0
  if (page.is(i, W.providerTitle))
    return addName(page, from, run.end, 0.35, 'the name of a provider, by its title', true)
  if (page.is(run.end, W.org) && t.gap[run.end] === GAP.space) return 0
  const staff = isStaffBeside(page, i, run.end)
  return addName(
    page,
    from,
    run.end,
    staff ? 0.45 : 0.85,
    staff ? 'a title and a name, probably of staff' : 'a name after a title',
    staff,
  )
}

/** "mrs delgado" in a chat. */
function readLowerTitled(page: Page, i: number): number {
  const t = page.tokens
  const from = page.mark(i + 1) === 46 ? i + 2 : i + 1
  if (
    page.is(i, W.given) ||
    page.lengthOf(i) > 5 ||
    from >= t.count ||
    t.gap[from] !== GAP.space ||
    t.type[from] !== WORD
  )
    return 0
  const known = page.is(from, W.given | W.surname)
  if (
    page.taken[from] !== 0 ||
    page.lengthOf(from) < 3 ||
    (!known && page.is(from, W.common | W.care | W.personVerb))
  )
    return 0
  return addName(page, from, from + 1, known || page.lengthOf(i) < 4 ? 0.75 : 0.4, 'a name after a title')
}

/** "john smith": both known as names and neither an ordinary word. */
function readLowerName(page: Page, i: number): number {
  const t = page.tokens
  const next = i + 1
  if (page.is(i, W.common) || next >= t.count || t.gap[next] !== GAP.space || page.taken[next] !== 0) return 0
  if (t.shape[next] !== SHAPE.lower || !page.is(next, W.surname | W.given)) return singleLower(page, i)
  if (
    page.is(next, W.common | W.personVerb | W.care | W.particle) ||
    page.lengthOf(next) < 3 ||
    page.lengthOf(i) < 3
  )
    return singleLower(page, i)
  const clinical = isClinical(page, i)
  const staff = isStaffBeside(page, i, next + 1)
  const confidence = staff ? 0.35 : clinical ? 0.7 : isJoined(page, i, next) ? 0.1 : 0.45
  return addName(page, i, next + 1, confidence, 'two words known as names', staff)
}

function singleLower(page: Page, i: number): number {
  const known = page.names.has(page.tokens.hash[i]!) || page.is(i - 1, W.patient)
  if (!known || page.lengthOf(i) < 3) return 0
  return addName(page, i, i + 1, 0.6, 'a name met before, or right after the word patient')
}

const isJoined = (page: Page, i: number, end: number): boolean => {
  const marks = [page.mark(i - 1), page.mark(end + 1)]
  return marks.some(
    (m, k) =>
      (m === 95 || m === 64 || m === 47 || m === 46) &&
      page.tokens.gap[k === 0 ? i : end + 1] === GAP.none &&
      m !== 46,
  )
}

const AMPERSAND = 38
const NEXT_LABELS = new Set<LabelId>(['birth', 'mrn', 'member', 'age', 'ssn', 'service'])

/** Whether what follows a name is an identifier or an age: "(DOB", ", 45 yo", "MRN". */
function identifiesNext(page: Page, end: number): boolean {
  const t = page.tokens
  for (let at = end, steps = 0; at < t.count && steps < 4; at++, steps++) {
    if (t.gap[at] === GAP.blank) return false
    const label = page.label(at)
    if (label !== undefined && NEXT_LABELS.has(label)) return true
    if (page.taken[at] === 1 && t.type[at] !== WORD) return true
    if (isAge(page, at) || isLoneAge(page, at) || (t.type[at] === WORD && BEDS.has(t.hash[at]!))) return true
    if (t.type[at] === WORD && t.hash[at] === IN) continue
    if (t.type[at] !== MARK) return page.is(at, W.birthCue)
  }
  return false
}

const BEDS = new Set('bed rm room'.split(' ').map(hashWord))
const IN = hashWord('in')
const YEARS = new Set('yo y yr yrs year years yof yom f m male female años anos'.split(' ').map(hashWord))

/** "(8)" and ", 19,". */
function isLoneAge(page: Page, at: number): boolean {
  const t = page.tokens
  if (t.type[at] !== NUMBER || page.lengthOf(at) > 3) return false
  const [open, close] = [page.mark(at - 1), page.mark(at + 1)]
  return (open === 40 && close === 41) || (open === 44 && close === 44)
}

/** "45 yo", "45-year-old", "45F", "45yo". */
function isAge(page: Page, at: number): boolean {
  const t = page.tokens
  if (t.type[at] === NUMBER && page.lengthOf(at) <= 3) {
    const next = page.mark(at + 1) === 45 || page.mark(at + 1) === 47 ? at + 2 : at + 1
    return t.type[next] === WORD && YEARS.has(t.hash[next]!)
  }
  if (t.type[at] !== MIXED || page.lengthOf(at) > 5) return false
  return /^\d{1,3}(?:yo|y|yrs?|f|m|yof|yom)$/i.test(page.slice(t.start[at]!, t.end[at]!))
}

function isStaffBeside(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  if (page.zone[i] === ZONE.mailHeader || isStaffSignature(page, i)) return true
  const comma = page.mark(end) === 44 ? end + 1 : end
  const credential = page.is(comma, W.credential) && t.shape[comma] !== SHAPE.lower
  if (credential && (comma > end || t.shape[comma] === SHAPE.caps)) return true
  const apposition =
    page.mark(end) === 44 || page.mark(end) === 40 || page.mark(end) === 45 || t.gap[end] === GAP.line
  return apposition && page.after2(end, W.staff, 6)
}

const ASSIGNING = W.assigner | W.greeting | W.closer | W.staff

interface Score {
  value: number
  reason: string
  weak: boolean
  patient: boolean
}

function evidence(run: NameRun): number {
  const { given, surnames, ambiguous, unknown, words, comma, initials } = run
  if (words === 1 && initials > 0) return given + surnames > 0 ? 0.42 : ambiguous > 0 ? 0.3 : 0.34
  if (words === 1) return given > 0 ? 0.25 : surnames > 0 ? 0.2 : 0.05
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

function score(page: Page, i: number, run: NameRun): Score {
  const t = page.tokens
  const end = run.end
  let value = evidence(run)
  let reason = run.words > 1 ? 'words written and known as a name' : 'a word known as a name'
  const cue = patientCue(page, i)
  if (cue) {
    value += 0.4
    reason = 'a name right after a word for a patient or relative'
  }
  if (identifiesNext(page, end)) {
    value += 0.35
    reason = 'a name beside a birth date, number or age'
  } else if (page.taken[i - 1] === 1 && t.type[i - 1] !== WORD && t.gap[i]! < GAP.line) value += 0.15
  if (isAge(page, i - 1)) value += 0.3
  if (isIntroduced(page, i)) value += t.hash[end] === FROM ? -0.3 : 0.25
  if (run.caps && run.given + run.surnames + run.ambiguous === 0 && !run.comma) value -= 0.25
  if (page.is(end, W.personVerb) && t.shape[end] === SHAPE.lower) value += cue || run.words > 1 ? 0.12 : 0.2
  value += surroundings(page, i)
  if (
    (run.words > 1 || run.given > 0) &&
    t.type[i - 1] === WORD &&
    ABOUT.has(t.hash[i - 1]!) &&
    isClinical(page, i)
  )
    value += 0.12
  if (isPossessiveOfCare(page, end)) value += 0.2
  if (run.words === 1 && page.names.has(t.hash[i]!)) {
    value = Math.max(value, 0.62)
    reason = 'part of a name met before'
  }
  if (run.words > 1 && runIsKnown(page, i, end)) value = Math.max(value, 0.62)
  value -= doubts(page, i, end, run)
  if (
    run.words === 1 &&
    run.unknown === 1 &&
    run.initials === 0 &&
    !followsAsPerson(page, end) &&
    !page.is(i - 1, W.kin)
  )
    value = Math.min(value, run.caps ? 0.15 : 0.45)
  const staff = isOfStaff(page, i, end)
  if (staff && !cue)
    return {
      value: Math.min(value, 0.35),
      reason: 'a name that seems to be of staff, a sender or an addressee',
      weak: true,
      patient: false,
    }
  return { value: Math.min(value, 0.97), reason, weak: false, patient: cue }
}

const ABOUT = new Set(
  'told tell call called ask asked remind text texted row for saw re behalf regarding para about examined with of to'
    .split(' ')
    .map(hashWord),
)

const FROM = hashWord('from')
const BY = hashWord('by')
const INTRODUCING = new Set('named soy llamo called'.split(' ').map(hashWord))
const WHO = new Set('name this i he she it am'.split(' ').map(hashWord))
const BEING = new Set('is am m s'.split(' ').map(hashWord))

/** "this is Beatrix", "I'm Ramesh Iyengar", "a lady named Fern". */
function isIntroduced(page: Page, i: number): boolean {
  const t = page.tokens
  if (i < 2 || t.gap[i] !== GAP.space || t.type[i - 1] !== WORD) return false
  if (INTRODUCING.has(t.hash[i - 1]!)) return true
  const who = page.mark(i - 2) === 39 ? i - 3 : i - 2
  return BEING.has(t.hash[i - 1]!) && who >= 0 && WHO.has(t.hash[who]!)
}

/** What only a person does or has comes next: "Okafor called", "Okafor's", "Okafor (DOB". */
function followsAsPerson(page: Page, end: number): boolean {
  if (page.is(end, W.personVerb) || page.mark(end) === 39) return true
  return identifiesNext(page, end) && (page.mark(end) === 40 || page.mark(end) === 44)
}

function runIsKnown(page: Page, i: number, end: number): boolean {
  for (let at = i; at < end; at++)
    if (page.tokens.type[at] === WORD && page.lengthOf(at) > 2 && !page.names.has(page.tokens.hash[at]!))
      return false
  return true
}

const OF = new Set(['de', 'of'].map(hashWord))

/** "patient X", "her son, X", "pt. X". */
function patientCue(page: Page, i: number): boolean {
  const t = page.tokens
  let at = i - 1
  if (t.gap[i]! >= GAP.wide) return false
  const mark = page.mark(at)
  if (mark === 44 || mark === 46 || mark === 40 || mark === 58) at--
  else if (t.type[at] === WORD && OF.has(t.hash[at]!) && page.is(at - 1, W.kin)) return true
  return page.is(at, W.patient | W.kin) && !(page.is(at, W.patient) && mark === 46 && page.lengthOf(at) > 2)
}

function surroundings(page: Page, i: number): number {
  const patient = page.around(TOPIC.patient, i, 25, 25) > 0 ? 0.12 : 0
  const health = page.around(TOPIC.health, i, 30, 30) > 0 ? 0.12 : 0
  const care = page.around(TOPIC.care, i, 25, 25) > 0 ? 0.1 : 0
  return Math.min(0.22, patient + health + care)
}

/** "Maria's insulin", "Maria's appointment". */
function isPossessiveOfCare(page: Page, end: number): boolean {
  if (page.mark(end) !== 39 || page.lengthOf(end + 1) !== 1) return false
  return page.after(end + 2, W.care | W.kin, 4) || page.around(TOPIC.health, end + 2, 0, 4) > 0
}

function doubts(page: Page, i: number, end: number, run: NameRun): number {
  const t = page.tokens
  let doubt = 0
  const org =
    (page.is(end, W.org) && t.gap[end] === GAP.space && t.shape[end] !== SHAPE.lower) ||
    page.is(end - 1, W.org & ~0)
  if (org && !(page.is(end - 1, W.given | W.surname) && !page.is(end, W.org))) doubt += 0.6
  if (page.mark(i - 1) === AMPERSAND || page.mark(end) === AMPERSAND) doubt += 0.4
  if (page.is(i - 1, W.org) && t.shape[i - 1] !== SHAPE.lower && t.gap[i] === GAP.space) doubt += 0.3
  const joined = (at: number, m: number) =>
    page.tokens.gap[at] === GAP.none && (m === 64 || m === 95 || m === 47 || m === 92 || m === 46 || m === 61)
  if (
    joined(i, page.mark(i - 1)) ||
    (joined(end, page.mark(end)) && t.gap[end + 1] === GAP.none && end + 1 < t.count && page.mark(end) !== 44)
  )
    doubt += 0.5
  if (t.type[i - 1] === WORD && THE.has(t.hash[i - 1]!)) doubt += 0.3
  if (run.words > 1 && !isClinical(page, i, 45) && !hasNumbersNear(page, end))
    doubt += isWorkTalk(page, i) ? 0.22 : 0.06
  if (
    t.type[end] === NUMBER &&
    t.gap[end] === GAP.space &&
    !isAge(page, end) &&
    !run.comma &&
    page.taken[end] === 0
  )
    doubt += 0.2
  if (run.caps && run.ambiguous > 0 && !run.comma) doubt += 0.1
  return doubt
}

/** Machines, orders, vendors or jobs are spoken of near by. */
function isWorkTalk(page: Page, i: number): boolean {
  return (
    page.around(TOPIC.infra, i, 15, 15) + page.around(TOPIC.staff, i, 15, 15) > 0 ||
    page.before(i, W.thing, 8)
  )
}

/** Identifiers with digits among the next words. */
function hasNumbersNear(page: Page, end: number): boolean {
  const t = page.tokens
  for (let at = end; at < t.count && at < end + 14; at++)
    if (page.taken[at] === 1 && t.type[at] === NUMBER) return true
  return false
}

const THE = new Set('the a an our your el la un una'.split(' ').map(hashWord))

function isOfStaff(page: Page, i: number, end: number): boolean {
  if (isStaffBeside(page, i, end)) return true
  const t = page.tokens
  let at = i - 1
  const mark = page.mark(at)
  if (mark === 44 || mark === 58 || mark === 64) at--
  if (t.gap[i]! >= GAP.line) return false
  const loose = t.hash[at] === FROM || (t.hash[at] === BY && !page.is(at - 1, W.assigner))
  if (loose && isClinical(page, i)) return false
  return page.is(at, ASSIGNING) && !page.is(at, W.patient | W.kin | W.care)
}

function readRunAsName(page: Page, i: number, run: NameRun): number {
  const { value, reason, weak, patient } = score(page, i, run)
  if (value < 0.2) {
    if (run.words > 1) addCandidate(page, i, run.end)
    // "Smith, Acme" may hide "Smith" alone; what follows the comma gets its own chance.
    return run.comma ? commaEnd(page, i, run.end) : run.end
  }
  return addName(page, i, run.end, value, reason, weak, patient)
}

function commaEnd(page: Page, i: number, end: number): number {
  for (let at = i; at < end; at++) if (page.mark(at) === 44) return at + 1
  return end
}
