import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Leaked passwords, sorted by their bytes, one a line; made by scripts/common-passwords.ts, which names the source. */
const LIST = readFileSync(join(import.meta.dirname, 'common-passwords.txt'))
const NEWLINE = 10

/**
 * Whether the text, in small letters, is on the list. A binary search over the file's bytes as they lie: no second
 * copy of the list in memory, and about sixteen comparisons.
 */
export function isListed(text: string): boolean {
  const wanted = Buffer.from(text)
  let from = 0
  let to = LIST.length
  while (from < to) {
    const middle = (from + to) >> 1
    const start = middle === 0 ? 0 : LIST.lastIndexOf(NEWLINE, middle - 1) + 1
    const end = LIST.indexOf(NEWLINE, middle)
    const order = wanted.compare(LIST, start, end)
    if (order === 0) return true
    if (order < 0) to = start
    else from = end + 1
  }
  return false
}
