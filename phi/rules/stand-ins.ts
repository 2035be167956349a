import type { Kind } from '../kinds.ts'
import { wordSet } from '../lexicon/words.ts'
import { sortByStart } from '../text/drafts.ts'
import type { Draft, Page } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'

const TESTS = wordSet('test testing zztest zzztest dummy demo')
const REACH = 14
const LOWERED: ReadonlySet<Kind> = new Set<Kind>(['name', 'birth-date', 'mrn', 'phone', 'address', 'account'])

/** "ZZTEST, MICKEY dob 01/01/1900 mrn 999999": a stand-in that systems are tried with, and what is said of it. */
export function weighStandIns(page: Page): void {
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

function lower(draft: Draft): void {
  draft.confidence = Math.min(draft.confidence, 0.3)
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
