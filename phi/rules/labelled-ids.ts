import { isVeteran } from '../checks/veteran.ts'
import type { IdentifierKind } from '../kinds.ts'
import { OWNER } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { AMPERSAND, COMMA, DASH, DOT, SLASH } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isAboutThings } from './about-things.ts'
import { readAddress } from './addresses.ts'
import { isDashedDate, isTimestamp } from './any-label.ts'
import { isOfInsurance } from './insurance.ts'
import {
  isOfBusiness,
  isOfCompany,
  isOfOrganization,
  isOfSoftware,
  isOfStaff,
  isOfTrade,
  isOfTransplant,
} from './label-owners.ts'
import { isBefore, isNear } from './near.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'
import { readMbi } from './plain-ids.ts'
import type { ValueReader } from './reader.ts'
import { socialBefore, ssnShaped } from './social-ids.ts'
import { markNobodys } from './things.ts'
import { FIRM, type IdSpan, readId, SOFT } from './values.ts'
import { isWorn } from './worn.ts'

interface IdRule {
  kind: IdentifierKind
  what: string
  digits: number
  /** The weakest pointer at which a short value (under 6 digits) still counts. */
  least: number
  spaces?: boolean
}

/** Kinds of numbers that things have, too. */
const OF_THINGS: ReadonlySet<IdentifierKind> = new Set<IdentifierKind>(['account', 'other-id', 'licence'])

function idReader(rule: IdRule): ValueReader {
  return (page, at, limit, strength, label) => {
    const tight = readId(page, at, limit, rule.spaces ?? false)
    // "MR 0719 224"
    const id = tight.digits < 5 && !rule.spaces ? readId(page, at, limit, true) : tight
    const least = rule.kind === 'account' && strength === FIRM && isNamed(page, at, id) ? 3 : rule.digits
    if (id.digits < least || id.digits + id.letters > 30 || isDecimal(page, at, id)) return 0
    if (isVersion(page, at)) return 0
    if ((strength < FIRM && isDate(page, at, id)) || isDayWithSlashes(page, at, id)) return 0
    if (isTimestamp(page, at)) return 0
    if (rule.kind !== 'account' && isPhone(page, at, id, strength)) return 0
    if (strength < rule.least && id.digits < 5 && (id.letters === 0 || id.digits < 4)) return 0
    if (rule.kind === 'account' || rule.kind === 'member-id' || rule.kind === 'other-id') {
      const ssn = ssnShaped(page, at, id) || socialBefore(page, at, id, label)
      if (ssn > 0) return ssn
    }
    const weak = OF_THINGS.has(rule.kind) && isAboutThings(page, label)
    const confidence = weak ? 0.4 : strength === FIRM ? 0.92 : strength === SOFT ? 0.85 : 0.75
    const level = weak ? 'weak' : 'identifier'
    const end = page.addTokens(rule.kind, at, id.end, confidence, rule.what, level)
    return (
      readSibling(page, end, limit, id.digits, (from, to) =>
        page.addTokens(rule.kind, from, to, confidence, rule.what, level),
      ) || end
    )
  }
}

const LEAST_OF_NAME = 4

/** "VANEU000": the first letters of a name and a count, as programs for practices make accounts. */
const isNamed = (page: Page, at: number, id: IdSpan): boolean =>
  id.end === at + 1 && id.letters >= LEAST_OF_NAME && page.tokens.type[at] === MIXED

const V = 118

/** "spec v3.01.1" */
const isVersion = (page: Page, at: number): boolean =>
  page.mark(at + 1) === DOT &&
  page.tokens.gap[at + 2] === GAP.none &&
  page.tokens.type[at + 2] === NUMBER &&
  page.tokens.type[at] === MIXED &&
  (page.unit(page.tokens.start[at]!) | 32) === V

/** "MRN / DOB: 00651120 / 06-15-1957" */
const isDashedDay = (page: Page, at: number, id: IdSpan): boolean =>
  id.letters === 0 &&
  id.end === at + 5 &&
  page.mark(at + 1) === DASH &&
  isDashedDate(page, at, page.lengthOf(at), page.lengthOf(at + 2), page.lengthOf(at + 4))

/** "ins card 10-10-88": the date that stands after it. */
const isDate = (page: Page, at: number, id: IdSpan): boolean =>
  page.lengthOf(at) === 2 && isDashedDay(page, at, id)

/** "10/29", "10/01/24": what stands on the line after a label. */
const isDayWithSlashes = (page: Page, at: number, id: IdSpan): boolean =>
  id.letters === 0 &&
  page.mark(at + 1) === SLASH &&
  page.lengthOf(at) <= 2 &&
  page.lengthOf(at + 2) <= 2 &&
  (id.end === at + 3 || (id.end === at + 5 && page.mark(at + 3) === SLASH))

/** "school number is 205-555-0100", "the phone on the second chart, 509-555-0110": left to other rules. */
const isPhone = (page: Page, at: number, id: IdSpan, strength: number): boolean => {
  if (id.letters > 0 || id.digits !== 10 || id.end !== at + 5) return false
  if (page.lengthOf(at) !== 3 || page.lengthOf(at + 2) !== 3 || page.unit(page.tokens.start[at]!) < TWO)
    return false
  return strength < FIRM || page.slice(page.tokens.start[at + 2]!, page.tokens.end[at + 2]!) === '555'
}

const TWO = 50
const AND = wordSet('and or y vs versus')
const NOT = wordSet('not no nor')

/** "MRNs 4450081 and 4450018": a second number of the same length. Answers the token after it, or 0. */
export function readSibling(
  page: Page,
  i: number,
  limit: number,
  digits: number,
  add: (from: number, to: number) => number,
): number {
  const mark = page.mark(i)
  if (mark !== AMPERSAND && mark !== COMMA && mark !== SLASH && !AND.has(page.tokens.word[i]!)) return 0
  // "hers is 2240917, not 2240971"
  const at = NOT.has(page.tokens.word[i + 1] ?? 0) ? i + 2 : i + 1
  if (at >= limit || page.taken[at] !== 0 || page.tokens.gap[at]! > GAP.space) return 0
  const id = readId(page, at, limit, false)
  if (page.mark(at + 1) === SLASH || isDashedDay(page, at, id)) return 0
  return id.digits === digits && digits >= 5 && page.mark(id.end) !== DASH ? add(at, id.end) : 0
}

export const readRecord = idReader({
  kind: 'mrn',
  what: 'a number labelled as that of a medical record',
  digits: 3,
  least: SOFT,
})

/** "Concentrator unit # M5-448120" */
function readWornUnit(page: Page, at: number, limit: number): number {
  const id = readId(page, at, limit, false)
  if (id.digits < 4) return 0
  return page.addTokens('device', at, id.end, 0.7, 'the number of a device that a patient uses', 'identifier')
}

const PID = wordSet('pid')

const HARDWARE = wordSet('sn vid descr udi sku renewal renew contract cisco switch model part qty')

/** "PID C9300-48P, SN ...": the product of a piece of hardware. */
function isProduct(page: Page, label: number, value: number): boolean {
  const { word } = page.tokens
  if (page.tokens.type[value] === NUMBER && page.lengthOf(value) < 4) return false
  if (!PID.has(word[label]!) || page.around(TOPIC.patient, label, 12, 12) > 0) return false
  return isNear(page, label, HARDWARE, 8, 12)
}

/** `"pid":20417` of a program, where nobody's care is spoken of. */
const isProcess = (page: Page, label: number): boolean =>
  PID.has(page.tokens.word[label]!) &&
  page.around(TOPIC.patient, label, 30, 30) === 0 &&
  !page.isOfPerson(label) &&
  page.tokens.shape[label] === SHAPE.lower &&
  !isOfPortal(page, label)

const PORTAL = wordSet('portal mychart chart proxy appt immunization imm record results demographics emr ehr')
const PORTAL_REACH = 8

/** "portal view imm_record pid=501177" */
const isOfPortal = (page: Page, label: number): boolean => isBefore(page, label, PORTAL, PORTAL_REACH)

const CLIENT = wordSet('client')
const SIGN_ON = wordSet('oauth oauth2 oidc saml sso secret tenant azure okta entra scope redirect api')

/** "OAuth client id b7f1c0de": of a program. */
function isOfProgram(page: Page, label: number): boolean {
  const { word } = page.tokens
  if (!CLIENT.has(word[label]!)) return false
  return isNear(page, label, SIGN_ON, 4, 14)
}

/** "Unit # 114" is a room, "Unit # M000448219" a record. */
export const readMrn: ValueReader = (page, at, limit, strength, label) =>
  isOfProgram(page, label)
    ? markNobodys(page, at, readId(page, at, limit, false).end)
    : CLIENT.has(page.tokens.word[label]!) && isOfCompany(page, label)
      ? skipThing(page, at, limit, strength, label)
      : page.is(label, W.unit) && isWorn(page, label, label + 1)
        ? readWornUnit(page, at, limit)
        : page.is(label, W.unit) && readId(page, at, limit, false).digits < 5
          ? 0
          : (isProcess(page, label) || isProduct(page, label, at) ? skipThing : readRecord)(
              page,
              at,
              limit,
              strength,
              label,
            )

const readMember = idReader({
  kind: 'member-id',
  what: 'a number labelled as that of a health plan or its member',
  digits: 4,
  least: SOFT,
  spaces: true,
})

const readAccountNumber = idReader({
  kind: 'account',
  what: 'a number labelled as that of an account',
  digits: 4,
  least: SOFT,
  spaces: true,
})

export const readAccount: ValueReader = (page, at, limit, strength, label) =>
  isOfCompany(page, label)
    ? markNobodys(page, at, readId(page, at, limit, false).end)
    : isOfTrade(page, label)
      ? readOfTrade(page, at, limit)
      : isOfPlansCard(page, at, limit, label)
        ? readMember(page, at, limit, strength, label)
        : readAccountNumber(page, at, limit, strength, label)

/** Weak: what the words around tell is seen at last. */
function readOfTrade(page: Page, at: number, limit: number): number {
  const id = readId(page, at, limit, true)
  if (id.digits < 4 || id.digits + id.letters > 30) return 0
  return page.addTokens(
    'account',
    at,
    id.end,
    0.4,
    "an account in talk of invoices, perhaps the organization's",
    'weak',
  )
}

const CARD = wordSet('card')
const LEAST_OF_PAYMENT = 12

/** "her card number, NM 7720 41 88": too short, or with letters: no payment card's. */
function isOfPlansCard(page: Page, at: number, limit: number, label: number): boolean {
  if (!CARD.has(page.tokens.word[label]!)) return false
  const id = readId(page, at, limit, true)
  return id.digits >= 4 && id.digits < LEAST_OF_PAYMENT && (id.letters > 0 || id.digits > 7)
}

const readCredential = idReader({
  kind: 'licence',
  what: 'a number labelled as that of a licence or certificate',
  digits: 4,
  least: SOFT,
})

/** "driver's license (MI K 420 118 771 905)": after the state that gave it, where letters follow. */
const afterState = (page: Page, at: number): number =>
  page.is(at, W.stateCode) && page.tokens.type[at + 1] === WORD && page.lengthOf(at + 1) === 1 ? at + 1 : at

const CERTIFICATE = wordSet('cert certificate')

/** "Cert #" beside a subscriber is a health plan's. */
export const readLicence: ValueReader = (page, at, limit, strength, label) =>
  isOfSoftware(page, label) || isOfOrganization(page, label)
    ? skipThing(page, at, limit, strength, label)
    : CERTIFICATE.has(page.tokens.word[label]!) && isOfInsurance(page, label, 14)
      ? readMember(page, at, limit, strength, label)
      : readCredential(page, afterState(page, at), limit, strength, label)

const readOtherNumber = idReader({
  kind: 'other-id',
  what: 'a number labelled as that of a claim, encounter, specimen or the like',
  digits: 4,
  least: FIRM,
  spaces: true,
})

const EMPLOYED = wordSet('employee emp staff badge')

export const readOther: ValueReader = (page, at, limit, strength, label) =>
  page.lengthOf(at) === 17 && isVeteran(page.slice(page.tokens.start[at]!, page.tokens.end[at]!))
    ? page.addTokens('member-id', at, at + 1, 0.92, "a veteran's number (ICN)", 'identifier')
    : EMPLOYED.has(page.tokens.word[label]!) && isOfStaff(page, label)
      ? skipThing(page, at, limit, strength, label)
      : isRequestOfProgram(page, label)
        ? skipThing(page, at, limit, strength, label)
        : readMbi(page, at, limit) || readOtherNumber(page, at, limit, strength, label)

const REQUESTS = wordSet('reqid')
const LOWER_A = 97

/** `"reqId": "b31-904"`: as programs write the names of their own things. */
const isRequestOfProgram = (page: Page, label: number): boolean =>
  REQUESTS.has(page.tokens.word[label]!) && page.unit(page.tokens.start[label]!) >= LOWER_A

/** The number of whoever serves or served: not one of a health plan. */
const SOLDIERS = wordSet('edipi')

const CONTRACTS = wordSet('contract')

/** "Contract numbers 2204-A": no plan's and nobody's. */
const isOfContract = (page: Page, label: number): boolean =>
  CONTRACTS.has(page.tokens.word[label]!) &&
  !isOfInsurance(page, label, 14) &&
  page.around(TOPIC.patient, label, 20, 20) === 0

export const readMemberOrMbi: ValueReader = (page, at, limit, strength, label) => {
  const mbi = readMbi(page, at, limit)
  if (mbi > 0) return mbi
  if (isOfBusiness(page, label) || isOfContract(page, label))
    return skipThing(page, at, limit, strength, label)
  if (SOLDIERS.has(page.tokens.word[label]!)) return readOtherNumber(page, at, limit, strength, label)
  if (isOfTransplant(page, label)) return readOtherNumber(page, at, limit, strength, label)
  return readMember(page, at, limit, strength, label)
}

/** The name of a company, a drug or a plan: no word in it is somebody's. */
export const skipWords: ValueReader = (page, at, limit, strength) => {
  const t = page.tokens
  if (strength < FIRM) return 0
  let end = at
  while (end < limit && end < at + 6 && t.type[end] === WORD && (end === at || t.gap[end]! <= GAP.space)) {
    // "Auth from the plan: TRN-7704182"
    if (page.mark(end + 1) === DASH && t.gap[end + 1] === GAP.none && t.type[end + 2] !== WORD) break
    if (end > at && page.label(end) !== undefined) break
    if (page.health(end) !== undefined) break
    page.taken[end] = 2
    end++
  }
  return 0
}

/** What a person has a number of, said before a word for the person: "driver's licence of the claimant". */
const OTHERS_OF_PERSONS: ReadonlySet<number> = new Set([OWNER.licence, OWNER.device, OWNER.member])

/** Whether a word is one for somebody whom a health plan covers. */
export const isMember = (page: Page, i: number): boolean => MEMBERS.has(page.tokens.word[i]!)

const MEMBERS = wordSet('member subscriber insured policyholder beneficiary enrollee mbr asegurado')

/** "subscriber 90344718", "/patient/4410229/": a number where a name might be. */
export function readPersonNumber(page: Page, at: number, limit: number, label: number): number {
  const id = readId(page, at, limit, false)
  if (id.digits < 5 || id.digits + id.letters > 20 || isZipAfter(page, at, id) || isDecimal(page, at, id))
    return 0
  if (isPhone(page, at, id, SOFT)) return 0
  const member = MEMBERS.has(page.tokens.word[label]!)
  const { owner, distance } = ownerNear(page, label, id.end)
  const ssn = distance <= 5 && owner === OWNER.licence ? 0 : ssnShaped(page, at, id)
  if (ssn > 0) return ssn
  return page.addTokens(
    member ? 'member-id' : (distance <= 5 && OTHERS_OF_PERSONS.has(owner) && KIND_OF_OWNER[owner]) || 'mrn',
    at,
    id.end,
    0.75,
    'a number right after a word for a patient or member',
    'identifier',
  )
}

/** "104.00", "R73.03" */
const isDecimal = (page: Page, at: number, id: IdSpan): boolean =>
  id.end === at + 3 && page.mark(at + 1) === DOT && page.lengthOf(at + 2) <= 4 && id.digits <= 5

/** "Polk County resident, 50309" */
const isZipAfter = (page: Page, at: number, id: IdSpan): boolean =>
  id.digits === 5 && id.letters === 0 && id.end === at + 1 && page.mark(at - 1) === COMMA

const MEASURES = wordSet('temp weight height bp hr rr size')

export const skipThing: ValueReader = (page, at, limit, _strength, label) => {
  const t = page.tokens
  const id = readId(page, at, limit, page.lengthOf(at) > 1)
  if (id.digits === 0) return 0
  if (MEASURES.has(page.tokens.word[label]!) && id.digits + id.letters > 4) return 0
  // `"line": ["915 E Juniper St"`
  const address = t.type[at] === NUMBER && t.type[at + 1] === WORD ? readAddress(page, at, false) : 0
  if (address > 0) return address
  for (let k = at; k < id.end; k++) if (t.type[k] !== WORD) page.taken[k] = 2
  return id.end
}
