import { DraftFeatures, reasonOf } from '../../model/draft-features.ts'
import { GROUPS, groupOf } from '../../model/draft-judge.ts'
import type { NumberJudge } from '../../model/judge.ts'
import { Scanner } from '../../scanner.ts'
import { HashTable, hashWord } from '../../text/hash.ts'
import type { Draft, Page } from '../../text/page.ts'
import { WORD } from '../../text/tokens.ts'
import type { Item } from '../items.ts'
import { sameGroup } from '../measure.ts'

export interface DraftSample {
  group: number
  features: Int32Array
  /** 1 where somebody in care is meant. */
  is: 0 | 1
  weight: number
}

/** Shows each page of a text with the findings that are about to be judged. */
function eachPage(
  text: string,
  drafts: (page: Page, drafts: readonly Draft[]) => void,
  numberJudge?: NumberJudge,
): void {
  const scanner = new Scanner({}, { drafts, ...(numberJudge && { numberJudge }) })
  scanner.scan(text, 0, 0, text.length)
  scanner.release()
}

/** The words and the reasons that samples are told by. */
export interface Vocabulary {
  words: readonly string[]
  reasons: readonly string[]
}

export function featuresOf({ words, reasons }: Vocabulary): DraftFeatures {
  const table = new HashTable(words.length + 1)
  for (const [i, word] of words.entries()) table.set(hashWord(word), i + 1)
  return new DraftFeatures(table, words.length, new Map(reasons.map((reason, i) => [reason, i + 1])))
}

/** Findings of labelled texts; of texts that rules were tuned on, without what the rules made of them. */
export function draftSamples(
  items: readonly Item[],
  features: DraftFeatures,
  { weight, rules, numberJudge }: { weight: number; rules: boolean; numberJudge: NumberJudge },
): DraftSample[] {
  const samples: DraftSample[] = []
  for (const item of items)
    eachPage(
      item.text,
      (page, drafts) => {
        features.beginPage(page, drafts)
        for (const [k, draft] of drafts.entries()) {
          const group = groupOf(draft.kind)
          if (group === undefined) continue
          const from = page.window.startOf(draft.start)
          const to = page.window.endOf(draft.end - 1)
          const labels = item.labels.filter((l) => l.start < to && from < l.end)
          const hits = labels.filter((l) => sameGroup(l.kind, draft.kind))
          if (hits.length > 0 && hits.every((l) => l.optional)) continue
          features.readDraft(page, drafts, k, rules)
          const read = features.at.slice(0, features.count)
          samples.push({ group, features: read, is: hits.length > 0 ? 1 : 0, weight })
        }
      },
      numberJudge,
    )
  return samples
}

const BEFORE = 16
const AFTER = 10

/** How often each word stands near findings, and each reason of a rule. */
export function countAround(items: readonly Item[]): {
  words: Map<string, number>
  reasons: Map<string, number>
} {
  const words = new Map<string, number>()
  const reasons = new Map<string, number>()
  for (const item of items)
    eachPage(item.text, (page, drafts) => {
      const { count, type, start, end } = page.tokens
      for (const draft of drafts) {
        if (groupOf(draft.kind) === undefined) continue
        const reason = reasonOf(draft.reason)
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        const first = page.tokenAt(draft.start)
        const last = page.tokenAt(draft.end - 1)
        for (let k = Math.max(0, first - BEFORE); k < Math.min(count, last + AFTER); k++) {
          if ((draft.kind === 'name' && k >= first && k <= last) || type[k] !== WORD) continue
          const word = page.slice(start[k]!, end[k]!).toLowerCase()
          words.set(word, (words.get(word) ?? 0) + 1)
        }
      }
    })
  return { words, reasons }
}

export const GROUP_COUNT = GROUPS.length
