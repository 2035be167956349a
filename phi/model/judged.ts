import type { IdentifierKind, Kind } from '../kinds.ts'
import { NOBODYS } from '../rules/things.ts'
import type { IdSpan } from '../rules/values.ts'
import type { Draft, Page } from '../text/page.ts'
import { eachNumber } from './candidates.ts'
import { CLASSES } from './classes.ts'

const JUDGED: ReadonlySet<Kind> = new Set<IdentifierKind>(
  CLASSES.filter((c) => c !== 'none') as IdentifierKind[],
)

/** What is sure by its form (a check digit, say) needs no judgement. */
const SURE = 0.925

/** What the rules made of a number. */
export interface Opinion {
  draft: Draft | undefined
  /** Labelled as a thing's. */
  thing: boolean
}

/**
 * Each number that may be somebody's, with what the rules made of it; those that are sure, or of another kind, are left
 * out. `visit` answers whether to go on.
 */
export function eachJudged(
  page: Page,
  everywhere: boolean,
  visit: (first: number, id: IdSpan, opinion: Opinion) => boolean,
): void {
  const { drafts, order } = page
  /** What is added meanwhile comes after these. */
  let sorted = 0
  let d = 0
  const { start, end } = page.tokens
  const opinion: Opinion = { draft: undefined, thing: false }
  eachNumber(page, everywhere, (first, id) => {
    const from = start[first]!
    const to = end[id.end - 1]!
    if (sorted === 0) {
      order.sort(drafts)
      sorted = drafts.length
    }
    while (d < sorted && drafts[d]!.end <= from) d++
    opinion.draft = undefined
    for (let k = d; k < sorted && drafts[k]!.start < to; k++) {
      const draft = drafts[k]!
      if (draft.end <= from) continue
      const wider = draft.start < from || draft.end > to
      if (!JUDGED.has(draft.kind) || draft.confidence > SURE || wider) return true
      if (opinion.draft === undefined || draft.confidence > opinion.draft.confidence) opinion.draft = draft
    }
    opinion.thing = false
    for (let k = first; k < id.end; k++) {
      if (page.taken[k] === NOBODYS) return true
      if (page.taken[k] === 2) opinion.thing = true
    }
    return visit(first, id, opinion)
  })
}
