import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import {
  APOSTROPHE,
  BRACKET,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOT,
  PERCENT,
  PIPE,
  SEMICOLON,
  SLASH,
} from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { isJoinedBefore } from './ids.ts'
import { isAgeBeforeSex } from './sexes.ts'
import { markNobodys } from './things.ts'

const OLD = wordSet('year yr yo y yrs years anos años ańos aged age old')

const OLD_ITSELF = wordSet('old')
const isOld = (page: Page, i: number): boolean => OLD_ITSELF.has(page.tokens.word[i]!)
const COUNTED = wordSet('rows row records files lines lookups requests hits messages entries bytes users')

const AGED = wordSet("aged age turned turning edad shes hes she's he's youre theyre")

/** An age over 89 at a number: "93 yo", "a 91-year-old", "aged 95". Answers the token after, or 0. */
export function readHighAge(page: Page, i: number): number {
  const t = page.tokens
  const start = t.start[i]!
  if (!isDigit(page.unit(start)) || page.lengthOf(i) > 6) return 0
  let age = 0
  let size = 0
  while (size < 4 && start + size < t.end[i]! && isDigit(page.unit(start + size)))
    age = age * 10 + page.unit(start + size++) - 48
  if (age < 90 || age > 120 || (isJoinedBefore(page, i) && !isAfterSex(page, i))) return 0
  if (t.type[i] === MIXED) {
    if (!/^(?:yo|y|yrs?|yof|yom|[fm]|años)$/i.test(page.slice(start + size, t.end[i]!))) return 0
    const sexAlone = t.end[i]! - start - size === 1
    if (sexAlone && !isClinical(page, i) && !isAfterColumn(page, i)) return 0
    if (sexAlone && COUNTED.has(t.word[i + 1] ?? 0)) return markNobodys(page, i, i + 1)
    if (sexAlone && isMoreTechnical(page, i, 10)) return 0
    return page.add('age', start, start + size, i, 0.88, 'an age over 89', 'identifier')
  }
  const next = page.mark(i + 1) === DASH || page.mark(i + 1) === SLASH ? i + 2 : i + 1
  // "118 Old Mill Rd" is where somebody lives.
  const street = t.shape[next] === SHAPE.capital && next === i + 1
  const old =
    t.type[next] === WORD &&
    OLD.has(t.word[next]!) &&
    !isDuration(page, next) &&
    !(street && isOld(page, next))
  const short = page.mark(i - 2) === APOSTROPHE && page.lengthOf(i - 1) === 1
  const who = short ? i - 3 : i - 2
  const said =
    t.type[i - 1] === WORD &&
    (short || SAID.has(t.word[i - 1]!)) &&
    who >= 0 &&
    (PRONOUNS.has(t.word[who]!) || (age > 90 && WILL.has(t.word[who]!) && BE.has(t.word[i - 1]!))) &&
    (endsPhrase(page, i + 1) || isSoon(page, i + 1))
  // "dob 1/6/34 so 91,"
  const counted =
    SO.has(t.word[i - 1] ?? 0) &&
    page.before(i, W.birthCue, 16) &&
    (endsPhrase(page, i + 1) || page.mark(i + 1) === BRACKET)
  const apposed =
    page.mark(i - 1) === COMMA &&
    (page.mark(i + 1) === COMMA || (isClinical(page, i) && endsPhrase(page, i + 1))) &&
    t.type[i - 2] === WORD &&
    (page.is(i - 2, W.patient | W.kin) || t.shape[i - 2] === SHAPE.capital) &&
    (!page.is(i - 2, W.common) || page.is(i - 2, W.patient | W.kin)) &&
    (page.is(i - 2, W.patient | W.kin) ||
      (t.shape[i - 3] === SHAPE.capital &&
        (!page.is(i - 3, W.common) || page.is(i - 3, W.given | W.surname))) ||
      page.is(i - 3, W.kin | W.patient | W.title) ||
      (page.mark(i - 3) === COMMA && t.shape[i - 4] === SHAPE.capital && page.is(i - 2, W.given)) ||
      ((page.mark(i - 3) === DASH || page.mark(i - 3) === DOT) &&
        t.shape[i - 4] === SHAPE.capital &&
        (page.mark(i - 3) === DASH || page.is(i - 4, W.title))))
  // "Resident Eunice in 114-2 turns 101 on Saturday"
  const turning =
    t.type[i - 1] === WORD &&
    TURNS.has(t.word[i - 1]!) &&
    isSoon(page, i + 1) &&
    page.before(i, W.patient | W.kin, TURNING_REACH)
  // "Rosalia Imperato, F, 92"
  const sexed =
    page.mark(i - 1) === COMMA &&
    SEXES.has(t.word[i - 2] ?? 0) &&
    page.mark(i - 3) === COMMA &&
    t.type[i - 4] === WORD &&
    t.shape[i - 4] !== SHAPE.lower &&
    endsPhrase(page, i + 1)
  const bracketed =
    page.mark(i - 1) === BRACKET &&
    (page.mark(i + 1) === CLOSING_BRACKET || page.mark(i + 1) === COMMA) &&
    t.type[i - 2] === WORD &&
    (t.shape[i - 2] !== SHAPE.lower || page.is(i - 2, W.patient | W.kin)) &&
    isClinical(page, i)
  const aged =
    said ||
    isOfSomebody(page, i, short, who) ||
    isAfterBirth(page, i) ||
    isAfterSex(page, i) ||
    counted ||
    apposed ||
    sexed ||
    turning ||
    isOfColumns(page, i) ||
    bracketed ||
    (t.type[i - 1] === WORD && AGED.has(t.word[i - 1]!) && page.mark(i + 1) !== PERCENT)
  if (isAgeBeforeSex(page, i))
    return page.addTokens('age', i, i + 1, 0.85, "an age over 89 beside somebody's sex", 'identifier')
  if (isAgeOfCensus(page, i))
    return page.addTokens(
      'age',
      i,
      i + 1,
      0.75,
      'an age over 89 between a name and a condition',
      'identifier',
    )
  if (!old && !aged) return isAlone(page, i) ? page.addTokens('age', i, i + 1, 0.35, MAYBE, 'weak') : 0
  if (aged && !old && page.after(i + 1, W.thing | W.infra, 2)) return 0
  return page.addTokens('age', i, i + 1, 0.88, 'an age over 89', 'identifier')
}

/** "STEINMETZ, HERSHEL    92M": in the column after a name. */
const isAfterColumn = (page: Page, i: number): boolean =>
  page.tokens.gap[i] === GAP.wide &&
  page.tokens.type[i - 1] === WORD &&
  page.tokens.shape[i - 1] !== SHAPE.lower &&
  page.mark(i - 2) === COMMA

/** "F/92" */
const isAfterSex = (page: Page, i: number): boolean =>
  page.mark(i - 1) === SLASH &&
  page.mark(i + 1) !== SLASH &&
  SEXES.has(page.tokens.word[i - 2] ?? 0) &&
  page.tokens.gap[i - 2]! > GAP.none &&
  isClinical(page, i)

/** "Agatha Munro 93 CHF": a list of who lies where with what. */
function isAgeOfCensus(page: Page, i: number): boolean {
  const t = page.tokens
  const named = (k: number) =>
    t.type[k] === WORD &&
    t.shape[k] !== SHAPE.lower &&
    t.gap[k + 1] === GAP.space &&
    !page.is(k, W.common | W.care)
  return named(i - 1) && named(i - 2) && page.health(i + 1) === 'condition' && t.gap[i + 1] === GAP.space
}

/** "Bozeman, Clyde|95|100-28-7", "ROTHSCHILD, ABE 92 L hip": beside a name written as lists have it. */
function isOfColumns(page: Page, i: number): boolean {
  const t = page.tokens
  const piped = page.mark(i - 1) === PIPE && page.mark(i + 1) === PIPE
  const given = piped ? i - 2 : i - 1
  if (page.mark(given - 1) !== COMMA || !page.is(given, W.given | W.surname)) return false
  if (t.shape[given] === SHAPE.lower || t.shape[given - 2] === SHAPE.lower || t.type[given - 2] !== WORD)
    return false
  return piped || (t.gap[i] === GAP.space && t.type[i + 1] === WORD && isClinical(page, i))
}

const MAYBE = 'a number that may be an age over 89'

const PEOPLE = wordSet(
  'man woman lady gentleman person widow widower patient resident veteran farmer male female fellow guy mujer hombre señora señor señorita anciana anciano paciente viuda viudo',
)
const OF = wordSet('of de')
const AGES = wordSet('age ages edad')

/** "a bald man of 91", "Tate's 90, lives alone", "age edits: Pettibone is 95". */
function isOfSomebody(page: Page, i: number, short: boolean, who: number): boolean {
  const t = page.tokens
  if (OF.has(t.word[i - 1] ?? 0)) return PEOPLE.has(t.word[i - 2] ?? 0) && endsPhrase(page, i + 1)
  if (!endsPhrase(page, i + 1) || who < 0) return false
  // A token of its own where the mark joins: "Tate's".
  const joined = t.type[i - 1] === WORD && page.unit(t.end[i - 1]! - 2) === APOSTROPHE
  const named = joined ? i - 1 : who
  if (!joined && !short && !SAID.has(t.word[i - 1] ?? 0)) return false
  if (t.type[named] !== WORD || t.shape[named] !== SHAPE.capital || page.is(named, W.common | W.care))
    return false
  if (page.health(named) !== undefined || !isClinical(page, i, 60)) return false
  if (joined || short || page.is(named, W.given | W.surname)) return true
  // "Bernadine Castellow is 94"
  if (page.is(named - 1, W.given) && t.shape[named - 1] === SHAPE.capital) return true
  for (let at = named - 1; at >= 0 && at > named - 6; at--) if (AGES.has(t.word[at]!)) return true
  return false
}

/** "DOB: Dec 7 1931 (93)" */
const isAfterBirth = (page: Page, i: number): boolean =>
  page.mark(i - 1) === BRACKET &&
  page.mark(i + 1) === CLOSING_BRACKET &&
  page.tokens.type[i - 2] === NUMBER &&
  (page.before(i, W.birthCue, 12) || isYearOfOld(page, i - 2, i))

/** A year of birth and an age make about the year in which it was written. */
const WRITTEN_FROM = 1995
const WRITTEN_TO = 2060

/** "11-02-1930 (94)": who was born so long ago is so old. */
function isYearOfOld(page: Page, i: number, age: number): boolean {
  if (page.lengthOf(i) !== 4) return false
  const year = Number(page.slice(page.tokens.start[i]!, page.tokens.end[i]!))
  const written = year + Number(page.slice(page.tokens.start[age]!, page.tokens.end[age]!))
  return written >= WRITTEN_FROM && written <= WRITTEN_TO && page.mark(i - 1) !== 0
}

const OLDEST_ALONE = 2

/** "hourly. 91, high falls risk": alone at the head of what is said of somebody. */
const isAlone = (page: Page, i: number): boolean =>
  page.lengthOf(i) === OLDEST_ALONE &&
  (page.mark(i - 1) === DOT || page.mark(i - 1) === SEMICOLON || page.mark(i - 1) === COLON) &&
  page.tokens.gap[i]! > GAP.none &&
  (page.mark(i + 1) === COMMA || page.mark(i + 1) === DOT) &&
  page.tokens.gap[i + 2]! > GAP.none &&
  (page.around(TOPIC.patient, i, 20, 20) > 0 || page.before(i, W.birthCue | W.title, 20))

const TURNS = wordSet('turns turning')
const TURNING_REACH = 12
const SO = wordSet('so')
const SEXES = wordSet('f m female male')
const SAID = wordSet('is was am tiene turns be')
const BE = wordSet('be')
const WILL = wordSet("will she'll he'll gonna would")
const SOON = wordSet('in this next on soon today tomorrow')

/** "will be 96 in May", "turns 91 next week". */
const isSoon = (page: Page, i: number): boolean =>
  SOON.has(page.tokens.word[i] ?? 0) &&
  (page.is(i + 1, W.month) || WHEN.has(page.tokens.word[i + 1] ?? 0) || page.mark(i + 1) !== 0)
const WHEN = wordSet(
  'month week year spring summer fall winter monday tuesday wednesday thursday friday saturday sunday sat sun mon tue wed thu fri the',
)

const PRONOUNS = wordSet(
  'she he who i mother father mom dad grandma grandpa grandmother grandfather patient pt wife husband aunt uncle',
)

const EXCLAMATION = 33
const GOES_ON = wordSet('and now but so with years or who not if though yet still already')

function endsPhrase(page: Page, i: number): boolean {
  const t = page.tokens
  if (i >= t.count || t.gap[i]! >= GAP.line) return true
  const mark = page.mark(i)
  return (
    mark === COMMA ||
    mark === DOT ||
    mark === SEMICOLON ||
    mark === CLOSING_BRACKET ||
    mark === EXCLAMATION ||
    (t.type[i] === WORD && GOES_ON.has(t.word[i]!))
  )
}

const AGE = wordSet('age')
const SINCE = wordSet('ago of later in warranty experience')

function isDuration(page: Page, next: number): boolean {
  return SINCE.has(page.tokens.word[next + 1]!) && !AGE.has(page.tokens.word[next + 2] ?? 0)
}
