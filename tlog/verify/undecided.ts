import { TILE_WIDTH } from '../subtree.ts'
import { tilePath } from '../tiles.ts'
import type { Block } from './block.ts'
import type { Findings } from './findings.ts'

/** Which source of leaf hashes a checkpoint proved: events, stored hashes, or those of the level above. */
export type Source = 'events' | 'stored' | 'upper'

/** Where a stored hash of level 1 differs from the stored leaf hashes: it may agree with the events, or with none. */
type Agreement = 'events' | 'none' | 'hole'

const MAX_PENDING = 10_000

/** Differences seen since the last good checkpoint. The next one shows which side is true. */
export class Undecided {
  readonly #findings: Findings
  #leaves: number[] = []
  #blocks = new Map<number, Agreement>()
  #high: string[] = []
  #holes: number[] = []

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** Takes a block's leaves whose event and stored hash differ, and those that have neither. */
  addLeaves({ differing, holes }: Block): void {
    if (this.#leaves.length < MAX_PENDING) this.#leaves.push(...differing)
    if (this.#holes.length < MAX_PENDING) this.#holes.push(...holes)
  }

  /** From `index` on there is neither an event nor a stored hash. */
  addHole(index: number): void {
    this.#holes.push(index)
  }

  /** The stored hash of level 1 for this block is not that of its stored leaf hashes. */
  addBlock(index: number, agreement: Agreement): void {
    this.#blocks.set(index, agreement)
  }

  /** A tile of level 2 or more has a hash that is not that of the events. */
  addHigh(path: string): void {
    if (this.#high.length < MAX_PENDING) this.#high.push(path)
  }

  /** Whether some leaf below `size` has neither an event nor a stored hash. */
  hasHole(size: number): boolean {
    return this.#holes.some((index) => index < size)
  }

  /**
   * A checkpoint over `size` leaves has proven `source`. The last good one was over `proven` leaves; `failed` is
   * the size of the first one between them that fitted nothing.
   */
  decide(source: Source, size: number, proven: number, failed: number | undefined): void {
    for (const [index, agreement] of this.#blocks) {
      if (source === 'stored' || (source === 'events' && agreement !== 'events')) this.#blockAltered(index)
      if (source !== 'upper' || agreement !== 'none') continue
      const from = Math.max(proven, index * TILE_WIDTH)
      const to = Math.min(failed ?? Number.POSITIVE_INFINITY, (index + 1) * TILE_WIDTH)
      this.#findings.badLeaf('rewritten', from, 'events and stored leaf hashes were changed together', to)
    }
    for (const index of this.#leaves) if (index < size) this.#decideLeaf(source, index)
    if (source === 'events') this.#reportHigh()
    this.#leaves = this.#leaves.filter((index) => index >= size)
    this.#holes = this.#holes.filter((index) => index >= size)
    this.#blocks.clear()
    this.#high = []
  }

  #decideLeaf(source: Source, index: number): void {
    const block = Math.floor(index / TILE_WIDTH)
    const above = source === 'upper' ? this.#blocks.get(block) : undefined
    if (source === 'events' || above === 'events') {
      const what = `has a wrong hash for leaf ${index}; the event is as it was logged`
      this.#findings.tileAltered(tilePath(0, block), what)
    } else if (above === undefined) {
      this.#findings.badLeaf('altered', index, 'the event is not the one whose hash the log signed')
    }
  }

  /** The log has ended, and its last checkpoint, over `size` leaves, has decided all before it. */
  reportTiles(size: number): void {
    for (const [index] of this.#blocks) if ((index + 1) * TILE_WIDTH <= size) this.#blockAltered(index)
    this.#reportHigh()
  }

  /** Reports the leaves below `size` that no checkpoint will decide. */
  reportLeaves(size: number): void {
    const reason = 'its hash is not the stored one, and no checkpoint can tell which is true'
    for (const index of this.#leaves) if (index < size) this.#findings.badLeaf('altered', index, reason)
  }

  #blockAltered(index: number): void {
    const path = tilePath(1, Math.floor(index / TILE_WIDTH))
    this.#findings.tileAltered(path, `has a wrong hash for block ${index}`)
  }

  #reportHigh(): void {
    for (const path of this.#high) this.#findings.tileAltered(path, 'has a wrong hash')
  }
}
