import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

export { nameWords } from './words.ts'

export const digits = (text: string): string => text.replace(/\D+/g, '')

/** National numbers are compared by their last ten digits, so that `+1 555 907 9875` finds `(555) 907-9875`. */
export const phoneKey = (text: string): string => digits(text).slice(-10)

/** All digits that a number may be asked by: its last ten, and, of one from abroad, its national part. */
export function phoneKeys(text: string): string[] {
  const keys = [phoneKey(text)]
  if (/^\+(?!1)/.test(text)) {
    const national = parsePhoneNumberFromString(text)?.nationalNumber
    if (national) keys.push(national)
  }
  return [...new Set(keys)].filter(Boolean)
}

/** What a typed number may be one of: as written, and without the trunk prefix of national writing (`030 ...`). */
export const askedPhoneKeys = (text: string): string[] => [
  ...new Set(
    [phoneKey(text), digits(text).replace(/^0+/, '').slice(-10)].filter((k) => k.length >= PHONE_TAIL),
  ),
]

/** A number without its area: the last seven digits. */
export const PHONE_TAIL = 7
export const phoneTail = (text: string): string => digits(text.replace(/;ext=.*$/i, '')).slice(-PHONE_TAIL)

export const emailKey = (text: string): string => text.trim().toLowerCase()

/** Identifiers such as an MRN: letters and digits only, upper case. */
export const identifierKey = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** All strings with one letter left out: two words within one edit of each other share one of these (or the word). */
export function deletions(word: string): string[] {
  const out = new Set<string>([word])
  for (let i = 0; i < word.length; i++) out.add(word.slice(0, i) + word.slice(i + 1))
  return [...out]
}

/** Optimal string alignment distance, given up beyond `most`. */
export function distance(a: string, b: string, most = 2): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? before[j - 2]! + 1
          : Number.POSITIVE_INFINITY
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swap)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
