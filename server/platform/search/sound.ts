import { doubleMetaphone } from 'double-metaphone'
import { distance } from './normalize.ts'

/** A code of one letter says too little: `Lee`, `Lou` and `Leah` share it. */
const SHORTEST = 2

/**
 * How a word sounds: one or two codes of Lawrence Philips' Double Metaphone (Smith: `SM0`, `XMT`). None for words
 * that are not of Latin letters, and for very short ones.
 */
export function soundKeys(word: string): string[] {
  if (!/^[a-z]{2,}$/.test(word)) return []
  const [first, second] = doubleMetaphone(word)
  // The Spanish reading of J would make Jon sound like Ann.
  const codes = first.startsWith('J') && second.startsWith('A') ? [first] : [first, second]
  return [...new Set(codes)].filter((c) => c.length >= SHORTEST)
}

/** The word with all its vowels alike, runs of them as one: `meier` and `mayr` are both `mar`. */
const skeleton = (word: string) => word.replace(/[aeiouy]+/g, 'a')

/**
 * Whether two words share a code and are not far apart in writing, or only in their vowels: `meyer` and `maier`, but
 * not `meyer` and `mary`.
 */
export function soundsAlike(a: string, b: string): boolean {
  const most = Math.round(Math.max(a.length, b.length) * 0.4)
  if (distance(a, b, most) > most && skeleton(a) !== skeleton(b)) return false
  const codes = soundKeys(a)
  return soundKeys(b).some((c) => codes.includes(c))
}
