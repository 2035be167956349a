import { W, wordSet } from '../lexicon/words.ts'
import { AT_SIGN, COLON, DASH, EQUALS, GREATER, STAR, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MARK, WORD } from '../text/tokens.ts'

/** Whether the text around a token speaks of a patient or of health. */
export function isClinical(page: Page, i: number, reach = 30): boolean {
  return page.around(TOPIC.clinical, i, reach, reach) > 0
}

/** Whether it speaks of machines and of no patient. */
export function isTechnical(page: Page, i: number, reach = 20): boolean {
  return page.around(TOPIC.infra, i, reach, reach) > 0 && !isClinical(page, i, reach)
}

/** Whether it speaks more of machines than of patients or health. */
export function isMoreTechnical(page: Page, i: number, reach: number): boolean {
  const infra = page.around(TOPIC.infra, i, reach, reach)
  return infra > 0 && infra > page.around(TOPIC.clinical, i, reach, reach)
}

const HEADERS = wordSet('from to cc bcc sent date para de enviado fecha')
const WROTE = wordSet('wrote escribio')
const SIGNATURE_TOKENS = 90

/** Marks the head lines of mails and the signatures under them, line by line. */
export function markZones(page: Page): void {
  const t = page.tokens
  let signatureLeft = 0
  let signed = false
  /** Whether the line before is of a head or a cover. */
  let headed = false
  for (let line = 0; line < t.lineCount; line++) {
    const from = t.lines[line]!
    const to = t.lines[line + 1]!
    if (signatureLeft > 0 && endsSignature(page, from)) signatureLeft = 0
    if (isHeaderLine(page, from) && isHead(page, line)) {
      signatureLeft = 0
      page.zone.fill(ZONE.mailHeader, from, Math.min(to, from + 60))
      headed = true
    } else if (headed && isCoverLine(page, from, to)) {
      page.zone.fill(ZONE.faxCover, from, Math.min(to, from + 60))
    } else if (page.mark(to - 1) === COLON && to - from > 2 && WROTE.has(t.word[to - 2]!)) {
      page.zone.fill(ZONE.mailHeader, Math.max(from, to - 30), to)
    } else if (signatureLeft > 0) {
      page.zone.fill(ZONE.signature, from, Math.min(to, from + signatureLeft))
      signatureLeft = Math.max(0, signatureLeft - (to - from))
    }
    if (page.zone[from] !== ZONE.mailHeader && page.zone[from] !== ZONE.faxCover) headed = false
    if (opensSignature(page, from)) {
      signatureLeft = SIGNATURE_TOKENS
      signed = true
    }
  }
  if (signed) countJobs(page)
}

const COVER = wordSet('fax phone tel telephone pages attn company organization')

/** "FAX: 308-555-0171   PHONE: 308-555-0170", "PAGES (incl. cover): 4": the numbers of those who fax. */
function isCoverLine(page: Page, from: number, to: number): boolean {
  if (page.tokens.type[from] !== WORD || !COVER.has(page.tokens.word[from]!)) return false
  for (let at = from + 1; at < to && at < from + 6; at++) if (page.mark(at) === COLON) return true
  return false
}

const SURE = wordSet('from sent bcc enviado')
const SUBJECT = wordSet('subject asunto')

/** "CC:" is chief complaint as well: a line of a mail's head has others beside it, or an address in it. */
function isHead(page: Page, line: number): boolean {
  const t = page.tokens
  const first = t.lines[line]!
  if (t.type[first] === WORD && SURE.has(t.word[first]!)) return true
  for (let i = first; i < t.lines[line + 1]! && i < first + 30; i++) {
    if (page.mark(i) === AT_SIGN) return true
    // "TO: ...    FROM: ..." on the cover of a fax
    if (i > first && t.gap[i] === GAP.wide && isHeaderLine(page, i)) return true
  }
  return [line - 1, line + 1].some((near) => {
    if (near < 0 || near >= t.lineCount) return false
    const i = t.lines[near]!
    return (
      isHeaderLine(page, i) ||
      isCoverLine(page, i, t.lines[near + 1]!) ||
      (t.type[i] === WORD && SUBJECT.has(t.word[i]!) && page.mark(i + 1) === COLON)
    )
  })
}

function isHeaderLine(page: Page, i: number): boolean {
  const t = page.tokens
  let at = i
  while (page.mark(at) === GREATER || page.mark(at) === STAR) at++ // quoted, or bold
  return (
    t.type[at] === WORD &&
    HEADERS.has(t.word[at]!) &&
    (page.mark(at + 1) === COLON || page.mark(at + 2) === COLON)
  )
}

/** "Thanks," or "Kind regards" alone on its line, or "--". */
function opensSignature(page: Page, i: number): boolean {
  const t = page.tokens
  if (page.mark(i) === DASH && page.mark(i + 1) === DASH) return (t.gap[i + 2] ?? GAP.line) >= GAP.line
  for (let at = i; at < t.count && at < i + 5; at++) {
    if (at > i && t.gap[at]! >= GAP.line) return false
    if (page.is(at, W.closer)) {
      for (let end = at + 1; end < at + 5; end++) {
        if (end >= t.count || t.gap[end]! >= GAP.line) return true
        if (t.type[end] !== MARK && !page.is(end, W.closer | W.common)) return false
      }
      return false
    }
  }
  return false
}

/** A rule, a quoted line or a new mail ends it. */
function endsSignature(page: Page, i: number): boolean {
  const mark = page.mark(i)
  if (mark === GREATER) return true
  return (
    (mark === DASH || mark === UNDERSCORE || mark === EQUALS) &&
    page.mark(i + 1) === mark &&
    page.mark(i + 2) === mark
  )
}

/** Whether a signature is that of somebody at work: it names a job, a credential or a company. */
export function isStaffSignature(page: Page, i: number): boolean {
  if (page.zone[i] !== ZONE.signature) return false
  const { jobs } = page
  return jobs[Math.min(page.tokens.count, i + 45)]! > jobs[Math.max(0, i - 40)]!
}

const JOB = W.staff | W.org | W.credential

/** Counts the words of signatures that tell of somebody at work. */
function countJobs(page: Page): void {
  const { bits, count } = page.tokens
  const { jobs, zone } = page
  let found = 0
  for (let i = 0; i < count; i++) {
    jobs[i] = found
    if (zone[i] === ZONE.signature && (bits[i]! & JOB) !== 0) found++
  }
  jobs[count] = found
}
