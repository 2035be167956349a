import { STOP, W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, COMMA, DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isTurning } from './turning.ts'

const TENS = wordSet('twenty thirty')
const ORDINALS = wordSet(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth',
)
const YEARS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety oh hundred thousand and',
)
const MAX_YEAR_WORDS = 6

/** "August fourteenth, nineteen sixty eight" from the month at token `i`. Answers the token after it, or 0. */
export function readSpokenDate(page: Page, i: number): number {
  const t = page.tokens
  const from = THE.has(t.word[i + 1] ?? 0) ? i + 2 : i + 1
  if (from > i + 1) {
    const day = ordinalEnd(page, from)
    if (day > from) return addSpoken(page, i, day)
  }
  let end = page.is(i + 1, W.particle) || t.type[i + 1] !== WORD ? i + 1 : ordinalEnd(page, i + 1)
  if (end === i + 1) return 0
  for (let words = 0; words < MAX_YEAR_WORDS && end < t.count && t.gap[end]! <= GAP.space; words++) {
    const at = page.mark(end) === COMMA || page.mark(end) === DASH ? end + 1 : end
    if (t.type[at] !== WORD || !YEARS.has(t.word[at]!)) break
    end = at + 1
  }
  return addSpoken(page, i, end)
}

const THE = wordSet('the')
const OF_DAY = wordSet('of de')
const DAYS_ES = wordSet(
  'primero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintidos veintitrés veintitres veinticuatro veinticinco veintiséis veintiseis veintisiete veintiocho veintinueve treinta',
)
const YEARS_ES = wordSet(
  'del de mil dos novecientos cien ciento y uno tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintidos veintitrés veintitres veinticuatro veinticinco veintiséis veintiseis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa',
)
const MAX_YEAR_WORDS_ES = 8

/** "the twenty-second of January", "veintitrés de mayo del cincuenta y seis": the month at token `i`. */
export function readDayBeforeMonth(page: Page, i: number): number {
  const t = page.tokens
  if (i < 2 || !OF_DAY.has(t.word[i - 1]!) || t.gap[i] !== GAP.space || page.taken[i] !== 0) return 0
  const spanish = DAYS_ES.has(t.word[i - 2]!)
  if (!spanish && !ORDINALS.has(t.word[i - 2]!)) return 0
  let from = i - 2
  const tens = page.mark(from - 1) === DASH ? from - 2 : from - 1
  if (tens >= 0 && TENS.has(t.word[tens]!)) from = tens
  if (from > 0 && THE.has(t.word[from - 1]!)) from--
  let end = i + 1
  for (let words = 0; words < (spanish ? MAX_YEAR_WORDS_ES : MAX_YEAR_WORDS) && end < t.count; words++) {
    const at = page.mark(end) === COMMA || page.mark(end) === DASH ? end + 1 : end
    if (t.type[at] !== WORD || t.gap[at]! > GAP.space) break
    if (!(spanish ? YEARS_ES : YEARS).has(t.word[at]!)) break
    end = at + 1
  }
  return addSpoken(page, from, end)
}

function addSpoken(page: Page, i: number, end: number): number {
  const birth = page.before(i, W.birthCue, 5) || isTurning(page, i)
  const sure = birth ? 0.85 : isClinical(page, i) || page.before(i, W.serviceCue, 5) ? 0.65 : 0.4
  const level = sure >= 0.5 ? 'identifier' : 'weak'
  return page.addTokens(birth ? 'birth-date' : 'date', i, end, sure, 'a date in words', level)
}

/** One past "fourteenth", "twenty-first"; `i` where none stands. */
function ordinalEnd(page: Page, i: number): number {
  const t = page.tokens
  if (ORDINALS.has(t.word[i]!)) return i + 1
  if (!TENS.has(t.word[i]!)) return i
  const next = page.mark(i + 1) === DASH ? i + 2 : i + 1
  return t.type[next] === WORD && ORDINALS.has(t.word[next]!) ? next + 1 : i
}

const WHEN = wordSet(
  'on by before since from for until till was is mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
)
const WEEKDAYS = wordSet(
  'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
)
const AFTER_DAY = wordSet(
  'at for and with but to i we he she so because or it they was is when in about before after',
)
const OF = wordSet('of')
const CARE_REACH = 8
const EVENTS = wordSet(
  'appointment appt appointments surgery biopsy procedure visit seen admitted discharged infusion chemo dialysis mri ct scan ultrasound labs colonoscopy transplant delivered therapy injection implant pump sensor transmitter checkup followup exam consult dose refill test',
)

/** "my appointment on the 24th", "biopsy on the 3rd of May": a day of the month, where something of care happens. */
export function readDayOfMonth(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  if ((size !== 3 && size !== 4) || !THE.has(t.word[i - 1] ?? 0) || !WHEN.has(t.word[i - 2] ?? 0)) return 0
  if (
    !/^(?:[12]?1st|[12]?2nd|[12]?3rd|[12]?[04-9]th|1[123]th|30th|31st)$/.test(
      page.slice(t.start[i]!, t.end[i]!),
    )
  )
    return 0
  const month = OF.has(t.word[i + 1] ?? 0) && page.is(i + 2, W.month)
  const ends =
    month ||
    i + 1 >= t.count ||
    t.gap[i + 1]! >= GAP.line ||
    (t.type[i + 1] === MARK && t.gap[i + 1] === GAP.none) ||
    AFTER_DAY.has(t.word[i + 1] ?? 0)
  if (!ends) return 0
  if (isTurning(page, i)) {
    const end = month ? i + 3 : i + 1
    const reason = 'the day on which somebody turns so old'
    return page.addTokens('birth-date', i - 1, end, 0.75, reason, 'identifier')
  }
  // "out since Saturday the 19th"
  const weekday = WEEKDAYS.has(t.word[i - 2]!)
  if (weekday || month)
    return page.addTokens(
      'date',
      weekday ? i - 2 : i - 1,
      month ? i + 3 : i + 1,
      isClinical(page, i) ? 0.55 : 0.3,
      'a day in words',
      isClinical(page, i) ? 'identifier' : 'weak',
    )
  for (let at = i - 3; at >= 0 && at >= i - 3 - CARE_REACH && t.gap[at + 1] !== GAP.blank; at--)
    if (page.is(at, W.serviceCue) || EVENTS.has(t.word[at]!))
      return isClinical(page, i)
        ? page.addTokens('date', i - 1, month ? i + 3 : i + 1, 0.6, 'a day of an event in care', 'identifier')
        : 0
  return 0
}

const NINETY = wordSet('ninety nonagenarian', STOP.spoken)
const OF_AGE = wordSet(
  "is was s re am turned turns aged age turning i'm im she's he's shes hes nearly almost m",
)
const OLD = wordSet('year years yo yrs old')
const COUNTED = wordSet(
  'day days hour hours minute minutes seconds percent dollars weeks months miles degrees over',
)

/** "Vera is ninety-four", "My mother, Vera Lindholm-Ochoa, is ninety-four" */
function isOfSomebody(page: Page, i: number): boolean {
  const at = page.mark(i) === COMMA ? i - 1 : i
  if (at < 0 || page.tokens.type[at] !== WORD) return false
  return page.is(at, W.kin | W.given | W.surname) || page.before(at, W.kin, 6)
}

/** "she's ninety six", "ninety-four years old". Answers the token after it, or 0. */
export function readSpokenAge(page: Page, i: number): number {
  const t = page.tokens
  if (!NINETY.has(t.word[i]!)) return 0
  const next = page.mark(i + 1) === DASH ? i + 2 : i + 1
  const unit = t.type[next] === WORD && page.lengthOf(next) <= 5 && YEARS.has(t.word[next]!)
  const end = unit ? next + 1 : i + 1
  const after = page.mark(end) === DASH ? end + 1 : end
  if (COUNTED.has(t.word[after] ?? 0) && t.type[after] === WORD) return 0
  const old = t.type[after] === WORD && OLD.has(t.word[after]!)
  const said = t.type[i - 1] === WORD && OF_AGE.has(t.word[i - 1]!)
  const contracted =
    said &&
    (page.lengthOf(i - 1) > 2 ||
      page.mark(i - 2) === APOSTROPHE ||
      isClinical(page, i) ||
      isOfSomebody(page, i - 2))
  if (!old && !contracted) return 0
  return page.addTokens('age', i, end, 0.8, 'an age over 89, in words', 'identifier')
}
