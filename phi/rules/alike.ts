import type { IdentifierKind, Kind } from '../kinds.ts'
import { OWNER } from '../lexicon/owners.ts'
import { isDigit } from '../text/chars.ts'
import { sortByStart } from '../text/drafts.ts'
import { DASH, DOT, HASH, SLASH } from '../text/marks.ts'
import { type Draft, type Page, TOPIC } from '../text/page.ts'
import { GAP, MARK, WORD } from '../text/tokens.ts'
import { isNanp } from './bare-phones.ts'
import { isOpen } from './each.ts'
import { KIND_OF_OWNER, ownerNear, saidAfter } from './owners.ts'
import { standsApart } from './whole-codes.ts'

const ALIKE: ReadonlySet<Kind> = new Set<IdentifierKind>([
  'mrn',
  'member-id',
  'account',
  'other-id',
  'phone',
  'device',
])
const LEAST_DIGITS = 4
const MAX_LENGTH = 24
/** How many units back a number of the same shape may stand. */
const REACH = 400

/** "MRs 7710234 vs 7710324": a number written as one that was found shortly before. */
export function readAlike(page: Page): void {
  const found: Draft[] = []
  for (const d of page.drafts)
    if (d.level === 'identifier' && d.end - d.start <= MAX_LENGTH && ALIKE.has(d.kind)) found.push(d)
  if (found.length === 0) return
  sortByStart(found)
  let n = -1
  const { at, count } = page.stops.numbers
  const { start } = page.tokens
  for (let k = 0, done = 0; k < count; k++) {
    const i = at[k]!
    if (!isOpen(page, i, done)) continue
    while (n + 1 < found.length && found[n + 1]!.end <= start[i]!) n++
    if (n >= 0) done = Math.max(done, readLike(page, i, found[n]!))
  }
}

function readLike(page: Page, i: number, like: Draft): number {
  const { start, type, count, gap } = page.tokens
  if (type[i] === MARK || type[i] === WORD || start[i]! - like.end > REACH) return 0
  const lead = leadOf(page, like)
  const first = lead === 0 ? i : page.tokenAt(start[i]! - lead)
  if (gap[i] === GAP.none && first === i && page.mark(i - 1) !== HASH && isGlued(page, i)) return 0
  if (!sameShape(page, like, start[first]!)) return 0
  // "CCF 2050119943 ... call me 9015550138"
  if (like.kind !== 'phone' && first === i && isNanp(page, i) && !isNanp(page, page.tokenAt(like.start)))
    return 0
  const end = page.tokenAfter(start[first]! + like.end - like.start, first)
  if (end > count || page.taken[first] !== 0) return 0
  const { owner, distance } = ownerNear(page, first, end)
  if (distance <= 2 && (owner === OWNER.thing || owner === OWNER.beside || owner === OWNER.zip)) return 0
  const kind = KIND_OF_OWNER[saidAfter(page, end)]
  return kind === undefined
    ? page.addTokens(like.kind, first, end, 0.65, 'written as a number found shortly before', 'identifier')
    : page.addTokens(kind, first, end, 0.9, 'a number that is then said to be of something', 'identifier')
}

/** How many units of letters and dashes lead the found number before its first digit's token. */
function leadOf(page: Page, like: Draft): number {
  let lead = 0
  while (like.start + lead < like.end && !isDigit(page.unit(like.start + lead))) lead++
  const before = page.unit(like.start + lead - 1)
  return lead > 0 && (before === DASH || before === DOT) ? lead : 0
}

const isGlued = (page: Page, i: number): boolean =>
  page.mark(i - 1) === DASH || page.mark(i - 1) === DOT || page.mark(i - 1) === SLASH

const ZERO = 48

/** Digits where that has digits, zeros in front where that has them, and the same letters and marks elsewhere. */
function sameShape(page: Page, like: Draft, from: number): boolean {
  const size = like.end - like.start
  let digits = 0
  for (let k = 0; k < size; k++) {
    const [a, b] = [page.unit(like.start + k), page.unit(from + k)]
    if (isDigit(a) !== isDigit(b)) return false
    if (isDigit(a)) digits++
    else if (a !== b) return false
  }
  if ((page.unit(like.start) === ZERO) !== (page.unit(from) === ZERO)) return false
  const next = page.unit(from + size)
  return digits >= LEAST_DIGITS && !isDigit(next) && !((next | 32) >= 97 && (next | 32) <= 122)
}

const NEAR = 300
const DOUBTFUL = 0.45

const SURE_CODE = 0.5

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
    else if (beside && draft.confidence < SURE_CODE && standsApart(page, page.tokenAt(draft.start)))
      draft.confidence = 0.6
    else if (!beside) draft.confidence = Math.min(draft.confidence, DOUBTFUL)
  }
}
