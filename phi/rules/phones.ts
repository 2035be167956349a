import { W, wordSet } from '../lexicon/words.ts'
import { isAsciiLetter, isDigit } from '../text/chars.ts'
import { BRACKET, COMMA, DASH, DOT, PLUS, SLASH } from '../text/marks.ts'
import { Groups, LoneDigits } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical, isTechnical } from './context.ts'
import { isFaxed, isFaxedTo } from './faxed.ts'
import {
  isClinicalPerson,
  isDialled,
  isFax,
  isLocalCall,
  isOfBusiness,
  isOfCompany,
  isOfficeFax,
  isOfOrganization,
  isOfSender,
  isOfSomebody,
  isOfWorker,
  isOurs,
  isSaidOfOffice,
  nearTalkOfPhones,
  OUR,
  TOLL_FREE,
} from './phone-context.ts'
import { isOfAccount, isOfficeLine, isOwnLine } from './phone-lines.ts'
import { isTold } from './phone-owners.ts'
import { isAtHouse, isFromCaller, isOfWork } from './phone-work.ts'
import type { ValueReader } from './reader.ts'
import { FIRM, SOFT } from './values.ts'

export const groups = new Groups()

/** How many groups from `first` on make a North American number (NANP: area and exchange begin with 2 to 9); 0 for none. */
function nanpGroups(first: number): number {
  const sizes = groups.sizes
  const n = groups.count - first
  const starts = (g: number) => groups.firstDigit(g) >= 2
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
  groups.read(units, from, length, lenient, page.unit(from - 1) === PLUS ? 8 : 4)
  if (groups.count === 0) return undefined
  const plus = page.unit(from - 1) === PLUS
  const bracket = page.unit(from - 1) === BRACKET
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
  if (digits.length === 7 && digits[0]! >= '2' && !isDigit(page.unit(groups.ends[0]!)))
    return groups.count === 1 ? { from, to: groups.ends[0]!, area: '', formatted: false } : undefined
  const odd = oddlyGrouped(page, from)
  if (odd !== undefined) return odd
  return groups.sized(3, 4) ? { from, to: groups.ends[1]!, area: '', formatted: false } : undefined
}

/** "210 5550 169", "555 01 34", "770 555 01 38": as people jot them down, and as other lands group digits. */
function oddlyGrouped(page: Page, from: number): Phone | undefined {
  const { sizes, count } = groups
  if (count < 2 || sizes[0] !== 3 || groups.firstDigit(0) < 2 || isDigit(page.unit(groups.ends[count - 1]!)))
    return undefined
  let digits = 0
  for (let g = 0; g < count; g++) {
    if (g > 0 && (sizes[g]! > 4 || sizes[g]! < 2 || groups.separators[g - 1] === SLASH)) return undefined
    digits += sizes[g]!
    if (digits === 10) return { from, to: groups.ends[g]!, area: groups.digits(0, 1), formatted: false }
  }
  return digits === 7 && count === 3
    ? { from, to: groups.ends[count - 1]!, area: '', formatted: false }
    : undefined
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
  if (page.mark(at) === COMMA) at++
  if (at >= t.count || t.gap[at]! > GAP.space) return to
  const text = page.slice(t.start[at]!, Math.min(t.end[at]!, t.start[at]! + 10)).toLowerCase()
  if (t.type[at] === MIXED && /^x\d{1,6}$/.test(text)) return t.end[at]!
  if (text !== 'x' && text !== 'ext' && text !== 'extension') return to
  const number = page.mark(at + 1) === DOT ? at + 2 : at + 1
  return t.type[number] === NUMBER && page.lengthOf(number) < 7 ? t.end[number]! : to
}

/** A phone or fax number after a label. */
export function readPhone(as: 'phone' | 'fax' | 'office'): ValueReader {
  return (page, at, _limit, strength, label) => {
    const i = page.mark(at) === BRACKET || page.mark(at) === PLUS ? at + 1 : at
    const digitFirst = page.tokens.type[i] === NUMBER || page.tokens.type[i] === MIXED
    if (!digitFirst || page.tokens.gap[at] === GAP.blank) return 0
    if (lone.read(page.window.units, page.tokens.start[i]!, page.window.length, 7))
      return readLonePhone(page, at, as === 'fax' ? 'fax' : 'phone')
    const phone = parsePhone(page, i, true, true)
    if (phone === undefined || isDialled(page, phone.to)) return 0
    const bare = !phone.formatted && phone.area === '' && strength < SOFT
    if (bare && !page.is(label, W.personVerb | W.common) && !isLocalCall(page, i)) return 0
    if (as === 'phone' && isFax(page, label)) return 0
    const somebodys = as === 'office' && isOfSomebody(page, label)
    const faxed = (somebodys && isFaxed(page, label)) || (as === 'phone' && isFaxedTo(page, label))
    const kind = as === 'fax' || faxed ? 'fax' : 'phone'
    const local = phone.area === '' && !phone.formatted && !isClinical(page, label, AROUND_CARE)
    // The cover of a fax: "TO: Dr. Whitcomb  FAX: ..."
    const theirs =
      as === 'fax' &&
      !isToMe(page, label) &&
      (page.before(label, W.providerTitle | W.org, 5) || isOfficeFax(page, label))
    const ours = theirs || OUR.has(page.tokens.word[label - 1]!)
    const next = page.tokenAfter(phone.to, i)
    const told = isTold(page, i, next)
    const business =
      local ||
      ours ||
      (as === 'office' && !somebodys) ||
      TOLL_FREE.has(phone.area) ||
      isOfBusiness(page, label) ||
      (!told && isOfWorker(page, label)) ||
      isOfAccount(page, i) ||
      isOurs(page, label) ||
      (!told && isSaidOfOffice(page, next)) ||
      (as !== 'office' && !told && !isOwnLine(page, i) && isOfOthers(page, i, next))
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

const ME = wordSet('me us him myself mine')

/** "or to me by fax at ..." */
const isToMe = (page: Page, label: number): boolean => {
  for (let at = label - 1; at >= label - 3; at--) if (ME.has(page.tokens.word[at] ?? 0)) return true
  return false
}

/** "Voicemail 605-555-0169 -> desk": whoever left it. */
const VOICE = wordSet('voicemail vm vmail')

/** "I am Leontyne, 802 555 0149" */
const SAID_BY = 6
const NEAR_CARE = 20
const AROUND_CARE = 60

/** How far care may be spoken of for three blocks: further where no letters or stroke lead them, as with plans. */
const ofBlocks = (page: Page, i: number): number =>
  page.mark(i - 1) === SLASH || (page.tokens.shape[i - 1] === SHAPE.caps && page.tokens.type[i - 1] === WORD)
    ? NEAR_CARE
    : AROUND_CARE

const lone = new LoneDigits()

/** "( 6 1 4 ) 5 5 5 - 0 1 3 4" */
function readLonePhone(page: Page, at: number, kind: 'phone' | 'fax'): number {
  if (lone.count !== 7 && lone.count !== 10 && lone.count !== 11) return 0
  const reason = `labelled as a ${kind} number, digit by digit`
  return page.add(kind, page.tokens.start[at]!, lone.end, at, 0.85, reason, 'identifier')
}

/** "617-555-0142-B" is a part. */
const isLetterAlone = (page: Page, at: number): boolean =>
  isAsciiLetter(page.unit(at)) && !isAsciiLetter(page.unit(at + 1))

const THROUGH = wordSet('through thru to')

/** "318-555-0100 through 318-555-0149", its first or its last number in tokens `[i, end)`: an office's block. */
function isInBlock(page: Page, i: number, end: number): boolean {
  const { word, type } = page.tokens
  if (THROUGH.has(word[i - 1] ?? 0)) return type[i - 2] === NUMBER
  return (
    THROUGH.has(word[end] ?? 0) &&
    type[end + 1] === NUMBER &&
    (page.lengthOf(end + 1) === 3 || page.lengthOf(end + 1) === 4)
  )
}

const FORWARDED = wordSet('forward forwards fwd forwarded transfer transfers menu option press rings routes')

/** "3 = billing -> forward 618-555-0138": where a menu of an office's phones leads. */
const isOfMenu = (page: Page, i: number): boolean => {
  const { word } = page.tokens
  return FORWARDED.has(word[i - 1] ?? 0) || (FORWARDED.has(word[i - 2] ?? 0) && !isClinicalPerson(page, i))
}

const isOfOthers = (page: Page, i: number, next: number): boolean =>
  isOfficeLine(page, i, next) || isOfWork(page, i, next)

/** Whether a number that no label tells of is a line of an office, a vendor or somebody at work. */
const isOfOffice = (page: Page, i: number, next: number, kind: 'phone' | 'fax'): boolean =>
  (kind === 'fax' && isOfficeFax(page, i)) ||
  isOfBusiness(page, i) ||
  isOfSender(page, i) ||
  isSaidOfOffice(page, next) ||
  isInBlock(page, i, next) ||
  isOfMenu(page, i) ||
  (isOfCompany(page, i) && !isClinicalPerson(page, i)) ||
  page.before(i, W.staff, 3) ||
  isOfOrganization(page, i) ||
  isOurs(page, i) ||
  (isTechnical(page, i, 15) && !isClinicalPerson(page, i)) ||
  isOfOthers(page, i, next)

/** "1 615-555-0174", "1-615-555-0174": what follows the 1 of North America. */
function isAfterCountry(page: Page, i: number): boolean {
  const mark = page.mark(i)
  if (mark === 0) return page.lengthOf(i) !== 1
  const { gap } = page.tokens
  const joined = (mark === DASH || mark === DOT) && gap[i] === GAP.none && gap[i + 1] === GAP.none
  return (mark === BRACKET || joined) && gap[i - 1]! > GAP.none && page.lengthOf(i + 1) === 3
}

/** A formatted phone number without a label. */
export function readPlainPhone(page: Page, i: number): number {
  // "NL-250516-0447": of a series, with the day in it.
  if (page.lengthOf(i) === 6 && page.mark(i - 1) === DASH && page.tokens.gap[i] === GAP.none) return 0
  const t = page.tokens
  const start = t.start[i]!
  const before = page.unit(start - 1)
  const size = page.lengthOf(i)
  const country = size === 1 && page.unit(start) === 49 && isAfterCountry(page, i + 1)
  const local = size === 7 && isLocalCall(page, i)
  if (size !== 3 && size !== 6 && before !== PLUS && !country && !local) return 0
  if (isDigit(page.unit(start - 2)) && (before === DASH || before === DOT || before === SLASH)) return 0
  const phone = parsePhone(page, i, false, isLocalCall(page, i))
  if (phone === undefined || isDialled(page, phone.to)) return 0
  const after = page.unit(phone.to)
  if (isDigit(after) || ((after === DASH || after === DOT) && isDigit(page.unit(phone.to + 1)))) return 0
  if (after === DASH && isLetterAlone(page, phone.to + 1)) return 0
  if (
    groups.separators[0] === 32 &&
    groups.separators[1] === 32 &&
    before !== BRACKET &&
    before !== PLUS &&
    !nearTalkOfPhones(page, i) &&
    !page.before(i, W.firstPerson, SAID_BY) &&
    !(isClinical(page, i, ofBlocks(page, i)) && phone.area >= '2')
  )
    return 0
  // "(999) 999-9999": how one is written.
  if (phone.area === '999') return 0
  const next = page.tokenAfter(phone.to, i)
  const kind = isFaxed(page, i, next) ? 'fax' : 'phone'
  const business =
    TOLL_FREE.has(phone.area) ||
    isOfAccount(page, i) ||
    (!isOwnLine(page, i) &&
      !VOICE.has(page.tokens.word[page.mark(i - 1) === 0 ? i - 1 : i - 2] ?? 0) &&
      !isAtHouse(page, i) &&
      !isTold(page, i, next) &&
      !(isFromCaller(page, i) && !isSaidOfOffice(page, next)) &&
      isOfOffice(page, i, next, kind))
  const to = withExtension(page, phone.to, i)
  const confidence = business ? 0.4 : isClinical(page, i) ? 0.85 : 0.7
  return page.add(
    kind,
    phone.from,
    to,
    before === BRACKET || before === PLUS ? i - 1 : i,
    confidence,
    business ? `a ${kind} number of an office, a vendor or in a signature` : `written as a ${kind} number`,
    business ? 'weak' : 'identifier',
  )
}
