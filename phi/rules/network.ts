import { W, wordSet } from '../lexicon/words.ts'
import { isAsciiLetter, isDigit } from '../text/chars.ts'
import { BRACKET, COLON, DASH, DOT, SLASH, SQUARE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, NUMBER } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isNear } from './near.ts'
import { isSomebodys, isWorn } from './worn.ts'

export const isHost = (u: number) => isAsciiLetter(u) || isDigit(u) || u === DOT || u === DASH

/** How many tokens part two octets at token `i`: 1 for ".", 3 for "[.]" as cautious people write it; 0 for none. */
function dotAt(page: Page, i: number): number {
  const { gap, type, count } = page.tokens
  if (page.mark(i) === DOT && gap[i] === GAP.none) return 1
  const open = page.mark(i)
  if ((open !== SQUARE && open !== BRACKET) || page.mark(i + 1) !== DOT || i + 3 >= count) return 0
  const tight =
    gap[i] === GAP.none && gap[i + 1] === GAP.none && gap[i + 2] === GAP.none && gap[i + 3] === GAP.none
  return tight && type[i + 2] === MARK ? 3 : 0
}

/** An IPv4 address (RFC 791, dotted) at token `i`. */
export function readIp4(page: Page, i: number): number {
  const t = page.tokens
  const before = page.mark(i - 1)
  if ((before === DOT || before === DASH) && t.gap[i] === GAP.none && i > 1 && t.type[i - 2] !== MARK)
    return 0
  let at = i
  let first = 0
  let second = 0
  let largest = 0
  for (let part = 0; part < 4; part++) {
    if (t.type[at] !== NUMBER || page.lengthOf(at) > 3 || (part > 0 && t.gap[at] !== GAP.none)) return 0
    const value = octet(page, at)
    if (value > 255) return 0
    if (part === 0) first = value
    if (part < 3) largest = Math.max(largest, value)
    if (part === 1) second = value
    at++
    if (part === 3) break
    const dot = dotAt(page, at)
    if (dot === 0) return 0
    at += dot
  }
  const longer =
    page.mark(at) === DOT && t.gap[at] === GAP.none && t.type[at + 1] === NUMBER && t.gap[at + 1] === GAP.none
  if (longer) return 0
  if (isAtHome(page, i)) return page.addTokens('ip', i, at, DOUBTFUL, OF_HOME, 'weak')
  const machine =
    largest < LEAST_OF_NETWORK ||
    isOfTheHouse(first, second) ||
    isResolver(page, i, at) ||
    isService(page, at) ||
    isOfMachine(page, i)
  return addIp(page, i, at, machine)
}

/** "PCL6 3.0.2.0", "sw 1.1.2.58": small numbers are of versions, hardly of anybody's network. */
const LEAST_OF_NETWORK = 10

const OF_HOME = 'the network address of a home'
const HOMES = wordSet(
  'home house apartment household bedside guest visitor visitors byod dorm condo trailer flat casa',
)
const OWN_HOMES = wordSet('home house apartment flat condo trailer casa')
const OWNERS = wordSet('his her my their our pts patients su mi')
const NETWORKS = wordSet(
  'wifi wi fi wlan network router internet modem ip isp address connection phone tablet ipad laptop wireless',
)
const OFFICES = wordSet('office clinic server subnet vlan dhcp scope page nursing agency')
const HOME_REACH = 22
const OWN_REACH = 5

/** "on home wifi, address 192.168.1.47", "my house, router 73.41.20.118": even an address that is private is that home's. */
function isAtHome(page: Page, i: number): boolean {
  const { word, gap } = page.tokens
  let network = false
  let home = false
  for (let at = i - 1; at >= 0 && at >= i - HOME_REACH && gap[at + 1] !== GAP.blank; at--) {
    if (OFFICES.has(word[at]!)) return false
    if (NETWORKS.has(word[at]!)) network = true
    else if (HOMES.has(word[at]!)) {
      home = true
      // "all from her home, 73.162.48.219"
      if (at >= i - OWN_REACH && OWN_HOMES.has(word[at]!) && OWNERS.has(word[at - 1] ?? 0)) network = true
    } else if (SHARING.has(word[at]!) && OURS.has(word[at - 1]!)) home = true
  }
  return home && network
}
/** "We share a phone with address ..." */
const SHARING = wordSet('share shared')
const OURS = wordSet('we they')

/** From here on ports are those of clients (RFC 6056). */
const CLIENTS = 32_768

/** ":5061" after an address: a service listens there. */
function isService(page: Page, end: number): boolean {
  const port = end + 1
  if (page.mark(end) !== COLON || page.tokens.gap[end] !== GAP.none || page.tokens.gap[port] !== GAP.none)
    return false
  if (page.tokens.type[port] !== NUMBER || page.lengthOf(port) > 5) return false
  return octet(page, port) < CLIENTS
}

const MACHINES = wordSet(
  'server servers controller gateway firewall router switch proxy peer trunk relay concentrator appliance pbx sbc loadbalancer balancer endpoint',
)

/** "our turn server 203.0.113.8": the word right before says what has it. */
const isOfMachine = (page: Page, i: number): boolean =>
  MACHINES.has(page.tokens.word[i - 1]!) ||
  (LINKS.has(page.tokens.word[i - 1]!) && MACHINES.has(page.tokens.word[i - 2]!))
const LINKS = wordSet('is ip at was address')

function octet(page: Page, i: number): number {
  let value = 0
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) value = value * 10 + page.unit(at) - 48
  return value
}

/** Networks that are not reachable from outside (RFC 1918, loopback). */
const isOfTheHouse = (a: number, b: number): boolean =>
  a === 0 || a === 10 || a === 127 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32) || a >= 224

const RESOLVERS = new Set(['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1', '9.9.9.9', '208.67.222.222'])

function isResolver(page: Page, i: number, end: number): boolean {
  const { start, end: ends } = page.tokens
  const size = ends[end - 1]! - start[i]!
  return (size === 7 || size === 14) && RESOLVERS.has(page.slice(start[i]!, ends[end - 1]!))
}

const PERSONAL_USE = wordSet(
  'consent signature login logged logon signin signed portal mychart patient submitted visitor session sessions telehealth user client agent addr accessed viewed opened signer esigned ip from inicio survey form intake her his hers proxy account',
)

/** Confidence of an address that may be raised by what stands around, and of one that may not. */
const DOUBTFUL = 0.3
const MACHINE = 0.2
const VERSION = 0.15

const FIRMWARE = wordSet('fw sw os rev ver hotfix patch patched build release whitelist allowlist')

/** "203.0.113.0/26": a whole network. */
const isBlock = (page: Page, end: number): boolean =>
  page.mark(end) === SLASH &&
  page.tokens.gap[end] === GAP.none &&
  page.lengthOf(end + 1) <= 2 &&
  page.tokens.type[end + 1] === NUMBER

function addIp(page: Page, i: number, end: number, machine: boolean): number {
  const version =
    (page.before(i, W.thing, 2) && !page.is(i - 1, W.common)) ||
    FIRMWARE.has(page.tokens.word[i - 1] ?? 0) ||
    isBlock(page, end)
  const sure = version ? VERSION : machine ? MACHINE : DOUBTFUL
  return page.addTokens('ip', i, end, sure, 'the network address of a machine', 'weak')
}

const NEAR = 300

/**
 * An address of a machine is an identifier only where a person's use of it is told: weighed at last, when it is known who
 * is spoken of.
 */
export function weighNetwork(page: Page): void {
  const addresses = page.drafts.filter((d) => d.kind === 'ip' && d.confidence === DOUBTFUL)
  if (addresses.length === 0) return
  const persons = page.drafts.filter((d) => d.level === 'identifier' && d.kind !== 'ip').map((d) => d.start)
  persons.sort((a, b) => a - b)
  addresses.sort((a, b) => a.start - b.start)
  let n = 0
  for (const draft of addresses) {
    while (n < persons.length && persons[n]! < draft.start - NEAR) n++
    const beside = n < persons.length && persons[n]! <= draft.end + NEAR
    const home = draft.reason === OF_HOME
    if (!((home && beside) || isPersonal(page, page.tokenAt(draft.start), beside))) continue
    draft.confidence = 0.7
    draft.level = 'identifier'
    if (!home) draft.reason = 'the network address from which a person did something'
    if (page.isInCare(page.tokenAt(draft.start))) draft.inCare = true
  }
}

/** More speaks for a person than for a machine. */
function isPersonal(page: Page, i: number, beside: boolean): boolean {
  const person = beside || page.around(TOPIC.patient, i, 40, 40) > 0 ? 2 : 0
  const care = page.around(TOPIC.clinical, i, 40, 40) > 0 ? 1 : 0
  const machines = Math.min(page.around(TOPIC.infra, i, 14, 14), 3)
  if (isOfAttack(page, i)) return false
  return person + care + Math.min(usesOf(page, i), 3) - machines >= 3
}

const ATTACKS = wordSet(
  'bots crawler crawlers googlebot spammed spamming spammer tor honeypot exploit payload geo brute botnet attack attacks attacker scan scanning scanned spoofed malicious threat intrusion blacklist blocklist sightings',
)

/** An address that was kept out is no patient's. */
const isOfAttack = (page: Page, i: number): boolean => isNear(page, i, ATTACKS, 16)

function usesOf(page: Page, i: number): number {
  let uses = 0
  for (let at = Math.max(0, i - 16); at < Math.min(page.tokens.count, i + 16); at++)
    if (PERSONAL_USE.has(page.tokens.word[at]!)) uses++
  return uses
}

const isHex = (u: number) => isDigit(u) || ((u | 32) >= 97 && (u | 32) <= 102)

/** Link-local and unique local addresses, and loopback. */
const isLocal = (page: Page, from: number): boolean => {
  const start = page.slice(from, from + 2).toLowerCase()
  return start === 'fe' || start === 'fd' || start === '::'
}

/** A hardware address is an identifier where the hardware is somebody's. */
function readHardware(page: Page, i: number, from: number, to: number): number {
  const end = page.tokenAfter(to, i)
  let first = i
  while (first > 0 && page.tokens.end[first - 1]! > from) first--
  if (!isClinical(page, i) || !(isSomebodys(page, first) || isWorn(page, first, end))) return end
  if (page.around(TOPIC.infra, first, 12, 12) > 2) return end
  return page.addTokens('device', first, end, 0.7, "the hardware address of a patient's device", 'identifier')
}

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
  if (pairs && colons === 5) return readHardware(page, i, from, to)
  if ((!full && !short) || isAsciiLetter(page.unit(to))) return page.tokenAfter(to, i)
  let first = i
  const t = page.tokens
  while (first > 0 && t.end[first - 1]! > from) first--
  const end = page.tokenAfter(to, i)
  return end > first ? addIp(page, first, end, isLocal(page, from)) : 0
}
