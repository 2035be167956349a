import { roleMailboxes, W } from '../lexicon/words.ts'
import { isAsciiLetter, isDigit } from '../text/chars.ts'
import { HASH_START, hashUnit, hashWord } from '../text/hash.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical, isStaffSignature, isTechnical } from './context.ts'

const DOT = 46
const DASH = 45
const COLON = 58
const SLASH = 47

const isHost = (u: number) => isAsciiLetter(u) || isDigit(u) || u === DOT || u === DASH
const isLocal = (u: number) => isHost(u) || u === 95 || u === 43 || u === 37 || u === 39

/** What of addresses is the organization's own, so that it says nothing about a patient. */
export interface Own {
  domains: ReadonlySet<string>
}

/** A mail address (RFC 5321, dot-string form) around the "@" at token `i`. */
export function readEmail(page: Page, i: number, own: Own): number {
  const at = page.tokens.start[i]!
  let from = at
  while (from > 0 && at - from < 64 && isLocal(page.unit(from - 1))) from--
  while (from < at && !isAsciiLetter(page.unit(from)) && !isDigit(page.unit(from))) from++
  if (from === at) return 0
  let to = at + 1
  while (to < page.window.length && to - at < 200 && isHost(page.unit(to))) to++
  while (to > at + 1 && (page.unit(to - 1) === DOT || page.unit(to - 1) === DASH)) to--
  const domain = page.slice(at + 1, to).toLowerCase()
  const dot = domain.lastIndexOf('.')
  if (dot < 1 || domain.length - dot < 3 || !isAsciiLetter(page.unit(to - 1))) return 0
  if (page.unit(from - 1) === COLON && page.unit(from - 2) === SLASH) return 0
  const t = page.tokens
  let first = i
  while (first > 0 && t.end[first - 1]! > from) first--
  const role = isRole(page, from, at)
  const private_ = page.is(i + 1, W.webmail)
  const staff =
    !private_ &&
    (page.zone[i] === ZONE.mailHeader || page.zone[i] === ZONE.signature || isStaffSignature(page, i))
  let confidence = private_ ? 0.95 : isClinical(page, i) ? 0.8 : 0.65
  let reason = private_ ? 'a private mail address' : 'a mail address'
  if (own.domains.has(domain)) [confidence, reason] = [0.2, "a mail address of the organization's own"]
  else if (role) [confidence, reason] = [0.25, 'the mailbox of an office or a system']
  else if (
    !private_ &&
    page.around(TOPIC.infra, i, 10, 6) + page.around(TOPIC.staff, i, 10, 6) > 0 &&
    !isClinical(page, i)
  )
    [confidence, reason] = [0.4, 'a mail address of somebody at work']
  else if (staff) [confidence, reason] = [0.35, 'a mail address in the head or signature of a mail']
  return page.add('email', from, to, first, confidence, reason, confidence < 0.5 ? 'weak' : 'identifier')
}

function isRole(page: Page, from: number, to: number): boolean {
  let hash = HASH_START
  for (let at = from; at < to; at++) {
    const unit = page.unit(at)
    if (!isAsciiLetter(unit)) {
      if (at > from && roleMailboxes.get(hash) !== 0) return true
      hash = HASH_START
    } else hash = hashUnit(hash, unit)
  }
  return roleMailboxes.get(hash) !== 0
}

const PERSONAL =
  'patient patients mychart portal chart record records results result mrn pid member members dob ssn encounter visit appointment appt lab labs rx claim claims profile user person resident invite share shared msg message messages intake consent telehealth mypatient myhealth health phr referral study viewer photo upload'
const PERSONAL_WORDS = new Set(PERSONAL.split(' ').map(hashWord))
const PUBLIC = new Set(
  'docs doc help support kb wiki blog download downloads releases github learn article articles news status security pricing about community forum static cdn api'
    .split(' ')
    .map(hashWord),
)
const SCHEMES = new Set('http https ftp'.split(' ').map(hashWord))

/** The token where a web address begins, or -1: "https://", "www.", "host.example/path". */
export function startsUrl(page: Page, i: number): boolean {
  const t = page.tokens
  if (t.type[i] !== WORD) return false
  if (SCHEMES.has(t.hash[i]!))
    return page.mark(i + 1) === COLON && page.mark(i + 2) === SLASH && page.mark(i + 3) === SLASH
  if (t.hash[i] === WWW) return page.mark(i + 1) === DOT && t.gap[i + 2] === GAP.none
  return isBareHost(page, i)
}
const WWW = hashWord('www')

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

const ENDS_URL = new Set([...' \t\n\r"<>`{}|\\^'].map((c) => c.charCodeAt(0)))
const TRAILING = new Set([...".,;:!?)]'"].map((c) => c.charCodeAt(0)))
const MAX_URL = 600

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
    if (page.mark(at) === 63) path = true
    if (PUBLIC.has(t.hash[at]!)) open++
    if (PERSONAL_WORDS.has(t.hash[at]!)) personal += path ? 2 : 1
    if (path && (t.type[at] === NUMBER || t.type[at] === MIXED) && page.lengthOf(at) >= 4) digits++
  }
  const leads =
    path &&
    open === 0 &&
    ((personal >= 2 && digits > 0) ||
      personal >= 3 ||
      (digits > 0 && isClinical(page, i, 15)) ||
      (personal >= 2 && isClinical(page, i, 15)))
  const reason = leads ? "a link that leads to somebody's data" : 'a web address'
  return page.add('url', from, to, i, leads ? 0.8 : 0.3, reason, leads ? 'identifier' : 'weak')
}

/** An IPv4 address (RFC 791, dotted) at token `i`. */
export function readIp4(page: Page, i: number): number {
  const t = page.tokens
  let at = i
  for (let part = 0; part < 4; part++, at += 2) {
    if (t.type[at] !== NUMBER || page.lengthOf(at) > 3 || (part > 0 && t.gap[at] !== GAP.none)) return 0
    if (octet(page, at) > 255) return 0
    if (part < 3 && (page.mark(at + 1) !== DOT || t.gap[at + 1] !== GAP.none)) return 0
  }
  const end = at - 1
  if (
    page.mark(end) === DOT &&
    t.gap[end] === GAP.none &&
    t.type[end + 1] === NUMBER &&
    t.gap[end + 1] === GAP.none
  )
    return 0
  if (
    (page.mark(i - 1) === DOT || page.mark(i - 1) === DASH) &&
    t.gap[i] === GAP.none &&
    t.type[i - 2] !== undefined &&
    t.type[i - 2] !== MARK
  )
    return 0
  return addIp(page, i, end)
}

function octet(page: Page, i: number): number {
  let value = 0
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) value = value * 10 + page.unit(at) - 48
  return value
}

const PERSONAL_USE = new Set(
  'consent signature login logged logon signin signed portal mychart patient submitted visitor session telehealth user client accessed viewed opened consent signature signer esigned ip from inicio'
    .split(' ')
    .map(hashWord),
)

/** An address of a machine is an identifier only where a person's use of it is told. */
function addIp(page: Page, i: number, end: number): number {
  const version = page.before(i, W.thing, 2) && !page.is(i - 1, W.common)
  const person = page.around(TOPIC.patient, i, 20, 20) > 0 || nearPerson(page, i)
  const uses = usesOf(page, i)
  const technical = isTechnical(page, i, 14) || page.around(TOPIC.infra, i, 14, 14) > (person ? 1 : 0)
  let confidence = person && uses > 0 ? 0.75 : person ? 0.6 : uses > 2 ? 0.55 : 0.35
  if (technical) confidence = person && uses > 1 ? 0.55 : 0.25
  if (isPrivate(page, i)) confidence = Math.min(confidence, 0.35)
  if (version) confidence = 0.15
  const sure = confidence >= 0.5
  return page.addTokens(
    'ip',
    i,
    end,
    confidence,
    sure ? 'the network address from which a person did something' : 'the network address of a machine',
    sure ? 'identifier' : 'weak',
  )
}

/** Networks that are not reachable from outside (RFC 1918, loopback): machines of the house. */
function isPrivate(page: Page, i: number): boolean {
  const [a, b] = [octet(page, i), octet(page, i + 2)]
  return (
    page.mark(i + 1) === DOT &&
    (a === 10 || a === 127 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32))
  )
}

function usesOf(page: Page, i: number): number {
  let uses = 0
  for (let at = Math.max(0, i - 16); at < Math.min(page.tokens.count, i + 16); at++)
    if (PERSONAL_USE.has(page.tokens.hash[at]!)) uses++
  return uses
}

function nearPerson(page: Page, i: number): boolean {
  const from = page.tokens.start[i]! - 160
  const to = page.tokens.start[i]! + 160
  for (let d = page.drafts.length - 1; d >= 0 && d >= page.drafts.length - 8; d--) {
    const draft = page.drafts[d]!
    if (
      draft.from > from &&
      draft.from < to &&
      draft.level === 'identifier' &&
      (draft.kind === 'mrn' ||
        draft.kind === 'email' ||
        draft.kind === 'name' ||
        draft.kind === 'member-id' ||
        draft.kind === 'birth-date')
    )
      return true
  }
  return false
}

const isHex = (u: number) => isDigit(u) || ((u | 32) >= 97 && (u | 32) <= 102)

/** An IPv6 address (RFC 4291) whose first colon is token `i`. Hardware addresses (six pairs) and times are passed over. */
export function readColons(page: Page, i: number): number {
  const at = page.tokens.start[i]!
  let from = at
  while (from > 0 && at - from < 4 && isHex(page.unit(from - 1))) from--
  if (isAsciiLetter(page.unit(from - 1)) || isDigit(page.unit(from - 1))) return 0
  let to = at
  let colons = 0
  let pairs = true
  let double = false
  let run = at - from
  while (to < page.window.length && to - from < 45 && (isHex(page.unit(to)) || page.unit(to) === COLON)) {
    if (page.unit(to) === COLON) {
      if (run !== 2) pairs = false
      if (page.unit(to + 1) === COLON) double = true
      colons++
      run = 0
    } else if (++run > 4) return page.tokenAfter(to, i)
    to++
  }
  if (run !== 2) pairs = false
  const full = colons === 7 && !double
  const short = double && colons >= 2 && colons <= 8 && to - from > 5
  if (pairs && colons === 5) return page.tokenAfter(to, i) // a MAC address
  if ((!full && !short) || isAsciiLetter(page.unit(to))) return page.tokenAfter(to, i)
  let first = i
  const t = page.tokens
  while (first > 0 && t.end[first - 1]! > from) first--
  const end = page.tokenAfter(to, i)
  return end > first ? addIp(page, first, end) : 0
}
