import type { IdentifierKind, Kind } from '../kinds.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { DASH, DOT, HASH } from '../text/marks.ts'
import { type Draft, type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isIdentifier } from './any-label.ts'
import { isClinical } from './context.ts'
import { readEach } from './each.ts'
import { readId } from './values.ts'

const ALIKE: ReadonlySet<Kind> = new Set<IdentifierKind>(['mrn', 'member-id', 'account', 'other-id', 'phone'])
const LEAST_DIGITS = 4
const MAX_LENGTH = 24
/** How many units back a number of the same shape may stand. */
const REACH = 400

/** "MRs 7710234 vs 7710324": a number written as one that was found shortly before. */
export function readAlike(page: Page): void {
  const found = page.drafts.filter(
    (d) => ALIKE.has(d.kind) && d.level === 'identifier' && d.end - d.start <= MAX_LENGTH,
  )
  if (found.length === 0) return
  found.sort((a, b) => a.start - b.start)
  let n = -1
  readEach(page, page.stops.numbers, (_, i) => {
    const { start, type, count, gap } = page.tokens
    if (type[i] === MARK || type[i] === WORD) return 0
    while (n + 1 < found.length && found[n + 1]!.end <= start[i]!) n++
    const like = n < 0 ? undefined : found[n]!
    if (like === undefined || start[i]! - like.end > REACH) return 0
    const lead = leadOf(page, like)
    const first = lead === 0 ? i : page.tokenAt(start[i]! - lead)
    if (gap[i] === GAP.none && first === i && page.mark(i - 1) !== HASH && isGlued(page, i)) return 0
    if (!sameShape(page, like, start[first]!)) return 0
    const end = page.tokenAfter(start[first]! + like.end - like.start, first)
    if (end > count || page.taken[first] !== 0) return 0
    return page.addTokens(
      like.kind,
      first,
      end,
      0.65,
      'written as a number found shortly before',
      'identifier',
    )
  })
}

/** How many units of letters and dashes lead the found number before its first digit's token. */
function leadOf(page: Page, like: Draft): number {
  let lead = 0
  while (like.start + lead < like.end && !isDigit(page.unit(like.start + lead))) lead++
  const before = page.unit(like.start + lead - 1)
  return lead > 0 && (before === DASH || before === DOT) ? lead : 0
}

const isGlued = (page: Page, i: number): boolean => page.mark(i - 1) === DASH || page.mark(i - 1) === DOT

/** Digits where that has digits, and the same letters and marks elsewhere. */
function sameShape(page: Page, like: Draft, from: number): boolean {
  const size = like.end - like.start
  let digits = 0
  for (let k = 0; k < size; k++) {
    const [a, b] = [page.unit(like.start + k), page.unit(from + k)]
    if (isDigit(a) !== isDigit(b)) return false
    if (isDigit(a)) digits++
    else if (a !== b) return false
  }
  const next = page.unit(from + size)
  return digits >= LEAST_DIGITS && !isDigit(next) && !((next | 32) >= 97 && (next | 32) <= 122)
}

/** What a code belongs to that is nobody's, in a text about care. */
const PARTS = wordSet(
  'ref lot sku part parts pn model item cat catalog version ver v build ticket order po invoice inv quote room rm ext fax phone zip cpt hcpcs ndc loinc rxnorm snomed icd kb error code serial sn asset policy rev form page section reg regulation',
)

/** "serum S-771820", "run 25-118834": letters or a dash among many digits, in a text about care and not about things. */
export function readCoded(page: Page): void {
  readEach(page, page.stops.numbers, readCode)
}

function readCode(page: Page, i: number): number {
  const t = page.tokens
  if (!isClinical(page, i, 15) || !mayBeCoded(page, i)) return 0
  const led = page.mark(i - 1) === DASH && t.gap[i] === GAP.none && page.lengthOf(i - 2) <= 4
  const first = led ? i - 2 : i
  if (led && (page.taken[first] !== 0 || t.shape[first] === SHAPE.lower || t.gap[i - 1] !== GAP.none))
    return 0
  const id = readId(page, first, Math.min(t.count, first + 8), false)
  const worn = page.before(first, W.implant, 4)
  const dashed = id.letters === 0 && id.end === first + 3 && page.mark(first + 1) === DASH && id.digits >= 8
  const shaped = led || page.mark(first + 1) === DASH || !isDigit(page.unit(t.start[first]!))
  const coded = shaped && id.letters > 0 && id.letters <= 4 && id.digits >= 5
  const long = worn && id.letters === 0 && id.digits >= 7
  if ((!coded && !dashed && !long) || id.end <= i || id.digits + id.letters > 16) return 0
  if (!isIdentifier(page, first, id, 5) || hasDigitsLikePhone(page, first, id.end)) return 0
  if (page.around(TOPIC.infra, i, 12, 12) > (worn ? 1 : 0) || ofPart(page, first)) return 0
  return page.addTokens(
    worn ? 'device' : 'other-id',
    first,
    id.end,
    0.55,
    'letters and digits of an identifier, in a text about care',
    'identifier',
  )
}

/** "7O4-555-OI66": a phone number that OCR damaged. */
const hasDigitsLikePhone = (page: Page, first: number, end: number): boolean =>
  end === first + 5 &&
  page.lengthOf(first) === 3 &&
  page.lengthOf(first + 2) === 3 &&
  page.lengthOf(first + 4) === 4

/** Letters among digits, or digits with a dash beside them. */
function mayBeCoded(page: Page, i: number): boolean {
  const { type, gap } = page.tokens
  if (type[i] === MIXED) return page.lengthOf(i) > 4 || page.mark(i + 1) === DASH
  if (type[i] !== NUMBER) return false
  return (
    (page.mark(i - 1) === DASH && gap[i] === GAP.none) ||
    (page.mark(i + 1) === DASH && gap[i + 1] === GAP.none) ||
    (page.lengthOf(i) > 6 && page.before(i, W.implant, 4))
  )
}

function ofPart(page: Page, first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - 4; at--) {
    if (PARTS.has(page.tokens.word[at]!) || page.is(at, W.thing | W.infra | W.unit)) return true
  }
  return false
}

const NEAR = 300
const DOUBTFUL = 0.45

/** A diagnosis code says something of somebody only where a person is spoken of near by. */
export function weighDiagnoses(page: Page): void {
  if (!page.drafts.some((d) => d.kind === 'diagnosis-code')) return
  const persons = page.drafts.filter((d) => d.level === 'identifier').map((d) => d.start)
  persons.sort((a, b) => a - b)
  let n = 0
  for (const draft of page.drafts
    .filter((d) => d.kind === 'diagnosis-code')
    .sort((a, b) => a.start - b.start)) {
    while (n < persons.length - 1 && persons[n + 1]! <= draft.start) n++
    const before = n < persons.length ? Math.abs(draft.start - persons[n]!) : NEAR + 1
    const after = n + 1 < persons.length ? persons[n + 1]! - draft.start : NEAR + 1
    const beside =
      before <= NEAR || after <= NEAR || page.around(TOPIC.patient, page.tokenAt(draft.start), 40, 40) > 0
    if (beside && draft.end - draft.start > 3) draft.confidence = Math.max(draft.confidence, 0.75)
    else if (!beside) draft.confidence = Math.min(draft.confidence, DOUBTFUL)
  }
}
