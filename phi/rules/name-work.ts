import { STOP, W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { BRACKET, CLOSING_BRACKET, COLON, COMMA, DASH, DOT, PIPE, QUESTION } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { MAKERS } from './name-doubts.ts'
import { isOnRoster } from './roster.ts'

const EXCLAMATION = 33
const DEPARTMENTS = wordSet(
  'it hr him coding billing registration scheduling compliance access desk frontdesk accounting payroll purchasing facilities informatics helpdesk reception training procurement credentialing transcription housekeeping privacy security finance marketing remote onsite support',
)
const CONTACTS = wordSet(
  'contact rep lead owner liaison backup boss colleague coworker teammate counterpart caseworker therapist dentist midwife counselor pharmacist pcp surgeon teacher lawyer attorney',
)
const COLLEAGUES = wordSet('rep liaison boss colleague coworker teammate counterpart caseworker')
const EMERGENCY = wordSet('emergency her his emerg ice')

/** Whoever is named after one of these works somewhere. */
const ROLES = wordSet(
  'nurses doctors physicians providers techs technicians clinicians therapists pharmacists users employees admins coders billers schedulers trainers attendees presenters staffers engineers managers supervisors reps candidates applicants interns volunteers',
)
const ATTENDING = wordSet(
  'attendees attendee presenter presenters participants invitees facilitator notetaker organizer congratulations congrats kudos trainer trainers training interviewing volunteer volunteers',
  STOP.work,
)
const COVERING = wordSet('call oncall roster shift shifts coverage covering covers pto rotation', STOP.work)
const WEEKDAYS = wordSet(
  'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
)

const isWork = (page: Page, i: number): boolean =>
  page.is(i, W.staff) || DEPARTMENTS.has(page.tokens.word[i] ?? 0)

/** "CFO (Wendell Pruitt)", "(Georges Haddad, coding)", "our contact there is Marcus Tello", "Tasha (front desk):". */
export function isNamedAtWork(page: Page, i: number, end: number): boolean {
  return (
    isSignedAlone(page, i, end) ||
    followsRoles(page, i) ||
    goesOnWithStaff(page, i) ||
    isAddressed(page, i, end) ||
    isAsked(page, i, end) ||
    isFromWork(page, end) ||
    isCallerAtWork(page, i, end) ||
    signsAtWork(page, i) ||
    isOverDepartment(page, i, end) ||
    isOnRoster(page, i) ||
    isUserOfSystems(page, i) ||
    followsRole(page, i) ||
    bracketsRole(page, i, end) ||
    isRoleOf(page, i) ||
    isSignedOff(page, i, end) ||
    isEmployed(page, i)
  )
}

/** A job or department right before the bracket that holds the name. */
function followsRole(page: Page, i: number): boolean {
  // "HR, Simone Adair"
  if (
    page.mark(i - 1) === COMMA &&
    page.tokens.shape[i - 2] === SHAPE.caps &&
    DEPARTMENTS.has(page.tokens.word[i - 2] ?? 0)
  )
    return true
  if (page.mark(i - 1) !== BRACKET) return false
  return (
    isWork(page, i - 2) ||
    EMPLOYEES.has(page.tokens.word[i - 3] ?? 0) ||
    (page.is(i - 3, W.staff) && !page.is(i - 2, W.patient | W.kin | W.care))
  )
}

/** A job or department in the bracket with the name, or in one right after it. */
function bracketsRole(page: Page, i: number, end: number): boolean {
  const within = page.mark(i - 1) === BRACKET && page.mark(end) === COMMA
  if (!within && page.mark(end) !== BRACKET) return false
  for (let at = end + 1; at < end + 6 && page.mark(at) !== CLOSING_BRACKET; at++)
    if (isWork(page, at)) return true
  return false
}

const MEETING_REACH = 24

/** "nurses Amara Diallo", "attendees: Kim Soto, Raj Patel", "Tue Okonkwo" of a roster, "nurse of the month Yolanda Prieto". */
function followsRoles(page: Page, i: number): boolean {
  const { word, gap, type, hash } = page.tokens
  const before = page.mark(i - 1) === COLON ? i - 2 : i - 1
  if (gap[i]! < GAP.line && ROLES.has(word[before] ?? 0)) return true
  // "; MD Ana Souza"
  const titled =
    page.is(i - 1, W.credential) && page.tokens.shape[i - 1] === SHAPE.caps && page.lengthOf(i - 1) < 4
  if (titled && gap[i] === GAP.space && (page.mark(i - 2) !== 0 || gap[i - 1]! >= GAP.line)) return true
  if (hash[i - 2] === THE && hash[i - 3] === OF && PERIODS.has(word[i - 1] ?? 0)) return true
  if (page.around(TOPIC.work, i, MEETING_REACH, 0) === 0) return false
  const listed = type[i - 1] === WORD && WEEKDAYS.has(word[i - 1]!)
  for (let at = i - 1; at >= 0 && at >= i - MEETING_REACH && gap[at + 1] !== GAP.blank; at--) {
    if (page.is(at, W.patient | W.kin)) return false
    if (ATTENDING.has(word[at]!) && (at > i - 5 || sameLine(page, at, i))) return true
    if (listed && COVERING.has(word[at]!)) return true
  }
  return false
}

const ASKS = wordSet(
  'please pls plz can could would will do did when fyi any the we i have is there see heads thanks thx how where what quick not',
)

/** "Jim, please call the vendor": a colleague is spoken to. */
function isAddressed(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  const begins = i === 0 || t.gap[i]! >= GAP.line
  return begins && end === i + 1 && page.mark(end) === COMMA && ASKS.has(t.word[end + 1] ?? 0)
}

const ASKING = wordSet('ask asked ping cc thank thx bug nudge poke')
const THANKS = wordSet('thanks thx credit kudos')
const ASKED_FOR = wordSet('to for about if in when')

/** "Ask Denise.", "thanks to Arturo for finding it". */
function isAsked(page: Page, i: number, end: number): boolean {
  const { word, hash, count, gap, shape } = page.tokens
  if (end > i + 2 || gap[i] !== GAP.space) return false
  const asked = ASKING.has(word[i - 1] ?? 0) || (hash[i - 1] === TO && THANKS.has(word[i - 2] ?? 0))
  if (!asked || page.around(TOPIC.patient, i, 12, 12) + page.around(TOPIC.health, i, 0, 12) > 0) return false
  return (
    end >= count ||
    gap[end]! >= GAP.line ||
    page.mark(end) !== 0 ||
    (ASKED_FOR.has(word[end]!) && shape[end] === SHAPE.lower)
  )
}

const TO = hashWord('to')
const FROM = hashWord('from')
const TRADES = wordSet('radiology lab pharmacy imaging nursing transport dietary')
const HOMES = wordSet(
  'manor village estates hall hospice wing ward campus suites home nursing rehab county center centre',
)

/** "Brent from radiology", "Carlos from Philips", with the word after the name at token `end`. */
function isFromWork(page: Page, end: number): boolean {
  const t = page.tokens
  if (t.hash[end] !== FROM || t.gap[end] !== GAP.space) return false
  const where = end + 1
  if (t.type[where] !== WORD) return false
  if (t.shape[where] === SHAPE.lower) return isWork(page, where) || TRADES.has(t.word[where]!)
  return (
    isWork(page, where) ||
    MAKERS.has(t.word[where]!) ||
    (page.is(where + 1, W.org) && !HOMES.has(t.word[where + 1]!) && t.shape[where + 1] !== SHAPE.lower)
  )
}

const CALLER = wordSet('caller contact requester requestor reporter called callback spoke submitter')
const AT = wordSet('at with of for')
const OFFICES = wordSet('office practice clinic')
const DR = wordSet('dr doctor drs')
const CALLER_REACH = 4
const OFFICE_REACH = 7

/** "Caller: Pilar at Dr Stoddard's office": whoever calls from an office. */
export function isCallerAtWork(page: Page, i: number, end: number): boolean {
  const { word, gap, count } = page.tokens
  if (!AT.has(word[end] ?? 0) && page.tokens.hash[end] !== FROM && page.mark(end) !== COMMA) return false
  let told = false
  for (let at = i - 1; at >= 0 && at >= i - CALLER_REACH && gap[at + 1]! < GAP.line; at--)
    told ||= CALLER.has(word[at]!)
  const from = page.mark(end) === COMMA ? end + 1 : end
  let doctor = false
  for (let at = from; told && at < from + OFFICE_REACH && at < count && gap[at]! < GAP.line; at++) {
    if (page.is(at, W.kin | W.patient)) return false
    doctor ||= DR.has(word[at]!)
    if (doctor && OFFICES.has(word[at]!)) return true
  }
  return false
}

const SIGNING = wordSet('signature sig sign signed initials esignature cosigner cosignature')
const CLINICIANS = wordSet(
  'physician provider doctor practitioner surgeon prescriber clinician nurse therapist tech witness',
)
const SIGNATURE_REACH = 4

/** "RN signature: M. Tallbear", "Signature of RN: ...": whoever signs at work. */
function signsAtWork(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  if (page.mark(i - 1) !== COLON || gap[i]! >= GAP.line) return false
  let signs = false
  let works = false
  for (let at = i - 2; at >= 0 && at >= i - 1 - SIGNATURE_REACH && gap[at + 1]! < GAP.wide; at--) {
    if (page.is(at, W.patient | W.kin)) return false
    signs ||= SIGNING.has(word[at]!)
    works ||= page.is(at, W.staff | W.credential | W.providerTitle) || CLINICIANS.has(word[at]!)
  }
  return signs && works
}

const LONGEST_DEPARTMENT = 5

/** A name on its own line after a blank one, a department alone on the next: "Gwendolyn Asare / Clinical Informatics". */
function isOverDepartment(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  if (i === 0 || t.gap[i] !== GAP.blank || t.gap[end] !== GAP.line) return false
  let works = false
  let at = end
  for (; at < t.count && (at === end || t.gap[at]! < GAP.line); at++) {
    if (at >= end + LONGEST_DEPARTMENT) return false
    if (t.type[at] === NUMBER || page.mark(at) === COLON || page.is(at, W.patient | W.kin)) return false
    works ||= t.shape[at] !== SHAPE.lower && (isWork(page, at) || TRADES.has(t.word[at]!))
  }
  return works
}

/** "nurses Amara Diallo, Piotr Zielinski": the second is of the same row. */
function goesOnWithStaff(page: Page, i: number): boolean {
  const last = page.drafts.at(-1)
  if (page.mark(i - 1) !== COMMA || last === undefined || last.kind !== 'name' || last.level !== 'weak')
    return false
  return last.end === page.tokens.end[i - 2] && followsRoles(page, page.tokenAt(last.start))
}

const PERIODS = wordSet('day week month quarter year')
const THE = hashWord('the')

function sameLine(page: Page, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++)
    if (page.tokens.gap[at]! >= GAP.line || (page.mark(at) === DOT && page.tokens.gap[at + 1]! > GAP.none))
      return false
  return true
}

const ADMINISTERED = wordSet(
  'password pw passwd mfa account accounts login logon locked lock unlock unlocked reset username user users userid permissions permission role roles access vpn distribution mailbox badge credentials token onboard offboard deactivate disable disabled enable provision pager ext extension manager supervisor starts hire',
  STOP.work,
)
const OF_PATIENTS = wordSet(
  'portal mychart proxy chart charts record records statement bill guarantor balance payment copay refund healow',
)
const ADMIN_REACH = 12
const LEAST_ADMIN = 2
const DISTRIBUTION = hashWord('distribution')

/** "reset the password for Jonathan Weiss (jweiss)": accounts and lists of staff are spoken of, and neither a patient nor a portal. */
function isUserOfSystems(page: Page, i: number): boolean {
  if (page.around(TOPIC.work, i, ADMIN_REACH, ADMIN_REACH) === 0) return false
  const health = page.around(TOPIC.health, i, 15, 15)
  if (page.around(TOPIC.patient, i, 30, 30) > 0 || health > 1 || page.isOfPerson(i)) return false
  const { word, hash, count } = page.tokens
  let found = 0
  for (let at = Math.max(0, i - ADMIN_REACH); at < Math.min(count, i + ADMIN_REACH); at++) {
    if (OF_PATIENTS.has(word[at]!)) return false
    if (ADMINISTERED.has(word[at]!)) found += hash[at] === DISTRIBUTION ? 2 : 1
  }
  return found >= LEAST_ADMIN + health
}

const ROLE_REACH = 6

/** "Our contact at the lab is", "the rep there is", "the tech was". */
function isRoleOf(page: Page, i: number): boolean {
  const { word, hash, type, gap } = page.tokens
  // "Agent of the day: Marisela"
  if (page.mark(i - 1) === COLON && hash[i - 2] === DAY) return page.before(i - 2, W.staff, 3)
  if (type[i - 1] !== WORD || gap[i] !== GAP.space) return false
  if (COLLEAGUES.has(word[i - 1]!)) return true
  // "client of Amy"
  if (hash[i - 1] === OF && page.is(i - 2, W.patient)) return true
  if (!BEING.has(word[i - 1]!)) return false
  for (let at = i - 2; at >= 0 && at >= i - ROLE_REACH && gap[at + 1]! < GAP.line; at--) {
    if (page.mark(at) !== 0 || page.is(at, W.patient | W.kin) || EMERGENCY.has(word[at]!)) return false
    if (page.is(at, W.staff) || CONTACTS.has(word[at]!)) return true
  }
  return false
}

const BEING = wordSet('is was')
const OF = hashWord('of')
const DAY = hashWord('day')

/** A line of its own that names somebody with a job or department: "Lorraine Tackett, Patient Access", "R. Castaneda | Analyst". */
function isSignedOff(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  const mark = page.mark(end)
  const begins = t.gap[i]! >= GAP.line || (page.mark(i - 1) === DASH && t.gap[i - 1]! >= GAP.wide)
  if (!begins || i === 0 || (mark !== COMMA && mark !== PIPE && mark !== DASH)) return false
  let jobs = 0
  let at = end + 1
  for (; at < t.count && t.gap[at]! < GAP.line && at < end + LONGEST_TITLE; at++) {
    if (t.type[at] === NUMBER && page.taken[at] !== 0) return jobs > 0
    if (page.mark(at) === COLON) return false
    if (page.health(at) !== undefined) return false
    if (isWork(page, at) || (page.is(at, W.org) && t.shape[at] !== SHAPE.lower)) jobs++
  }
  return jobs > 0
}

const LONGEST_TITLE = 14

/** "Can you edit? Kim", or "Cora" on the last line: whoever writes a ticket, unless it is about the writer's own. */
function isSignedAlone(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  const mark = page.mark(i - 1)
  const led = mark === DASH && t.gap[i - 1]! > GAP.none
  const begins =
    t.gap[i]! >= GAP.line ||
    led ||
    ((mark === DOT || mark === QUESTION || mark === EXCLAMATION) && t.gap[i] === GAP.space)
  if (i < LEAST_LETTER || !begins || end - i > 1) return false
  const past = page.mark(end) === DOT && t.gap[end] === GAP.none ? end + 1 : end
  if (past < t.count && t.gap[past] !== GAP.blank) return false
  return !isOfFamily(page, i)
}

/** Fewer tokens before make no ticket. */
const LEAST_LETTER = 8
const LETTER = 120

/** "my daughter", "my results": a letter of a patient, or of somebody close to one. */
export function isOfFamily(page: Page, before: number): boolean {
  for (let at = before - 1; at >= 0 && at >= before - LETTER; at--)
    if (page.is(at, W.firstPerson) && page.after(at + 1, W.kin | W.care, 3)) return true
  return false
}

const EMPLOYMENT = wordSet(
  'hire hires hired onboard onboarding offboarding terminated termination employee employees supervisor position title manager department dept badge account accounts login logins role roles permissions equipment groups starting starts start roster shift shifts pto payroll training headset laptop mailbox resigned new access needs job location ext extension',
  STOP.work,
)
const EMPLOYMENT_REACH = 25
const LEAST_EMPLOYMENT = 3
/** "Patient Service Rep" speaks of a job as well. */
const MOST_CARE = 2

/** Forms for new and leaving staff: accounts, titles and supervisors are spoken of, and no patient nor health. */
export function isEmployed(page: Page, i: number): boolean {
  if (page.around(TOPIC.work, i, EMPLOYMENT_REACH, EMPLOYMENT_REACH) < LEAST_EMPLOYMENT) return false
  const care =
    page.around(TOPIC.patient, i, EMPLOYMENT_REACH, EMPLOYMENT_REACH) +
    page.around(TOPIC.health, i, EMPLOYMENT_REACH, EMPLOYMENT_REACH)
  if (care > MOST_CARE || page.isOfPerson(i)) return false
  const { word, count } = page.tokens
  let found = 0
  const to = Math.min(count, i + EMPLOYMENT_REACH)
  for (let at = Math.max(0, i - EMPLOYMENT_REACH); at < to; at++) if (EMPLOYMENT.has(word[at]!)) found++
  return found >= LEAST_EMPLOYMENT + care && namesEmployee(page, i)
}

const EMPLOYEES = wordSet(
  'hire hires hired employee employees supervisor title position onboarding offboarding roster shift terminated resigned',
)

function namesEmployee(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  const to = Math.min(count, i + EMPLOYMENT_REACH)
  for (let at = Math.max(0, i - EMPLOYMENT_REACH); at < to; at++) if (EMPLOYEES.has(word[at]!)) return true
  return false
}
