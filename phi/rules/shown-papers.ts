import { STOP, W, type WordSet, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import {
  APOSTROPHE,
  BRACKET,
  CLOSING_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOT,
  HASH,
  QUOTE,
  STAR,
} from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isNanp } from './bare-phones.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { isOfInsurance } from './insurance.ts'
import { isOfOrganization, isOfSoftware } from './label-owners.ts'
import { isState } from './plate-forms.ts'
import { readId } from './values.ts'

const LICENCES = wordSet('license licence licenses licences lic dl cdl licencia', STOP.ahead)
const IDS = wordSet('id ids identification', STOP.ahead)
const CERTIFICATES = wordSet('cert certs certificate certificates certificado acta', STOP.ahead)
/** Professions whose licences have numbers, as they are written behind names. */
const PROFESSIONS = wordSet(
  'rn lpn lvn aprn crna lcsw licsw lmsw lmft mft lpc lpcc lcpc lmhc lac rph cna rdh bcba slp rrt',
  STOP.ahead,
)
const CARDS = wordSet('card placard', STOP.ahead)

/** Of what a certificate is somebody's. */
const OF_LIVES = wordSet(
  'birth death marriage divorce naturalization citizenship baptismal adoption miner miners nacimiento defuncion matrimonio naturalizacion',
)
/** Cards that states, and doctors for them, give out. */
const OF_STATES = wordSet(
  'physical medical med dot marijuana cannabis handicap handicapped disabled disability twic foid guard',
)
/** How somebody came to show a paper. */
const SHOWN = wordSet(
  'shown showed shows used presented checked scanned seen purse wallet pocket pickup photo picture expired valid government govt issued scan mostrada mostrado',
)
const LINKS = wordSet(
  `was is it s its at in on of for to the a an my mine his her hers their your no num nbr number file copy state says reads reading said shown showed used presented checked scanned seen purse wallet pocket pickup photo picture expired valid which and
  birth death marriage naturalization nacimiento es el la numero cannabis ok`,
)
const MOST_LINKS = 7
const BEFORE = 4
const INSURANCE_REACH = 7
const OF_PLANS = wordSet('ssn ssns sub subscriber insured member social')
const LEAST_DIGITS = 5
const MOST_LETTERS = 5
const MOST_DIGITS = 17

/** "KY ID used at pickup Q88-204-771", "certificate of birth, no. 117-1988-044718": before labels take the number. */
export const readShownPapers = (page: Page): void => readEach(page, false)

/** "License shown was T520-4417-8022", "nursing license (mine) CT 10.118820": what no label reached. */
export const readShownLicences = (page: Page): void => readEach(page, true)

function readEach(page: Page, licences: boolean): void {
  const { at, count } = page.stops.ahead
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readPaper(page, at[k]!, licences))
}

function readPaper(page: Page, i: number, licences: boolean): number {
  const word = page.tokens.word[i]!
  if (PROFESSIONS.has(word)) return licences ? readProfession(page, i) : 0
  if (licences ? !LICENCES.has(word) : !IDS.has(word) && !CERTIFICATES.has(word) && !CARDS.has(word)) return 0
  const shown = !licences && IDS.has(word)
  if (
    !licences &&
    !shown &&
    !hasBefore(page, i, CERTIFICATES.has(word) ? OF_LIVES : OF_STATES) &&
    !isOfLife(page, i)
  )
    return 0
  const at = valueAfter(page, i)
  if (at < 0 || page.taken[at] !== 0) return 0
  if (shown && !isOfState(page, i, at) && !isShown(page, i, at)) return 0
  const end = endOfPaper(page, at)
  if (end === 0 || page.around(TOPIC.infra, i, 10, 10) > 1) return 0
  if (isOfOrganization(page, i) || isOfSoftware(page, i)) return 0
  if (shown && (isOfInsurance(page, i, INSURANCE_REACH) || hasBefore(page, i, OF_PLANS))) return 0
  if (!isClinical(page, i, 40) && !page.isOfPerson(i) && !isFormed(page, at, end)) return 0
  return page.addTokens(
    'licence',
    at,
    end,
    0.7,
    'the number of a licence or certificate that somebody showed',
    'identifier',
  )
}

const LEAST_MARKED = 5
const LEAST_BARE = 6
const MOST_OF_PROFESSION = 10

/** "LVN 318842", "MO RN 2009014477", "MFT #51882": the number of somebody's licence to practise. */
function readProfession(page: Page, i: number): number {
  const { type, gap, shape, count } = page.tokens
  if (shape[i] !== SHAPE.caps) return 0
  const marked = page.mark(i + 1) === HASH
  const at = marked ? i + 2 : i + 1
  if (at >= count || type[at] !== NUMBER || gap[at]! > GAP.space || gap[i + 1] !== GAP.space) return 0
  const size = page.lengthOf(at)
  if (size < (marked ? LEAST_MARKED : LEAST_BARE) || size > MOST_OF_PROFESSION) return 0
  if (page.taken[at] !== 0 || (gap[at + 1] === GAP.none && page.mark(at + 1) === DASH)) return 0
  if (isNanp(page, at) && !(i > 0 && isState(page, i - 1))) return 0
  return page.addTokens(
    'licence',
    at,
    at + 1,
    SURE,
    "the number of somebody's licence to practise",
    'identifier',
  )
}

const SURE = 0.9

function hasBefore(page: Page, i: number, words: WordSet): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - BEFORE && gap[at + 1]! < GAP.line; at--)
    if (words.has(word[at]!)) return true
  return false
}

/** "certificate of birth" */
const isOfLife = (page: Page, i: number): boolean =>
  CERTIFICATES.has(page.tokens.word[i]!) &&
  (OF_LIVES.has(page.tokens.word[i + 2] ?? 0) || OF_LIVES.has(page.tokens.word[i + 3] ?? 0))

/** Where a number stands after token `i` and small words; -1 where none does. */
function valueAfter(page: Page, i: number): number {
  const { type, gap, word, count } = page.tokens
  for (let at = i + 1, steps = 0; at < count && steps < MOST_LINKS && gap[at]! < GAP.line; at++) {
    if (type[at] === MARK) {
      if (!isLinkMark(page, at)) return -1
      continue
    }
    if (type[at] !== WORD) return at
    // "CT 10.118820": the state is no part of it, where digits follow.
    const led = page.tokens.shape[at] === SHAPE.caps && page.lengthOf(at) <= 3 && type[at + 1] !== WORD
    if (led && !LINKS.has(word[at]!) && !page.is(at, W.stateCode)) return at
    if (!LINKS.has(word[at]!) && !page.is(at, W.stateCode | W.stateName)) {
      // "VOGTD*691M2"
      return page.mark(at + 1) === STAR && gap[at + 1] === GAP.none ? at : -1
    }
    steps++
  }
  return -1
}

function isLinkMark(page: Page, i: number): boolean {
  const mark = page.mark(i)
  return (
    mark === COLON ||
    mark === COMMA ||
    mark === HASH ||
    mark === QUOTE ||
    mark === BRACKET ||
    mark === CLOSING_BRACKET ||
    mark === APOSTROPHE ||
    // "cert. file no."
    (mark === DOT && page.lengthOf(i - 1) <= 4) ||
    // "VA-UM 18204"
    (mark === DASH && isState(page, i - 1))
  )
}

/** "TX ID", "ID shown MA S44718820" */
const isOfState = (page: Page, i: number, at: number): boolean =>
  (i > 0 && (isState(page, i - 1) || page.is(i - 1, W.stateName))) || (at > i + 1 && isState(page, at - 1))

function isShown(page: Page, i: number, at: number): boolean {
  for (let k = i - 2; k < at; k++) if (k >= 0 && k !== i && SHOWN.has(page.tokens.word[k]!)) return true
  return false
}

/** One past a licence's number that begins at token `at`; 0 where none does. */
function endOfPaper(page: Page, at: number): number {
  const t = page.tokens
  if (page.mark(at + 1) === STAR) return t.gap[at + 2] === GAP.none && t.type[at + 2] === MIXED ? at + 3 : 0
  const spaced = t.type[at] === NUMBER || t.type[at] === WORD
  const id = readId(page, at, Math.min(t.count, at + 9), spaced)
  if (id.digits < LEAST_DIGITS || id.digits > MOST_DIGITS || id.letters > MOST_LETTERS + 2) return 0
  return isDay(page, at, id.end) || (id.letters === 0 && id.digits < LEAST_DIGITS + 2) ? 0 : id.end
}

/** "2025-04-11", "04-11-2025" */
const isDay = (page: Page, at: number, end: number): boolean =>
  end === at + 5 &&
  page.tokens.type[at] === NUMBER &&
  page.lengthOf(at) + page.lengthOf(at + 2) + page.lengthOf(at + 4) <= 8 &&
  page.lengthOf(at + 2) <= 2

const LEAST_FORMED = 8

/** "T520-4417-8022": a letter, then blocks of digits, as many states write. */
const isFormed = (page: Page, at: number, end: number): boolean =>
  page.tokens.type[at] === MIXED &&
  page.lengthOf(at) <= 4 &&
  end >= at + 5 &&
  !isDigit(page.unit(page.tokens.start[at]!)) &&
  page.tokens.end[end - 1]! - page.tokens.start[at]! >= LEAST_FORMED + 2
