import type { Kind } from '../kinds.ts'
import { sortByStart } from '../text/drafts.ts'
import { BRACKET, CLOSING_BRACKET, COLON, DASH, DOT, SLASH } from '../text/marks.ts'
import type { Draft, Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'

const COPIED: ReadonlySet<Kind> = new Set<Kind>(['mrn', 'member-id', 'account', 'other-id'])
const LEAST = 5
const REASON = 'in the column of a number that was found'

/**
 * Lines of a list that begin with a number as the line before or after does: what is known of one is true of the
 * others ("11840118 Castleberry, Jo Ellen", "11840311 de la Garza, Rogelio").
 */
export function readFirstColumns(page: Page): void {
  const { lineCount } = page.tokens
  if (lineCount < 2) return
  const known: Draft[] = []
  for (const d of page.drafts) if (d.level === 'identifier' && COPIED.has(d.kind)) known.push(d)
  if (known.length === 0) return
  sortByStart(known)
  let like: Draft | undefined
  for (let line = 0, n = 0; line < lineCount; line++) {
    if (!beginsWithNumber(page, line)) {
      like = undefined
      continue
    }
    const start = startOf(page, line)
    while (n < known.length && known[n]!.start < start) n++
    like = step(page, line, known[n], like)
  }
  like = undefined
  for (let line = lineCount - 1, n = known.length - 1; line >= 0; line--) {
    if (!beginsWithNumber(page, line)) {
      like = undefined
      continue
    }
    const start = startOf(page, line)
    while (n >= 0 && known[n]!.start > start) n--
    like = step(page, line, known[n], like)
  }
}

const beginsWithNumber = (page: Page, line: number): boolean => {
  const type = page.tokens.type[page.tokens.lines[line]!]
  return type === NUMBER || type === MIXED
}

const startOf = (page: Page, line: number): number => page.tokens.start[page.tokens.lines[line]!]!

/** What the next line may be like. */
function step(
  page: Page,
  line: number,
  known: Draft | undefined,
  like: Draft | undefined,
): Draft | undefined {
  const i = page.tokens.lines[line]!
  if (page.taken[i] !== 0) return known?.start === page.tokens.start[i] ? known : undefined
  if (like === undefined || !isLike(page, i, like)) return undefined
  page.addTokens(like.kind, i, i + 1, 0.55, REASON, 'identifier')
  return like
}

function isLike(page: Page, i: number, { start, end }: Draft): boolean {
  const t = page.tokens
  const from = t.start[i]!
  if (t.end[i]! - from !== end - start || end - start < LEAST || page.unit(from) !== page.unit(start))
    return false
  const next = page.mark(i + 1)
  if (next === COLON || next === BRACKET || next === CLOSING_BRACKET) return false
  return !(t.gap[i + 1] === GAP.none && (next === DASH || next === DOT || next === SLASH))
}
