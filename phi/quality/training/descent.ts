/** How weights are changed: by how much, how soon they go back to 0, and what their first slopes are divided by. */
export interface Pace {
  rate: number
  decay: number
  /** What the sum of squared slopes begins with. */
  squares: number
}

/** Weights that are changed by their slopes, by less the more they have been changed (AdaGrad). */
export class Weights {
  readonly at: Float64Array
  readonly #squares: Float64Array
  readonly #rate: number
  readonly #decay: number

  constructor(at: Float64Array, { rate, decay, squares }: Pace) {
    this.at = at
    this.#squares = new Float64Array(at.length).fill(squares)
    this.#rate = rate
    this.#decay = decay
  }

  change(k: number, slope: number): void {
    const by = slope + this.#decay * this.at[k]!
    this.#squares[k]! += by * by
    this.at[k]! -= (this.#rate * by) / Math.sqrt(this.#squares[k]!)
  }
}

/** Visits all samples `epochs` times, each time in another order. */
export function inChangingOrder<T>(
  samples: readonly T[],
  epochs: number,
  next: () => number,
  visit: (sample: T) => void,
): void {
  const order = samples.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) visit(samples[i]!)
  }
}
