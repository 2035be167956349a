import type { Retention } from './api.ts'

export interface Copy {
  id: string
  /** Which computer and folders: copies of different folders don't stand in for each other. */
  group: string
  /** When it came in, by this server's clock: what a device says of its time decides nothing. */
  receivedAt: Date
}

const DAY = 86_400_000
const day = (d: Date) => Math.floor(d.getTime() / DAY)
/** Monday begins a week; the day of the epoch was a Thursday. */
const week = (d: Date) => Math.floor((day(d) + 3) / 7)
const month = (d: Date) => d.getUTCFullYear() * 12 + d.getUTCMonth()

/**
 * The copies that a rule lets go. Whatever came within the last `keepDays` days stays, and of each group the newest copy of
 * so many days, weeks, months and years that had one; the newest of all stays in any case.
 */
export function lettingGo(copies: readonly Copy[], rule: Retention, now = new Date()): string[] {
  const kept = new Set<string>()
  for (const group of Map.groupBy(copies, (c) => c.group).values()) {
    const newestFirst = group.toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    kept.add(newestFirst[0]!.id)
    for (const c of newestFirst)
      if (now.getTime() - c.receivedAt.getTime() < rule.keepDays * DAY) kept.add(c.id)
    const keepNewest = (periods: number, of: (d: Date) => number) => {
      const seen = new Set<number>()
      for (const c of newestFirst) {
        const period = of(c.receivedAt)
        if (seen.has(period)) continue
        if (seen.size >= periods) break
        seen.add(period)
        kept.add(c.id)
      }
    }
    keepNewest(rule.daily, day)
    keepNewest(rule.weekly, week)
    keepNewest(rule.monthly, month)
    keepNewest(rule.yearly, (d) => d.getUTCFullYear())
  }
  return copies.filter((c) => !kept.has(c.id)).map((c) => c.id)
}
