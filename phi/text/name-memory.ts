const SLOTS = 512

/** Names met so far, so that "Maria" alone is known after "Maria Lopez". */
export class NameMemory {
  readonly #seen = new Int32Array(SLOTS)

  /** A newer name may take an older one's slot. */
  add(hash: number): void {
    this.#seen[hash & (SLOTS - 1)] = hash
  }

  has(hash: number): boolean {
    return this.#seen[hash & (SLOTS - 1)] === hash
  }
}
