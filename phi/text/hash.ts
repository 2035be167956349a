import { base } from './chars.ts'

/** Words are compared by a 32-bit hash (FNV-1a) of their units without case and accents; one in 10^6 may collide. */
export const HASH_START = 0x811c9dc5 | 0
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ base[unit]!, 0x01000193)

export function hashWord(word: string): number {
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i))
  return hash
}

/** The state of a phrase after one more word. */
export const joinHash = (state: number, word: number): number =>
  Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ word

/** A map from 32-bit hashes to integers, in two flat arrays. */
export class HashTable {
  readonly #keys: Int32Array
  readonly #values: Int32Array
  readonly #mask: number

  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(capacity * 2.5))
    this.#keys = new Int32Array(size)
    this.#values = new Int32Array(size)
    this.#mask = size - 1
  }

  #slot(key: number): number {
    let at = (key ^ (key >>> 13)) & this.#mask
    while (this.#values[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask
    return at
  }

  /** 0 where nothing is kept. */
  get(key: number): number {
    return this.#values[this.#slot(key)]!
  }

  /** Keeps a value other than 0. */
  set(key: number, value: number): void {
    const at = this.#slot(key)
    this.#keys[at] = key
    this.#values[at] = value
  }
}
