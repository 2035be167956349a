import type { Finding, Kind, Level } from '../kinds.ts'

/**
 * A finding whose place is still that of the window. Drafts are made once and used again for every window: text that is
 * nothing but identifiers makes one of every few units.
 */
export class Draft implements Finding {
  kind: Kind = 'name'
  start = 0
  end = 0
  confidence = 0.5
  reason = ''
  level: Level = 'weak'
  of: 'patient' | undefined = undefined
  inCare: true | undefined = undefined
}

/** The drafts of one window. */
export class Drafts {
  /** In the order in which they were added. */
  readonly all: Draft[] = []
  readonly #pool: Draft[] = []

  clear(): void {
    this.all.length = 0
  }

  /** A draft to be filled in, the last of `all`. */
  next(): Draft {
    const n = this.all.length
    if (n === this.#pool.length) this.#pool.push(new Draft())
    const draft = this.#pool[n]!
    this.all.push(draft)
    return draft
  }
}

const byPlace = (a: Draft, b: Draft): number => a.start - b.start || b.end - a.end
const byStart = (a: Draft, b: Draft): number => a.start - b.start

/** Sorts by where drafts begin; most often they are in order already. */
export function sortByStart(drafts: Draft[]): void {
  for (let k = 1; k < drafts.length; k++) {
    if (drafts[k]!.start >= drafts[k - 1]!.start) continue
    drafts.sort(byStart)
    return
  }
}

/** Fewer are sorted by comparing. */
const FEW = 256

/** Sorts by place, of those that begin together the longer first: by counting, since rules leave long runs in order. */
export class Order {
  /** One more than the first draft that begins at a unit, and than the next that begins there; 0 for none. */
  readonly #first: Int32Array
  #next = new Int32Array(FEW)
  readonly #sorted: Draft[] = []

  constructor(units: number) {
    this.#first = new Int32Array(units)
  }

  sort(drafts: Draft[]): void {
    if (isSorted(drafts)) return
    if (drafts.length <= FEW) drafts.sort(byPlace)
    else this.#count(drafts)
  }

  #count(drafts: Draft[]): void {
    const n = drafts.length
    if (this.#next.length < n) this.#next = new Int32Array(n * 2)
    const first = this.#first
    const next = this.#next
    let last = 0
    for (let k = n - 1; k >= 0; k--) {
      const { start, end } = drafts[k]!
      if (start > last) last = start
      let after = first[start]!
      if (after === 0 || drafts[after - 1]!.end <= end) {
        next[k] = after
        first[start] = k + 1
        continue
      }
      while (next[after - 1] !== 0 && drafts[next[after - 1]! - 1]!.end > end) after = next[after - 1]!
      next[k] = next[after - 1]!
      next[after - 1] = k + 1
    }
    const sorted = this.#sorted
    let at = 0
    for (let unit = 0; unit <= last; unit++) {
      let k = first[unit]!
      if (k === 0) continue
      first[unit] = 0
      for (; k !== 0; k = next[k - 1]!) sorted[at++] = drafts[k - 1]!
    }
    for (let k = 0; k < n; k++) drafts[k] = sorted[k]!
  }
}

function isSorted(drafts: readonly Draft[]): boolean {
  for (let k = 1; k < drafts.length; k++) {
    const before = drafts[k - 1]!
    const draft = drafts[k]!
    if (draft.start < before.start || (draft.start === before.start && draft.end > before.end)) return false
  }
  return true
}
