import { isDea } from '../checks/dea.ts'
import { isIcd10 } from '../checks/icd.ts'
import { passesLuhn } from '../checks/luhn.ts'
import { isMbi, mendMbi } from '../checks/mbi.ts'
import { isVeteran } from '../checks/veteran.ts'
import { isVin } from '../checks/vin.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { BRACKET, DASH, DOT, SLASH, STAR, UNDERSCORE } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { cardForm, FORM } from './card-forms.ts'
import { isClinical, isTechnical } from './context.ts'
import { isOfInsurance } from './insurance.ts'
import { isBefore, isNear } from './near.ts'
import { isNobodysCode, isWholeCode } from './whole-codes.ts'
import { isStocked } from './worn.ts'

/** Identifiers whose form alone tells them, at a token of letters and digits. Answers the token after, or 0. */
export function readMixed(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  if (size === 17 && !isJoined(page, i)) {
    if (isVeteran(page.slice(t.start[i]!, t.end[i]!)))
      return page.addTokens('member-id', i, i + 1, 0.92, "a veteran's number (ICN)", 'identifier')
    if (isVin(page.slice(t.start[i]!, t.end[i]!)))
      return page.addTokens(
        'vehicle',
        i,
        i + 1,
        0.9,
        'a vehicle number (VIN) with a right check digit',
        'identifier',
      )
    return 0
  }
  if ((size === 11 || size === 4) && !isJoinedBefore(page, i)) {
    const end = mbiEnd(page, i)
    if (end > 0)
      return page.addTokens('member-id', i, end, 0.93, 'written as a Medicare number (MBI)', 'identifier')
  }
  if (size === 9 && !isJoined(page, i) && isDea(page.slice(t.start[i]!, t.end[i]!)) && prescribes(page, i))
    return page.addTokens('dea', i, i + 1, 0.85, 'a DEA number with a right check digit', 'identifier')
  const din = donationEnd(page, i)
  if (din > 0)
    return page.addTokens(
      'other-id',
      i,
      din,
      0.9,
      'written as the number of a donation (ISBT 128)',
      'identifier',
    )
  const blocks = memberBlocks(page, i)
  if (blocks > 0)
    return page.addTokens(
      'member-id',
      i,
      blocks,
      0.7,
      'letters and digits right after the name of a health plan',
      'identifier',
    )
  if (
    size >= 8 &&
    size <= 14 &&
    !isJoined(page, i) &&
    isOfInsurance(page, i, 5) &&
    digitsIn(page, i) >= 6 &&
    !isOfCase(page, i)
  )
    return page.addTokens(
      'member-id',
      i,
      i + 1,
      0.7,
      'letters and digits right after the name of a health plan',
      'identifier',
    )
  if (size === 3 && page.window.units[t.start[i]!]! >= 65) return readIcd(page, i)
  return 0
}

const CASES = wordSet(
  'auth auths authorization approved approval preauth precert ref reference referral claim clm',
)
const CASE_REACH = 3

/** "Auth approved: A0044817220": said of a case, not of the plan. */
function isOfCase(page: Page, i: number): boolean {
  if (isBefore(page, i, CASES, CASE_REACH)) return cardForm(page, i, i + 1) !== FORM.sure
  return false
}

const DONATED = wordSet(
  'blood unit units donor donation din prbc prbcs rbc platelets plasma ffp cryo transfusion transfused transfuse crossmatch hung tissue graft cornea bone tendon marrow',
)

/** "W0442 25 118204", of donated blood or tissue: one past its last token; 0 where it is none. */
export function donationEnd(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  const spaced = size === 5 && page.lengthOf(i + 1) === 2 && page.lengthOf(i + 2) === 6
  if ((size !== 13 && !spaced) || isJoinedBefore(page, i) || digitsIn(page, i) !== size - 1) return 0
  if (isDigit(page.unit(t.start[i]!)) || (spaced && t.type[i + 2] !== NUMBER)) return 0
  if (isNear(page, i, DONATED, 12, 14)) return spaced ? pastFlag(page, i + 3) : i + 1
  return 0
}

/** "W0382 24 118207 00": past the two digits that scanners read after a donation's number. */
const pastFlag = (page: Page, i: number): number =>
  page.tokens.type[i] === NUMBER && page.lengthOf(i) === 2 && page.tokens.gap[i] === GAP.space ? i + 1 : i

/** "Aetna W2201 88371": one past the last of two blocks; 0 where it is none. */
function memberBlocks(page: Page, i: number): number {
  const t = page.tokens
  const next = i + 1
  if (next >= t.count || t.type[next] !== NUMBER || t.gap[next] !== GAP.space || page.lengthOf(next) < 3)
    return 0
  // "w271 449 0835"
  const third = t.type[next + 1] === NUMBER && t.gap[next + 1] === GAP.space && page.lengthOf(next + 1) > 2
  if (third && isOfInsurance(page, i, 2) && digitsIn(page, i) >= 2 && !isJoined(page, next + 1))
    return next + 2
  if (page.lengthOf(next) < 4) return 0
  const size = page.lengthOf(i) + page.lengthOf(next)
  const shaped = page.lengthOf(i) >= 4 && size >= 8 && size <= 14 && !isJoined(page, next)
  return shaped && isOfInsurance(page, i, 3) && digitsIn(page, i) >= 3 ? next + 1 : 0
}

function digitsIn(page: Page, i: number): number {
  let digits = 0
  for (let at = page.tokens.start[i]!; at < page.tokens.end[i]!; at++) if (isDigit(page.unit(at))) digits++
  return digits
}

function mbiEnd(page: Page, i: number): number {
  const t = page.tokens
  if (page.lengthOf(i) === 11) {
    const text = page.slice(t.start[i]!, t.end[i]!)
    if (isJoined(page, i)) return 0
    return (isMbi(text) && text === text.toUpperCase()) || isDamagedMbi(page, i, text) ? i + 1 : 0
  }
  const dashed = page.mark(i + 1) === DASH && page.mark(i + 3) === DASH
  const spaced = !dashed && t.gap[i + 1] === GAP.space && t.gap[i + 2] === GAP.space
  const [a, b] = dashed ? [i + 2, i + 4] : spaced ? [i + 1, i + 2] : [0, 0]
  if (a === 0 || b >= t.count || page.lengthOf(a) !== 3 || page.lengthOf(b) !== 4) return 0
  const text = [i, a, b].map((k) => page.slice(t.start[k]!, t.end[k]!)).join('')
  return isMbi(text) || isDamagedMbi(page, i, text) ? b + 1 : 0
}

/** In lower case or misread, in talk of health or a plan. */
const isDamagedMbi = (page: Page, i: number, text: string): boolean =>
  (isClinical(page, i) || isOfInsurance(page, i, 12)) && isMbi(mendMbi(text))

export function isJoinedBefore(page: Page, i: number): boolean {
  const mark = page.mark(i - 1)
  return (
    page.tokens.gap[i] === GAP.none &&
    (mark === DASH || mark === UNDERSCORE || mark === DOT || mark === SLASH)
  )
}

export function isJoined(page: Page, i: number): boolean {
  const next = page.mark(i + 1)
  const after =
    page.tokens.gap[i + 1] === GAP.none && page.tokens.gap[i + 2] === GAP.none && i + 2 < page.tokens.count
  return isJoinedBefore(page, i) || (after && (next === DASH || next === UNDERSCORE || next === SLASH))
}

const PRESCRIBING = wordSet(
  'dea prescriber prescribing pharmacy controlled npi rx schedule provider providers dr md taxonomy auth narc norco opioid script credentialing',
)

function prescribes(page: Page, i: number): boolean {
  if (page.around(TOPIC.health, i, 14, 14) > 0) return true
  return isNear(page, i, PRESCRIBING, 14)
}

const CODING = wordSet(
  'icd icd10 dx diagnosis diagnoses diag code codes dg1 primary secondary assessment impression cie cie10 problem problems',
)

/** An ICD-10-CM code: beside talk of a diagnosis, or with its dot in a text about care. */
function readIcd(page: Page, i: number): number {
  const t = page.tokens
  if (isJoinedBefore(page, i) || isJoined(page, i)) return 0
  // "Humana, H55 118 204"
  if (t.type[i + 1] === NUMBER && t.gap[i + 1] === GAP.space && page.lengthOf(i + 1) > 2) return 0
  const dotted =
    page.mark(i + 1) === DOT &&
    t.gap[i + 1] === GAP.none &&
    t.gap[i + 2] === GAP.none &&
    i + 2 < t.count &&
    page.lengthOf(i + 2) <= 4 &&
    t.type[i + 2] !== undefined
  const end =
    dotted && (t.type[i + 2] === NUMBER || t.type[i + 2] === MIXED || t.type[i + 2] === WORD) ? i + 3 : i + 1
  const text = page.slice(t.start[i]!, t.end[end - 1]!)
  const first = page.window.units[t.start[i]!]!
  if (first < 65 || first > 90 || !isIcd10(text)) return 0
  let coding = false
  for (let at = Math.max(0, i - 12); at < i && !coding; at++) coding = CODING.has(t.word[at]!)
  if (isOfReject(page, i)) coding = false
  if (isNobodysCode(page, i, end)) {
    for (let at = i; at < end; at++) page.taken[at] = 2
    return end
  }
  const clinical = isClinical(page, i, 40) || page.isOfPerson(i)
  const confidence = coding
    ? 0.9
    : end === i + 1 && clinical && isWholeCode(page, i, text)
      ? 0.6
      : end > i + 1 && clinical
        ? 0.75
        : end > i + 1 && !isTechnical(page, i)
          ? 0.35
          : 0.2
  return page.addTokens(
    'diagnosis-code',
    i,
    end,
    confidence,
    'shaped as a diagnosis code (ICD-10-CM)',
    'health',
  )
}

const REJECTS = wordSet('reject rejected rejection return returned denial error reason nacha status ack')
const CODES = wordSet('code codes')

/** "Bank reject code R03": why a bank, a pharmacy's switch or a clearinghouse gave something back. */
function isOfReject(page: Page, i: number): boolean {
  const { word } = page.tokens
  const mark = page.mark(i - 1) !== 0 ? i - 2 : i - 1
  return CODES.has(word[mark] ?? 0) ? REJECTS.has(word[mark - 1] ?? 0) : REJECTS.has(word[mark] ?? 0)
}

/** A payment card: 13 to 19 digits with a right check digit (ISO/IEC 7812), in one piece or in fours. */
export function readCard(page: Page, i: number): number {
  const t = page.tokens
  const size = page.lengthOf(i)
  if (size !== 4 && size !== 15 && size !== 16) return 0
  const masked = size === 4 ? readMaskedCard(page, i) : 0
  if (masked > 0) return masked
  let digits = ''
  let at = i
  while (at < t.count && at < i + 7 && digits.length < 19) {
    if (at > i && page.mark(at) === DASH && t.gap[at] === GAP.none) at++
    if (at > i && t.gap[at]! > GAP.space) break
    if (t.type[at] !== NUMBER || (at > i && page.lengthOf(at) > 6)) break
    if (page.lengthOf(at) > 19) return 0
    digits += page.slice(t.start[at]!, t.end[at]!)
    at++
  }
  const issuer = digits[0] === '3' || digits[0] === '4' || digits[0] === '5' || digits[0] === '6'
  const shaped =
    digits.length === 16 || (digits.length === 15 && (digits.startsWith('34') || digits.startsWith('37')))
  if (!shaped || !issuer || isJoinedBefore(page, i)) return 0
  if (!passesLuhn(digits))
    return isOfCard(page, i)
      ? page.addTokens(
          'account',
          i,
          at,
          0.75,
          'a payment card number, by its length and a word before',
          'identifier',
        )
      : 0
  if (page.before(i, W.thing, 4) || isTechnical(page, i, 12)) return 0
  return page.addTokens('account', i, at, 0.8, 'a payment card number with a right check digit', 'identifier')
}

const LEAST_MASKED = 4
const MASK_REACH = 14
const MASKS = wordSet('xx xxx xxxx xxxxx xxxxxx xxxxxxx xxxxxxxx')

/** "4718 **** **** 0447": a card or an account of which the first and last digits are left. */
function readMaskedCard(page: Page, i: number): number {
  const t = page.tokens
  let first = i
  let hidden = 0
  for (let at = i - 1; at >= 0 && at >= i - MASK_REACH && t.gap[at + 1]! <= GAP.space; at--) {
    if (page.mark(at) === STAR) hidden += page.lengthOf(at)
    else if (t.type[at] === WORD && MASKS.has(t.word[at]!)) hidden += page.lengthOf(at)
    else if (
      hidden >= LEAST_MASKED &&
      t.type[at] === NUMBER &&
      (page.lengthOf(at) === 4 || page.lengthOf(at) === 6)
    ) {
      first = at
      break
    } else break
    first = at
  }
  if (hidden < LEAST_MASKED || page.taken[first] !== 0) return 0
  const led = t.type[first] === NUMBER
  if (!led && !isOfCard(page, first) && !isClinical(page, i, 40)) return 0
  return page.addTokens(
    'account',
    first,
    i + 1,
    0.8,
    'a card or account of which digits are hidden',
    'identifier',
  )
}

const CARDS = wordSet('card cc visa mastercard mc amex discover credit debit tarjeta')

/** A word of payment cards within a few tokens before: a digit may be mistyped. */
const isOfCard = (page: Page, i: number): boolean => isBefore(page, i, CARDS, 5)

const IMAGING = wordSet('study studies series sop instance uid uids image images dicom accession exam')
const LEAST_ARCS = 6

/** "1.2.840.113619.2.55.3.4471882": the unique identifier of somebody's study (DICOM PS3.5, chapter 9). */
export function readUid(page: Page, i: number): number {
  const t = page.tokens
  let end = i + 1
  let arcs = 1
  while (
    page.mark(end) === DOT &&
    t.gap[end] === GAP.none &&
    t.type[end + 1] === NUMBER &&
    t.gap[end + 1] === GAP.none &&
    arcs < 32
  ) {
    end += 2
    arcs++
  }
  if (arcs < LEAST_ARCS) return 0
  for (let at = i - 1; at >= 0 && at >= i - 6; at--)
    if (IMAGING.has(t.word[at]!))
      return page.addTokens(
        'other-id',
        i,
        end,
        0.75,
        "the unique identifier of somebody's study",
        'identifier',
      )
  return end
}

/** "(01)00812345678901(17)260101(21)A12345" (GS1 general specifications; 21 CFR 801 subpart B). */
export function readUdi(page: Page, i: number): number {
  const t = page.tokens
  if (
    page.mark(i) !== BRACKET ||
    page.slice(t.start[i]!, Math.min(page.window.length, t.start[i]! + 4)) !== '(01)'
  )
    return 0
  let end = i
  while (end < t.count && end < i + 30 && (end === i || t.gap[end] === GAP.none)) end++
  if (t.end[end - 1]! - t.start[i]! < 18) return 0
  if (isStocked(page, i))
    return page.addTokens('device', i, end, 0.3, 'the unique identifier of goods in stock', 'weak')
  return page.addTokens('device', i, end, 0.85, "a device's unique identifier (UDI)", 'identifier')
}
