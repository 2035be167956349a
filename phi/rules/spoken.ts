import type { IdentifierKind } from '../kinds.ts'
import type { LabelId } from '../lexicon/labels.ts'
import { OWNER } from '../lexicon/owners.ts'
import { STOP, W, wordSet } from '../lexicon/words.ts'
import { COLON, COMMA, DASH, DOT } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { isOpen } from './each.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'
import { nearTalkOfPhones } from './phone-context.ts'
import { readSpokenAge } from './spoken-dates.ts'

const DIGITS = wordSet(
  'zero oh one two three four five six seven eight nine cero uno dos tres cuatro cinco seis siete ocho nueve',
  STOP.spoken,
)

const KIND_OF_LABEL: Partial<Record<LabelId, IdentifierKind>> = {
  ssn: 'ssn',
  ssn4: 'ssn',
  mrn: 'mrn',
  member: 'member-id',
  account: 'account',
  phone: 'phone',
  fax: 'fax',
  licence: 'licence',
  other: 'other-id',
  reference: 'other-id',
  plainId: 'mrn',
  zip: 'zip',
}

const LEAST = 6
/** After a label. */
const LEAST_LABELLED = 4
const REACH = 12

/** Numbers that somebody said and somebody else wrote down in words: "eight eight one oh four two". */
export function readSpoken(page: Page): void {
  const { at, count } = page.stops.spoken
  for (let k = 0, done = 0; k < count; k++)
    if (isOpen(page, at[k]!, done)) done = Math.max(done, readSpokenNumber(page, at[k]!))
}

function readSpokenNumber(page: Page, i: number): number {
  const t = page.tokens
  const age = readSpokenAge(page, i)
  if (age > 0 || !DIGITS.has(t.word[i]!)) return age
  let end = i + 1
  let digits = 1
  let paired = false
  for (let at = i + 1; at < t.count && at < i + 30 && t.gap[at]! <= GAP.space; at++) {
    const mark = page.mark(at)
    if (mark === COMMA || mark === DASH || mark === DOT) continue
    if (t.type[at] !== WORD) break
    const spelt = isLetter(page, at) ? endOfSpelling(page, at) : 0
    if (spelt > 0 && digits > 0) {
      at = spelt - 1
      end = spelt
      continue
    }
    if (JOINS.has(t.word[at]!)) continue
    if (PAIRS.has(t.word[at]!) && (paired || isLabelled(page, i))) {
      paired = true
      digits += 2
      end = at + 1
      // "sixty two"
      const ones = page.mark(end) === DASH ? end + 1 : end
      if (TENS.has(t.word[at]!) && DIGITS.has(t.word[ones] ?? 0) && t.gap[ones]! <= GAP.space) {
        at = ones
        end = ones + 1
      }
      continue
    }
    if (!DIGITS.has(t.word[at]!)) break
    digits++
    end = at + 1
  }
  if (digits < (paired ? LEAST : LEAST_LABELLED)) return end
  if (isExtension(page, i)) return end
  const first = firstOfSpelling(page, i)
  const zip = digits === 5 && isAfterState(page, i)
  const kind = zip
    ? 'zip'
    : (labelBefore(page, first) ?? kindOfWords(page, first, end) ?? kindOfLength(page, i, digits, first < i))
  if (kind === undefined) return end
  // "Her number in the machine is V dash two two oh nine six"
  if (kind === 'phone' && digits < LEAST && isSpelled(page, first, i))
    return page.addTokens(
      'mrn',
      isDash(page, i - 1) ? i - 2 : first,
      end,
      0.7,
      'a number in words',
      'identifier',
    )
  return page.addTokens(kind, first, end, 0.75, 'a number in words', 'identifier')
}

const TENS = wordSet('twenty thirty forty fifty sixty seventy eighty ninety')
const PAIRS = wordSet(
  'twenty thirty forty fifty sixty seventy eighty ninety ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)

/** Numbers of two digits are read after a label alone: dates and ages are said so, too. */
const isLabelled = (page: Page, i: number): boolean => labelBefore(page, i) !== undefined

const isDash = (page: Page, i: number): boolean =>
  JOINS.has(page.tokens.word[i] ?? 0) && isLetter(page, i - 1)

/** Letters lead it. */
const isSpelled = (page: Page, first: number, i: number): boolean => first < i || isDash(page, i - 1)

const JOINS = wordSet('dash hyphen minus guion')
const AS = wordSet('as like for')
const IN = wordSet('in')
const EXTENSIONS = wordSet('extension ext')

/** "B" of "seven seven B four four one": a capital alone. */
const isLetter = (page: Page, i: number): boolean =>
  page.lengthOf(i) === 1 && page.tokens.type[i] === WORD && page.tokens.shape[i] !== SHAPE.lower

/** One past "L" or "L as in Larry". */
function endOfSpelling(page: Page, i: number): number {
  const { word, type } = page.tokens
  if (!AS.has(word[i + 1] ?? 0)) return i + 1
  const at = IN.has(word[i + 2] ?? 0) ? i + 3 : i + 2
  return type[at] === WORD ? at + 1 : i + 1
}

/** The first token of letters spelt before token `i`: "W as in whiskey, two four ...". */
function firstOfSpelling(page: Page, i: number): number {
  const { gap } = page.tokens
  let first = i
  for (let letters = 0; letters < MOST_LETTERS; letters++) {
    const at = page.mark(first - 1) === COMMA ? first - 2 : first - 1
    if (at < 0 || gap[first]! >= GAP.line) return first
    if (isLetter(page, at) && gap[at]! <= GAP.space && endOfSpelling(page, at) === at + 1) first = at
    else if (at >= 3 && isLetter(page, at - 3) && endOfSpelling(page, at - 3) === at + 1) first = at - 3
    else return first
  }
  return first
}

const MOST_LETTERS = 4

/** "call me at extension four oh two two nine" */
function isExtension(page: Page, i: number): boolean {
  return EXTENSIONS.has(page.tokens.word[i - 1] ?? 0)
}

const OWNER_REACH = 9

/** By the nearest word that tells whose a number is, as of numbers in digits. */
function kindOfWords(page: Page, first: number, end: number): IdentifierKind | undefined {
  const { owner, distance } = ownerNear(page, first, end)
  if (distance > OWNER_REACH || owner === OWNER.person || owner === OWNER.query) return undefined
  return KIND_OF_OWNER[owner]
}

/** "Burnt Prairie, Illinois, six two eight two oh" */
const isAfterState = (page: Page, i: number): boolean =>
  page.is(page.mark(i - 1) === COMMA ? i - 2 : i - 1, W.stateName)

function labelBefore(page: Page, i: number): IdentifierKind | undefined {
  let kind: IdentifierKind | undefined
  let found = -1
  let reach = i - REACH
  for (let at = i - 1; at >= 0 && at >= reach; at--) {
    if (page.tokens.gap[at + 1]! >= GAP.line) {
      if (reach < i - REACH || !isSpeaker(page, at + 1)) return kind
      reach = at - REACH
    }
    const label = page.label(at)
    if (label === undefined || KIND_OF_LABEL[label] === undefined) continue
    // "chart number is": what holds "number is" tells more.
    if (found >= 0 && page.phraseEnd[at]! <= found) break
    found = at
    kind = KIND_OF_LABEL[label]
  }
  return kind
}

/** "C:", "[00:55] C:", "> AGENT:": who speaks on the line that begins at token `i`. */
function isSpeaker(page: Page, i: number): boolean {
  for (let at = i; at < i + 8; at++)
    if (page.mark(at) === COLON && page.tokens.type[at - 1] === WORD) return page.tokens.gap[i]! < GAP.blank
  return false
}

function kindOfLength(page: Page, i: number, digits: number, spelt: boolean): IdentifierKind | undefined {
  if (digits === 10 && !spelt && nearTalkOfPhones(page, i)) return 'phone'
  if (digits < LEAST || !isClinical(page, i, 40)) return undefined
  if (!spelt && (digits === 7 || digits === 10)) return 'phone'
  return digits === 9 && !spelt ? 'ssn' : 'other-id'
}
