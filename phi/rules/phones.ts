import { isHicnSuffix } from '../checks/mbi.ts'
import { isItin, isSsn } from '../checks/ssn.ts'
import { W } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { hashWord } from '../text/hash.ts'
import { Groups } from '../text/numbers.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isClinical, isStaffSignature, isTechnical } from './context.ts'
import type { ValueReader } from './labels.ts'
import { FIRM, SOFT } from './values.ts'

const groups = new Groups()
const DASH = 45

const TOLL_FREE = new Set(['800', '833', '844', '855', '866', '877', '888', '900'])

/** How many groups from `first` on make a North American number (NANP: area and exchange begin with 2 to 9); 0 for none. */
function nanpGroups(first: number): number {
  const sizes = groups.sizes
  const n = groups.count - first
  const starts = (g: number) => groups.digits(g, g + 1)[0]! >= '2'
  if (n >= 3 && sizes[first] === 3 && sizes[first + 1] === 3 && sizes[first + 2] === 4)
    return starts(first) && starts(first + 1) ? 3 : 0
  if (n >= 2 && sizes[first] === 3 && sizes[first + 1] === 7) return starts(first) ? 2 : 0
  if (n >= 2 && sizes[first] === 6 && sizes[first + 1] === 4) return starts(first) ? 2 : 0
  return 0
}

interface Phone {
  from: number
  to: number
  area: string
  /** Whether separators show it to be a phone number. */
  formatted: boolean
}

/** Reads a phone number whose first digit stands at token `i`. */
function parsePhone(page: Page, i: number, lenient: boolean, bare: boolean): Phone | undefined {
  const t = page.tokens
  const { units, length } = page.window
  let from = t.start[i]!
  groups.read(units, from, length, lenient)
  if (groups.count === 0) return undefined
  const plus = page.unit(from - 1) === 43
  const bracket = page.unit(from - 1) === 40
  if (plus || bracket) from--
  const first = groups.sizes[0] === 1 && groups.value(0) === 1 && groups.count > 1 ? 1 : 0
  const count = nanpGroups(first)
  if (count > 0)
    return {
      from,
      to: groups.ends[first + count - 1]!,
      area: groups.digits(first, first + 1).slice(0, 3),
      formatted: true,
    }
  if (plus) return international(from)
  if (!bare) return undefined
  const digits = groups.digits(0, 1)
  if (digits.length === 10 || (digits.length === 11 && digits[0] === '1')) {
    const area = digits.slice(-10, -7)
    return area[0]! >= '2' ? { from, to: groups.ends[0]!, area, formatted: false } : undefined
  }
  if (groups.sized(3, 4)) return { from, to: groups.ends[1]!, area: '', formatted: false }
  return undefined
}

/** "+44 20 7946 0958" (ITU-T E.164: up to 15 digits). */
function international(from: number): Phone | undefined {
  let digits = 0
  let last = -1
  for (let g = 0; g < groups.count && digits + groups.sizes[g]! <= 15; g++) {
    digits += groups.sizes[g]!
    last = g
  }
  if (digits < 9 || last < 0) return undefined
  return { from, to: groups.ends[last]!, area: '', formatted: true }
}

/** Takes ", ext. 204" or "x204" along. */
function withExtension(page: Page, to: number, i: number): number {
  const t = page.tokens
  let at = page.tokenAfter(to, i)
  if (page.mark(at) === 44) at++
  if (at >= t.count || t.gap[at]! > GAP.space) return to
  const text = page.slice(t.start[at]!, Math.min(t.end[at]!, t.start[at]! + 10)).toLowerCase()
  if (t.type[at] === MIXED && /^x\d{1,6}$/.test(text)) return t.end[at]!
  if (text !== 'x' && text !== 'ext' && text !== 'extension') return to
  const number = page.mark(at + 1) === 46 ? at + 2 : at + 1
  return t.type[number] === NUMBER && page.lengthOf(number) < 7 ? t.end[number]! : to
}

/** A phone or fax number after a label. */
export function readPhone(as: 'phone' | 'fax' | 'office'): ValueReader {
  return (page, at, _limit, strength, label) => {
    const i = page.mark(at) === 40 || page.mark(at) === 43 ? at + 1 : at
    const digitFirst = page.tokens.type[i] === NUMBER || page.tokens.type[i] === MIXED
    if (!digitFirst || page.tokens.gap[at] === GAP.blank) return 0
    const phone = parsePhone(page, i, true, true)
    if (phone === undefined) return 0
    if (!phone.formatted && phone.area === '' && strength < SOFT && !page.is(label, W.personVerb | W.common))
      return 0
    if (as === 'phone' && isFax(page, label)) return 0
    const kind = as === 'fax' ? 'fax' : 'phone'
    const local = phone.area === '' && !phone.formatted && !isClinical(page, label)
    const ours = OUR.has(page.tokens.hash[label - 1]!)
    const business =
      local || ours || as === 'office' || TOLL_FREE.has(phone.area) || isOfBusiness(page, label)
    const reason = business
      ? `a ${kind} number of an office or in a signature`
      : `labelled as a ${kind} number`
    const to = withExtension(page, phone.to, i)
    return page.add(
      kind,
      phone.from,
      to,
      at,
      business ? 0.4 : strength === FIRM ? 0.92 : 0.85,
      reason,
      business ? 'weak' : 'identifier',
    )
  }
}

/** "Phone/Fax:" or "Fax phone": the nearer word counts. */
function isFax(page: Page, label: number): boolean {
  return page.label(page.phraseEnd[label]!) === 'fax' && page.tokens.gap[page.phraseEnd[label]!] === GAP.none
}

function isOfBusiness(page: Page, i: number): boolean {
  if (page.zone[i] === ZONE.signature) return isStaffSignature(page, i)
  return false
}

/** A formatted phone number without a label. */
export function readPlainPhone(page: Page, i: number): number {
  const t = page.tokens
  const start = t.start[i]!
  const before = page.unit(start - 1)
  const size = page.lengthOf(i)
  const country = size === 1 && page.unit(start) === 49 && page.lengthOf(i + 1) !== 1
  if (size !== 3 && size !== 6 && before !== 43 && !country) return 0
  if (isDigit(page.unit(start - 2)) && (before === DASH || before === 46 || before === 47)) return 0
  const phone = parsePhone(page, i, false, false)
  if (phone === undefined) return 0
  const after = page.unit(phone.to)
  if (isDigit(after) || ((after === DASH || after === 46) && isDigit(page.unit(phone.to + 1)))) return 0
  if (
    groups.separators[0] === 32 &&
    groups.separators[1] === 32 &&
    before !== 40 &&
    before !== 43 &&
    !nearTalkOfPhones(page, i)
  )
    return 0
  const business =
    TOLL_FREE.has(phone.area) ||
    isOfBusiness(page, i) ||
    (isOfCompany(page, i) && !isClinicalPerson(page, i)) ||
    isTechnical(page, i, 15)
  const to = withExtension(page, phone.to, i)
  const confidence = business ? 0.4 : isClinical(page, i) ? 0.85 : 0.7
  const kind = isFaxed(page, i) ? 'fax' : 'phone'
  return page.add(
    kind,
    phone.from,
    to,
    before === 40 || before === 43 ? i - 1 : i,
    confidence,
    business ? `a ${kind} number of an office, a vendor or in a signature` : `written as a ${kind} number`,
    business ? 'weak' : 'identifier',
  )
}

const COMPANY = new Set(
  'office clinic hospital pharmacy department dept vendor support helpdesk desk company line hotline switchboard rep lobby reception'
    .split(' ')
    .map(hashWord),
)

/** The words before speak of an office, a vendor or somebody at work. */
function isOfCompany(page: Page, i: number): boolean {
  if (page.before(i, W.staff, 6)) return true
  for (let at = i - 1; at >= 0 && at >= i - 6; at--) if (COMPANY.has(page.tokens.hash[at]!)) return true
  return false
}

const OUR = new Set('our main office clinic'.split(' ').map(hashWord))

function isClinicalPerson(page: Page, i: number): boolean {
  return page.around(TOPIC.patient, i, 12, 6) > 0 || page.before(i, W.kin, 8)
}

/** "fax the clinicals to Humana at ...". */
function isFaxed(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 24; at--) {
    if (page.mark(at) === 46 && page.tokens.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 4) return false
    const label = page.label(at)
    if (label === 'phone' || label === 'officePhone') return false
    if (label === 'fax') return true
  }
  return false
}

const PHONE_TALK = new Set(['phone', 'officePhone', 'fax'])

function nearTalkOfPhones(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 6; at--) {
    const label = page.label(at)
    if ((label && PHONE_TALK.has(label)) || page.is(at, W.personVerb | W.kin | W.patient)) return true
  }
  return false
}

/** A Social Security number after a label: dashed, spaced, bare, or with all but the last digits hidden. */
export const readSsn: ValueReader = (page, at, _limit, strength) => {
  const t = page.tokens
  if (t.type[at] === WORD || page.mark(at) === 42) return readHiddenSsn(page, at, 0.75)
  groups.read(page.window.units, t.start[at]!, page.window.length, true)
  const n = groups.sized(3, 2, 4)
    ? 3
    : groups.sized(9)
      ? 1
      : groups.sized(5, 4)
        ? 2
        : groups.sized(3, 6)
          ? 2
          : groups.sized(3, 3, 3)
            ? 3
            : 0
  if (n === 0)
    return groups.sized(4) && strength === FIRM && groups.count === 1
      ? readSsnEnding(page, at, _limit, strength, at)
      : 0
  const digits = groups.digits(0, n)
  const to = groups.ends[n - 1]!
  if (isDigit(page.unit(to))) return 0
  if (isSsn(digits))
    return page.add('ssn', t.start[at]!, to, at, 0.98, 'a labelled Social Security number', 'identifier')
  if (isItin(digits))
    return page.add('ssn', t.start[at]!, to, at, 0.85, 'a labelled taxpayer number (ITIN)', 'identifier')
  return page.add(
    'ssn',
    t.start[at]!,
    to,
    at,
    0.3,
    'labelled as Social Security number, but no such number is given out',
    'weak',
  )
}

/** The last four digits of one. */
export const readSsnEnding: ValueReader = (page, at) => {
  const t = page.tokens
  if (t.type[at] !== NUMBER || page.lengthOf(at) !== 4) return 0
  return page.addTokens(
    'ssn',
    at,
    at + 1,
    0.75,
    'the last four digits of a Social Security number',
    'identifier',
  )
}

/** "XXX-XX-1234" and "***-**-1234", from its first hidden place on. */
export function readHiddenSsn(page: Page, i: number, confidence: number): number {
  const { units, length } = page.window
  const from = page.tokens.start[i]!
  const hidden = (at: number) => (units[at]! | 32) === 120 || units[at] === 42 || units[at] === 35
  let at = from
  for (const size of [3, 2]) {
    for (let k = 0; k < size; k++) if (at >= length || !hidden(at++)) return 0
    if (units[at] !== DASH && units[at] !== 32) return 0
    at++
  }
  for (let k = 0; k < 4; k++) if (!isDigit(page.unit(at + k))) return 0
  if (isDigit(page.unit(at + 4))) return 0
  return page.add(
    'ssn',
    from,
    at + 4,
    i,
    confidence,
    'a Social Security number with its first digits hidden',
    'identifier',
  )
}

/** A Social Security number by its form alone, or an old Medicare claim number built on one. */
export function readPlainSsn(page: Page, i: number): number {
  const t = page.tokens
  const start = t.start[i]!
  if (page.lengthOf(i) !== 3 || isJoinedBefore(page, start)) return 0
  groups.read(page.window.units, start, page.window.length, false)
  if (!groups.sized(3, 2, 4) || groups.separators[0] !== groups.separators[1]) return 0
  const separator = groups.separators[0]
  const to = groups.ends[2]!
  if (!isSsn(groups.digits(0, 3)) || (separator !== DASH && separator !== 32 && separator !== 46)) return 0
  const after = page.unit(to)
  if (separator === DASH && (after | 32) >= 97 && (after | 32) <= 122) return readHicn(page, i, to)
  if (after === DASH || after === 47 || isDigit(after)) return 0
  const thing = page.before(i, W.thing | W.infra, 5) && !isClinical(page, i, 15)
  const confidence = thing ? 0.4 : separator === DASH ? 0.9 : isClinical(page, i) ? 0.65 : 0.4
  return page.add(
    'ssn',
    start,
    to,
    i,
    confidence,
    'written as a Social Security number',
    confidence < 0.5 ? 'weak' : 'identifier',
  )
}

function readHicn(page: Page, i: number, to: number): number {
  let end = to
  while (
    end < to + 3 &&
    (page.unit(end) | 32) >= 97 - 49 &&
    /[A-Za-z0-9]/.test(String.fromCharCode(page.unit(end)))
  )
    end++
  if (!isHicnSuffix(page.slice(to, end))) return 0
  return page.add(
    'member-id',
    page.tokens.start[i]!,
    end,
    i,
    0.85,
    'written as an old Medicare claim number (HICN)',
    'identifier',
  )
}

function isJoinedBefore(page: Page, start: number): boolean {
  const before = page.unit(start - 1)
  const joins = before === DASH || before === 46 || before === 47 || before === 95 || before === 35
  return joins && (before === 35 || before === 95 || page.tokens.count > 0) && page.unit(start - 2) !== 32
}
