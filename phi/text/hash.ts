import { base } from './chars.ts'

/** Words are compared by a 32-bit hash (FNV-1a) of their units without case and accents; one in 10^6 may collide. */
export const HASH_START = 0x811c9dc5 | 0
export const FNV_PRIME = 0x01000193
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ base[unit]!, FNV_PRIME)

export function hashWord(word: string): number {
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = hashUnit(hash, word.charCodeAt(i))
  return hash
}

/** The state of a phrase after one more word. */
export const joinHash = (state: number, word: number): number =>
  Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) ^ word

/** A map from 32-bit hashes to integers: each key beside its value in one flat array, at most half full. */
export class HashTable {
  #slots: Int32Array
  #mask: number
  #size = 0

  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(capacity * 2.5))
    this.#slots = new Int32Array(size * 2)
    this.#mask = size - 1
  }

  /** Where the value of a key stands, or would. */
  #place(key: number): number {
    const slots = this.#slots
    const mask = this.#mask
    let at = (key ^ (key >>> 13)) & mask
    while (slots[at * 2 + 1] !== 0 && slots[at * 2] !== key) at = (at + 1) & mask
    return at * 2 + 1
  }

  /** Key, value, key, value, ...: for the one loop that can't afford a call. Its place is `slotOf(key, mask)`. */
  get slots(): Int32Array {
    return this.#slots
  }

  get mask(): number {
    return this.#mask
  }

  /** 0 where nothing is kept. */
  get(key: number): number {
    const slots = this.#slots
    const mask = this.#mask
    let at = (key ^ (key >>> 13)) & mask
    for (;;) {
      const value = slots[at * 2 + 1]!
      if (value === 0 || slots[at * 2] === key) return value
      at = (at + 1) & mask
    }
  }

  /** Keeps a value other than 0. */
  set(key: number, value: number): void {
    const at = this.#place(key)
    if (this.#slots[at] === 0 && ++this.#size * 2 > this.#mask) {
      this.#grow()
      this.#size++
      this.#put(key, value)
    } else {
      this.#slots[at - 1] = key
      this.#slots[at] = value
    }
  }

  #put(key: number, value: number): void {
    const at = this.#place(key)
    this.#slots[at - 1] = key
    this.#slots[at] = value
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    this.#mask = this.#mask * 2 + 1
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) this.#put(old[at]!, old[at + 1]!)
    this.#size--
  }
}
