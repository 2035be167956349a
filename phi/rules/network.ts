import { W, wordSet } from '../lexicon/words.ts'
import { isAsciiLetter, isDigit } from '../text/chars.ts'
import { COLON, DASH, DOT } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER } from '../text/tokens.ts'
import { isTechnical } from './context.ts'

export const isHost = (u: number) => isAsciiLetter(u) || isDigit(u) || u === DOT || u === DASH

/** An IPv4 address (RFC 791, dotted) at token `i`. */
export function readIp4(page: Page, i: number): number {
  const t = page.tokens
  const before = page.mark(i - 1)
  if ((before === DOT || before === DASH) && t.gap[i] === GAP.none && i > 1 && t.type[i - 2] !== MARK)
    return 0
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
  return addIp(page, i, end)
}

function octet(page: Page, i: number): number {
  let value = 0
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) value = value * 10 + page.unit(at) - 48
  return value
}

const PERSONAL_USE = wordSet(
  'consent signature login logged logon signin signed portal mychart patient submitted visitor session telehealth user client accessed viewed opened consent signature signer esigned ip from inicio',
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
    if (PERSONAL_USE.has(page.tokens.word[at]!)) uses++
  return uses
}

function nearPerson(page: Page, i: number): boolean {
  const from = page.tokens.start[i]! - 160
  const to = page.tokens.start[i]! + 160
  for (let d = page.drafts.length - 1; d >= 0 && d >= page.drafts.length - 8; d--) {
    const draft = page.drafts[d]!
    if (
      draft.start > from &&
      draft.start < to &&
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
