import { roleMailboxes, W, wordSet } from '../lexicon/words.ts'
import { isAsciiLetter, isDigit } from '../text/chars.ts'
import { HASH_START, hashUnit, hashWord } from '../text/hash.ts'
import { COLON, DASH, DOT, PIPE, SLASH } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical, isStaffSignature } from './context.ts'
import { isOfFamily } from './name-work.ts'
import { isHost } from './network.ts'
import { isPrivateHost, isSender, writesOfOwnCare } from './senders.ts'

const isLocal = (u: number) => isHost(u) || u === 95 || u === 43 || u === 37 || u === 39

/** What of addresses is the organization's own, so that it says nothing about a patient. */
export interface Own {
  domains: ReadonlySet<string>
}

/** Directed Exchange (ONC): "jlee@direct.clinic.example". */
const DIRECT = wordSet('direct')

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
  let dots = 0
  for (let k = at + 2; k < to; k++) if (page.unit(k) === DOT) dots++
  if (dots === 0 || !isAsciiLetter(page.unit(to - 1))) return 0
  let dot = to - 1
  while (page.unit(dot) !== DOT) dot--
  if (to - dot < 3) return 0
  if (page.unit(from - 1) === COLON && page.unit(from - 2) === SLASH) return 0
  const t = page.tokens
  let first = i
  while (first > 0 && t.end[first - 1]! > from) first--
  const role = isRole(page, from, at)
  const private_ = isPrivateHost(page, i + 1)
  const staff =
    !private_ &&
    ((page.zone[i] === ZONE.mailHeader && !(isSender(page, i) && writesOfOwnCare(page, i + 1))) ||
      page.zone[i] === ZONE.signature ||
      isStaffSignature(page, i) ||
      isOfWorker(page, first) ||
      isBesidePhone(page, first, page.tokenAfter(to, i)))
  let confidence = private_ ? 0.95 : isClinical(page, i) ? 0.8 : 0.65
  let reason = private_ ? 'a private mail address' : 'a mail address'
  if (isOwn(page, at + 1, to, own)) [confidence, reason] = [0.1, "a mail address of the organization's own"]
  else if (isMessageId(page, first, i))
    [confidence, reason] = [0.1, 'the number of a message, written as a mail address']
  else if (DIRECT.has(page.tokens.word[i + 1] ?? 0) && page.mark(i + 2) === DOT)
    [confidence, reason] = [0.25, 'an address for Direct messages, which clinicians and offices have']
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

const ASKED = wordSet(
  'questions rep reps resumes resume cv answers bids quotes quote invoice invoices redline redlines contact sales procurement helpdesk vendor officer manager mgr adjuster examiner broker counsel recruiter auditor reviewer assistant supervisor director principal registrar dispatcher trainer cra dept department dock',
)
const OWN = wordSet('my me his her our emergency parent guardian next kin wants')
const WORKER_REACH = 8

/** "Questions to provider rep Tracy Blount, ...", "manager Ernest Bao (...)": in the same line, and nobody ill between. */
function isOfWorker(page: Page, first: number): boolean {
  const { word, gap } = page.tokens
  let asked = false
  for (let at = first - 1; at >= 0 && at >= first - WORKER_REACH && gap[at + 1]! < GAP.line; at--) {
    if (page.is(at, W.kin | W.patient | W.firstPerson) || OWN.has(word[at]!)) return false
    asked ||= ASKED.has(word[at]!)
  }
  return asked
}

const SIGNATURE_REACH = 30

/** "gasare@valley.example | 509-555-0102" on a line of its own: of a signature, where no patient is spoken of. */
function isBesidePhone(page: Page, first: number, next: number): boolean {
  const { type, gap } = page.tokens
  const after = page.mark(next) === PIPE && (type[next + 1] === NUMBER || type[next + 2] === NUMBER)
  const before = page.mark(first - 1) === PIPE && type[first - 2] === NUMBER
  const begins = after && gap[first]! >= GAP.line
  return (
    (begins || before) &&
    page.around(TOPIC.patient, first, SIGNATURE_REACH, 10) === 0 &&
    !isOfFamily(page, first)
  )
}

const MESSAGE = hashWord('message')

/** "Message-ID <20250306143911.4F2A1@mail.example>" */
function isMessageId(page: Page, i: number, at: number): boolean {
  const { type, hash } = page.tokens
  for (let k = i - 1; k >= 0 && k >= i - 6; k--)
    if (hash[k] === MESSAGE && type[i] !== WORD && at > i) return true
  return false
}

const isOwn = (page: Page, from: number, to: number, { domains }: Own): boolean =>
  domains.size > 0 && domains.has(page.slice(from, to).toLowerCase())

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
