/** Units of the hidden layer. */
export const HIDDEN = 32
/** The most that a weight of the hidden layer may be, so that sums of 512 of them are of 16 bits. */
export const MOST_HIDDEN = 63
const PAIRS = HIDDEN / 2

/** A net as it is kept: each number a byte, times the scale of its part. */
export interface NetWeights {
  /** For each feature a weight for each class. */
  direct: Int8Array
  directScale: number
  /** A bit for each feature: whether it reaches the hidden layer. */
  reaches: Uint8Array
  /** For each feature that does, in order, a weight for each hidden unit. */
  hidden: Int8Array
  hiddenScale: number
  /** For each hidden unit a weight for each class. */
  out: Int8Array
  outScale: number
}

/** The same as a module of weights holds it: bytes in base64. */
export interface KeptNet {
  DIRECT: string
  DIRECT_SCALE: number
  REACHES: string
  HIDDEN: string
  HIDDEN_SCALE: number
  OUT: string
  OUT_SCALE: number
}

/** In a plain loop: every process that reads files waits for it. */
function bytes(base64: string): Int8Array {
  const text = atob(base64)
  const all = new Int8Array(text.length)
  for (let at = 0; at < text.length; at++) all[at] = text.charCodeAt(at)
  return all
}

/** Opens a net as it is kept. */
export const netOf = (kept: KeptNet): NetWeights => ({
  direct: bytes(kept.DIRECT),
  directScale: kept.DIRECT_SCALE,
  reaches: Uint8Array.from(bytes(kept.REACHES)),
  hidden: bytes(kept.HIDDEN),
  hiddenScale: kept.HIDDEN_SCALE,
  out: bytes(kept.OUT),
  outScale: kept.OUT_SCALE,
})

/**
 * Scores classes by features that are present: each tells directly, and through a layer of units (rectified, one layer)
 * in which features that were seen often enough tell together. Costs a look-up and some forty additions a feature.
 */
export class Net {
  readonly #classes: number
  readonly #weights: NetWeights
  /** The place of a feature's weights in `hidden`; 0 for none. */
  readonly #rows: Uint16Array
  /** The weights of the hidden layer, two in one number, so that one addition adds both. */
  readonly #pairs: Int32Array
  /** Sums of pairs. */
  readonly #units = new Int32Array(PAIRS)
  readonly #sums: Int32Array
  /** Of each class, after `score`. */
  readonly scores: Float64Array

  constructor(classes: number, weights: NetWeights) {
    this.#classes = classes
    this.#weights = weights
    this.scores = new Float64Array(classes)
    this.#sums = new Int32Array(classes)
    this.#rows = new Uint16Array(weights.direct.length / classes)
    let row = 0
    for (let f = 0; f < this.#rows.length; f++)
      if (((weights.reaches[f >> 3]! >> (f & 7)) & 1) !== 0) this.#rows[f] = ++row
    const { hidden } = weights
    this.#pairs = new Int32Array(hidden.length / 2)
    for (let p = 0; p < this.#pairs.length; p++) this.#pairs[p] = hidden[2 * p]! + (hidden[2 * p + 1]! << 16)
  }

  /** How much a feature tells a class directly. */
  direct(feature: number, of: number): number {
    return this.#weights.direct[feature * this.#classes + of]!
  }

  /** Logarithms of odds, up to a constant, of the first `count` features of `at`, into `scores`. */
  score(at: Int32Array, count: number): void {
    const { direct, directScale, hiddenScale, out, outScale } = this.#weights
    const pairs = this.#pairs
    const units = this.#units
    const sums = this.#sums
    const scores = this.scores
    const classes = this.#classes
    const rows = this.#rows
    units.fill(0)
    sums.fill(0)
    for (let k = 0; k < count; k++) {
      const feature = at[k]!
      const from = feature * classes
      for (let c = 0; c < classes; c++) sums[c]! += direct[from + c]!
      const row = rows[feature]!
      if (row === 0) continue
      const first = (row - 1) * PAIRS
      for (let p = 0; p < PAIRS; p++) units[p]! += pairs[first + p]!
    }
    for (let c = 0; c < classes; c++) scores[c] = sums[c]! * directScale
    const scale = hiddenScale * outScale
    for (let h = 0; h < HIDDEN; h++) {
      const pair = units[h >> 1]!
      const even = (pair << 16) >> 16
      const unit = (h & 1) === 0 ? even : (pair - even) >> 16
      if (unit <= 0) continue
      for (let c = 0; c < classes; c++) scores[c]! += unit * out[h * classes + c]! * scale
    }
  }
}
