import type { LabelId } from '../lexicon/labels.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { hashWord } from '../text/hash.ts'
import { APOSTROPHE, BRACKET, CLOSING_BRACKET, COLON, COMMA, DASH, DOT, PLUS, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { TOLL_FREE } from './phone-context.ts'
import { isAgeBeforeSex, isSex } from './sexes.ts'

const NEXT_LABELS = new Set<LabelId>(['birth', 'mrn', 'member', 'age', 'ssn', 'service'])

/** Whether what follows a name is an identifier or an age: "(DOB", ", 45 yo", "MRN". */
export function identifiesNext(page: Page, end: number): boolean {
  const t = page.tokens
  for (let at = end, steps = 0; at < t.count && steps < 4; at++, steps++) {
    if (t.gap[at] === GAP.blank) return false
    const label = page.label(at)
    if (label !== undefined && NEXT_LABELS.has(label)) return true
    if (page.taken[at] === 1 && t.type[at] !== WORD) return !isTollFree(page, at)
    if (isAge(page, at) || isLoneAge(page, at) || (t.type[at] === WORD && BEDS.has(t.word[at]!))) return true
    if (
      t.type[at] === WORD &&
      (t.hash[at] === IN || t.hash[at] === AT || (isSex(page, at) && t.gap[at] !== GAP.none))
    )
      continue
    if (
      t.type[at] === NUMBER &&
      (isAgeBeforeSex(page, at) || page.health(at + 1) === 'condition') &&
      t.gap[at]! <= GAP.wide
    )
      return true
    if (t.type[at] !== MARK) return page.is(at, W.birthCue)
  }
  return false
}

/** "Hank Dorsey 800-555-0147" */
const isTollFree = (page: Page, i: number): boolean => {
  const at = page.mark(i) === BRACKET || page.mark(i) === PLUS ? i + 1 : i
  const area = page.lengthOf(at) === 1 ? at + 2 : at
  return (
    page.lengthOf(area) === 3 && TOLL_FREE.has(page.slice(page.tokens.start[area]!, page.tokens.end[area]!))
  )
}

const NUMBER_LABELS = new Set<LabelId>(['account', 'other', 'plainId', 'licence', 'plate'])

/** "Ljubica Stanko, acct 20418": a number of hers comes next. */
export function numberNext(page: Page, end: number): boolean {
  const at = page.mark(end) === COMMA || page.mark(end) === BRACKET ? end + 1 : end
  const label = page.label(at)
  return (
    label !== undefined &&
    NUMBER_LABELS.has(label) &&
    page.tokens.gap[at]! <= GAP.wide &&
    followsDigits(page, page.phraseEnd[at]!)
  )
}

function followsDigits(page: Page, i: number): boolean {
  for (let at = i; at < i + 4; at++) if (page.taken[at] === 1 && page.tokens.type[at] !== WORD) return true
  return false
}

const BEDS = wordSet('bed rm room')

const IN = hashWord('in')
const AT = hashWord('at')

const YEARS = wordSet('yo y yr yrs year years yof yom f m male female años anos')

/** "(8)" and ", 19,". */
function isLoneAge(page: Page, at: number): boolean {
  const t = page.tokens
  if (t.type[at] !== NUMBER || page.lengthOf(at) > 3) return false
  const [open, close] = [page.mark(at - 1), page.mark(at + 1)]
  return (open === BRACKET && close === CLOSING_BRACKET) || (open === COMMA && close === COMMA)
}

/** "45 yo", "45-year-old", "45F", "45yo". */
export function isAge(page: Page, at: number): boolean {
  const t = page.tokens
  if (t.type[at] === NUMBER && page.lengthOf(at) <= 3) {
    const next = page.mark(at + 1) === DASH || page.mark(at + 1) === SLASH ? at + 2 : at + 1
    return t.type[next] === WORD && YEARS.has(t.word[next]!)
  }
  if (t.type[at] !== MIXED || page.lengthOf(at) > 5) return false
  let from = t.start[at]!
  const end = t.end[at]!
  while (from < end && isDigit(page.unit(from))) from++
  const digits = from - t.start[at]!
  return digits > 0 && digits < 4 && JOINED_YEARS.has(page.slice(from, end).toLowerCase())
}

const JOINED_YEARS = new Set(['yo', 'y', 'yr', 'yrs', 'f', 'm', 'yof', 'yom'])

const RENAMED = wordSet('formerly née nee previously')
const CHANGED = wordSet('changed changing used married goes')
const BECOMING = wordSet('to be by as from')
const NAMES = wordSet('name names surname')

/** "my name got changed to Kateryna Holub", "used to be Kateryna Moss", "formerly Ana Ruiz". */
function isRenamed(page: Page, i: number): boolean {
  const { word } = page.tokens
  if (RENAMED.has(word[i - 1]!)) return true
  if (!BECOMING.has(word[i - 1]!)) return false
  const at = BECOMING.has(word[i - 2] ?? 0) ? i - 3 : i - 2
  if (!CHANGED.has(word[at] ?? 0)) return false
  for (let k = at - 1; k >= 0 && k >= at - 24; k--) if (NAMES.has(word[k]!)) return true
  return false
}

const INTRODUCING = wordSet("named soy llamo called its i'm im")

const WHO = wordSet('name this i he she it am')

const BEING = wordSet('is am m s')

/** "this is Beatrix", "I'm Ramesh Iyengar", "a lady named Fern". */
export function isIntroduced(page: Page, i: number): boolean {
  const t = page.tokens
  if (i < 2 || t.gap[i] !== GAP.space || t.type[i - 1] !== WORD) return false
  if (INTRODUCING.has(t.word[i - 1]!)) return true
  if (isRenamed(page, i)) return true
  const who = page.mark(i - 2) === APOSTROPHE ? i - 3 : i - 2
  return BEING.has(t.word[i - 1]!) && who >= 0 && WHO.has(t.word[who]!)
}

const BYNAMES = wordSet('by')
const GOING = wordSet('goes go going went')
const SAID = wordSet('is was named called')

/** "she goes by Peggy", "kid is Eirik", "her daughter is called Ines". */
export function isSaidToBe(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.gap[i] !== GAP.space || t.type[i - 1] !== WORD) return false
  if (BYNAMES.has(t.word[i - 1]!)) return GOING.has(t.word[i - 2] ?? 0)
  if (!SAID.has(t.word[i - 1]!)) return false
  return page.is(i - 2, W.kin) || (SAID.has(t.word[i - 2] ?? 0) && page.is(i - 3, W.kin))
}

/** What only a person does or has comes next: "Okafor called", "Okafor's", "Okafor (DOB". */
export function followsAsPerson(page: Page, end: number): boolean {
  if (page.is(end, W.personVerb) || page.mark(end) === APOSTROPHE) return true
  return identifiesNext(page, end) && (page.mark(end) === BRACKET || page.mark(end) === COMMA)
}

const OF = wordSet('de of')

/** "patient X", "her son, X", "pt. X". */
export function patientCue(page: Page, i: number): boolean {
  const t = page.tokens
  let at = i - 1
  if (t.gap[i]! >= GAP.wide) return false
  const mark = page.mark(at)
  if (mark === COMMA || mark === DOT || mark === BRACKET || mark === COLON) at--
  else if (t.type[at] === WORD && OF.has(t.word[at]!) && page.is(at - 1, W.kin)) return true
  if (labelBefore(page, at)) return true
  return page.is(at, W.patient | W.kin) && !(page.is(at, W.patient) && mark === DOT && page.lengthOf(at) > 2)
}

const CUE_LABELS = new Set<LabelId>(['patient', 'relative'])
/** Ordinary words as well, or said of whoever works for one. */
const LOOSE_LABELS = wordSet('alias aka proxy emergency parent resident recipient dependent')

/** "guarantor X", "emergency contact X": a label for a person ends with token `i`. */
function labelBefore(page: Page, i: number): boolean {
  for (let from = i; from > i - 3 && from >= 0; from--) {
    const label = page.label(from)
    if (label !== undefined && page.phraseEnd[from] === i + 1)
      return CUE_LABELS.has(label) && !LOOSE_LABELS.has(page.tokens.word[from]!)
  }
  return false
}

/** "Maria's insulin", "Maria's appointment". */
export function isPossessiveOfCare(page: Page, end: number): boolean {
  if (page.mark(end) !== APOSTROPHE || page.lengthOf(end + 1) !== 1) return false
  return page.after(end + 2, W.care | W.kin, 4) || page.around(TOPIC.health, end + 2, 0, 4) > 0
}

/** Identifiers with digits among the next words. */
export function hasNumbersNear(page: Page, end: number): boolean {
  const t = page.tokens
  for (let at = end; at < t.count && at < end + 14; at++)
    if (page.taken[at] === 1 && t.type[at] === NUMBER) return true
  return false
}
