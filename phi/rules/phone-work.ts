import type { Kind } from '../kinds.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { sortByStart } from '../text/drafts.ts'
import { AMPERSAND, APOSTROPHE, BRACKET, COLON, COMMA, DASH, DOT, PIPE, PLUS, SLASH } from '../text/marks.ts'
import { type Draft, type Page, TOPIC } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'
import { isProxy, isTold } from './phone-owners.ts'

// Numbers of somebody at work, of a department or of a company, by what stands right before them.

const ROLES = wordSet(
  'nurse nurses rn lpn cna np pa md do pharmacist pharmd tech technician adj adjuster examiner dispatcher dispatch driver rep reps liaison clerk biller scheduler registrar coordinator supervisor sup mgr director planner navigator caseworker caseworkers officer detective deputy sgt lt trooper teacher principal trainer vendor contractor electrician plumber installer engineer superintendent janitor custodian broker agent underwriter reviewer auditor investigator surveyor inspector chaplain foreman lead owner approver champion sme poc hostess caterer',
)
const PLACES = wordSet(
  'dispatch services service questions implementation growth sales marketing support lab labs laboratory pharmacy bank radiology imaging command ops operations scheduling registration admitting admissions billing coding security facilities plant engineering maintenance housekeeping evs dietary kitchen transport warehouse depot showroom headquarters hq switchboard operator desk reception records hr payroll noc soc center centre district board bureau agency court police sheriff garage courier hotline intake credentialing compliance purchasing receiving dock biomed pacs telemetry triage icu nicu ed pacu onc peds cath endo orders logistics fulfillment returns onboarding accounting ap underwriting appeals claims utilization cardiology neurology oncology nephrology urology surgery ortho orthopedics gi pulm pulmonology psych psychiatry pediatrics dermatology endocrinology rheumatology anesthesia hospitalist morgue coroner enrollment eligibility provider repair repairs parts rental rentals catering',
)
/** "poison control", "funeral home", "social worker Tim" */
const PAIRED = wordSet('control home worker')
const PAIRS = wordSet('poison funeral nursing social case care infection')
const CAPITALS = wordSet('him or er ob um cm it ed')
const COMPANIES = wordSet(
  'drug drugs pharmacy rx tire lube mutual mut ortho orthopedics orthopaedics cardiology pulm pulmonary gi derm dermatology assoc associates dental insurance homecare hospice medical supply supplies labs imaging surgical oncology urology neurology rehab therapy eye optical vision audiology podiatry pediatrics peds obgyn llc inc corp co pc llp ltd group partners realty plumbing electric hvac heating catering pizza',
)
const LINKS = wordSet('at is on via or and ext due still now the')
const CALL = wordSet('call')
const ON = wordSet('on')
const LINES = wordSet('line phone number no cell mobile direct fax tel ph contact')
const OWN = wordSet('her his their my hers own pts patients him me she he')
const MOST_NAMES = 4
/** A longer word before a full stop is no abbreviation. */
const LONGEST_SHORT = 4

/** The token before which nothing but links stand: "(", ",", "at". */
function passLinks(page: Page, i: number): number {
  const t = page.tokens
  let at = i - 1
  for (let steps = 0; at >= 0 && steps < 5; steps++, at--) {
    if (t.gap[at + 1]! >= GAP.line) return -1
    const mark = page.mark(at)
    // "I see the other doctor. cell ..."
    if (mark === DOT && page.lengthOf(at - 1) > LONGEST_SHORT && !LINES.has(t.word[at - 1] ?? 0)) return -1
    const links =
      mark === BRACKET || mark === PLUS || mark === COMMA || mark === COLON || mark === DASH || mark === PIPE
    if (
      !links &&
      mark !== DOT &&
      !(t.type[at] === WORD && (LINKS.has(t.word[at]!) || LINES.has(t.word[at]!)))
    )
      break
  }
  return at
}

/** "Nurse Teddy, 505-...", "RN Tomlin at 555-0138", "adj. Ron D., 610-...", "Pharmacist is Benny": a job, then only a name. */
function isOfNamedWorker(page: Page, i: number): boolean {
  const t = page.tokens
  let at = passLinks(page, i)
  for (let names = 0; at >= 0 && names <= MOST_NAMES; at--) {
    if (t.gap[at + 1]! >= GAP.line) return false
    const mark = page.mark(at)
    // "I see the other doctor. cell ..."
    if (mark === DOT && t.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > LONGEST_SHORT) return false
    if (mark === DOT || mark === COMMA || mark === DASH || mark === COLON || mark === APOSTROPHE) continue
    if (t.type[at] !== WORD || OWN.has(t.word[at]!) || page.is(at, W.kin | W.patient)) return false
    // "Tech on call: Jean-Luc Amadi"
    if (CALL.has(t.word[at]!) && ON.has(t.word[at - 1] ?? 0)) return true
    if (isRole(page, at)) return !OWN.has(t.word[at - 1] ?? 0) && !isProxy(page, at)
    if (t.shape[at] === SHAPE.lower && !LINKS.has(t.word[at]!)) return false
    names++
  }
  return false
}

const isRole = (page: Page, i: number): boolean =>
  page.is(i, W.staff | W.providerTitle | W.credential) ||
  ROLES.has(page.tokens.word[i]!) ||
  (PAIRED.has(page.tokens.word[i]!) && PAIRS.has(page.tokens.word[i - 1] ?? 0))

const CONTACTS = wordSet('contact poc ask attn questions')
const PERSONAL = wordSet('emergency ice alternate alt parent guardian preferred patient pt kin')
const CONTACT_REACH = 24

/** "Contact Skip Tolliver 555-0139", where nobody is ill: whom to ask. */
function isOfContact(page: Page, i: number): boolean {
  const t = page.tokens
  let at = passLinks(page, i)
  let names = 0
  while (
    at >= 0 &&
    names < 3 &&
    t.type[at] === WORD &&
    t.shape[at] !== SHAPE.lower &&
    t.gap[at + 1]! < GAP.line
  ) {
    if (CONTACTS.has(t.word[at]!)) break
    names++
    at--
  }
  if (names === 0 || at < 0) return false
  const listed = page.mark(at) === COLON
  if (listed || page.mark(at) === COMMA) at--
  for (let k = at; k >= 0 && k >= at - (listed ? 3 : 1) && t.gap[k + 1]! < GAP.line; k--) {
    if (PERSONAL.has(t.word[k - 1] ?? 0)) return false
    if (CONTACTS.has(t.word[k]!)) return isOfNobody(page, i, CONTACT_REACH)
  }
  return false
}

/** Nobody who is ill, nor their people, within some tokens. */
function isOfNobody(page: Page, i: number, reach: number): boolean {
  if (page.around(TOPIC.patient, i, reach, reach) > 0 || page.isOfPerson(i)) return false
  return !page.before(i, W.kin | W.patient, reach)
}

/** "Dispatch 602-...", "Client services 801-...", "WALDRON DRUG  606-...": a department or a company right before. */
function isOfPlace(page: Page, i: number): boolean {
  const t = page.tokens
  const at = passLinks(page, i)
  if (at < 0 || t.type[at] !== WORD) return false
  if (OWN.has(t.word[at - 1] ?? 0)) return false
  if (PLACES.has(t.word[at]!)) return true
  if (PAIRED.has(t.word[at]!) && PAIRS.has(t.word[at - 1] ?? 0)) return true
  if (t.shape[at] === SHAPE.caps && CAPITALS.has(t.word[at]!)) return true
  if (t.shape[at] === SHAPE.lower || !COMPANIES.has(t.word[at]!)) return false
  const before = page.mark(at - 1) === AMPERSAND || page.mark(at - 1) === DASH ? at - 2 : at - 1
  return before >= 0 && t.type[before] === WORD && t.shape[before] !== SHAPE.lower
}

const FAXES = wordSet('fax fx f facsimile')
const NONE = wordSet('none no na n/a unknown')
const PHONES = wordSet('ph p tel t o phone telephone voice office main')

/** "ph 231-555-0170  fx 231-555-0171", "(918) 555-0120 / fax (918) 555-0121": a phone and a fax in one breath. */
function isBesideFax(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  const at =
    page.mark(next) === SLASH || page.mark(next) === PIPE || page.mark(next) === COMMA ? next + 1 : next
  if (at >= t.count || t.gap[at]! >= GAP.line || !FAXES.has(t.word[at] ?? 0)) return false
  // "Phone: ...  Fax: none"
  if (NONE.has(t.word[page.mark(at + 1) === COLON ? at + 2 : at + 1] ?? 0)) return false
  if (isPersonal(page, i)) return false
  if (at > next) return true
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) if (PHONES.has(t.word[k]!)) return true
  return false
}

const OWN_LINES = wordSet('home cell mobile house personal evening pts patient patients her his my me')
const OWN_REACH = 8

function isPersonal(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - OWN_REACH && t.gap[at + 1]! < GAP.line; at--)
    if (OWN_LINES.has(t.word[at]!)) return true
  return false
}

const OFFICES = wordSet('o d f')

/** "O 402-555-0106" at the head of a line: office, direct line or fax, as under letters. */
function isLineOfSignature(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  let at = i - 1
  while (at > i - 4 && (page.mark(at) === COLON || page.mark(at) === DOT || page.mark(at) === BRACKET)) at--
  if (at < 0 || page.lengthOf(at) !== 1 || t.shape[at] === SHAPE.lower || !OFFICES.has(t.word[at]!))
    return false
  if (t.gap[at]! < GAP.line && page.mark(at - 1) !== PIPE) return false
  for (let k = next; k < next + 5 && k < t.count; k++) if (OWN_LINES.has(t.word[k]!)) return false
  return true
}

const LISTS = wordSet('directory phonebook')
const LIST = wordSet('list tree sheet')
const LISTED = wordSet('phone contact contacts extension')
const LIST_REACH = 90

const CALLS = wordSet('call me at cell')
const SIGNED = 14

/** "Call me 701-555-0134.", and on the next lines "Lorna Two Bears, Office Mgr.": whoever writes at work. */
function isSignedAtWork(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  if (!CALLS.has(t.word[i - 1] ?? 0)) return false
  let lines = 0
  for (let at = next; at < t.count && at < next + SIGNED; at++) {
    if (t.gap[at]! >= GAP.line) lines++
    if (lines > 0 && (page.is(at, W.staff | W.credential) || isMarkedRole(page, at))) return true
  }
  return false
}

const isMarkedRole = (page: Page, i: number): boolean =>
  ROLES.has(page.tokens.word[i]!) && page.tokens.shape[i] !== SHAPE.lower && page.lengthOf(i) > 2

const HOUSE = wordSet('house home')
const NOT_HOME = wordSet('health care nursing group page office')

/** "fax at the house 479-...", "home fax ...": somebody's own, whatever else is said. */
export function isAtHouse(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - 4 && gap[at + 1]! < GAP.line; at--)
    if (HOUSE.has(word[at]!)) return !NOT_HOME.has(word[at + 1] ?? 0)
  return false
}

const FROM = wordSet('from')
const SENT = wordSet('sms text texts call calls voicemail vm msg message line')

/** "SMS to clinic line from +1 (512) ...": whoever sent it. */
export function isFromCaller(page: Page, i: number): boolean {
  const { word } = page.tokens
  const at = page.mark(i - 1) === PLUS || page.mark(i - 1) === BRACKET ? i - 2 : i - 1
  const from = page.mark(at) === PLUS || page.mark(at) === BRACKET ? at - 1 : at
  const before = from > 0 && word[from] === 0 ? from - 1 : from
  if (!FROM.has(word[before] ?? 0)) return false
  for (let k = before - 1; k >= 0 && k >= before - 5; k--) if (SENT.has(word[k]!)) return true
  return false
}

const FAR = 60
const LINE_KINDS: ReadonlySet<Kind> = new Set<Kind>(['phone', 'fax'])

/** What stands around a number, as far as it counts; what two numbers have in common is looked at once. */
class Passed {
  /** The last word for a list of whom to call, and for somebody ill, kin or a private mailbox. */
  head = -1
  somebody = -1
  blank = 0
  words = 0
  #at = 0
  #from = 0
  #to = 0

  moveTo(page: Page, i: number): void {
    const { word, gap, count } = page.tokens
    this.#at = Math.max(this.#at, i - LIST_REACH)
    if (this.#to < i - FAR) {
      this.words = 0
      this.#from = i - FAR
      this.#to = this.#from
    }
    for (; this.#at < i; this.#at++) {
      const at = this.#at
      if (gap[at] === GAP.blank) this.blank = at
      if (page.is(at, W.kin | W.patient | W.webmail)) this.somebody = at
      if (LISTS.has(word[at]!) || (LIST.has(word[at]!) && LISTED.has(word[at - 1] ?? 0))) this.head = at
    }
    for (; this.#to < Math.min(count, i + FAR); this.#to++) if (isLongWord(page, this.#to)) this.words++
    for (; this.#from < i - FAR; this.#from++) if (isLongWord(page, this.#from)) this.words--
  }
}

const isLongWord = (page: Page, i: number): boolean => page.tokens.type[i] === WORD && page.lengthOf(i) > 2

const LEAST_WORDS = 8

/**
 * Lowers numbers that no firm label tells of where they stand in a directory, or where neither health nor anybody ill,
 * nor their people, are spoken of in the whole neighbourhood: those of whoever works there. Names must have been read.
 */
export function weighLines(page: Page): void {
  lowerFaxesBesidePhones(page)
  const lines = page.drafts.filter(
    (d) => d.level === 'identifier' && LINE_KINDS.has(d.kind) && d.confidence <= PLAIN,
  )
  if (lines.length === 0) return
  sortByStart(lines)
  const passed = new Passed()
  let i = 0
  for (const draft of lines) {
    i = page.tokenAfter(draft.start, i)
    passed.moveTo(page, i)
    if (isInDirectory(page, passed, i))
      lower(draft, `a ${draft.kind} number in a list of whom to call at work`)
    else if (isFarFromCare(page, passed, i) && !isTold(page, i, page.tokenAfter(draft.end, i)))
      lower(draft, `a ${draft.kind} number where nobody's care is spoken of`)
  }
}

/** "On call directory ...": numbers of a list of whom to call at work. */
const isInDirectory = (page: Page, { head, somebody }: Passed, i: number): boolean =>
  head >= 0 && head >= i - LIST_REACH && somebody < head && page.around(TOPIC.patient, i, 60, 20) === 0

/** Among enough words to know what is spoken of. */
function isFarFromCare(page: Page, { somebody, blank, words }: Passed, i: number): boolean {
  if (words < LEAST_WORDS || page.around(TOPIC.clinical, i, FAR, FAR) > 0 || page.isOfPerson(i)) return false
  return !(somebody >= i - FAR && somebody >= blank) && !isPersonal(page, i)
}

function lower(draft: Draft, reason: string): void {
  draft.confidence = 0.4
  draft.level = 'weak'
  draft.of = undefined
  draft.inCare = undefined
  draft.reason = reason
}

const BESIDE = 16

/** "Client services 801-555-0175, fax 801-555-0176": beside an office's phone stands an office's fax. */
function lowerFaxesBesidePhones(page: Page): void {
  if (!page.drafts.some((d) => d.kind === 'fax' && d.level === 'identifier')) return
  const lines = page.drafts.filter((d) => LINE_KINDS.has(d.kind))
  sortByStart(lines)
  for (let k = 1; k < lines.length; k++) {
    const [phone, fax] = [lines[k - 1]!, lines[k]!]
    if (fax.kind !== 'fax' || fax.level !== 'identifier' || phone.level === 'identifier') continue
    if (
      phone.kind === 'phone' &&
      fax.start - phone.end < BESIDE &&
      !isPersonal(page, page.tokenAt(fax.start))
    )
      lower(fax, 'a fax number beside the phone number of an office')
  }
}

/** Of numbers without a label. */
const PLAIN = 0.85

const ATTENTION = wordSet('attn attention')

/** "to 614-555-0148, attn HIM" */
const isForAttention = (page: Page, next: number): boolean =>
  ATTENTION.has(page.tokens.word[page.mark(next) === COMMA ? next + 1 : next] ?? 0)

/** Whether the number at tokens `[i, next)` is of somebody at work, a department or a company. */
export const isOfWork = (page: Page, i: number, next: number): boolean =>
  isOfNamedWorker(page, i) ||
  isForAttention(page, next) ||
  isOfPlace(page, i) ||
  isOfContact(page, i) ||
  isBesideFax(page, i, next) ||
  isLineOfSignature(page, i, next) ||
  isSignedAtWork(page, i, next)
