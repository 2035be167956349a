import { W, wordSet } from '../lexicon/words.ts'
import { COLON, COMMA, DASH, DOT, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical, isTechnical } from './context.ts'

/** Words before a day that make one of "may 3" and "mar 3", too. */
const BEFORE_DAY = wordSet(
  'on since by before after until till til from of for last next this thru through dated',
)
const ALSO_WORDS = wordSet('may mar sun march')

/** "my labs from june 3rd", "since march 9": a month in lower case, with its day, and no other word. */
export function isLowerDay(page: Page, i: number): boolean {
  const t = page.tokens
  const day = i + 1
  if (t.gap[day] !== GAP.space || page.lengthOf(day) > 4) return false
  const ordinal = t.type[day] !== NUMBER
  if (ordinal || !ALSO_WORDS.has(t.word[i]!)) return true
  if (t.type[i - 1] === WORD && (BEFORE_DAY.has(t.word[i - 1]!) || page.is(i - 1, W.serviceCue))) return true
  return t.type[i - 1] === WORD && page.lengthOf(i) > 3 && isClinical(page, i)
}

const ON = wordSet(
  'on since until till til coll collected drawn dos seen fill refill filled charged placed labs session sched scheduled shipped adm admitted dc discharged appt visit dated dob surg surgery del due injured doi tues mon wed thurs fri sat sun tue thu monday tuesday wednesday thursday friday saturday sunday',
)
const WEEKDAYS = wordSet(
  'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
)
const FROM = wordSet('from by thru through to before after')
const COUNTED = wordSet(
  'day days week weeks wk wks month months mo year years yr yrs hour hours hr hrs minute minutes min mins times x times people pts patients mg ml tabs tablets pm am business more',
)
const twoDigits = (page: Page, i: number): number => {
  const from = page.tokens.start[i]!
  const first = page.unit(from) - 48
  return page.lengthOf(i) === 1 ? first : first * 10 + page.unit(from + 1) - 48
}

/** "on 7-2", "coll. 06-20": a day written with a dash and no year, where a word before tells. */
export function readDashedDay(page: Page, i: number): number {
  const t = page.tokens
  const day = i + 2
  if (
    t.type[day] !== NUMBER ||
    page.lengthOf(day) > 2 ||
    t.gap[i + 1] !== GAP.none ||
    t.gap[day] !== GAP.none
  )
    return 0
  const next = day + 1
  if (t.gap[i] === GAP.none && t.type[i - 1] === MARK && page.mark(i - 1) !== COLON) return 0
  if (next < t.count && t.gap[next] === GAP.none && page.mark(next) === DASH) return 0
  const [month, number] = [twoDigits(page, i), twoDigits(page, day)]
  if (month < 1 || month > 12 || number < 1 || number > 31) return 0
  if (t.type[next] === WORD && COUNTED.has(t.word[next]!)) return 0
  const mark = page.mark(i - 1)
  const word = t.word[mark === DOT || mark === COLON ? i - 2 : i - 1] ?? 0
  // "Sat 9-1": hours.
  const cue = ON.has(word) && (number > 12 || !WEEKDAYS.has(word))
  if (!cue && !(FROM.has(word) && isClinical(page, i))) return 0
  const sure = isClinical(page, i) && !isTechnical(page, i) ? (cue ? 0.6 : 0.45) : 0.35
  return page.addTokens(
    'date',
    i,
    next,
    sure,
    'a day after a word for when',
    sure >= 0.5 ? 'identifier' : 'weak',
  )
}

const SEEN = wordSet(
  'seen session sched scheduled appt visit surg surgery dos coll collected drawn adm admitted discharged eval consult',
)

/** "seen 3.14", "L TKA sched. 8.18": a day written with a dot, right after a word for a visit. */
export function readDottedDay(page: Page, i: number): number {
  const t = page.tokens
  const day = i + 2
  if (t.type[day] !== NUMBER || page.lengthOf(day) > 2 || t.gap[i + 1] !== GAP.none) return 0
  if (t.gap[day] !== GAP.none || t.gap[i] === GAP.none) return 0
  const next = day + 1
  if (next < t.count && t.gap[next] === GAP.none && (page.mark(next) === 0 || t.gap[next + 1] === GAP.none))
    return 0
  if (t.type[next] === WORD && COUNTED.has(t.word[next]!)) return 0
  const word = t.word[page.mark(i - 1) === DOT ? i - 2 : i - 1] ?? 0
  const [month, number] = [twoDigits(page, i), twoDigits(page, day)]
  if (!SEEN.has(word) || month < 1 || month > 12 || number < 1 || number > 31) return 0
  if (!isClinical(page, i, 40) && !page.isOfPerson(i)) return 0
  return page.addTokens('date', i, next, 0.6, 'a day after a word for when', 'identifier')
}

const EVENTS = wordSet(
  'soc roc start strt end dc adm admit admitted disch dos eff term thru seen visit lastpmt lov sched appt surg coll drawn recert cert svc done given',
)
const LATEST = 39

/** "SOC 030125", "HOSPICE START 011525": six digits that are a day, right after a word for an event in care. */
export function readRunDay(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i - 1] !== WORD || !EVENTS.has(t.word[i - 1]!) || t.gap[i] === GAP.none || t.gap[i]! > GAP.wide)
    return 0
  if (i + 1 < t.count && t.gap[i + 1] === GAP.none && page.mark(i + 1) !== COMMA && page.mark(i + 1) !== DOT)
    return 0
  const from = t.start[i]!
  const pair = (at: number) => (page.unit(from + at) - 48) * 10 + page.unit(from + at + 1) - 48
  const [month, day, year] = [pair(0), pair(2), pair(4)]
  if (month < 1 || month > 12 || day < 1 || day > 31 || year > LATEST) return 0
  if (!isClinical(page, i, 40) && !page.isOfPerson(i)) return 0
  return page.addTokens(
    'date',
    i,
    i + 1,
    0.65,
    'six digits that are a day, after a word for an event in care',
    'identifier',
  )
}

/** "Rosenbaum_Miriam_colonoscopy_041025.pdf": six digits that are a day, in the name of a file about care. */
export function readDayOfFile(page: Page, i: number): number {
  const t = page.tokens
  const next = page.mark(i + 1)
  if (t.gap[i] !== GAP.none || t.gap[i + 1] !== GAP.none || (next !== DOT && next !== UNDERSCORE)) return 0
  const from = t.start[i]!
  const pair = (at: number) => (page.unit(from + at) - 48) * 10 + page.unit(from + at + 1) - 48
  const [month, day] = [pair(0), pair(2)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return 0
  if (page.around(TOPIC.health, i, 6, 2) === 0) return 0
  return page.addTokens('date', i, i + 1, 0.62, 'a day in the name of a file about care', 'identifier')
}
