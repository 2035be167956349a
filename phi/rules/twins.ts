import type { IdentifierKind, Kind } from '../kinds.ts'
import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { sortByStart } from '../text/drafts.ts'
import type { Draft, Page } from '../text/page.ts'

const NUMBERED: ReadonlySet<Kind> = new Set<IdentifierKind>([
  'mrn',
  'member-id',
  'account',
  'other-id',
  'device',
])
/** How many numbers back a twin is looked for, and how many units. */
const BACK = 4
const REACH = 400
const LEAST = 6
const LONG = 9
/** From here on a label told the kind. */
const LABELLED = 0.7
const FIRM = 0.9

/**
 * "device 23194471806, chart has 23194471860": numbers that differ in a digit or two are of the same kind, whatever the
 * words beside the less sure one say; and "his is ..." is of the kind that was spoken of.
 */
export function readTwins(page: Page): void {
  const found: Draft[] = []
  for (const d of page.drafts) if (d.level === 'identifier' && NUMBERED.has(d.kind)) found.push(d)
  if (found.length < 2) return
  sortByStart(found)
  for (let k = 1; k < found.length; k++) {
    const draft = found[k]!
    const told = isPossessed(page, draft) ? toldBefore(found, k) : undefined
    if (told !== undefined && draft.confidence < LABELLED) draft.kind = told
    for (let b = k - 1; b >= 0 && b >= k - BACK; b--) {
      const other = found[b]!
      if (draft.start - other.end > REACH) break
      if (other.kind === draft.kind || !areTwins(page, other, draft)) continue
      const [kept, changed] = isSurer(draft, other) ? [draft, other] : [other, draft]
      if (changed.confidence < (isSaid(page, changed) ? FIRM : LABELLED)) changed.kind = kept.kind
      break
    }
  }
}

/** What is neither labelled firmly nor of another kind is taken for a record's: that tells least. */
function isSurer(a: Draft, b: Draft): boolean {
  if (a.confidence < FIRM && b.confidence < FIRM && (a.kind === 'mrn') !== (b.kind === 'mrn'))
    return b.kind === 'mrn'
  return a.confidence > b.confidence
}

/** Of the same length, the same letters and marks, and all digits the same but a few; with letters, any digits. */
function areTwins(page: Page, a: Draft, b: Draft): boolean {
  const size = a.end - a.start
  if (size !== b.end - b.start || size < LEAST) return false
  let different = 0
  let lettered = false
  for (let k = 0; k < size; k++) {
    const [x, y] = [page.unit(a.start + k), page.unit(b.start + k)]
    lettered ||= (x | 32) >= 97 && (x | 32) <= 122
    if (x === y) continue
    if (!isDigit(x) || !isDigit(y)) return false
    different++
  }
  return lettered || different <= (size >= LONG ? 3 : 2)
}

const SAYING = wordSet('has had shows say says said reads lists listed')

/** "the chart has ...": the word before the verb says where the number stands, not what it is of. */
const isSaid = (page: Page, draft: Draft): boolean => {
  const { word } = page.tokens
  const at = page.tokenAt(draft.start)
  return at > 0 && SAYING.has(word[at - 1]!)
}

const POSSESSORS = wordSet('his hers theirs mine yours suyo suya')
const BE = wordSet('is was says reads would should be es')

/** "his is ...", "hers would be ...": right before. */
function isPossessed(page: Page, draft: Draft): boolean {
  const { word } = page.tokens
  let at = page.tokenAt(draft.start) - 1
  for (let steps = 0; steps < 2 && at > 0 && BE.has(word[at]!); steps++) at--
  return at >= 0 && POSSESSORS.has(word[at]!)
}

/** The kind of the last number that a label told. */
function toldBefore(found: readonly Draft[], k: number): Kind | undefined {
  for (let b = k - 1; b >= 0 && b >= k - BACK; b--)
    if (found[b]!.confidence >= LABELLED) return found[b]!.kind
  return undefined
}
