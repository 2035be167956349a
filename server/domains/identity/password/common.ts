import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words that the best-known passwords are made of, one a line. */
const WORDS = new Set(
  readFileSync(join(import.meta.dirname, 'common-words.txt'), 'utf8')
    .split(/\s+/)
    .filter(Boolean),
)
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgb',
]

const plain = (text: string) => text.toLowerCase().replace(/[013457 8@$!]/g, (c) => LEET[c] ?? '')

/** A run along the keyboard or the alphabet, forwards or backwards. */
function isRun(text: string): boolean {
  const back = [...text].reverse().join('')
  return text.length >= 4 && ROWS.some((row) => (row + row).includes(text) || (row + row).includes(back))
}

/** Whether the whole text is made of common words, runs and repetitions: `Password2026!`, `qwerty123456`, `summersummer`. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size <= 3) return true
  // What people put before and after: digits, years, punctuation.
  const core = lower.replace(/^[^a-z@$]+/, '').replace(/[^a-z]+$/, '')
  const candidates = new Set([lower, core, plain(core), plain(lower).replace(/[^a-z]/g, '')])
  return [...candidates].some((c) => c === '' || madeOfCommon(c)) || isRun(lower)
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
