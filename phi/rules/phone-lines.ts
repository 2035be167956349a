import { W, wordSet } from '../lexicon/words.ts'
import {
  AT_SIGN,
  BRACKET,
  COLON,
  COMMA,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  HASH,
  PIPE,
  PLUS,
} from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isOfFamily } from './name-work.ts'
import { isOnRoster } from './roster.ts'

/** Lines of offices: their meetings, letterheads and signatures, and whoever does work for them. */

const MEETING = wordSet(
  'dialin bridge conference passcode webinar webex conferencing teleconference audioconference confcall',
)
const DIALS = wordSet('dial join joining audio call calls')
const CODES = wordSet('pin passcode code access conference meeting host participant')
const MEETING_REACH = 8

/** "Dial in +1 646 558 8656", "bridge 312-555-0177 pin 88120#": what is dialled into a meeting. */
function isOfMeeting(page: Page, i: number, next: number): boolean {
  const { word, count, gap, type } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - MEETING_REACH && gap[at + 1] !== GAP.blank; at--) {
    if (page.is(at, W.kin | W.patient)) return false
    if (MEETING.has(word[at]!)) return page.around(TOPIC.health, at, 8, 8) === 0
    const into = page.mark(at + 1) === DASH ? at + 2 : at + 1
    if (DIALS.has(word[at]!) && IN.has(word[into] ?? 0) && type[into] === WORD) return true
  }
  // "617-555-0100, passcode 4471#", "PIN: 88120 #"
  const from = page.mark(next) !== 0 ? next + 1 : next
  if (!CODES.has(word[from] ?? 0)) return false
  if (DIALS.has(word[i - 1] ?? 0) && word[i - 1] !== 0 && type[from + 1] === NUMBER) return true
  for (let at = from + 1; at < from + 6 && at < count && gap[at]! < GAP.blank; at++)
    if (page.mark(at) === HASH && type[at - 1] === NUMBER && gap[at]! <= GAP.space) return true
  return PASSCODE.has(word[from]!)
}

const IN = wordSet('in')
const PASSCODE = wordSet('passcode')

const LINE_LETTERS = wordSet('p t o d f w c m ph tel fax fx fon telefon phone main office direct cell mobile')
const FAX_LETTERS = wordSet('f fax fx telefax facsimile')

/** The letter or word that a number at token `i` stands after: "P 218-555-0100", "F: 218-555-0101"; -1 for none. */
function letterBefore(page: Page, i: number): number {
  let at = i - 1
  while (at > i - 4 && isLink(page, at)) at--
  return at >= 0 && page.tokens.type[at] === WORD && LINE_LETTERS.has(page.tokens.word[at]!) ? at : -1
}

const isLink = (page: Page, i: number): boolean => {
  const mark = page.mark(i)
  return mark === COLON || mark === DOT || mark === BRACKET || mark === PLUS
}

const LETTERHEAD_REACH = 9

/** "P 218-555-0100  F 218-555-0101": a phone beside a fax, each after its letter, is of a letterhead or a signature. */
function isOfLetterhead(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  const letter = letterBefore(page, i)
  if (letter < 0) return false
  if (page.around(TOPIC.patient, i, 12, 4) > 0 || page.before(i, W.kin | W.given, 6)) return false
  if (FAX_LETTERS.has(t.word[letter]!)) {
    for (let at = letter - 1; at >= 0 && at >= letter - LETTERHEAD_REACH - 4; at--)
      if (t.type[at] === WORD && t.type[at + 1] !== WORD && LINE_LETTERS.has(t.word[at]!))
        return isShort(page, letter, at)
    return false
  }
  for (let at = next; at < next + 4 && at < t.count && t.gap[at] !== GAP.blank; at++)
    if (FAX_LETTERS.has(t.word[at]!)) return isShort(page, letter, at)
  return false
}

/** One of both is a letter alone, or of another land: patients' sheets write "Phone" and "Fax". */
const isShort = (page: Page, a: number, b: number): boolean =>
  page.lengthOf(a) === 1 || page.lengthOf(b) === 1 || page.mark(a + 1) === PLUS || page.mark(a + 2) === PLUS

const DESKS = wordSet(
  'it tier helpdesk desk support noc billing hr coding scheduling systems services solutions',
)

/** "Tier 2 | Northloop IT | 612-555-0140 ext 2": a line of a signature ends with its number. */
function isOfSignatureLine(page: Page, i: number, next: number): boolean {
  const t = page.tokens
  const before = letterBefore(page, i)
  const first = before < 0 ? (page.mark(i - 1) === BRACKET || page.mark(i - 1) === PLUS ? i - 1 : i) : before
  if (page.mark(first - 1) !== PIPE) return false
  if (
    next < t.count &&
    t.gap[next]! < GAP.line &&
    page.mark(next) !== PIPE &&
    !EXTENSIONS.has(t.word[next] ?? 0)
  )
    return false
  let work = 0
  for (let at = first - 2; at >= 0 && at >= first - 24; at--) {
    if (page.taken[at] !== 0 && t.type[at] === NUMBER && page.lengthOf(at) > 3) return false
    if (page.is(at, W.patient | W.kin)) return false
    if (
      page.is(at, W.staff | W.org | W.credential) ||
      (DESKS.has(t.word[at] ?? 0) && t.shape[at] !== SHAPE.lower)
    )
      work++
    if (t.gap[at]! >= GAP.line) break
  }
  return work > 0
}

const EXTENSIONS = wordSet('x ext extension')

const WORKING = wordSet(
  'questions window escalation escalations onsite vendor technician tech approver requester requestor implementer',
)
const WORKER_REACH = 10

/** "Contact during window: Mikko 612-555-0119", "Questions: Marty, 503-555-0150": whom to ask about work. */
function isOfWorkContact(page: Page, i: number): boolean {
  const t = page.tokens
  let at = letterBefore(page, i) < 0 ? i - 1 : letterBefore(page, i) - 1
  if (page.mark(at) === BRACKET) at--
  if (page.mark(at) === COMMA || page.mark(at) === DASH) at--
  let names = 0
  while (
    names < 3 &&
    at > 0 &&
    t.type[at] === WORD &&
    t.shape[at] !== SHAPE.lower &&
    t.gap[at + 1]! < GAP.line
  ) {
    names++
    at--
  }
  if (names === 0 || page.mark(at) !== COLON) return false
  if (page.around(TOPIC.patient, i, 20, 8) + page.around(TOPIC.health, i, 12, 8) > 0) return false
  for (let k = at - 1; k >= 0 && k >= at - WORKER_REACH && t.gap[k + 1]! < GAP.line; k--) {
    if (page.is(k, W.kin | W.patient)) return false
    if (WORKING.has(t.word[k]!)) return true
  }
  return false
}

const AT = wordSet('at from with of')

/** "My callback 763-555-0102, Sheila at Tan Spine": whoever calls from work. */
function isOfCaller(page: Page, next: number): boolean {
  const t = page.tokens
  const mark = page.mark(next)
  if (mark !== COMMA && mark !== DASH && mark !== BRACKET) return false
  let at = next + 1
  while (at < next + 4 && t.type[at] === WORD && t.shape[at] !== SHAPE.lower && t.gap[at]! <= GAP.space) at++
  if (at === next + 1 || !AT.has(t.word[at] ?? 0) || page.is(at + 1, W.city | W.stateName)) return false
  const place = at + 1
  return t.type[place] === WORD && t.shape[place] !== SHAPE.lower && !page.is(place, W.given)
}

const TELECOM = wordSet(
  'ported porting dids pbx trunk trunks sip greeting ivr autoattendant reroute rerouted cutover analog e911 elin fxs voip ata callerid centrex tree circuit circuits pots pri btn dialtone rollover',
)
const MOVES = wordSet('moves moving ports forwards reroutes')
const LINE = wordSet('fax number line phone did main')
const SOMEBODY = wordSet('she he her his him hers my me caller callers')
const TELECOM_REACH = 8

/** "The fax moves to 503-555-0109": lines themselves are spoken of, and nobody who is ill. */
function isOfTelecom(page: Page, i: number): boolean {
  const { word, count } = page.tokens
  if (page.around(TOPIC.patient, i, 20, 12) + page.around(TOPIC.health, i, 12, 12) > 0) return false
  if (page.isOfPerson(i)) return false
  let told = false
  for (let at = Math.max(0, i - TELECOM_REACH); at < Math.min(count, i + TELECOM_REACH); at++) {
    if (page.is(at, W.kin) || SOMEBODY.has(word[at]!)) return false
    told ||= TELECOM.has(word[at]!) || (MOVES.has(word[at]!) && LINE.has(word[at - 1] ?? 0))
  }
  return told
}

/** Whether the number at tokens `[i, next)` is a line of an office or of somebody at work, by how it is written down. */
export const isOfficeLine = (page: Page, i: number, next: number): boolean =>
  isOfMeeting(page, i, next) ||
  isOfLetterhead(page, i, next) ||
  isOfSignatureLine(page, i, next) ||
  isOfWorkContact(page, i) ||
  isOfCaller(page, next) ||
  isOfTelecom(page, i) ||
  isRouted(page, next) ||
  isBesideMailbox(page, i) ||
  isOnRoster(page, i)

const ROUTES = wordSet(
  'aa queue ata ivr ext extension hunt group menu voicemail vm trunk port overflow autoattendant attendant ring operator desk',
)

/** "main 206-555-0100 -> AA 8000": where a phone system leads a line, with the arrow at token `at`. */
function isRouted(page: Page, at: number): boolean {
  const t = page.tokens
  const arrow = (page.mark(at) === DASH || page.mark(at) === EQUALS) && page.mark(at + 1) === GREATER
  const to = arrow ? at + 2 : t.shape[at] === SHAPE.lower && LEADS.has(t.word[at] ?? 0) ? at + 1 : -1
  return to > 0 && t.type[to] === WORD && t.gap[to]! < GAP.line && ROUTES.has(t.word[to]!)
}

const LEADS = wordSet('to into')

const MAILBOX_REACH = 10

/** "gasare@valley.example | 509-555-0102": a line of a signature has an office's mail address and a phone. */
function isBesideMailbox(page: Page, i: number): boolean {
  const t = page.tokens
  const before = letterBefore(page, i)
  let at = before < 0 ? i : before
  if (page.mark(at - 1) === BRACKET || page.mark(at - 1) === PLUS) at--
  if (page.mark(at - 1) !== PIPE) return false
  for (let k = at - 2; k >= 0 && k >= at - MAILBOX_REACH; k--) {
    if (page.mark(k) === AT_SIGN)
      return !page.is(k + 1, W.webmail) && page.around(TOPIC.patient, i, 30, 10) === 0 && !isOfFamily(page, k)
    if (t.gap[k]! >= GAP.line) return false
  }
  return false
}

const SECOND_FACTORS = wordSet('token mfa 2fa authenticator okta duo otp sms onboarding badge')
const OF_PATIENTS = wordSet('portal mychart proxy')
const FACTOR_REACH = 8
const ACCOUNT_REACH = 45

/** "Dr. Lindgren starts Monday. His cell for the token is ...": somebody at work gets an account. */
export function isOfAccount(page: Page, i: number): boolean {
  const { word } = page.tokens
  let told = false
  for (let at = i - 1; at >= 0 && at >= i - FACTOR_REACH; at--) told ||= SECOND_FACTORS.has(word[at]!)
  if (!told || page.around(TOPIC.patient, i, ACCOUNT_REACH, 10) > 0) return false
  let works = false
  for (let at = i - 1; at >= 0 && at >= i - ACCOUNT_REACH; at--) {
    if (page.is(at, W.kin | W.patient | W.firstPerson) || OF_PATIENTS.has(word[at]!)) return false
    works ||= page.is(at, W.staff | W.providerTitle) || HIRED.has(word[at]!)
  }
  return works
}

const HIRED = wordSet('employee employees hire hired contractor locum resident intern supervisor')

const OWNERS = wordSet('his her my their pts patients')
const LINES = wordSet('number no cell phone mobile home landline ph tel telephone line')
const HOME = wordSet('home')
const OWN = wordSet('own home cell personal private mobile')

/** "her own number (575) 555-0144": nothing around makes it an office's. */
export function isOwnLine(page: Page, i: number): boolean {
  const { word } = page.tokens
  let at = i - 1
  while (at > i - 4 && isLink(page, at)) at--
  if (isWhereIAm(page, at) || isToCallOne(page, i)) return true
  if (LINKING.has(word[at] ?? 0)) at--
  if (!LINES.has(word[at] ?? 0)) return false
  return (
    HOME.has(word[at - 1] ?? 0) ||
    OWNERS.has(word[at - 1] ?? 0) ||
    (OWN.has(word[at - 1] ?? 0) && OWNERS.has(word[at - 2] ?? 0))
  )
}

const WHERE = wordSet('at on')
const SELF = wordSet("i'm im am m")

/** "I'm at 603-555-0117" */
const isWhereIAm = (page: Page, at: number): boolean =>
  WHERE.has(page.tokens.word[at] ?? 0) && SELF.has(page.tokens.word[at - 1] ?? 0)

const CALLS = wordSet('call ring phone text reach dial txt')
const ONES = wordSet('him her them')
const CALL_REACH = 9

/** "ring him before 5 on 440-555-0174": in the same sentence. */
function isToCallOne(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  for (let at = i - 1; at > 0 && at >= i - CALL_REACH && gap[at + 1]! < GAP.line; at--) {
    if (page.mark(at) === DOT && gap[at + 1]! > GAP.none) return false
    if (page.is(at, W.staff | W.org | W.providerTitle)) return false
    if (ONES.has(word[at]!)) return CALLS.has(word[at - 1]!)
  }
  return false
}

const LINKING = wordSet('is was')
