import { isDea } from '../checks/dea.ts'
import { isMbi } from '../checks/mbi.ts'
import { isNpi } from '../checks/npi.ts'
import { isVin, isVinShaped } from '../checks/vin.ts'
import type { IdentifierKind } from '../kinds.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { W } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { readAddress } from './addresses.ts'
import { isClinical } from './context.ts'
import { readLabelledDate } from './dates.ts'
import { readLabelledName } from './names.ts'
import { readPhone, readSsn, readSsnEnding } from './phones.ts'
import { BARE, compact, FIRM, readId, SOFT, valueAfter } from './values.ts'

/** Reads the value of a label from token `at`, not beyond `limit`. Answers the token after it, or 0. */
export type ValueReader = (page: Page, at: number, limit: number, strength: number, label: number) => number

interface IdRule {
  kind: IdentifierKind
  what: string
  digits: number
  /** The weakest pointer at which a short value (under 6 digits) still counts. */
  least: number
  spaces?: boolean
}

function idReader(rule: IdRule): ValueReader {
  return (page, at, limit, strength, label) => {
    const id = readId(page, at, limit, rule.spaces ?? false)
    if (id.digits < rule.digits || id.digits + id.letters > 30) return 0
    if (strength < rule.least && id.digits < 5) return 0
    const weak = rule.kind !== 'mrn' && rule.kind !== 'member-id' && isAboutThings(page, label)
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

const AND = new Set('and or y'.split(' ').map(hashWord))

/** "MRNs 4450081 and 4450018": a second number of the same length. Answers the token after it, or 0. */
function readSibling(
  page: Page,
  i: number,
  limit: number,
  digits: number,
  add: (from: number, to: number) => number,
): number {
  const mark = page.mark(i)
  if (mark !== 38 && mark !== 44 && mark !== 47 && !AND.has(page.tokens.hash[i]!)) return 0
  const at = i + 1
  if (at >= limit || page.taken[at] !== 0 || page.tokens.gap[at]! > GAP.space) return 0
  const id = readId(page, at, limit, false)
  return id.digits === digits && digits >= 5 && page.mark(id.end) !== 45 ? add(at, id.end) : 0
}

/** Machines, orders or versions near by, and nobody's health. */
function isAboutThings(page: Page, i: number): boolean {
  if (isClinical(page, i, 40)) return false
  const end = page.phraseEnd[i]!
  const infra = page.around(TOPIC.infra, i, 20, 0) + page.around(TOPIC.infra, end, 0, 20)
  return infra > 0 || page.before(i, W.thing, 12) || page.after(end, W.thing, 12)
}

const readMrn = idReader({
  kind: 'mrn',
  what: 'a number labelled as that of a medical record',
  digits: 3,
  least: SOFT,
})
const readMember = idReader({
  kind: 'member-id',
  what: 'a number labelled as that of a health plan or its member',
  digits: 4,
  least: SOFT,
  spaces: true,
})
const readAccount = idReader({
  kind: 'account',
  what: 'a number labelled as that of an account',
  digits: 4,
  least: SOFT,
  spaces: true,
})
const readLicence = idReader({
  kind: 'licence',
  what: 'a number labelled as that of a licence or certificate',
  digits: 4,
  least: SOFT,
})
const readOther = idReader({
  kind: 'other-id',
  what: 'a number labelled as that of a claim, encounter, specimen or the like',
  digits: 4,
  least: FIRM,
  spaces: true,
})

const readMemberOrMbi: ValueReader = (page, at, limit, strength, label) => {
  const id = readId(page, at, limit, true)
  if (id.end > at && isMbi(compact(page, at, id.end)))
    return page.addTokens('member-id', at, id.end, 0.98, 'a labelled Medicare number (MBI)', 'identifier')
  return readMember(page, at, limit, strength, label)
}

const readNpi: ValueReader = (page, at, limit) => {
  const id = readId(page, at, Math.min(limit, at + 3), true)
  if (id.digits !== 10 || id.letters > 0) return 0
  return isNpi(compact(page, at, id.end))
    ? page.addTokens(
        'npi',
        at,
        id.end,
        0.97,
        'a labelled provider number (NPI) with a right check digit',
        'identifier',
      )
    : page.addTokens(
        'npi',
        at,
        id.end,
        0.3,
        'labelled as provider number (NPI), but its check digit is wrong',
        'weak',
      )
}

const readDea: ValueReader = (page, at, limit) => {
  const id = readId(page, at, Math.min(limit, at + 3), true)
  if (id.end === at || id.digits < 7 || id.digits > 8) return 0
  return isDea(compact(page, at, id.end))
    ? page.addTokens('dea', at, id.end, 0.97, 'a labelled DEA number with a right check digit', 'identifier')
    : page.addTokens('dea', at, id.end, 0.3, 'labelled as DEA number, but its check digit is wrong', 'weak')
}

const readVin: ValueReader = (page, at, limit) => {
  const id = readId(page, at, limit, false)
  const text = compact(page, at, id.end)
  if (isVin(text))
    return page.addTokens('vehicle', at, id.end, 0.97, 'a labelled vehicle number (VIN)', 'identifier')
  if (!isVinShaped(text)) return 0
  return page.addTokens(
    'vehicle',
    at,
    id.end,
    0.35,
    'labelled as vehicle number, but its check digit is wrong',
    'weak',
  )
}

const readPlate: ValueReader = (page, at, limit, strength) => {
  const t = page.tokens
  let end = at
  let size = 0
  let digits = 0
  while (end < limit && end < at + 4 && size < 8) {
    if (end > at && t.gap[end]! > GAP.space) break
    if (page.mark(end) === 45 && t.gap[end] === GAP.none) {
      end++
      continue
    }
    const caps = t.type[end] === WORD && t.shape[end] === SHAPE.caps && page.lengthOf(end) <= 4
    if (!caps && t.type[end] !== NUMBER && t.type[end] !== MIXED) break
    size += page.lengthOf(end)
    if (t.type[end] !== WORD) digits++
    end++
  }
  if (size < 4 || size > 9 || digits === 0) return 0
  const confidence = strength === BARE ? 0.7 : 0.85
  return page.addTokens('vehicle', at, end, confidence, 'labelled as a licence plate', 'identifier')
}

const readSerial: ValueReader = (page, at, limit, strength, label) => {
  const id = readId(page, at, limit, false)
  const infra = page.around(TOPIC.infra, label, 20, 12)
  const worn = page.before(label, W.implant, 25) || page.after(at, W.implant, 15)
  if (id.digits < 3 || (strength === BARE && id.digits < 5 && !worn)) return 0
  if (worn && infra === 0) {
    const what = 'serial number of a device that a patient wears or uses'
    const add = (from: number, to: number) => page.addTokens('device', from, to, 0.85, what, 'identifier')
    const end = add(at, id.end)
    return readSibling(page, end, limit, id.digits, add) || end
  }
  if (infra === 0 && isClinical(page, label))
    return page.addTokens(
      'device',
      at,
      id.end,
      0.6,
      'serial number of a device, in a text about care',
      'identifier',
    )
  return page.addTokens('device', at, id.end, 0.25, 'serial number of office equipment', 'weak')
}

const readUdi: ValueReader = (page, at) => {
  const t = page.tokens
  let end = at
  while (end < t.count && end < at + 24 && (end === at || t.gap[end] === GAP.none)) end++
  if (t.end[end - 1]! - t.start[at]! < 8) return 0
  return page.addTokens('device', at, end, 0.9, "a device's unique identifier (UDI)", 'identifier')
}

const readZip: ValueReader = (page, at, limit, strength) => {
  const t = page.tokens
  if (t.type[at] !== NUMBER || page.lengthOf(at) !== 5 || at >= limit) return 0
  const plus =
    page.mark(at + 1) === 45 && t.type[at + 2] === NUMBER && page.lengthOf(at + 2) === 4 ? at + 3 : at + 1
  return page.addTokens('zip', at, plus, strength === BARE ? 0.7 : 0.9, 'a labelled ZIP code', 'identifier')
}

const readCity: ValueReader = (page, at, limit, strength) => {
  const t = page.tokens
  if (strength < SOFT) return 0
  let end = at
  while (end < limit && end < at + 3 && t.type[end] === WORD && t.shape[end] !== SHAPE.lower) {
    if (end > at && (t.gap[end]! > GAP.space || page.label(end))) break
    end++
  }
  if (end === at || (page.is(at, W.common) && !page.is(at, W.city))) return 0
  return page.addTokens('place', at, end, 0.75, 'labelled as a town or county', 'identifier')
}

const readAge: ValueReader = (page, at) => {
  if (page.tokens.type[at] !== NUMBER || page.lengthOf(at) > 3) return 0
  const age = Number(compact(page, at, at + 1))
  if (age < 90 || age > 125 || UNITS_OF_TIME.has(page.tokens.hash[at + 1]!)) return 0
  return page.addTokens('age', at, at + 1, 0.9, 'an age over 89', 'identifier')
}

/** Numbers that belong to a thing: nothing else may take them for a person's. */
/** The name of a company, a drug or a plan: no word in it is somebody's. */
const skipWords: ValueReader = (page, at, limit, strength) => {
  const t = page.tokens
  if (strength < FIRM) return 0
  let end = at
  while (end < limit && end < at + 6 && t.type[end] === WORD && (end === at || t.gap[end]! <= GAP.space)) {
    if (end > at && page.label(end) !== undefined) break
    if (page.health(end) === undefined) page.taken[end] = 2
    end++
  }
  return 0
}

const INSURERS = new Set(
  'aetna cigna humana anthem kaiser bcbs blue medicare medicaid tricare united uhc insurance ins insured insurer payer payor coverage carrier subscriber policy deductible copay plan hmo ppo member mbr connector group seguro poliza bin pcn'
    .split(' ')
    .map(hashWord),
)

/** Whether talk of a health plan stands within some tokens before. */
export function isOfInsurance(page: Page, i: number, steps: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - steps; at--) if (INSURERS.has(page.tokens.hash[at]!)) return true
  return false
}

/** "ID: ..." alone: whose it is depends on what is talked about. */
const readPlainId: ValueReader = (page, at, limit, strength, label) => {
  const insurance = isOfInsurance(page, label, 14)
  if (!insurance && !isClinical(page, label, 12)) return 0
  const id = readId(page, at, limit, insurance)
  if (id.digits < 5 || (strength < SOFT && !insurance)) return 0
  const reason = insurance ? 'an ID beside talk of a health plan' : 'an ID in a text about care'
  return page.addTokens(
    insurance ? 'member-id' : 'mrn',
    at,
    id.end,
    insurance ? 0.85 : 0.65,
    reason,
    'identifier',
  )
}

/** "ref UM0093-118": in a text about care somebody's case, elsewhere a thing's. */
const readReference: ValueReader = (page, at, limit, strength, label) => {
  const id = readId(page, at, limit, false)
  if (id.digits < 5) return 0
  if (!isClinical(page, label, 25) || page.around(TOPIC.infra, label, 20, 20) > 0)
    return skipThing(page, at, limit, strength, label)
  return page.addTokens(
    'other-id',
    at,
    id.end,
    0.7,
    'the number of a case, in a text about care',
    'identifier',
  )
}

const MEMBERS = new Set(
  'member subscriber insured policyholder beneficiary enrollee mbr asegurado'.split(' ').map(hashWord),
)

/** "subscriber 90344718", "/patient/4410229/": a number where a name might be. */
export function readPersonNumber(page: Page, at: number, limit: number, label: number): number {
  const id = readId(page, at, limit, false)
  if (id.digits < 5 || id.digits + id.letters > 20) return 0
  const member = MEMBERS.has(page.tokens.hash[label]!)
  return page.addTokens(
    member ? 'member-id' : 'mrn',
    at,
    id.end,
    0.75,
    'a number right after a word for a patient or member',
    'identifier',
  )
}

const UNITS_OF_TIME = new Set(
  'day days hour hours minutes months month weeks week percent accounts pct'.split(' ').map(hashWord),
)

const skipThing: ValueReader = (page, at, limit) => {
  const t = page.tokens
  const id = readId(page, at, limit, true)
  if (id.digits === 0) return 0
  for (let k = at; k < id.end; k++) if (t.type[k] !== WORD) page.taken[k] = 2
  return id.end
}

export const VALUE_READERS: Partial<Record<LabelId, ValueReader>> = {
  patient: readLabelledName('patient'),
  relative: readLabelledName('relative'),
  name: readLabelledName('name'),
  given: readLabelledName('part'),
  family: readLabelledName('part'),
  staff: readLabelledName('staff'),
  birth: readLabelledDate('birth-date'),
  service: readLabelledDate('date'),
  phone: readPhone('phone'),
  officePhone: readPhone('office'),
  fax: readPhone('fax'),
  ssn: readSsn,
  ssn4: readSsnEnding,
  mrn: readMrn,
  member: readMemberOrMbi,
  account: readAccount,
  licence: readLicence,
  npi: readNpi,
  dea: readDea,
  address: (page, at, _limit, strength) => readAddress(page, at, strength >= SOFT),
  zip: readZip,
  city: readCity,
  vin: readVin,
  plate: readPlate,
  serial: readSerial,
  udi: readUdi,
  other: readOther,
  age: readAge,
  notPerson: skipThing,
  organization: skipWords,
  plainId: readPlainId,
  reference: readReference,
}

/** Labels whose value may be some small words away: "her SSN on file is ...". */
const FAR = new Set<LabelId>([
  'ssn',
  'ssn4',
  'mrn',
  'member',
  'birth',
  'phone',
  'fax',
  'account',
  'licence',
  'npi',
  'dea',
  'vin',
  'plate',
])

/** Labels that are ordinary words, too: only a firm pointer makes them labels. */
const PLAIN_WORDS = new Set(
  'nm ins insur inmate grievance ref reference case sample request cardholder name member policy account acct medicare medicaid record contact customer first given subject claim case license licence lic home street city county town village parish state plan text work direct mail person user de to from cc nurse manager owner operator serial lot plate plates tag part item order code file type status plan line number chart mr md other re mother father husband wife daughter son parent guardian relative client dependent resident auth rx fin social location room floor bed dl pid ss plates exp patient pt subscriber insured beneficiary hic routing hsa visa mastercard amex permit encounter employee badge id card di sn first last collected drawn appt appointment born server printer release commit patch port process batch version build model incident ticket reference ref error facility domain folder hospital insurance vendor company doctor surgeon agent author user admitted discharged clinic employer payer payor carrier drug medication medications procedure pharmacy department dept site language religion reason diagnosis dx allergies allergy notes comments school category product workstation med meds organization application adjuster identification identifier'
    .split(' ')
    .map(hashWord),
)

function isPlainWord(page: Page, i: number): boolean {
  return page.phraseEnd[i]! === i + 1 && PLAIN_WORDS.has(page.tokens.hash[i]!)
}

/** Reads every label of the page with its value. */
export function readLabels(page: Page): void {
  const t = page.tokens
  for (let i = 0; i < t.count; i++) {
    const label = page.label(i)
    if (label === undefined || page.taken[i] !== 0) continue
    const reader = VALUE_READERS[label]
    if (reader === undefined || page.mark(i - 1) === 64 || isUnit(page, i)) continue
    const end = page.phraseEnd[i]!
    const pointer = valueAfter(page, end, FAR.has(label) ? 5 : 0)
    if (pointer.at >= t.count || page.taken[pointer.at] !== 0) continue
    // A label alone in its cell or on its line, with the value in the next.
    const stands = pointer.at === end && t.gap[i]! >= GAP.wide && t.gap[end]! >= GAP.wide
    const plain = pointer.strength < FIRM && !stands && isPlainWord(page, i)
    if (plain && !numberFollows(page, label, pointer.at, pointer.strength)) continue

    const linked = pointer.strength === BARE && ENDS_IN_LINK.has(t.hash[end - 1]!)
    const strength = stands ? FIRM : linked ? SOFT : pointer.strength
    const after = reader(page, pointer.at, t.count, strength, i)
    if (after > 0) i = Math.max(i, end - 1)
  }
}

/** "mg/dL" is no driver's licence. */
const isUnit = (page: Page, i: number): boolean =>
  page.mark(i - 1) === 47 && page.lengthOf(i) === 2 && page.tokens.gap[i] === GAP.none

const ENDS_IN_LINK = new Set('is de named called no num nbr number id ids'.split(' ').map(hashWord))

const id5 = (page: Page, at: number): boolean =>
  readId(page, at, Math.min(page.tokens.count, at + 8), false).digits >= 5

/** A plain word before a long number, as in "account 00423881", is a label all the same. */
function numberFollows(page: Page, label: LabelId, at: number, strength: number): boolean {
  if (label === 'birth' || label === 'service' || label === 'phone') return true
  if (label === 'patient' || label === 'relative' || label === 'name')
    return page.tokens.shape[at] !== SHAPE.lower || id5(page, at)
  if (label === 'staff' || label === 'given' || label === 'family') return false
  if (label === 'plate')
    return (
      page.tokens.type[at] !== WORD ||
      (page.tokens.shape[at] === SHAPE.caps && page.tokens.type[at + 1] !== WORD)
    )
  const id = readId(page, at, Math.min(page.tokens.count, at + 8), true)
  if (id.digits === 0) return false
  return label === 'notPerson' || strength >= SOFT || id.digits >= 5
}
