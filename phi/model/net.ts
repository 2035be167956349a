/** Units of the hidden layer. */
export const HIDDEN = 32

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

/**
 * Scores classes by features that are present: each tells directly, and through a layer of units (rectified, one layer)
 * in which features that were seen often enough tell together. Costs a look-up and some forty additions a feature.
 */
export class Net {
  readonly #classes: number
  readonly #weights: NetWeights
  /** The place of a feature's weights in `hidden`; 0 for none. */
  readonly #rows: Uint16Array
  /** Sums of bytes: whole numbers are added faster than others. */
  readonly #units = new Int32Array(HIDDEN)
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
  }

  /** How much a feature tells a class directly. */
  direct(feature: number, of: number): number {
    return this.#weights.direct[feature * this.#classes + of]!
  }

  /** Logarithms of odds, up to a constant, of the first `count` features of `at`, into `scores`. */
  score(at: Int32Array, count: number): void {
    const { direct, directScale, hidden, hiddenScale, out, outScale } = this.#weights
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
      const first = (row - 1) * HIDDEN
      for (let h = 0; h < HIDDEN; h++) units[h]! += hidden[first + h]!
    }
    for (let c = 0; c < classes; c++) scores[c] = sums[c]! * directScale
    const scale = hiddenScale * outScale
    for (let h = 0; h < HIDDEN; h++) {
      const unit = units[h]!
      if (unit <= 0) continue
      for (let c = 0; c < classes; c++) scores[c]! += unit * out[h * classes + c]! * scale
    }
  }
}
