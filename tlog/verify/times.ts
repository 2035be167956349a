import { TILE_WIDTH } from '../subtree.ts'
import type { Block } from './block.ts'
import type { Findings } from './findings.ts'

/** How far, in ms, the time of an event may lie before the checkpoint before it and after the one over it. */
export type Tolerance = { before: number; after: number }

type Head = { size: number; time: number }

const iso = (ms: number) => new Date(ms).toISOString()

/**
 * Holds the times of events against the times of checkpoints: an event that the checkpoint over it is the first
 * to cover can't be much older than the checkpoint before, nor newer than its own.
 */
export class TimeWindow {
  readonly #findings: Findings
  readonly #tolerance: Tolerance
  #last: Head | undefined
  #next: Head | undefined
  #block: Block | undefined

  constructor(findings: Findings, tolerance: Tolerance) {
    this.#findings = findings
    this.#tolerance = tolerance
  }

  /** Leaves from the checkpoint before this one on belong to this one. */
  begin(next: Head | undefined): void {
    this.#last = this.#next ?? this.#last
    this.#next = next
    this.#check()
  }

  /** Takes the next block; all leaves of the block before are checked. */
  add(block: Block): void {
    this.#block = block
    this.#check()
  }

  #check(): void {
    if (!this.#block || !this.#next) return
    const { times, index, span } = this.#block
    const base = index * TILE_WIDTH
    const earliest = this.#last ? this.#last.time - this.#tolerance.before : Number.NEGATIVE_INFINITY
    const latest = this.#next.time + this.#tolerance.after
    const end = Math.min(this.#next.size - base, span)
    for (let i = Math.max(0, (this.#last?.size ?? 0) - base); i < end; i++) {
      const time = times[i]!
      // NaN, for a leaf that is missing or has no time, is neither.
      if (!(time < earliest || time > latest)) continue
      const allowed = this.#last ? `${iso(earliest)} to ${iso(latest)}` : `at most ${iso(latest)}`
      const reason = `its time is ${iso(time)}, its checkpoints allow ${allowed}`
      this.#findings.badLeaf('time-outside-checkpoints', base + i, reason)
    }
  }
}
