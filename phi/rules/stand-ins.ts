import type { Kind } from '../kinds.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { sortByStart } from '../text/drafts.ts'
import { CARET, COMMA, DOT } from '../text/marks.ts'
import type { Draft, Page } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'

const TESTS = wordSet('test testing zztest zzztest dummy demo')
const REACH = 14
const LOWERED: ReadonlySet<Kind> = new Set<Kind>(['name', 'birth-date', 'mrn', 'phone', 'address', 'account'])

/** "ZZTEST, MICKEY dob 01/01/1900 mrn 999999": a stand-in that systems are tried with, and what is said of it. */
export function weighStandIns(page: Page): void {
  for (const draft of page.drafts)
    if (
      draft.level === 'identifier' &&
      SPOKEN.has(draft.kind) &&
      (isFirstDay(page, draft) || isAfterStandIn(page, page.tokenAt(draft.start)))
    )
      lower(draft)
  const names = page.drafts.filter((d) => d.kind === 'name' && isStandIn(page, d))
  if (names.length === 0) return
  const all = page.drafts.filter((d) => d.level === 'identifier' && LOWERED.has(d.kind))
  sortByStart(all)
  for (const name of names) {
    const first = page.tokenAt(name.start)
    for (const draft of all) {
      const at = page.tokenAt(draft.start)
      if (
        draft === name ||
        (at > first && at - first <= REACH && onOneLine(page, first, at) && draft.kind !== 'name')
      )
        lower(draft)
    }
  }
}

const NEW_YEARS = new Set(['01011900', '19000101', '111900', '190011', '01011800', '01010001', '00000000'])

/** "01/01/1900": what systems put where no day of birth is known. */
function isFirstDay(page: Page, draft: Draft): boolean {
  if (draft.kind !== 'birth-date' || draft.end - draft.start > 10) return false
  let digits = ''
  for (let at = draft.start; at < draft.end; at++)
    if (isDigit(page.unit(at))) digits += String.fromCharCode(page.unit(at))
  return NEW_YEARS.has(digits)
}

const SPOKEN: ReadonlySet<Kind> = new Set<Kind>(['mrn', 'member-id', 'other-id', 'account', 'birth-date'])
const MADE_UP = wordSet('dummy ficticio ficticia fictitious fictional fake zztest zzztest testpatient')
const SAMPLES = wordSet('sample example')
const PATIENTS = wordSet('patient patients pt pts')
const NAMED = wordSet('test prueba training demo phantom sample')

/** "ZZTEST,MOMMY (MRN 99000017)", "test patients ...", "paciente ficticio", whoever is named there or not. */
function isAfterStandIn(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - REACH && t.gap[at + 1]! < GAP.line; at--) {
    if (page.mark(at) === DOT && t.gap[at + 1]! > GAP.none && page.lengthOf(at - 1) > 3) return false
    if (t.type[at] !== WORD) continue
    if (MADE_UP.has(t.word[at]!)) return true
    if (SAMPLES.has(t.word[at]!) && CARDS.has(t.word[at + 1] ?? 0)) return true
    if (PATIENTS.has(t.word[at]!) && NAMED.has(t.word[at - 1] ?? 0) && t.gap[at] === GAP.space) return true
    if (t.shape[at] === SHAPE.lower) continue
    const from = t.start[at]!
    if (page.lengthOf(at) > 4 && (page.unit(from) | 32) === Z && (page.unit(from + 1) | 32) === Z) return true
    const name = t.shape[at] === SHAPE.caps && (isOfName(page.mark(at + 1)) || isOfName(page.mark(at - 1)))
    if (name && NAMED.has(t.word[at]!)) return true
  }
  return false
}

const CARDS = wordSet('id card member')
const isOfName = (mark: number): boolean => mark === COMMA || mark === CARET

function lower(draft: Draft): void {
  draft.confidence = Math.min(draft.confidence, 0.1)
  draft.level = 'weak'
  draft.of = undefined
  draft.inCare = undefined
  draft.reason = 'of a stand-in for tests'
}

function onOneLine(page: Page, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (page.tokens.gap[at]! >= GAP.line) return false
  return true
}

/** A word of the name is "TEST", or begins with two or three Z. */
function isStandIn(page: Page, name: Draft): boolean {
  const t = page.tokens
  for (let at = page.tokenAt(name.start); at < t.count && t.start[at]! < name.end; at++) {
    if (t.type[at] !== WORD || t.shape[at] === SHAPE.lower) continue
    const from = t.start[at]!
    const doubled = page.lengthOf(at) > 2 && (page.unit(from) | 32) === Z && (page.unit(from + 1) | 32) === Z
    if (doubled || TESTS.has(t.word[at]!)) return true
  }
  return false
}

const Z = 122
