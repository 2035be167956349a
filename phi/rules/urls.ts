import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, DASH, DOT, MarkSet, QUESTION, SLASH, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isNear } from './near.ts'

const PERSONAL =
  'patient patients mychart portal chart record records results result mrn pid member members dob ssn encounter visit appointment appt lab labs rx claim claims profile user person resident invite share shared msg message messages intake consent telehealth mypatient myhealth health phr referral study viewer photo upload consents referrals studies photos uploads scans reports report faxes recordings recording summaries discharge ccd intakes waiver waivers eob eobs avs statement statements bill bills visits results chart-note letter letters imaging study-share ehr emr careplan plan-of-care prescription prescriptions refill refills patient-portal recordshare paciente expediente resultados citas'

const PERSONAL_WORDS = wordSet(PERSONAL)

const PUBLIC = wordSet(
  'docs doc help support kb wiki blog download downloads releases github learn article articles news status security pricing about community forum static cdn api',
)

const SCHEMES = wordSet('http https ftp', STOP.link)

/** The token where a web address begins, or -1: "https://", "www.", "host.example/path". */
export function startsUrl(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD) return false
  if (SCHEMES.has(t.word[i]!))
    return page.mark(i + 1) === COLON && page.mark(i + 2) === SLASH && page.mark(i + 3) === SLASH
  if (WWW.has(t.word[i]!)) return page.mark(i + 1) === DOT && t.gap[i + 2] === GAP.none
  return isBareHost(page, i)
}

const WWW = wordSet('www', STOP.link)

/** "portal.example.org/x": at least two dots' worth of host, then a slash. */
function isBareHost(page: Page, i: number): boolean {
  const t = page.tokens
  if (page.mark(i + 1) !== DOT || t.gap[i + 1] !== GAP.none) return false
  let at = i
  let dots = 0
  while (
    at < i + 12 &&
    page.mark(at + 1) === DOT &&
    t.gap[at + 1] === GAP.none &&
    t.gap[at + 2] === GAP.none &&
    at + 2 < t.count &&
    t.type[at + 2] !== MARK
  ) {
    at += 2
    dots++
  }
  return (
    dots > 0 &&
    page.mark(at + 1) === SLASH &&
    t.gap[at + 1] === GAP.none &&
    t.type[at] === WORD &&
    page.lengthOf(at) <= 6 &&
    t.gap[at + 2] === GAP.none &&
    at + 2 < t.count
  )
}

const ENDS_URL = new MarkSet(' \t\n\r"<>`{}|\\^')

const TRAILING = new MarkSet(".,;:!?)]'")

const MAX_URL = 600

const SOCIAL = wordSet(
  'facebook fb instagram tiktok twitter linkedin blogspot wordpress tumblr youtube gofundme caringbridge patreon substack medium reddit threads',
)
const OWN_PAGE = wordSet('blog posted posts story website homepage profile page vlog channel fundraiser')

/** "her blog janisfightsback.example": a page of somebody's own, in a text about care. */
function isOwnPage(page: Page, from: number, to: number): boolean {
  if (!isClinical(page, from, 15)) return false
  for (let at = from; at < to; at++) if (SOCIAL.has(page.tokens.word[at]!)) return true
  if (page.around(TOPIC.patient, from, 12, 0) === 0) return false
  for (let at = Math.max(0, from - 10); at < from; at++) if (OWN_PAGE.has(page.tokens.word[at]!)) return true
  return false
}

const FRAUD = wordSet('phishing phish phished spam scam malicious suspicious hxxp hxxps spoofed')

/** A link that somebody sent to deceive leads to nobody's data. */
const isOfFraud = (page: Page, i: number): boolean => isNear(page, i, FRAUD, 25, 10)

/** A web address (RFC 3986) from token `i`. One that leads to somebody's data is an identifier. */
export function readUrl(page: Page, i: number): number {
  const t = page.tokens
  const from = t.start[i]!
  let to = from
  while (to < page.window.length && to - from < MAX_URL && !ENDS_URL.has(page.unit(to))) to++
  while (to > from && TRAILING.has(page.unit(to - 1))) to--
  const end = page.tokenAfter(to, i)
  let personal = 0
  let open = 0
  let path = false
  let digits = 0
  for (let at = i; at < end; at++) {
    if (
      page.mark(at) === SLASH &&
      page.mark(at - 1) !== SLASH &&
      page.mark(at - 1) !== COLON &&
      page.mark(at + 1) !== SLASH
    )
      path = true
    if (page.mark(at) === QUESTION) path = true
    // "hospice-docs" is no host of manuals.
    // "my.plan.example/docs/eob/90217733" is no manual either.
    const manual = !path || !PERSONAL_WORDS.has(t.word[at + 2] ?? 0)
    if (PUBLIC.has(t.word[at]!) && manual && page.mark(at - 1) !== DASH && page.mark(at + 1) !== DASH) open++
    if (PERSONAL_WORDS.has(t.word[at]!)) personal += path ? 2 : 1
    if (path && (t.type[at] === NUMBER || t.type[at] === MIXED) && page.lengthOf(at) >= 4) digits++
  }
  const leads =
    !isOfFraud(page, i) &&
    ((open === 0 && isOwnPage(page, i, end)) ||
      (path &&
        open === 0 &&
        ((personal >= 2 && digits > 0) ||
          personal >= 3 ||
          (digits > 0 && isClinical(page, i, 15)) ||
          (personal >= 2 && isClinical(page, i, 15)))))
  const reason = leads ? LEADS : open > 0 || !path ? 'a web address' : ADDRESS
  // A page of manuals or help is nobody's, whatever is spoken of near by.
  const sure = leads ? 0.8 : open > 0 ? 0.2 : 0.3
  return page.add('url', from, to, i, sure, reason, leads ? 'identifier' : 'weak')
}

const LEADS = "a link that leads to somebody's data"
/** Of a link that may lead to what was shared of somebody: `weighUrls` comes back to it. */
const ADDRESS = 'a web address with a path'

const SHARES = wordSet(
  'drive dropbox sharepoint onedrive wetransfer cloudbox icloud photos gdrive nextcloud sharefile egnyte box',
)
const SHARED = wordSet('s f d r u sh share shared folder folders file files album albums gallery pub')
const MEETINGS = wordSet('meetup meet webinar teams zoom webex')

/** Links that hold the name of somebody met in the text, and folders shared where somebody's care is told of. */
export function weighUrls(page: Page): void {
  for (const draft of page.drafts) {
    if (draft.kind !== 'url' || draft.reason !== ADDRESS) continue
    const i = page.tokenAt(draft.start)
    if (!isOfSomebody(page, i, draft.end) || isOfFraud(page, i)) continue
    draft.confidence = 0.7
    draft.level = 'identifier'
    draft.reason = LEADS
    if (page.isInCare(i)) draft.inCare = true
  }
}

function isOfSomebody(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  let path = false
  let shares = false
  let meets = false
  let code = false
  for (let at = i + 4; at < t.count && t.start[at]! < end; at++) {
    if (page.mark(at) === SLASH || page.mark(at) === QUESTION) path = true
    if (MEETINGS.has(t.word[at]!)) meets = true
    if (path && isCode(page, at)) code = true
    if (t.type[at] !== WORD) continue
    if (path && isNameOfTwo(page, at)) return true
    if (path && page.lengthOf(at) > 2 && page.names.has(t.hash[at]!)) return true
    if (path ? SHARED.has(t.word[at]!) && page.mark(at + 1) === SLASH : SHARES.has(t.word[at]!)) shares = true
  }
  if (meets || !path || !isClinical(page, i, 40) || !page.isOfPerson(i)) return false
  return shares || (code && page.around(TOPIC.infra, i, 15, 15) < 3)
}

/** "/v/118827", "/d/8f2c", "/wxmd7261npqr": what leads to one thing alone. */
const isCode = (page: Page, i: number): boolean => {
  const type = page.tokens.type[i]
  return (type === NUMBER && page.lengthOf(i) >= 5) || (type === MIXED && page.lengthOf(i) >= 4)
}

/** "kilpatrick_deirdre", "osei-kwabena": a family's and a given name in the path of a link. */
function isNameOfTwo(page: Page, i: number): boolean {
  const mark = page.mark(i + 1)
  if (mark !== UNDERSCORE && mark !== DASH) return false
  const first = page.is(i, W.given) && page.is(i + 2, W.surname)
  const last = page.is(i, W.surname) && page.is(i + 2, W.given)
  return (first || last || page.is(i + 2, W.given)) && page.lengthOf(i) > 2 && !page.is(i, W.common)
}
