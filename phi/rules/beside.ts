import { OWNER } from '../lexicon/owners.ts'
import { W } from '../lexicon/words.ts'
import { isDayAsDigits } from '../text/compact-date.ts'
import { sortByStart } from '../text/drafts.ts'
import { COLON, MarkSet } from '../text/marks.ts'
import { type Draft, type Page, ZONE } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isIdentifier } from './any-label.ts'
import { isNanp } from './bare-phones.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { CARE_OF_NOBODY, OF_NOBODY } from './dates.ts'
import { isPlan } from './insurance.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'
import { isShortBirth, readAfterName } from './right-after.ts'
import { type IdSpan, kindByForm, readId } from './values.ts'

const LEAST_DIGITS = 5

/** "Leticia Barragan (RX-30118)", "HOLLOWAY, MARCUS #3320117": a number right beside a name in a text about care. */
export function readBesideNames(page: Page): void {
  const names: Draft[] = []
  for (const d of page.drafts)
    if (d.level === 'identifier' && (d.kind === 'name' || d.kind === 'birth-date')) names.push(d)
  if (names.length === 0) return
  sortByStart(names)
  raiseDates(page, names)
  const numbers = page.drafts.filter(
    (d) => RAISED.has(d.kind) && d.level === 'identifier' && d.confidence < TOLD,
  )
  sortByStart(numbers)
  let n = 0
  let i = 0
  for (const name of names) {
    i = page.tokenAfter(name.start, i)
    while (n < numbers.length && numbers[n]!.start <= name.end) n++
    if (name.kind === 'name' && numbers[n]?.start === name.end + 1) raiseNumber(page, numbers[n]!)
    // A birth date shows by itself that a line is about somebody.
    const personal = name.kind === 'birth-date' || (isClinical(page, i, 60) && !isMoreTechnical(page, i, 8))
    if (!personal) continue
    readAfterName(page, page.tokenAfter(name.end, i))
    readColumn(page, page.tokenAfter(name.end, i))
    readColumnBefore(page, i)
  }
}

const RAISED: ReadonlySet<string> = new Set(['mrn', 'other-id', 'member-id', 'account'])
/** From here on learnt weights do not overrule. */
const TOLD = 0.9
const ZERO = 48
const LEAST_OF_WRISTBAND = 6

/** "HOLLOWAY, T 0067113": what was guessed, with zeros in front, right after a name, is that person's record. */
function raiseNumber(page: Page, number: Draft): void {
  const at = page.tokenAt(number.start)
  const { type, end } = page.tokens
  const zeros = type[at] === NUMBER && page.unit(number.start) === ZERO && end[at] === number.end
  if (!zeros || page.lengthOf(at) < LEAST_OF_WRISTBAND) return
  if (page.lengthOf(at) === LEAST_OF_WRISTBAND && isShortBirth(page, at)) {
    number.kind = 'birth-date'
    number.confidence = 0.6
    number.reason = 'six digits right after a name that are a day of long ago'
    return
  }
  const ofPlan = isPlan(page, at - 1)
  number.kind = ofPlan ? 'member-id' : 'mrn'
  number.confidence = ofPlan ? Math.max(number.confidence, 0.8) : TOLD
  number.reason = 'a number right after a name, with zeros in front'
}

/** How many units may stand between a name and the date beside it. */
const NEAR = 4
/** Below it a date was told to be something else, such as the time of a log line. */
const LEAST_DATE = 0.2

/** "Kehinde A, 6/6/66": a date right beside somebody's name is that person's, and one of care where a person is near. */
function raiseDates(page: Page, persons: readonly Draft[]): void {
  const dates: Draft[] = []
  for (const d of page.drafts)
    if (d.kind === 'date' && d.level === 'weak' && d.confidence >= LEAST_DATE) dates.push(d)
  if (dates.length === 0) return
  const names = persons.filter((d) => d.kind === 'name')
  if (names.length === 0) return
  sortByStart(dates)
  let n = 0
  for (const date of dates) {
    if (
      (date.reason === CARE_OF_NOBODY || date.reason === OF_NOBODY) &&
      page.isOfPerson(page.tokenAt(date.start))
    ) {
      raise(page, date, 0.55, 'a date in a text about somebody')
      continue
    }
    while (n < names.length - 1 && names[n + 1]!.start < date.start) n++
    const after = date.start - names[n]!.end
    const next = names[n]!.start > date.start ? names[n]! : names[n + 1]
    const before = next ? next.start - date.end : NEAR + 1
    const beside = (after >= 0 && after <= NEAR) || (before >= 0 && before < NEAR)
    if (!beside || page.zone[page.tokenAt(date.start)] === ZONE.mailHeader) continue
    raise(page, date, 0.6, "a date right beside somebody's name")
  }
}

function raise(page: Page, date: Draft, confidence: number, reason: string): void {
  date.confidence = confidence
  date.level = 'identifier'
  if (page.isInCare(page.tokenAt(date.start))) date.inCare = true
  date.reason = reason
}

const MIDDLE_DOT = 183
const COLUMNS = new MarkSet(',;|/~^')

/** How many tokens before or after token `i` part the columns of a line: 0 for a wide gap alone, -1 where none do. */
const isParted = (page: Page, i: number): boolean =>
  page.tokens.gap[i] === GAP.wide ||
  ((COLUMNS.has(page.mark(i)) || page.mark(i) === MIDDLE_DOT) && page.tokens.gap[i]! <= GAP.wide)

/** "Gerd    9021-1", "FARAH, LEYLA, 3390044": a number in the next column of a line about somebody. */
function readColumn(page: Page, i: number): void {
  const t = page.tokens
  if (i >= t.count || !isParted(page, i)) return
  const at = page.mark(i) === 0 ? i : i + 1
  if (at >= t.count || t.gap[at]! > GAP.wide || page.taken[at] !== 0 || t.type[at] === MARK) return
  const id = readId(page, at, Math.min(t.count, at + 8), false)
  addBeside(page, at, id)
}

/** "20981  VOSS, PERNILLA": a number in the column before, alone on its side of the line. */
function readColumnBefore(page: Page, i: number): void {
  const t = page.tokens
  const mark = page.mark(i - 1)
  const parted = t.gap[i] === GAP.wide || COLUMNS.has(mark) || t.gap[i] === GAP.space
  if (i < 1 || !parted) return
  const last = COLUMNS.has(mark) ? i - 1 : i
  let at = last - 1
  while (at > 0 && at > last - 6 && t.gap[at] === GAP.none) at--
  const begins = t.gap[at]! >= GAP.wide || page.mark(at - 1) === COLON
  if (at < 0 || !begins || page.taken[at] !== 0 || t.type[at] === MARK) return
  const id = readId(page, at, last, false)
  if (id.end === last) addBeside(page, at, id)
}

function addBeside(page: Page, at: number, id: IdSpan): void {
  const coded = id.end > at + 1 || id.letters > 0
  if (id.digits < (coded ? 4 : LEAST_DIGITS) || id.letters > 4 || page.taken[id.end - 1] !== 0) return
  if (page.tokens.type[at] === WORD && page.lengthOf(at) > 4) return
  if (isExtension(page, at) || isZip(page, at)) return
  if (!isIdentifier(page, at, id, 4)) return
  if (isCompactDate(page, at, id)) {
    page.addTokens('birth-date', at, id.end, 0.65, 'a date beside a name, as systems write it', 'identifier')
    return
  }
  const { owner, distance } = ownerNear(page, at, id.end)
  if (distance <= 2 && (owner === OWNER.thing || owner === OWNER.beside || owner === OWNER.zip)) return
  const kind = distance <= 2 ? KIND_OF_OWNER[owner] : undefined
  if (kind === undefined && id.end === at + 1 && isNanp(page, at)) {
    const reason = 'ten digits in the column beside a name, as a phone number has'
    page.addTokens('phone', at, id.end, 0.6, reason, 'identifier')
    return
  }
  page.addTokens(
    kind ?? kindByForm(page, at, id),
    at,
    id.end,
    0.6,
    'a number in the column beside a name',
    'identifier',
  )
}

const X = 120

/** "Deb, x0121" */
const isExtension = (page: Page, at: number): boolean =>
  page.tokens.type[at] === MIXED && page.lengthOf(at) <= 6 && (page.unit(page.tokens.start[at]!) | 32) === X

/** "(Pine Bluff, 71601)", "Mercer Island, WA 98040-2204" */
function isZip(page: Page, at: number): boolean {
  const { type } = page.tokens
  const stated = type[at] === WORD && page.is(at, W.stateCode)
  const digits = stated ? at + 1 : at
  if (type[digits] !== NUMBER || page.lengthOf(digits) !== 5) return false
  return stated || page.is(at - 1, W.stateCode) || page.is(at - 2, W.city)
}

/** "19790214", "02141979" */
const isCompactDate = (page: Page, at: number, id: IdSpan): boolean =>
  id.digits === 8 &&
  id.letters === 0 &&
  id.end === at + 1 &&
  isDayAsDigits(page.slice(page.tokens.start[at]!, page.tokens.end[at]!))
