import type { IdentifierKind } from '../kinds.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { OWNER, type Owner, ownerOfWord } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { isDayAsDigits } from '../text/compact-date.ts'
import { BACKSLASH, CARET, DASH, DOT, SLASH, UNDERSCORE } from '../text/marks.ts'
import { digitValue } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isIdentifier, isLocalPhone } from './any-label.ts'
import { cardForm, FORM } from './card-forms.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { readDigitBlocks } from './digit-blocks.ts'
import { isOpen } from './each.ts'
import { isExpiry } from './expiry.ts'
import { kindByFront } from './fronted.ts'
import { isOfInsurance } from './insurance.ts'
import { readSibling } from './labelled-ids.ts'
import { KIND_OF_OWNER, type Near, ownerNear, saidAfter } from './owners.ts'
import { isOursByNumber, isPossessed } from './possessed.ts'
import {
  isInBlocks,
  isJoinedBefore,
  isSpaced,
  NEAR_DEVICE,
  REACH,
  REASON,
  RIGHT_BEFORE,
  readBlocks,
  readSpaced,
} from './spaced-ids.ts'
import { readSpelledId } from './spelled-ids.ts'
import { markNobodys } from './things.ts'
import { type IdSpan, kindByForm, readId } from './values.ts'

const REACH_TOLD = 14
const REACH_IN_INFRA = 4

/**
 * Numbers that neither a label nor their form alone tells: a word near by says whose they are ("keyed her allergies into
 * chart ... 448210"), or they are written as only identifiers are, with letters, dashes or zeros in front.
 */
export function readOwned(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readNumber(page, at[k]!))
}

function readNumber(page: Page, i: number): number {
  const t = page.tokens
  const type = t.type[i]!
  if (type === MARK || type === WORD) return 0
  if (isSpaced(page, i)) return readSpaced(page, i)
  if (type === MIXED && isInBlocks(page, i)) return readBlocks(page, i)
  if (type === NUMBER) {
    const spelt = readSpelledId(page, i)
    if (spelt > 0) return spelt
  }
  const blocks = t.type[i + 1] === NUMBER && t.gap[i + 1] === GAP.space ? readDigitBlocks(page, i) : 0
  if (blocks > 0) return blocks
  if (!mayBeId(page, i)) return 0
  if (!isClinical(page, i, 40) && !page.isOfPerson(i) && !isAfterCaret(page, i)) return 0
  if (isDated(page, i)) return markNobodys(page, i, i + 1)
  if (page.mark(i - 1) === BACKSLASH || isOfFile(page, i) || isOfCamera(page, i)) return 0
  if (isExpiry(page, i)) return 0
  const led = isLed(page, i)
  const first = led ? i - 2 : i
  if (!led && isJoinedBefore(page, i)) return 0
  if (led && NUMBERS_OF_THINGS.has(t.word[first]!) && !isSaidOf(page, first - 1)) return 0
  // "WS-ED-0114": a machine and where it stands.
  if (
    led &&
    page.mark(first - 1) === DASH &&
    t.gap[first] === GAP.none &&
    NUMBERS_OF_THINGS.has(t.word[first - 2] ?? 0)
  )
    return 0
  const id = readId(page, first, Math.min(t.count, first + 8), false)
  if (id.end <= i || page.lengthOf(first) > 18 || id.digits + id.letters > 20) return 0
  if (!isIdentifier(page, first, id, 4, true) || isDamagedPhone(page, first, id)) return 0
  if (isCompound(page, first, id)) return markNobodys(page, first, id.end)
  const coded = isCoded(page, first, id) || isCardsCode(page, first, id)
  if (!coded && (id.digits < 4 || id.letters > 4 || isCompactDate(page, first, id))) return 0
  const listed = isInWorklist(page, first, id)
  const ours = listed || isOursByNumber(page, first)
  const kind = ours ? 'mrn' : (kindOf(page, first, id, coded) ?? possessedKind(page, first, id))
  if (kind === undefined) return 0
  const said = KIND_OF_OWNER[saidAfter(page, id.end)] === kind
  const sure = said ? 0.9 : listed ? 0.75 : coded ? 0.6 : 0.55
  const add = (from: number, to: number) => page.addTokens(kind, from, to, sure, REASON, 'identifier')
  const end = add(first, id.end)
  return readSibling(page, end, t.count, id.digits, add) || end
}

const CAMERAS = wordSet('img dsc dscn dscf pxl imag mvimg')

/** "IMG_9037_front.jpg": as cameras count. */
const isOfCamera = (page: Page, i: number): boolean =>
  page.mark(i - 1) === UNDERSCORE &&
  page.tokens.gap[i] === GAP.none &&
  CAMERAS.has(page.tokens.word[i - 2] ?? 0)

/** "TR-118204.xlsx": of a file, whose name is read elsewhere. */
const isOfFile = (page: Page, i: number): boolean =>
  page.mark(i + 1) === DOT &&
  page.tokens.gap[i + 1] === GAP.none &&
  page.tokens.gap[i + 2] === GAP.none &&
  page.tokens.type[i + 2] === WORD &&
  page.tokens.shape[i + 2] === SHAPE.lower &&
  (page.lengthOf(i + 2) === 3 || page.lengthOf(i + 2) === 4)

const LEAST_OF_WORD = 3

/** "1951-born", "1200-step": an amount or a year with a word. */
const isCompound = (page: Page, first: number, id: IdSpan): boolean =>
  id.end === first + 3 &&
  page.tokens.type[first] === NUMBER &&
  page.mark(first + 1) === DASH &&
  page.tokens.type[first + 2] === WORD &&
  page.tokens.shape[first + 2] === SHAPE.lower &&
  page.lengthOf(first + 2) >= LEAST_OF_WORD

const DATES: ReadonlySet<LabelId> = new Set<LabelId>(['service', 'birth', 'otherDate'])

/** "DOS 021624": a date without its marks, after a label of dates. */
function isDated(page: Page, i: number): boolean {
  const size = page.lengthOf(i)
  if (page.tokens.type[i] !== NUMBER || (size !== 6 && size !== 8)) return false
  const at = page.mark(i - 1) !== 0 ? i - 2 : i - 1
  const label = at >= 0 && page.tokens.gap[i]! <= GAP.wide ? page.label(at) : undefined
  return label !== undefined && DATES.has(label)
}

/** "hoffmeister^lars 21907" */
const isAfterCaret = (page: Page, i: number): boolean =>
  page.mark(i - 2) === CARET && page.tokens.type[i - 1] === WORD && page.tokens.gap[i]! <= GAP.wide

/** "HARGROVE^LINUS   0077120", "0020018^BRISTOW^NADINE": beside a name as worklists write it. */
function isInWorklist(page: Page, first: number, id: IdSpan): boolean {
  if (isCompactDate(page, first, id)) return false
  const t = page.tokens
  if (page.mark(id.end) === CARET && t.gap[id.end] === GAP.none)
    return t.type[id.end + 1] === WORD && page.mark(id.end + 2) === CARET
  const last = t.gap[first]! <= GAP.wide && t.gap[first] !== GAP.none ? first - 1 : 0
  return last > 1 && t.type[last] === WORD && page.mark(last - 1) === CARET && t.type[last - 2] === WORD
}

function kindOf(page: Page, first: number, id: IdSpan, coded: boolean): IdentifierKind | undefined {
  const near = ownerNear(page, first, id.end)
  if (isLocalPhone(page, first, id))
    return (isToldFirmly(near) && near.pointed) || near.distance <= 1 ? FIRMLY[near.owner] : undefined
  if (isLikePhone(page, first, id))
    return near.owner === OWNER.phone ? 'phone' : near.distance <= 2 ? FIRMLY[near.owner] : undefined
  const fronted = coded ? kindByFront(page, first) : undefined
  if (near.owner === OWNER.thing || (near.owner === OWNER.beside && fronted === undefined)) return undefined
  if (near.owner === OWNER.phone && id.letters === 0 && id.digits >= 7) return undefined
  if (near.owner === OWNER.zip) return id.digits === 5 && id.end === first + 1 ? 'zip' : undefined
  const infra = isMoreTechnical(page, first, 14)
  const plans = near.owner === OWNER.licence && isOfPlansCertificate(page, first)
  const told = fronted ?? (plans ? 'member-id' : KIND_OF_OWNER[near.owner])
  if (fronted !== undefined && !infra) return fronted
  if (isOfCard(page, first, id, near)) return 'member-id'
  // "file 7740"
  if (!coded && id.digits === 4)
    return near.owner === OWNER.record && near.distance <= 2 && !isYear(page, first) && !infra
      ? 'mrn'
      : undefined
  if (isCode(page, first, id) && near.distance > 2) return undefined
  if (told !== undefined && isTold(near, coded, infra, id.digits))
    return coded && fronted === undefined && OF_PERSON.has(near.owner) ? kindByForm(page, first, id) : told
  return coded && !infra ? kindByForm(page, first, id) : undefined
}

const CERTIFICATES = wordSet('cert certificate')
const CERTIFICATE_REACH = 4

/** "covered under his plan, certificate AFL 77-20418": of a plan where one is spoken of. */
function isOfPlansCertificate(page: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - CERTIFICATE_REACH; at--)
    if (CERTIFICATES.has(page.tokens.word[at]!)) return isOfInsurance(page, at, 14)
  return false
}

/** Written as plans write, where no word right before tells something else. */
function isOfCard(page: Page, first: number, id: IdSpan, { owner, distance }: Near): boolean {
  if (distance <= RIGHT_BEFORE || (owner === OWNER.device && distance <= NEAR_DEVICE)) return false
  return (
    cardForm(page, first, id.end) === FORM.sure ||
    (owner === OWNER.other && id.letters > 0 && kindByForm(page, first, id) === 'member-id')
  )
}

/** These tell whose a number is, and not of what. */
const OF_PERSON: ReadonlySet<Owner> = new Set<Owner>([OWNER.person, OWNER.query])

/** "D1110", "M0064", "J0696", "E0601": a letter and four digits, as codes of services, items and products are. */
const isCode = (page: Page, first: number, id: IdSpan): boolean =>
  id.end === first + 1 &&
  id.letters === 1 &&
  id.digits === 4 &&
  !isDigit(page.unit(page.tokens.start[first]!))

/** Ten digits that a phone number might be are these right after a word for what they are of. */
const FIRMLY: Partial<Record<Owner, IdentifierKind>> = {
  [OWNER.record]: 'mrn',
  [OWNER.member]: 'member-id',
  [OWNER.account]: 'account',
  [OWNER.device]: 'device',
  [OWNER.other]: 'other-id',
}

const possessedKind = (page: Page, first: number, id: IdSpan): IdentifierKind | undefined =>
  isPossessed(page, first, id) && !isLikePhone(page, first, id) && !isLocalPhone(page, first, id)
    ? kindByForm(page, first, id)
    : undefined

/** "FY2026" */
const isYearAt = (page: Page, first: number): boolean => page.unit(page.tokens.start[first]! + 2) === 50

/** "2026" */
const isYear = (page: Page, first: number): boolean => {
  const start = page.tokens.start[first]!
  const century = (page.unit(start) - 48) * 10 + page.unit(start + 1) - 48
  return century === 19 || century === 20
}

/** A word for what a number is of stands right before it. */
const isToldFirmly = ({ owner, distance }: Near): boolean =>
  distance <= 3 && (owner === OWNER.record || owner === OWNER.member || owner === OWNER.device)

/** So many digits are no amount. */
const LONG = 9

function isTold({ owner, distance, pointed }: Near, coded: boolean, infra: boolean, digits: number): boolean {
  if (owner === OWNER.person && !coded && !pointed) return false
  if (owner === OWNER.member && !coded && !pointed && digits < 6) return false
  if (owner === OWNER.query) return !infra && distance <= 3
  if (owner === OWNER.other && !coded && !pointed && distance > (digits >= LONG ? 8 : 3)) return false
  return distance <= (infra ? REACH_IN_INFRA : coded || pointed ? REACH_TOLD : REACH)
}

const NUMBERS_OF_THINGS = wordSet(
  'ora kb cve err rfc iso chg inc prb ritm req tkt po inv sku ws pc srv vm gi fy rev ver iec ansi sla ap vlan sql ksk lt wks lap vdi prn ptr mfp mx zd zt rtr cam nas ups ahu rtu van truck fix gl rfq rfp sow ctx fs dhcp dns ssid ops maint bldg rm jack port wap poe ups crt lcd pdu hvac omb coi capa',
)

/** "Appeal AP-0077182" */
const isSaidOf = (page: Page, i: number): boolean => {
  const owner = ownerOfWord(page.tokens.word[i] ?? 0)
  return owner === OWNER.other || owner === OWNER.member || owner === OWNER.record
}

/** Cheap, to pass over most numbers. */
function mayBeId(page: Page, i: number): boolean {
  const size = page.lengthOf(i)
  if (size > 18) return false
  if (size >= 4) return true
  const mark = page.mark(i + 1)
  return (mark === DASH || mark === SLASH || page.mark(i - 1) === DASH) && page.tokens.gap[i + 1] === GAP.none
}

/** "HM-0441": a few capitals before. */
function isLed(page: Page, i: number): boolean {
  const t = page.tokens
  const mark = page.mark(i - 1)
  return (
    (mark === DASH || (mark === SLASH && page.lengthOf(i) > 3 && t.shape[i - 2] === SHAPE.caps)) &&
    i >= 2 &&
    t.gap[i] === GAP.none &&
    t.gap[i - 1] === GAP.none &&
    t.type[i - 2] === WORD &&
    t.shape[i - 2] !== SHAPE.lower &&
    page.lengthOf(i - 2) <= 5 &&
    page.taken[i - 2] === 0
  )
}

const ZERO = 48

/** Letters among digits, dashes, or zeros in front: no amount is written so. */
function isCoded(page: Page, first: number, id: IdSpan): boolean {
  const t = page.tokens
  const unit = page.unit(t.start[first]!)
  if (id.letters > 0)
    return id.digits >= 4 && id.letters <= 5 && id.digits + id.letters >= 5 && !isAmount(page, first, id)
  if (isCompactDate(page, first, id)) return false
  if (unit === ZERO && t.type[first] === NUMBER && page.lengthOf(first) >= 6) return true
  return page.mark(first + 1) === DASH && id.digits >= 6 && !isRange(page, first)
}

const LEAST_OF_CARD = 10
const MOST_LETTERS_OF_CARD = 8

/** "MEB5K0VT2117": as plans write, where a plan or its card is spoken of right before. */
function isCardsCode(page: Page, first: number, id: IdSpan): boolean {
  if (id.end !== first + 1 || id.digits < 4 || id.letters > MOST_LETTERS_OF_CARD) return false
  if (id.digits + id.letters < LEAST_OF_CARD || page.tokens.type[first] !== MIXED) return false
  for (let at = page.tokens.start[first]!; at < page.tokens.end[first]!; at++)
    if (page.unit(at) > Z) return false
  for (let at = first - 1; at >= 0 && at >= first - 8; at--) {
    const word = page.tokens.word[at]!
    if (ownerOfWord(word) === OWNER.member || CARDS.has(word)) return true
  }
  return false
}

const Z = 90
const CARDS = wordSet('card cards')

/** "20260412", or with the time of day: a date as systems write it. */
const isCompactDate = (page: Page, first: number, id: IdSpan): boolean =>
  id.letters === 0 &&
  id.end === first + 1 &&
  (id.digits === 8 || id.digits === 12 || id.digits === 14) &&
  isDayAsDigits(page.slice(page.tokens.start[first]!, page.tokens.start[first]! + 8))

/** "2031-08", "136-145", "10001-4412": a month, from one amount to another, or a ZIP code. */
function isRange(page: Page, first: number): boolean {
  const [a, b] = [page.lengthOf(first), page.lengthOf(first + 2)]
  const padded = page.unit(page.tokens.start[first]!) === ZERO
  const year = page.unit(page.tokens.start[first]!) <= 50
  return !padded && ((a === 4 && b === 2 && year) || (a === b && a <= 4) || (a === 5 && b === 4))
}

const X = 120

/** "1200mg", "2026a", "x2210": digits with what they count, or an extension. */
function isAmount(page: Page, first: number, id: IdSpan): boolean {
  const unit = page.unit(page.tokens.start[first]!)
  if (id.end !== first + 1) return false
  if (isDigit(unit)) return id.digits <= 4
  return (
    ((unit | 32) === X && id.digits <= 5) || (id.letters === 2 && id.digits === 4 && isYearAt(page, first))
  )
}

/** "7O4-555-OI66": a phone number that OCR damaged. */
const isDamagedPhone = (page: Page, first: number, id: IdSpan): boolean =>
  id.end === first + 5 &&
  digitValue(page.unit(page.tokens.start[first]!), true) >= 0 &&
  page.lengthOf(first) === 3 &&
  page.lengthOf(first + 2) === 3 &&
  page.lengthOf(first + 4) === 4

const ONE = 49

/** Ten digits in one, area and exchange as in North America. */
const isLikePhone = (page: Page, first: number, id: IdSpan): boolean =>
  id.end === first + 1 &&
  id.letters === 0 &&
  id.digits === 10 &&
  page.unit(page.tokens.start[first]!) > ONE &&
  page.unit(page.tokens.start[first]! + 3) > ONE
