/** A run of words that may be a name, for the caller to look up among the people it knows. */
export interface Candidate {
  from: number
  to: number
  words: string[]
}

/** Names met so far, so that "Maria" alone is known after "Maria Lopez". */
export class NameMemory {
  readonly #seen = new Map<number, number>()
  candidates: Candidate[] = []

  add(hash: number): void {
    this.#seen.delete(hash)
    this.#seen.set(hash, 1)
    if (this.#seen.size > 200) this.#seen.delete(this.#seen.keys().next().value!)
  }

  has(hash: number): boolean {
    return this.#seen.has(hash)
  }
}
