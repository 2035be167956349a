/** A run of words that may be a name, for the caller to look up among the people it knows. */
export interface Candidate {
  start: number
  end: number
  words: string[]
}

const SLOTS = 512

/** Names met so far, so that "Maria" alone is known after "Maria Lopez". */
export class NameMemory {
  readonly #seen = new Int32Array(SLOTS)
  candidates: Candidate[] = []

  /** A newer name may take an older one's slot. */
  add(hash: number): void {
    this.#seen[hash & (SLOTS - 1)] = hash
  }

  has(hash: number): boolean {
    return this.#seen[hash & (SLOTS - 1)] === hash
  }
}
