import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, BRACKET, COLON, COMMA, DASH, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isAbbreviation, type NameRun } from './name-run.ts'

const EMPLOYING = wordSet(
  'employer bank credit insurer carrier payer payor vendor brand manufacturer company facility pharmacy shelter hotel motel restaurant church school plan model make unit',
)
const WITHIN = wordSet('in near at within outside around')
export const MAKERS = wordSet(
  'abbott topaz boston biotronik medtronic zebra canon epson dell lenovo ingenico verifone fujitsu ricoh konica midmark welch philips siemens ge hologic stryker arthrex biomet depuy evera azure hp alaris hillrom masimo mindray nihon samsung toshiba panasonic logitech dymo honeywell topcon zeiss nikon carestream varian elekta tandem dexcom resmed respironics baxter omnicell quest labcorp sonosite konica kronos cisco avaya polycom healthineers drfirst sysmex beckman roche amerihealth',
)
/** Languages, makes of cars and the like stand in rows with names, and are none. */
export const NO_PERSONS = wordSet(
  'subaru toyota honda ford chevy chevrolet nissan hyundai kia jeep dodge gmc buick cadillac chrysler tesla mazda volvo bmw audi lexus acura infiniti volkswagen mitsubishi harley spanish vietnamese arabic tigrinya amharic french mandarin cantonese chinese somali hindi urdu nepali swahili haitian creole portuguese tagalog korean japanese russian ukrainian polish german italian hmong karen burmese farsi pashto dari kinyarwanda navajo asl catholic baptist lutheran methodist muslim jewish hindu buddhist hispanic caucasian african american medicare medicaid senator capt captain sgt sergeant',
)
const SITES = wordSet(
  'haven manor villas villa acres meadows gardens estates terrace commons heights pines oaks springs lodge hills woods lakes valley bend station village place house hall crossing ridge grove trace hollow',
)
const SCHOOLS = wordSet('elementary preschool kindergarten montessori academy university college')
/** "Pinecrest Elementary", "Ben Franklin Elementary in ..." */
function isSchool(page: Page, end: number, run: NameRun): boolean {
  const t = page.tokens
  if (run.words > 1 && SCHOOLS.has(t.word[end - 1]!)) return true
  return t.gap[end] === GAP.space && t.shape[end] === SHAPE.capital && SCHOOLS.has(t.word[end] ?? 0)
}

const VACCINES = wordSet(
  'fluzone fluarix flucelvax flublok fluad flulaval afluria flumist gardasil shingrix prevnar pneumovax vaxneuvance capvaxive boostrix adacel daptacel pediarix pentacel vaxelis kinrix quadracel infanrix engerix heplisav recombivax havrix vaqta twinrix menquadfi menveo bexsero trumenba penbraya rotateq rotarix proquad varivax comirnaty spikevax novavax abrysvo arexvy beyfortus ipol pedvaxhib acthib hiberix',
)
function namesVaccine(page: Page, i: number, end: number): boolean {
  for (let at = i; at < end; at++) if (VACCINES.has(page.tokens.word[at]!)) return true
  return false
}

const HOLIDAYS = wordSet(
  'christmas easter thanksgiving hanukkah passover ramadan diwali halloween juneteenth memorial labor veterans independence presidents columbus',
)
const OF_HOLIDAYS = wordSet('eve day monday sunday weekend week break morning night')
const GOVERNED = wordSet(
  'mayor resident residents city town village county township native borough suburb outskirts',
)
const SAINTS = wordSet('st saint mt mount ft fort lake port santa san our')

/** "St. Brendan's", "Convent of Mt Carmel": a hospital or a place that has its name of somebody. */
const isOfSaint = (page: Page, i: number): boolean => {
  const at = page.mark(i - 1) === DOT ? i - 2 : i - 1
  return (
    at >= 0 &&
    page.tokens.gap[i] === GAP.space &&
    SAINTS.has(page.tokens.word[at]!) &&
    page.tokens.shape[at] === SHAPE.capital
  )
}

const NOBODY = wordSet('doe roe test tester testing demo dummy sample')
const FIRST_OF_NOBODY = wordSet('john jane jon baby anon anonymous zz zzz mickey')

/** How much speaks for a company, a product, a site or a stand-in in place of somebody's name at tokens `[i, end)`. */
export function doubtsOfThings(page: Page, i: number, end: number, run: NameRun, cue: boolean): number {
  const t = page.tokens
  let doubt = isOfOrganization(page, end) ? 0.5 : 0
  if (run.words === 1 && NO_PERSONS.has(t.word[i]!) && !page.is(i, W.given)) doubt += 0.5
  if (isSchool(page, end, run)) doubt += 1
  if (namesVaccine(page, i, end)) doubt += 0.6
  if (HOLIDAYS.has(t.word[i]!) && (run.words === 1 || OF_HOLIDAYS.has(t.word[i + 1]!))) doubt += 0.6
  if (isTown(page, i, end, run)) doubt += 0.5
  if (cue) return doubt
  const before = page.mark(i - 1) === COLON || page.mark(i - 1) === COMMA ? i - 2 : i - 1
  if (
    run.given === 0 &&
    t.type[before] === WORD &&
    t.gap[i]! < GAP.line &&
    EMPLOYING.has(t.word[before]!) &&
    t.gap[before + 1]! <= GAP.space
  )
    doubt += page.mark(i - 1) === COMMA ? 0.2 : 0.4
  if (MAKERS.has(t.word[i]!) && run.words + run.initials > 1 && (!run.comma || run.words > 2)) doubt += 0.35
  if (isOfSaint(page, i) && !(run.comma && run.given + run.surnames > 1)) doubt += 0.4
  if (run.words > 1 && !run.caps && t.shape[end - 1] === SHAPE.caps && page.is(end - 1, W.infra)) doubt += 0.4
  if (
    run.words > 1 &&
    run.given + run.surnames === 0 &&
    t.gap[i] === GAP.space &&
    WITHIN.has(t.word[i - 1]!) &&
    page.mark(end) !== APOSTROPHE
  )
    doubt += 0.3
  const last = t.word[end - 1]!
  if (run.words === 2 && !run.comma && run.given === 0 && SITES.has(last)) doubt += 0.3
  if (run.words > 1 && NOBODY.has(last) && (FIRST_OF_NOBODY.has(t.word[i]!) || last !== t.word[i]))
    doubt += FIRST_OF_NOBODY.has(t.word[i]!) ? 0.5 : 0
  if (run.unknown > 0 && isAbbreviated(page, i, end)) doubt += 0.4
  // "NOAH database", "MA 20443317"
  if (run.caps && run.words === 1 && !run.comma && isCodeWord(page, i, end)) doubt += 0.5
  // "WS-RECEPT-03"
  if (run.caps && page.mark(end) === DASH && t.gap[end] === GAP.none && t.type[end + 1] === NUMBER)
    doubt += 0.4
  return doubt
}

const IN = wordSet('in near outside')
const OF = wordSet('of')
const CHARTS = wordSet('chart charts record records file folder name room bed')

/** "my doctor in Klamath Falls", "the mayor of Ely": a town, unless what is somebody's follows. */
function isTown(page: Page, i: number, end: number, run: NameRun): boolean {
  const t = page.tokens
  if (t.gap[i] !== GAP.space || t.shape[i - 1] !== SHAPE.lower || run.comma || run.initials > 0) return false
  if (page.mark(end) === APOSTROPHE || CHARTS.has(t.word[end] ?? 0)) return false
  if (OF.has(t.word[i - 1]!)) return GOVERNED.has(t.word[i - 2] ?? 0)
  return (
    IN.has(t.word[i - 1]!) &&
    run.given === 0 &&
    run.words > 1 &&
    page.is(i - 2, W.org | W.staff | W.providerTitle)
  )
}

const SYSTEMS = wordSet('database software system module app interface suite portal export import viewer')

/** Capitals before a word for a machine or a thing, or two letters before digits. */
const isCodeWord = (page: Page, i: number, end: number): boolean =>
  page.tokens.gap[end] === GAP.space &&
  (page.tokens.type[end] === NUMBER
    ? page.lengthOf(i) === 2 && page.lengthOf(end) > 3
    : page.tokens.shape[end] === SHAPE.lower &&
      (page.is(end, W.infra | W.thing) || SYSTEMS.has(page.tokens.word[end]!)))

/** "MWL, MPPS", "QBR Ridgeview" */
function isAbbreviated(page: Page, i: number, end: number): boolean {
  for (let at = i; at < end; at++) if (isAbbreviation(page, at)) return true
  return false
}

/** "Ridgeview Women's Health", "Cedar Bend Family Medicine": what is written on has a word for an organization soon. */
function isOfOrganization(page: Page, end: number): boolean {
  const t = page.tokens
  const possessive = page.mark(end) === APOSTROPHE && page.lengthOf(end + 1) === 1
  let at = possessive ? end + 2 : end
  for (let words = 0; words < 2; words++, at++) {
    if (at >= t.count || t.type[at] !== WORD || t.gap[at] !== GAP.space || t.shape[at] === SHAPE.lower)
      return false
    if (page.is(at, W.org) && (possessive || words > 0) && page.mark(at + 1) !== BRACKET) return true
  }
  return false
}
