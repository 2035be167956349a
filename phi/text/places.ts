/** Where something stands, in rising order, and how often within a range. */
export class Places {
  count = 0
  readonly #at: Int32Array

  constructor(capacity: number) {
    this.#at = new Int32Array(capacity)
  }

  add(place: number): void {
    this.#at[this.count++] = place
  }

  /** How many lie in `[from, to)`. */
  within(from: number, to: number): number {
    return this.count === 0 ? 0 : this.#below(to) - this.#below(from)
  }

  #below(place: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#at[middle]! < place) low = middle + 1
      else high = middle
    }
    return low
  }
}
