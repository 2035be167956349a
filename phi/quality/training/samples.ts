import { CLASSES, type Class } from '../../model/classes.ts'
import { Features } from '../../model/features.ts'
import { readOpinion } from '../../model/judge.ts'
import { eachJudged } from '../../model/judged.ts'
import { Scanner } from '../../scanner.ts'
import type { HashTable } from '../../text/hash.ts'
import type { Page } from '../../text/page.ts'
import { WORD } from '../../text/tokens.ts'
import type { Item } from '../items.ts'

export interface Sample {
  features: Int32Array
  /** Its class, by the place in `CLASSES`. */
  is: number
  weight: number
}

/** Shows each page of a text as the rules leave it. */
function eachPage(text: string, see: (page: Page) => void): void {
  const scanner = new Scanner({}, { numbers: see })
  scanner.scan(text, 0, 0, text.length)
  scanner.release()
}

/** The numbers of labelled texts, with their features; with what rules made of them where that tells (`rules`). */
export function samplesOf(
  items: readonly Item[],
  words: HashTable,
  weight: number,
  rules: boolean,
): Sample[] {
  const samples: Sample[] = []
  const features = new Features(words)
  for (const item of items) {
    eachPage(item.text, (page) => {
      features.begin()
      eachJudged(page, true, (first, id, opinion) => {
        const [from, to] = [page.tokens.start[first]!, page.tokens.end[id.end - 1]!]
        const label = item.labels.find((l) => l.start < to && from < l.end)
        const is = label ? CLASSES.indexOf(label.kind as Class) : 0
        if (label?.optional || is < 0) return true
        features.read(page, first, id)
        if (rules) readOpinion(features, page, first, opinion)
        features.judged(first, is)
        samples.push({ features: features.at.slice(0, features.count), is, weight })
        return true
      })
    })
  }
  return samples
}

/** Letters at the front of a number: "auth7719". */
function lettersOf(text: string): string {
  let end = 0
  while (end < text.length && text[end]! >= 'a' && text[end]! <= 'z') end++
  return text.slice(0, end)
}

const BEFORE = 16
const AFTER = 10

/** How often each word stands near a number. */
export function countWords(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    eachPage(item.text, (page) => {
      const { count, type, start, end } = page.tokens
      eachJudged(page, true, (first, id) => {
        for (let k = Math.max(0, first - BEFORE); k < Math.min(count, id.end + AFTER); k++) {
          if (k > first && k < id.end) continue
          if (k !== first && type[k] !== WORD) continue
          const text = page.slice(start[k]!, end[k]!).toLowerCase()
          const word = k === first ? lettersOf(text) : text
          if (word === '') continue
          counts.set(word, (counts.get(word) ?? 0) + 1)
        }
        return true
      })
    })
  }
  return counts
}
