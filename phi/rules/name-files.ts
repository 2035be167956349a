import { W, wordSet } from '../lexicon/words.ts'
import { BACKSLASH, DASH, DOT, SLASH, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { addName } from './name-draft.ts'

export const ENDINGS = wordSet(
  'pdf tif tiff jpg jpeg png doc docx xls xlsx txt zip dcm rtf heic csv msg eml hl7 xml wav mp3 mp4 mov avi m4v wmv bmp gif webp heif',
)
export const PAPERS = wordSet(
  'dl id front back card ins inscard insurance consent consents scan scans form forms referral lab labs mri ct xray biopsy path results result report letter discharge summary visit chart record records rx note notes eob claim auth bill statement photo pan ekg echo us mammo dob mrn intake history hp op medlist meds immunization vaccine rechnung receta release roi fax license passport ssn w9 fmla loa std ltd poa dnr molst polst iep rtw workcomp wc ccd dcsum opnote cons dcsummary facesheet psych psychtesting fev1 pft spirometry sleep eeg emg holter ct dexa echo twin questionnaire referralform orders rxs avs soap hnp',
)
const MOST = 12

/** "Okonjo_DL_front.pdf", "inscard-mcafee_lorna-19610730.tif", "XRAY\VANCE_PAULETTE\": whose file it is. */
export function readNameFiles(page: Page): void {
  const { at, count } = page.stops.names
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readFileAt(page, at[k]!))
}

const isJoint = (page: Page, i: number): boolean => page.mark(i) === UNDERSCORE || page.mark(i) === DASH

/** Whether token `i` may be part of a name in a file's name. */
const isPiece = (page: Page, i: number): boolean =>
  page.tokens.type[i] === WORD &&
  page.lengthOf(i) > 2 &&
  page.taken[i] === 0 &&
  !PAPERS.has(page.tokens.word[i]!) &&
  !page.is(i, W.infra | W.care | W.staff | W.org | W.thing)

const isKnown = (page: Page, i: number): boolean => page.is(i, W.given | W.surname) && !page.is(i, W.common)

function readFileAt(page: Page, last: number): number {
  const t = page.tokens
  // Names in lower case show by the second, where that one is known.
  const led = page.mark(last - 1) === UNDERSCORE && t.gap[last] === GAP.none && t.shape[last] === SHAPE.lower
  const i = led && isPiece(page, last - 2) && t.gap[last - 1] === GAP.none ? last - 2 : last
  const next = page.mark(i + 1)
  const joined = isJoint(page, i + 1) || isJoint(page, i - 1)
  if (!joined || !isPiece(page, i) || (next !== UNDERSCORE && page.mark(i - 1) !== UNDERSCORE)) return 0
  const second = i + 2
  const pair =
    next === UNDERSCORE &&
    t.gap[i + 1] === GAP.none &&
    t.gap[second] === GAP.none &&
    isPiece(page, second) &&
    (isKnown(page, i) || isKnown(page, second))
  const end = pair ? second + 1 : i + 1
  const path =
    pair &&
    (page.mark(i - 1) === BACKSLASH || page.mark(i - 1) === SLASH) &&
    page.mark(end) === page.mark(i - 1)
  const papers = papersOf(page, i, end)
  if (papers < 0 && !path) return 0
  const shaped = t.shape[i] !== SHAPE.lower || (pair && (papers > 0 || isKnown(page, i)))
  const sure = pair ? shaped && (papers > 0 || isClinical(page, i)) : isKnown(page, i) && papers > 0
  const unknown = !pair && t.word[i] === 0 && t.shape[i] === SHAPE.capital && papers > 1
  if (!sure && !unknown) return 0
  return addName(page, i, end, pair ? 0.65 : 0.55, "a name in the name of somebody's file")
}

/** How many words for papers of a patient, and numbers, stand in the name of a file beside tokens `[i, end)`; -1 where it is no file. */
function papersOf(page: Page, i: number, end: number): number {
  const t = page.tokens
  let papers = 0
  for (let at = i - 1; at >= 0 && at > i - MOST && isOfFile(page, at, at + 1); at--)
    papers += weight(page, at)
  for (let at = end; at < t.count && at < end + MOST && isOfFile(page, at, at); at++) {
    if (page.mark(at) === DOT && ENDINGS.has(t.word[at + 1] ?? 0)) return papers
    papers += weight(page, at)
  }
  return -1
}

const weight = (page: Page, i: number): number =>
  PAPERS.has(page.tokens.word[i] ?? 0) ||
  page.health(i) !== undefined ||
  (page.taken[i] === 1 && isNumber(page, i))
    ? 1
    : 0

const isNumber = (page: Page, i: number): boolean =>
  page.tokens.type[i] === NUMBER || page.tokens.type[i] === MIXED

/** Whether a token is written together with its neighbour and no folder begins there. */
const isOfFile = (page: Page, i: number, joint: number): boolean =>
  page.tokens.gap[joint] === GAP.none && page.mark(i) !== BACKSLASH && page.mark(i) !== SLASH
