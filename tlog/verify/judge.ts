import { equalBytes, HASH_SIZE } from '../hash.ts'
import { SUBTREE_BYTES, TILE_HEIGHT, TILE_WIDTH } from '../subtree.ts'
import { tilePath } from '../tiles.ts'
import { Frontier } from '../tree.ts'
import type { Block } from './block.ts'
import { reportFaults } from './faults.ts'
import type { Findings } from './findings.ts'
import { TimeWindow, type Tolerance } from './times.ts'
import { type Source, Undecided } from './undecided.ts'
import { blockRoot, closeBlock, rootAt, sameLeaves, spliceNodes, type View } from './view.ts'

/** A checkpoint with a good signature. `number` counts from 0 in the order of the file; -1 is the auditor's own. */
export type SignedHead = { number: number; size: number; root: Uint8Array; time: number }

export type JudgeOptions = {
  findings: Findings
  tolerance: Tolerance
  /** Stored hash number `index` of tile level `level`, 1 and up. */
  upper: (level: number, index: number) => Uint8Array | undefined
}

/** Stands for the root of a block that can't be computed. */
const NOTHING = Buffer.alloc(HASH_SIZE)
/** A gap of more blocks than this is no damage but a forged file, and walking through it would take too long. */
const MAX_GAP = 1_000_000

const named = ({ number, size }: SignedHead) =>
  number < 0 ? `the trusted checkpoint (size ${size})` : `checkpoint ${number} (size ${size})`

/**
 * Decides who lies. Fed with blocks in order, and with checkpoints in order between them, it follows up to three
 * views of the tree: from the events, from the stored leaf hashes, and from the stored hashes one level up.
 * Where they differ, the next checkpoint's root is that of the true one.
 */
export class Judge {
  readonly #findings: Findings
  readonly #times: TimeWindow
  readonly #upperHash: JudgeOptions['upper']

  readonly #events: View = { frontier: new Frontier(), nodes: Buffer.alloc(SUBTREE_BYTES) }
  #stored: View | undefined
  #upper: View | undefined
  #block: Block | undefined
  /** Index after the last leaf place that was fed. */
  #end = 0

  /** Every leaf below is accounted for by a good checkpoint. */
  #proven = 0

  readonly #undecided: Undecided
  /** The first checkpoint since the last good one that fitted nothing, and the auditor's own if it was one. */
  #failed: SignedHead | undefined
  #failedTrusted: SignedHead | undefined

  #eventsEnd = 0
  #truncated = false

  constructor({ findings, tolerance, upper }: JudgeOptions) {
    this.#findings = findings
    this.#times = new TimeWindow(findings, tolerance)
    this.#undecided = new Undecided(findings)
    this.#upperHash = upper
  }

  /** Index after the last leaf place that was fed. */
  get end(): number {
    return this.#end
  }

  /** Says which checkpoint comes next, so that leaves up to it can be held against its time; none: there is none. */
  begin(next: SignedHead | undefined): void {
    this.#times.begin(next)
  }

  /** Feeds the next block. */
  add(block: Block): void {
    const base = block.index * TILE_WIDTH
    const expected = this.#block ? this.#block.index + 1 : 0
    if (block.index < expected) {
      if (block.count > 0)
        this.#findings.badLeaf('out-of-order', block.first, `block ${block.index} comes again or too late`)
      else this.#findings.once('malformed', `block ${block.index} comes again or too late`)
      return
    }
    if (block.index - expected > MAX_GAP) {
      this.#findings.once('malformed', `block ${block.index} is far beyond the end of the log`)
      return
    }
    this.#closeBlock()
    if (block.index > expected) this.#skipTo(expected, block.index)
    this.#block = block
    this.#end = base + block.span
    if (block.count > 0) this.#eventsEnd = block.last
    this.#events.nodes = asBuffer(block.events)
    const stored = block.stored && asBuffer(block.stored)
    if (stored && !this.#stored) this.#stored = { frontier: this.#events.frontier.clone(), nodes: stored }
    if (this.#stored) this.#stored.nodes = stored ?? this.#events.nodes
    if (this.#upper) this.#upper.nodes = stored ?? this.#events.nodes
    this.#undecided.addLeaves(block)
    reportFaults(block, this.#findings)
    this.#times.add(block)
  }

  /** Holds a checkpoint against what was fed. */
  conclude(head: SignedHead): void {
    if (head.size > this.#end) {
      const reason = `${named(head)} covers it, but the export ends after ${this.#end} leaves`
      if (!this.#truncated) this.#findings.badLeaf('missing', this.#end, reason, head.size)
      this.#truncated = true
      return
    }
    const views: [Source, View | undefined][] = [
      ['events', this.#events],
      ['stored', this.#stored],
      ['upper', this.#upper],
    ]
    for (const [source, view] of views) {
      const root = view && rootAt(view, head.size)
      if (root && equalBytes(root, head.root)) {
        this.#accept(source, view, head)
        return
      }
    }
    this.#failed ??= head
    if (head.number < 0) this.#failedTrusted = head
  }

  /** Decides what no checkpoint could decide. `size` is that of the newest checkpoint. */
  finish(size: number): void {
    if (this.#block?.span === TILE_WIDTH) this.#closeBlock()
    const failed = this.#failed
    if (failed && !this.#undecided.hasHole(failed.size)) {
      const reason = `the root of ${named(failed)} is not that of the events, nor of the stored tiles`
      this.#findings.badLeaf('rewritten', this.#proven, reason, failed.size)
    } else {
      this.#undecided.reportLeaves(size)
      this.#reportUnproven(failed ? failed.size : this.#truncated ? this.#end : this.#proven)
    }
    if (this.#eventsEnd > size)
      this.#findings.badLeaf('uncovered', size, `no checkpoint covers it: the newest is over ${size} leaves`)
    if (!failed) this.#undecided.reportTiles(this.#proven)
  }

  #reportUnproven(to: number): void {
    if (to <= this.#proven) return
    const text = `leaves ${this.#proven} to ${to - 1} can't be proven: their checkpoint covers missing leaves too`
    this.#findings.problem({ code: 'unproven', text, leaf: this.#proven, to })
  }

  /** Makes the current block part of every view's frontier. */
  #closeBlock(): void {
    const block = this.#block
    if (!block) return
    if (block.span < TILE_WIDTH) {
      const [from, to] = [this.#end, (block.index + 1) * TILE_WIDTH]
      this.#findings.badLeaf('missing', from, 'neither an event nor a stored hash, but leaves follow', to)
      this.#undecided.addHole(from)
      this.#close(block.index, NOTHING, NOTHING, true)
    } else {
      const root = blockRoot(this.#events)
      this.#close(block.index, root, this.#stored ? blockRoot(this.#stored) : root, block.holes.length > 0)
    }
  }

  #skipTo(from: number, to: number): void {
    const [first, end] = [from * TILE_WIDTH, to * TILE_WIDTH]
    this.#findings.badLeaf('missing', first, 'neither an event nor a stored hash, but leaves follow', end)
    this.#undecided.addHole(first)
    for (let index = from; index < to; index++) this.#close(index, NOTHING, NOTHING, true)
  }

  #close(index: number, events: Uint8Array, stored: Uint8Array, hole: boolean): void {
    const above = this.#upperHash(1, index)
    if (!above) this.#findings.once('tile-missing', `no stored tile of level 1 has a hash for block ${index}`)
    if (above && !equalBytes(above, stored)) {
      this.#undecided.addBlock(index, hole ? 'hole' : equalBytes(above, events) ? 'events' : 'none')
      const below = this.#stored ?? this.#events
      this.#upper ??= { frontier: below.frontier.clone(), nodes: below.nodes }
    }
    closeBlock(this.#events, events, (level, hash) => this.#checkHigh(level, index, hash))
    if (this.#stored) closeBlock(this.#stored, stored)
    if (this.#upper) closeBlock(this.#upper, above ?? stored)
  }

  /** Holds a node that block `index` has completed against the stored hash of its level, 2 and up. */
  #checkHigh(level: number, index: number, hash: Uint8Array): void {
    if (level % TILE_HEIGHT !== 0) return
    const tileLevel = level / TILE_HEIGHT
    const at = (index + 1) / TILE_WIDTH ** (tileLevel - 1) - 1
    const stored = this.#upperHash(tileLevel, at)
    const path = tilePath(tileLevel, Math.floor(at / TILE_WIDTH))
    if (!stored) this.#findings.once('tile-missing', `${path} is not stored`)
    else if (!equalBytes(stored, hash)) this.#undecided.addHigh(path)
  }

  /** A checkpoint has proven this view: what the others said differently is false. */
  #accept(source: Source, view: View, head: SignedHead): void {
    if (this.#failedTrusted) {
      const { size } = this.#failedTrusted
      this.#findings.problem({
        code: 'trusted-checkpoint',
        text: 'the log was rewritten since the trusted checkpoint',
      })
      this.#findings.badLeaf('rewritten', 0, 'its log is not the one that the trusted checkpoint saw', size)
    } else if (this.#failed && source !== 'upper') {
      const text = `the root of ${named(this.#failed)} is not that of the log that a later checkpoint proves`
      this.#findings.problem({ code: 'checkpoint-root', text, checkpoint: this.#failed.number })
    }
    this.#undecided.decide(source, head.size, this.#proven, this.#failed?.size)
    this.#resync(view, head.size)
    this.#failed = undefined
    this.#failedTrusted = undefined
    this.#proven = head.size
  }

  /** Lets every view go on from what is proven, and drops those that no longer differ. */
  #resync(proven: View, size: number): void {
    if (!this.#stored && !this.#upper) return
    const { frontier, nodes } = proven
    const width = size - frontier.size
    const span = this.#block?.span ?? 0
    const stored = spliceNodes(nodes, (this.#stored ?? this.#events).nodes, width, span)
    const events = spliceNodes(nodes, this.#events.nodes, width, span)
    this.#events.frontier = frontier.clone()
    this.#events.nodes = events
    this.#stored = sameLeaves(stored, events, span)
      ? undefined
      : { frontier: frontier.clone(), nodes: stored }
    this.#upper = undefined
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
