import type { IdentifierKind } from '../kinds.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { OWNER, ownerOfWord } from '../lexicon/owners.ts'
import { STOP, W, type WordSet, wordSet } from '../lexicon/words.ts'
import {
  APOSTROPHE,
  COLON,
  COMMA,
  DASH,
  DOT,
  EQUALS,
  HASH,
  PERCENT,
  QUOTE,
  SLASH,
  UNDERSCORE,
} from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isNanp } from './bare-phones.ts'
import { cardForm, FORM } from './card-forms.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { isOpen } from './each.ts'
import { kindByFront } from './fronted.ts'
import { readMixed } from './ids.ts'
import { isPlan } from './insurance.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'
import { markNobodys } from './things.ts'
import { type IdSpan, kindByForm, readId, valueAfter } from './values.ts'

/** Words that make a label of whatever stands before them. */
wordSet('no num nbr nr number numero número id ids identifier nos nums numbers', STOP.pointer)

const KINDS: [IdentifierKind, string, WordSet][] = [
  [
    'member-id',
    'health plan or its member',
    wordSet(
      'insurance insured ins insurer subscriber member mbr policy policyholder plan medicaid medicare tricare sponsor coverage beneficiary enrollee dependent cardholder hmo ppo afiliado poliza seguro bic cin titular dental vision benefit benefits',
    ),
  ],
  [
    'mrn',
    'medical record',
    wordSet(
      'patient pt chart record records rec mr hospital medical med resident client person emr ehr unit paciente expediente historia folder',
    ),
  ],
  [
    'account',
    'account',
    wordSet(
      'account acct bill loan billing guarantor statement stmt payment card bank ledger hsa fsa cuenta',
    ),
  ],
  [
    'licence',
    'licence or certificate',
    wordSet(
      'license licence lic passport permit driver drivers dl cdl certificate credential visa cert registration licencia',
    ),
  ],
  [
    'device',
    'device',
    wordSet('implant pump sensor pacemaker transmitter lead lens valve stent prosthesis aid aids cpap'),
  ],
]

/** Labels of things, and of what other rules read. */
const OTHER_LABELS: ReadonlySet<LabelId> = new Set<LabelId>([
  'notPerson',
  'phone',
  'officePhone',
  'fax',
  'email',
  'url',
  'ip',
  'age',
  'zip',
  'city',
  'address',
  'otherDate',
  'service',
  'birth',
  'staff',
  'ssn',
  'npi',
  'dea',
  'vin',
  'plate',
])

/** What a number belongs to that is nobody's. */
const THINGS = wordSet(
  `apt apartment suite ste room rm floor fl bldg building bed bay door gate dock box locker desk cabinet shelf bin aisle row seat table tray slot rack drive disk disc port line circuit extension ext trunk channel vlan
  page pages section chapter step figure fig item line article paragraph appendix slide sheet tab column cell field question
  part model type version ver release build firmware patch revision rev update upgrade kb bug issue pr commit job task event error code codes exit status
  order po purchase invoice inv quote quotation ticket incident change problem work shipment tracking shipping delivery pallet package parcel container sku catalog cat lot batch stock product license key activation serial asset tag barcode upc ean isbn warranty rma contract agreement vendor supplier merchant walgreens walmart cvs costco kroger publix safeway store shop branch dealer customer company tax ein vat duns clia taxonomy
  meeting conference webinar passcode pin otp code confirmation session request trace transaction process thread user host hostname device machine printer scanner server workstation laptop desktop tablet monitor screen camera router switch firewall node cluster queue
  flight train bus route highway exit street hydrant elevator boiler fridge freezer autoclave cycle generator furnace tank vehicle truck van fleet
  chat msg message lock cart receipt keycode combination safe parking badge found missing
  terminal terminals pos pinpad kiosk till lane
  phone telephone tel cell mobile fax pager callback hotline meter
  step version count total sum amount price cost balance fee copay charge rate volume size weight height width length bp hr rr temp glucose dose mg ml qty quantity score level grade stage class group grp day days week year month hour hours time times date page
  toner ink paper cable filter battery ups hvac zip area postal bill report survey regulation rule law template loinc cpt icd ndc rxnorm snomed hcpcs drg revenue modifier confirm conf tin fein npn payer payor lots vaccine vaccines vfc feedback review comment suggestion idea poll announcement newsletter memo bulletin advisory
  omb irb baa rfp rfq coi vip reptrax vendormate symplr label art article certified course cme ceu acpe capa notice superbill sop drug drugs rite duane reade osco drugstore spi ncpdp lease jack asn`,
)

/** "RFP no. S0417-25", "BAA # 2024-331": of an office's papers, whatever is spoken of beside them. */
const NOBODYS_PAPERS = wordSet(
  'rfp rfq rfi baa omb irb coi ptan clia fein tin reptrax vendormate symplr capa sop nda msa sow loi mou vip ceu acpe cme isbn gtin',
)

/** "the number", "her ID": what they point at stands elsewhere. */
const POINTING = wordSet(
  'the a an this that these those his her my your our their its no any each every which what new old same other and or of in on to for from by at with is was el la su mi de',
)

const MAX_WORDS = 3
/** As long as numbers that tell by their check digit what they are. */
const VIN = 17

/** "Donor DIN no. W0442 118", "Kit # 88-1204", "Wristband: 9917204": a number after a label that no list holds. */
export function readAnyLabels(page: Page): void {
  const { at, count } = page.stops.pointers
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readAnyLabel(page, at[k]!))
}

function readAnyLabel(page: Page, i: number): number {
  const t = page.tokens
  const mark = page.mark(i)
  const firm = mark !== COLON && mark !== EQUALS
  if (!isClinical(page, i, 40) && !page.isOfPerson(i)) return 0
  let first = labelBefore(page, i)
  if (first < 0 && mark === HASH) return readAlienNumber(page, i) || readBareHash(page, i)
  // "Mr. Achterberg, number 55 10 28 3"
  const apposed = first < 0 && mark === 0 && page.mark(i - 1) === COMMA
  if (apposed) first = i
  if (first < 0) return 0
  const at = firm ? afterPointer(page, i) : afterColon(page, i)
  if (at < 0 || page.taken[at] !== 0) return 0
  if (!firm && page.phraseEnd[first]! > 0 && page.label(first) !== undefined) return 0
  if (firm && NOBODYS_PAPERS.has(t.word[i - 1] ?? 0)) {
    const id = readId(page, at, Math.min(t.count, at + 8), false)
    return id.digits > 0 ? markNobodys(page, at, id.end) : 0
  }
  if (isOfThings(page, first, i)) return 0
  if (page.lengthOf(at) === VIN) {
    const told = readMixed(page, at)
    if (told > 0) return told
  }
  // "the death certificate, no. 2025-014-00772"
  const named = apposed && isWhatHasNumbers(page, i - 2) ? kindOf(page, i - 2, i - 2) : undefined
  const kind = named ?? kindOf(page, first, i)
  const id = readId(page, at, Math.min(t.count, at + 10), kind === KINDS[0] || first === i || isLed(page, at))
  if (!isIdentifier(page, at, id, firm ? 4 : 5, firm && isOwned(page, first, i))) return 0
  if (isSpacedPhone(page, at) || isVinLong(page, at, id)) return 0
  // Ten digits that no word tells of are more probably a phone's.
  if (kind === undefined && isNanp(page, at) && ownerNear(page, at, id.end).owner !== OWNER.record) return 0
  const card = kind?.[0] === 'mrn' && cardForm(page, at, id.end) === FORM.sure
  return page.addTokens(
    card ? 'member-id' : (kind?.[0] ?? kindNear(page, at, id)),
    at,
    id.end,
    named ? 0.9 : firm ? 0.7 : 0.6,
    kind ? `a number that seems to be that of a ${kind[1]}` : 'a number after a label, in a text about care',
    'identifier',
  )
}

/** "HB 0227 0044": a few capitals before blocks of digits. */
const isLed = (page: Page, at: number): boolean =>
  page.tokens.type[at] === WORD &&
  page.tokens.shape[at] === SHAPE.caps &&
  page.lengthOf(at) <= 4 &&
  page.tokens.type[at + 1] === NUMBER &&
  page.tokens.gap[at + 1] === GAP.space

/** "fax id on top: 661 555 0139" */
const isSpacedPhone = (page: Page, at: number): boolean =>
  page.lengthOf(at) === 3 &&
  page.lengthOf(at + 1) === 3 &&
  page.lengthOf(at + 2) === 4 &&
  page.tokens.type[at + 2] === NUMBER &&
  page.tokens.gap[at + 2] === GAP.space

const LENGTH_OF_VIN = 17

/** As vehicles are numbered, which other rules read. */
const isVinLong = (page: Page, at: number, id: IdSpan): boolean =>
  id.end === at + 1 && page.lengthOf(at) === LENGTH_OF_VIN && id.letters >= 4

const isWhatHasNumbers = (page: Page, i: number): boolean =>
  i >= 0 && page.tokens.type[i] === WORD && page.tokens.gap[i + 2]! < GAP.line

/** "juror no. 118-4402": a word of the label tells that it is no phone's. */
function isOwned(page: Page, first: number, i: number): boolean {
  for (let at = first; at < i; at++)
    if (KIND_OF_OWNER[ownerOfWord(page.tokens.word[at]!)] !== undefined) return true
  return false
}

const DEVICE_REACH = 5
const RIGHT_BEFORE = 2

function kindNear(page: Page, at: number, id: IdSpan): IdentifierKind {
  // "transfer: PCR 2025-0044187"
  const led = page.tokens.type[at] === WORD ? KIND_OF_OWNER[ownerOfWord(page.tokens.word[at]!)] : undefined
  if (led !== undefined) return led
  const { owner, distance } = ownerNear(page, at, id.end)
  if (distance > RIGHT_BEFORE && cardForm(page, at, id.end) === FORM.sure) return 'member-id'
  if (owner === OWNER.device && distance > DEVICE_REACH) return 'other-id'
  const of = owner === OWNER.person || owner === OWNER.query ? undefined : KIND_OF_OWNER[owner]
  return of ?? kindByFront(page, at) ?? kindByForm(page, at, id)
}

const OF_ALIENS = wordSet('a')
const LEAST_OF_ALIEN = 8
const MOST_OF_ALIEN = 9

/** "A# A 218 447 190": the number of somebody's file with immigration. */
function readAlienNumber(page: Page, i: number): number {
  const t = page.tokens
  if (!OF_ALIENS.has(t.word[i - 1] ?? 0) || t.shape[i - 1] === SHAPE.lower || t.gap[i] !== GAP.none) return 0
  const at = page.mark(i + 1) === COLON ? i + 2 : i + 1
  if (at >= t.count || t.gap[at]! > GAP.space || page.taken[at] !== 0) return 0
  const id = readId(page, at, Math.min(t.count, at + 8), true)
  if (id.digits < LEAST_OF_ALIEN || id.digits > MOST_OF_ALIEN || id.letters > 1) return 0
  return page.addTokens(
    'other-id',
    at,
    id.end,
    0.9,
    "the number of somebody's immigration file",
    'identifier',
  )
}

/** "#9917204" alone, in a text about care. */
function readBareHash(page: Page, i: number): number {
  const at = i + 1
  const t = page.tokens
  if (at >= t.count || t.gap[at] !== GAP.none || t.type[at] === MARK || page.taken[at] !== 0) return 0
  if (page.around(TOPIC.infra, i, 12, 12) > 0 || page.before(i, W.thing | W.infra | W.unit, 4)) return 0
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) if (THINGS.has(t.word[k]!)) return 0
  const id = readId(page, at, Math.min(t.count, at + 8), false)
  if (!isIdentifier(page, at, id, 6)) return 0
  return page.addTokens('mrn', at, id.end, 0.55, 'a number after "#", in a text about care', 'identifier')
}

/** The first of up to three words of a label that ends before token `i`; -1 where there is none. */
function labelBefore(page: Page, i: number): number {
  const t = page.tokens
  let first = -1
  for (let at = i - 1, words = 0; at >= 0 && words < MAX_WORDS; at--) {
    if (t.gap[at + 1]! > GAP.space) break
    if (page.mark(at) === DOT && words === 0 && t.gap[at] === GAP.none) continue
    if (page.mark(at) === SLASH || page.mark(at) === DASH) continue
    if (t.type[at] !== WORD || page.taken[at] !== 0) break
    if (POINTING.has(t.word[at]!) && first >= 0) break
    if (POINTING.has(t.word[at]!) || isName(page, at)) return -1
    first = at
    words++
  }
  return first
}

/** A number beside a name is read where names are. */
const isName = (page: Page, at: number): boolean =>
  page.is(at, W.given | W.surname) && !page.is(at, W.common) && page.tokens.shape[at] !== SHAPE.lower

function afterPointer(page: Page, i: number): number {
  const { at } = valueAfter(page, i + 1, 3)
  return at < page.tokens.count && page.tokens.gap[at]! < GAP.line ? at : -1
}

function afterColon(page: Page, i: number): number {
  const t = page.tokens
  let at = i + 1
  if (page.mark(at) === QUOTE || page.mark(at) === APOSTROPHE) at++
  if (page.mark(at) === HASH) at++
  return at < t.count && t.gap[at]! < GAP.line && t.type[at] !== MARK ? at : -1
}

/** The label names a thing, or speaks of machines. */
function isOfThings(page: Page, first: number, i: number): boolean {
  const t = page.tokens
  for (let at = first; at <= i; at++) {
    const label = page.label(at)
    if (label !== undefined && OTHER_LABELS.has(label)) return true
    if (t.type[at] !== WORD) continue
    if (THINGS.has(t.word[at]!) || page.is(at, W.infra | W.thing | W.staff | W.month)) return true
  }
  if (page.before(first, W.thing | W.infra, 4) && !isClinical(page, i, 8)) return true
  return isMoreTechnical(page, i, 12) && page.around(TOPIC.patient, i, 15, 15) === 0
}

function kindOf(page: Page, first: number, i: number): (typeof KINDS)[number] | undefined {
  for (let at = i; at >= first; at--) {
    if (page.tokens.type[at] !== WORD) continue
    const word = page.tokens.word[at]!
    for (const kind of KINDS) if (kind[2].has(word)) return kind
    if (isPlan(page, at)) return KINDS[0]
    const owner = ownerOfWord(word)
    if (owner === OWNER.other || owner === OWNER.order) return undefined
  }
  for (let at = first - 1; at >= 0 && at >= first - 14; at--) if (isPlan(page, at)) return KINDS[0]
  return undefined
}

/** Long enough, and no amount, version, phone number or date. `local`: takes "555-0134" for a number of another kind. */
export function isIdentifier(page: Page, at: number, id: IdSpan, digits: number, local = false): boolean {
  if (id.digits < digits || id.digits + id.letters > 22 || isTimestamp(page, at)) return false
  const next = page.mark(id.end)
  if (next === PERCENT || (next === COLON && page.tokens.gap[id.end] === GAP.none)) return false
  let dashes = 0
  let slashes = 0
  for (let k = at; k < id.end; k++) {
    const mark = page.mark(k)
    if (mark === DOT || mark === UNDERSCORE || page.taken[k] !== 0 || page.is(k, W.month)) return false
    if (mark === DASH) dashes++
    if (mark === SLASH) slashes++
  }
  if (
    (slashes === 2 && id.letters === 0) ||
    (id.letters === 0 && dashes === 2 && isPhoneShaped(page, at, id.digits))
  )
    return false
  if (local && isLocalPhone(page, at, id)) return true
  return !(id.letters === 0 && dashes > 0 && isOtherwiseShaped(page, at, id.digits, dashes))
}

/** "614-555-0134" */
const isPhoneShaped = (page: Page, at: number, digits: number): boolean =>
  digits === 10 && page.lengthOf(at) === 3 && page.lengthOf(at + 2) === 3

/** "555-0134" */
export const isLocalPhone = (page: Page, at: number, id: IdSpan): boolean =>
  id.letters === 0 &&
  id.end === at + 3 &&
  page.mark(at + 1) === DASH &&
  page.lengthOf(at) === 3 &&
  page.lengthOf(at + 2) === 4

/** As a date ("12-03-2024"), a Social Security number or a phone number ("555-0134") is. */
function isOtherwiseShaped(page: Page, at: number, digits: number, dashes: number): boolean {
  const [a, b, c] = [page.lengthOf(at), page.lengthOf(at + 2), page.lengthOf(at + 4)]
  if (dashes === 1) return a === 3 && b === 4
  if (dashes === 3) return isTollFree(page, at, digits)
  if (dashes !== 2) return false
  if (digits === 9) return a === 3 && b === 2
  return isDashedDate(page, at, a, b, c)
}

/** "1-800-555-0199" */
export const isTollFree = (page: Page, at: number, digits: number): boolean =>
  digits === 11 && page.lengthOf(at) === 1 && page.lengthOf(at + 2) === 3 && page.lengthOf(at + 4) === 3

const TWO = 50

/** "2024-03-12", "12-03-24": four digits of a year, or a day and a month by their amount. */
export function isDashedDate(page: Page, at: number, a: number, b: number, c: number): boolean {
  if (b > 2) return false
  if (a === 4) return c <= 2 && page.unit(page.tokens.start[at]!) <= TWO
  if (a > 2 || (c !== 4 && c !== 2) || (c === 4 && !isYear(page, at + 4))) return false
  const [first, second] = [amountOf(page, at), amountOf(page, at + 2)]
  return first <= 31 && second <= 31 && (first <= 12 || second <= 12)
}

const T = 84

/** "2025-02-17T14:02": when something was logged. */
export function isTimestamp(page: Page, at: number): boolean {
  const { start } = page.tokens
  return (
    page.mark(at + 1) === DASH &&
    page.mark(at + 3) === DASH &&
    page.lengthOf(at) === 4 &&
    page.lengthOf(at + 2) === 2 &&
    page.tokens.type[at + 4] === MIXED &&
    page.unit(start[at + 4]! + 2) === T &&
    isYear(page, at)
  )
}

const ONE = 49

/** "1958", and not the end of "24-08-3391". */
function isYear(page: Page, i: number): boolean {
  const first = page.unit(page.tokens.start[i]!)
  return first === ONE || first === TWO
}

function amountOf(page: Page, i: number): number {
  let value = 0
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) value = value * 10 + page.unit(at) - 48
  return value
}
