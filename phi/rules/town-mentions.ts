import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, COMMA, DASH, DOT, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isNear } from './near.ts'

const IN = wordSet('in near outside past around')
const FROM = wordSet('from to')
const AT = wordSet('at')
const SOMEBODYS = wordSet(
  "he she his her hers him they their them my mine our i we me im i'm hes he's shes she's weve we're were myself himself herself",
)
const PERSON_REACH = 18
/** Where something is bought, mended or held is a place as well, of nobody. */
const OF_WORK = wordSet(
  'office warehouse branch site datacenter closet rack server vendor depot conference meeting plant headquarters hq location locations region store',
)

/** What a word may be that is a town's name. */
const NO_TOWN =
  W.common |
  W.org |
  W.month |
  W.patient |
  W.care |
  W.staff |
  W.infra |
  W.thing |
  W.kin |
  W.title |
  W.credential

const LEAST_TOWN = 4
const ALSO_WORDS = wordSet(
  'mobile reading mesa flint cedar aurora queens providence concord jasper phoenix compton corpus carson columbia lima independence ontario salem lincoln jackson madison',
)

/** The ends of towns' names: "Waukesha" has none, "Lindsborg" has. */
const ENDINGS: ReadonlySet<string> = new Set(
  'ville burg burgh borg boro ough gton ston nton lton dton rton kton pton mton ford ield port dale ount mont land wood ampton ham wick aven rock ness view lake vale mouth polis iver alls pids ings'
    .split(' ')
    .filter((end) => end.length > 3),
)

const endsAsTown = (page: Page, i: number): boolean => {
  const end = page.tokens.end[i]!
  return page.lengthOf(i) > 5 && ENDINGS.has(page.slice(end - 4, end).toLowerCase())
}

/** Whether somebody is spoken of in the words before, or near by as a patient. */
function isOfSomebody(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  if (page.around(TOPIC.patient, i, 25, 15) > 0) return true
  for (let at = i - 1; at >= 0 && at >= i - PERSON_REACH && gap[at + 1]! < GAP.blank; at--)
    if (SOMEBODYS.has(word[at]!) || page.is(at, W.kin | W.firstPerson)) return true
  return false
}

const isOfWork = (page: Page, i: number): boolean => isNear(page, i, OF_WORK, 5, 4)

/**
 * "an ER visit at Gallup", "the clinic in Shiprock", "we are 3 hours away in Beckley": a town that is only named, at
 * the capitalized word `i` after a preposition. Sure where care and somebody are spoken of, weak elsewhere.
 */
export function readTownNamed(page: Page, i: number): number {
  const t = page.tokens
  const before = t.word[i - 1]!
  const known = page.is(i, W.city)
  const [within, from, at] = [IN.has(before), FROM.has(before), AT.has(before)]
  if (!within && !known && !(from && endsAsTown(page, i))) return 0
  if (!within && !from && !at) return 0
  if (page.taken[i] !== 0 || page.lengthOf(i) < LEAST_TOWN || isNoPlace(page, i)) return 0
  // "she's in tupelo"
  if (t.shape[i] === SHAPE.lower) {
    if (!known || !within || page.is(i, W.common) || ALSO_WORDS.has(t.word[i]!)) return 0
    const sure = isSure(page, i, i + 1, true, true)
    return page.addTokens(
      'place',
      i,
      i + 1,
      sure,
      'a town in lower case',
      sure >= 0.5 ? 'identifier' : 'weak',
    )
  }
  if (t.shape[i] !== SHAPE.capital) return 0
  if (!known && (page.is(i, NO_TOWN) || page.label(i) !== undefined || page.health(i) !== undefined)) return 0
  // "from Charlotte", "in Ana's chart"
  if (page.is(i, W.given) && (!within || !known)) return 0
  if (!known && page.is(i, W.surname) && !endsAsTown(page, i)) return 0
  let end = i + 1
  while (
    end < i + 3 &&
    t.type[end] === WORD &&
    t.shape[end] === SHAPE.capital &&
    t.gap[end] === GAP.space &&
    !page.is(end, W.month | W.stateName)
  )
    end++
  if (!known && end > i + 1 && page.is(i + 1, W.given | W.surname) && !endsAsTown(page, end - 1)) return 0
  if (page.is(end - 1, W.org) || page.is(end, W.org | W.infra | W.staff | W.thing)) return 0
  const mark = page.mark(end)
  // "from Utica, NY": `readTownOf` reads it with its state.
  const state = mark === COMMA ? end + 1 : end
  if (page.is(state, W.stateCode | W.stateName) && t.shape[state] !== SHAPE.lower) return 0
  if (mark === APOSTROPHE || t.type[end] === NUMBER) return 0
  if (t.gap[end] === GAP.none && (mark === DASH || mark === UNDERSCORE)) return 0
  // "in Word.exe"
  if (mark === DOT && t.gap[end + 1] === GAP.none && end + 1 < t.count) return 0
  const told = isSure(page, i, end, known, within)
  const sure = told >= 0.5 && within && AWAY.has(t.word[i - 2] ?? 0) ? 0.96 : told
  return page.addTokens('place', i, end, sure, 'a town named in passing', sure >= 0.5 ? 'identifier' : 'weak')
}

/** "the patient is three hours away in Lindsborg": where somebody is, and no office. */
const AWAY = wordSet('away')

function isSure(page: Page, i: number, end: number, known: boolean, within: boolean): number {
  const care = page.around(TOPIC.clinical, i, 40, 30)
  const machines = page.around(TOPIC.infra, i, 15, 15)
  if (care === 0 || machines > care || isOfWork(page, i) || !isOfSomebody(page, i)) return known ? 0.4 : 0.3
  return known || (within && (endsAsTown(page, i) || endsAsTown(page, end - 1))) ? 0.6 : within ? 0.52 : 0.4
}

const NO_PLACES = wordSet(
  'god heaven jesus lord receiving volunteers shipping registration admitting billing transport housekeeping security purchasing scheduling intake outpatient inpatient oncology pediatrics triage telemetry observation recovery',
)

/** "went home to God", "ask for him in Receiving" */
export const isNoPlace = (page: Page, i: number): boolean => NO_PLACES.has(page.tokens.word[i]!)

const OFFICES = wordSet(
  'clinic office hospital site location campus store branch facility pharmacy practice school center location team region',
)

/** "Siloam Springs": a town that tells by its own name, in tokens `[i, end)`. */
export function readNamedTown(page: Page, i: number, end: number): number {
  const t = page.tokens
  if (page.is(end, W.org | W.infra | W.staff | W.thing) && t.shape[end] !== SHAPE.lower) return 0
  if (t.type[end] === WORD && t.shape[end] === SHAPE.capital && t.gap[end] === GAP.space) return 0
  const office = OFFICES.has(t.word[end] ?? 0) || AMONG.has(t.word[i - 1] ?? 0)
  const sure = office ? 0.4 : isSure(page, i, end, true, true)
  return page.addTokens('place', i, end, sure, 'a town by its name', sure >= 0.5 ? 'identifier' : 'weak')
}
const AMONG = wordSet('our the')

const INSURERS = wordSet('delta aetna cigna humana anthem bcbs uhc kaiser molina centene medicaid medicare')

/** "2 L NC", "CPAP SD", "Delta NJ": what stands before the state is no town. */
export const isNoTown = (page: Page, start: number, i: number): boolean =>
  start === i - 1 &&
  (page.lengthOf(start) < 3 ||
    INSURERS.has(page.tokens.word[start]!) ||
    (page.health(start) !== undefined && !page.is(start, W.city)))
