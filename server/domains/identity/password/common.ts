import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isListed } from './listed.ts'
import { bare, small, unleet } from './plain.ts'

/** Words that the best-known passwords are made of, one a line. */
const WORDS = new Set(
  readFileSync(join(import.meta.dirname, 'common-words.txt'), 'utf8')
    .split(/\s+/)
    .filter(Boolean),
)
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgb',
]
/** What people put before and after a word is short: more of it, and the word is no longer the password. */
const MOST_AROUND = 8

/** A run along the keyboard or the alphabet, forwards or backwards. */
function isRun(text: string): boolean {
  const back = [...text].reverse().join('')
  return text.length >= 4 && ROWS.some((row) => (row + row).includes(text) || (row + row).includes(back))
}

/**
 * Whether the text is a well-known password, or made of common words, runs and repetitions: `Password2026!`,
 * `Tr0ub4dor99`, `qwerty123456`, `summersummer`. NIST SP 800-63B, section 3.1.1.2, asks for such a list.
 */
export function isCommon(password: string): boolean {
  const text = small(password)
  if (new Set(text).size <= 3) return true
  // What people put before and after: digits, years, punctuation.
  const core = text.replace(/^[^\p{L}@$]+/u, '').replace(/[^\p{L}]+$/u, '')
  const around = text.length - core.length
  const listed = [text, bare(text), unleet(text)]
  if (core.length >= 4 && around <= MOST_AROUND)
    listed.push(core, bare(core), unleet(core), bare(unleet(core)))
  if (listed.some(isListed) || listed.some(repeatsListed)) return true
  const made = new Set([text, core, unleet(core), unleet(text).replace(/[^a-z]/g, '')])
  return [...made].some((c) => c === '' || madeOfCommon(c)) || isRun(text)
}

/** `dragon1dragon1`: a listed password written several times. */
function repeatsListed(text: string): boolean {
  for (const times of [2, 3, 4]) {
    const part = text.slice(0, text.length / times)
    if (part.length * times === text.length && part.repeat(times) === text && isListed(part)) return true
  }
  return false
}

function madeOfCommon(text: string): boolean {
  // reach[i]: the first i letters are common words.
  const reach = new Array<boolean>(text.length + 1).fill(false)
  reach[0] = true
  for (let i = 0; i < text.length; i++) {
    if (!reach[i]) continue
    for (let j = i + 3; j <= text.length; j++) {
      const part = text.slice(i, j)
      if (WORDS.has(part) || isRun(part)) reach[j] = true
    }
  }
  // Four words in a row make a passphrase, not a common password.
  return reach[text.length]! && text.length < 20
}
