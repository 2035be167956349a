import { HASH_SIZE } from '../hash.ts'
import { decodeBase64 } from '../note-keys.ts'
import { growSubtree, SUBTREE_BYTES, TILE_BYTES, TILE_WIDTH } from '../subtree.ts'

/** What is wrong with one leaf, or a line where a leaf should be, as its block alone shows. */
export type LeafFault = { index: number; code: 'missing' | 'out-of-order' | 'extra' | 'no-time' }

/**
 * What a scanner found in one block: up to 256 leaves and the stored tile of their hashes. Each has two views of
 * the leaf hashes: `events`, from the events themselves, and `stored`, from the tile. Where one has no hash,
 * the other's stands in, and where both have none, zeros.
 */
export type Block = {
  /** Number of the block: its first leaf is `index * 256`. */
  index: number
  /** How many leaf places it fills, counted from its first: up to the last event or stored hash. */
  span: number
  /** How many events were read, the index of the first, and the index after the last, in their places. */
  count: number
  first: number
  last: number
  /** The subtree over `events`, laid out as in subtree.ts. */
  events: Uint8Array
  /** The subtree over `stored`, where it differs. */
  stored?: Uint8Array
  /** Indexes of the leaves whose event and stored hash are both there, and differ. */
  differing: number[]
  /** First index that has an event but no stored hash. */
  unstored?: number
  /** Times of the events in ms; NaN where there is none. */
  times: Float64Array
  faults: LeafFault[]
  /** The stored tile is not a whole number of hashes, or too long. */
  badTile?: true
  /** Indexes with neither an event nor a stored hash: no root over them can be computed. */
  holes: number[]
}

/** Gathers the lines of one block. */
export class BlockBuilder {
  readonly base: number
  /** Index of the next leaf. */
  next: number
  /** Hashes of the events read, each at its place; a scanner writes them here. */
  readonly nodes: Buffer
  readonly times = new Float64Array(TILE_WIDTH).fill(Number.NaN)
  readonly #index: number
  /** The stored tile, as the base64 text in the export. */
  readonly #tile: string
  readonly #present = new Uint8Array(TILE_WIDTH)
  readonly #faults: LeafFault[] = []
  #count = 0
  #first: number | undefined
  #end = 0

  constructor(index: number, tile: string) {
    this.#index = index
    this.base = index * TILE_WIDTH
    this.next = this.base
    this.#tile = tile
    this.nodes = Buffer.from(new ArrayBuffer(SUBTREE_BYTES))
  }

  fault(code: LeafFault['code'], index: number): void {
    if (this.#faults.length < TILE_WIDTH) this.#faults.push({ code, index })
  }

  /**
   * Takes the next leaf: returns the place among the block's hashes to write its hash to, or -1 when the leaf
   * does not belong here and must be left out.
   */
  take(): number {
    const at = this.next - this.base
    this.next++
    this.#count++
    this.#first ??= this.next - 1
    if (at < 0 || at >= TILE_WIDTH) {
      this.fault('extra', this.next - 1)
      return -1
    }
    if (at < this.#end) {
      this.fault('out-of-order', this.next - 1)
      return -1
    }
    this.#present[at] = 1
    this.#end = at + 1
    return at
  }

  /** Compares events with the stored tile and computes the subtrees. */
  finish(): Block {
    const span = this.#end
    const block: Block = {
      index: this.#index,
      span,
      count: this.#count,
      first: this.#first ?? this.base,
      last: this.base + this.#end,
      events: this.nodes,
      differing: [],
      holes: [],
      times: this.times,
      faults: this.#faults,
    }
    // Mostly the tile is what the events hash to, and comparing the text is cheaper than decoding it.
    const whole = !this.#present.subarray(0, this.#end).includes(0)
    if (!whole || this.nodes.toString('base64', 0, this.#end * HASH_SIZE) !== this.#tile) this.#compare(block)
    growSubtree(this.nodes, block.span)
    return block
  }

  #compare(block: Block): void {
    let tile = decodeBase64(this.#tile)
    if (!tile || tile.length % HASH_SIZE !== 0 || tile.length > TILE_BYTES) {
      block.badTile = true
      tile = Buffer.alloc(0)
    }
    const width = tile.length / HASH_SIZE
    block.span = Math.max(width, this.#end)
    const stored = Buffer.alloc(SUBTREE_BYTES)
    for (let i = 0; i < block.span; i++) {
      const [from, to] = [i * HASH_SIZE, (i + 1) * HASH_SIZE]
      if (!this.#present[i]) {
        this.fault('missing', this.base + i)
        if (i < width) tile.copy(this.nodes, from, from, to)
        else {
          this.nodes.fill(0, from, to)
          block.holes.push(this.base + i)
        }
      }
      if (i >= width) {
        this.nodes.copy(stored, from, from, to)
        if (this.#present[i]) block.unstored ??= this.base + i
        continue
      }
      tile.copy(stored, from, from, to)
      if (stored.compare(this.nodes, from, to, from, to) !== 0) block.differing.push(this.base + i)
    }
    if (block.differing.length === 0) return
    growSubtree(stored, block.span)
    block.stored = stored
  }
}
