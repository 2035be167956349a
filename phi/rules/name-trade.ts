import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, COMMA, DASH, DOT } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'

const EXCLAMATION = 33

/** Before a name these say what somebody is, and no patient. */
const OFFICES = wordSet(
  'coach principal deputy judge alj aide crna implementer implementor requestor ofc officer detective det sheriff attorney atty superintendent supt magistrate marshal trooper inspector auditor examiner adjuster adj agent engineer technician librarian counselor counsellor teacher professor councilman councilwoman senator representative commissioner registrar clerk notary paralegal chaplain deacon tester prescriber preparer scribe dispatcher cra crc backup attention cm',
)
const LABELS = wordSet(
  'tester requestor requester implementer prescriber driver cra crc adj adjuster adjudicator examiner preparer partner presenter scribe backup support network apps security oncall vendor buyer planner rep reps present facilitator notetaker moderator minutes author editor trainer installer chair cochair treasurer secretary board committee team prepared approver sponsor owner coordinator monitor pi coinvestigator investigator circ scrub anes asst assistant anesthesia surgeon',
)
const ASKED = wordSet('questions report reports fwd forward escalate escalated queries comments concerns')
const TO = wordSet('to')

/** "Judge Amos Thorne", "Tester: Quinn Marchetti", "questions to Magnus Dahl", "HR partner: ...". */
export function isLabelledAtWork(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.gap[i]! >= GAP.line) return false
  const word = t.type[i - 1] === WORD ? t.word[i - 1]! : 0
  if (OFFICES.has(word) && t.gap[i] === GAP.space && !page.is(i - 2, W.patient | W.kin)) return true
  // "Drs. Abel Ferreira and Joan ..." has a title; "Report to Augustin Pell"
  if (TO.has(word) && ASKED.has(t.word[i - 2] ?? 0)) return !page.is(i - 3, W.patient)
  if (page.mark(i - 1) !== COLON) return false
  let work = false
  for (let at = i - 2; at >= 0 && at >= i - 5 && t.gap[at + 1]! < GAP.wide; at--) {
    if (page.is(at, W.patient | W.kin | W.care) || page.mark(at) === DOT || page.mark(at) === COMMA) break
    work ||= LABELS.has(t.word[at]!) || page.is(at, W.staff)
  }
  return work
}

const JOBS = wordSet(
  'advocate appeals appeal risk grievances grievance denials denial infosec gc esq counsel growth sales integration integrations implementation management ops plant liaison it hr security compliance marketing finance billing coding accounts operations engineering support helpdesk desk networks telecom facilities informatics analytics partnerships success procurement purchasing quality safety privacy legal registration scheduling credentialing recovery collections claims underwriting tier shift cfo cio ceo coo cno dir mgr intern volunteer chair chairman president treasurer',
)

const isJob = (page: Page, i: number): boolean => page.is(i, W.staff) || JOBS.has(page.tokens.word[i] ?? 0)
const LONGEST_JOB = 7

/** "- Tobias Renn, InfoSec", "Lamar Petrie / Denials, 3rd shift": a job after the name, up to the end of its line. */
export function signsWithJob(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  const before = page.mark(i - 1)
  const led = before === DASH || before === DOT || before === EXCLAMATION
  if (i === 0 || (t.gap[i]! < GAP.line && !led)) return false
  const comma = page.mark(end) === COMMA
  const under = end < t.count && t.gap[end] === GAP.line
  if (!comma && !(under && t.gap[i]! >= GAP.line)) return false
  let jobs = 0
  const from = comma ? end + 1 : end
  for (let at = from; at < t.count && at < from + LONGEST_JOB; at++) {
    if (at > from && t.gap[at]! >= GAP.line) break
    if (page.mark(at) === COLON || page.health(at) !== undefined || page.is(at, W.kin)) return false
    if (page.is(at, W.patient) && !isJob(page, at + 1)) return false
    if (t.type[at] === NUMBER) break
    if (page.mark(at) === DOT && t.gap[at + 1] === GAP.space) break
    if (isJob(page, at)) jobs++
  }
  return jobs > 0
}

const LISTS = wordSet('newsletter directory roster attendees badges minutes memo', STOP.work)
const STAFFED = wordSet('staff phone rep reps employee employees adjuster contact badge')
const LIST = wordSet('list lists', STOP.work)
const LIST_REACH = 70

/** Under the head of minutes, a directory or a list of staff, where no patient is spoken of near by. */
export function isOnListOfStaff(page: Page, i: number): boolean {
  if (page.around(TOPIC.work, i, LIST_REACH, 0) === 0) return false
  const { word, shape } = page.tokens
  if (page.around(TOPIC.patient, i, 15, 15) + page.around(TOPIC.health, i, 8, 8) > 0 || page.isOfPerson(i))
    return false
  for (let at = i - 1; at >= 0 && at >= i - LIST_REACH; at--) {
    if (LISTS.has(word[at]!) && shape[at] !== SHAPE.lower && page.tokens.type[at - 1] !== NUMBER) return true
    if (LIST.has(word[at]!) && (STAFFED.has(word[at - 1] ?? 0) || STAFFED.has(word[at - 2] ?? 0))) return true
  }
  return false
}

const DESKS = wordSet('calling contacting desk helpdesk')
const BEING = wordSet('is')
const THIS = wordSet('this')

/** "Thanks for calling Lakemont, this is Paul": whoever answers the phone of an office. */
export function answersPhone(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  if (!BEING.has(word[i - 1] ?? 0) || !THIS.has(word[i - 2] ?? 0)) return false
  for (let at = i - 2; at >= 0 && at >= i - 14 && gap[at + 1]! < GAP.line; at--)
    if (DESKS.has(word[at]!)) return true
  return false
}

const YOUR = wordSet('your our')
const OF_SCHOOL = wordSet('grade teacher class')
const GIVEN_BY = wordSet('by attn attention')

/** "your Mr. Ditmars", "the nurse, Ms. Trask", "(Grade 4, Ms. Tran)": the title at token `i`. */
export function isTitledAtWork(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.gap[i]! >= GAP.line) return false
  const word = t.type[i - 1] === WORD ? t.word[i - 1]! : 0
  if (YOUR.has(word) || (GIVEN_BY.has(word) && page.around(TOPIC.patient, i, 12, 12) === 0)) return true
  for (let at = i - 1; at >= 0 && at >= i - 4 && t.gap[at + 1]! < GAP.line; at--) {
    if (page.is(at, W.patient | W.kin)) return false
    if (OF_SCHOOL.has(t.word[at]!) || OFFICES.has(t.word[at]!)) return true
    if (page.is(at, W.staff | W.providerTitle) && (page.mark(i - 1) === COMMA || at === i - 2)) return true
  }
  return false
}

const LETTER_P = 112

/** "Jerome K. Vandersloot, M.D.", not "..., P.O. Box" */
export const isDoctorOfMedicine = (page: Page, end: number): boolean =>
  page.mark(end) === COMMA &&
  page.lengthOf(end + 1) === 1 &&
  page.mark(end + 2) === DOT &&
  page.lengthOf(end + 3) === 1 &&
  (page.unit(page.tokens.start[end + 1]!) | 32) !== LETTER_P &&
  page.tokens.gap[end + 3] === GAP.none &&
  page.mark(end + 4) === DOT
