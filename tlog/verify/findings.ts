import type { BadLeaf, LeafCode, Problem, ProblemCode } from './report.ts'

const MAX_PROBLEMS = 100
const MAX_REMEMBERED = 10_000

/** Where several reasons name the same leaf, the surest one is reported. */
const SURENESS: Record<LeafCode, number> = {
  missing: 0,
  altered: 0,
  'out-of-order': 1,
  rewritten: 2,
  uncovered: 3,
  'no-time': 4,
  'time-outside-checkpoints': 4,
}

/** Collects what is wrong. */
export class Findings {
  readonly problems: Problem[] = []
  omitted = 0
  firstBadLeaf: BadLeaf | undefined

  readonly #once = new Set<string>()

  problem(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem)
    else this.omitted++
  }

  badLeaf(code: LeafCode, index: number, reason: string, to?: number): void {
    const range = to === undefined ? {} : { to }
    this.problem({ code, leaf: index, ...range, text: reason })
    const first = this.firstBadLeaf
    if (first && (first.index < index || (first.index === index && SURENESS[first.code] <= SURENESS[code])))
      return
    this.firstBadLeaf = { index, ...range, code, reason }
  }

  /** A problem of the file, reported once however often it shows; of missing tiles only the first. */
  once(code: ProblemCode, text: string): void {
    const key = code === 'tile-missing' ? code : `${code} ${text}`
    if (this.#once.has(key)) return
    if (this.#once.size < MAX_REMEMBERED) this.#once.add(key)
    this.problem({ code, text })
  }

  tileAltered(path: string, what: string): void {
    this.once('tile-altered', `${path} ${what}`)
  }
}
