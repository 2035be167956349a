import { openTime } from '../due.ts'

/** `4 h`, `1 h 30 min`, `90 min` or `90` as minutes; null where nothing is written, undefined where it is no length. */
export function minutesOf(typed: string): number | null | undefined {
  const text = typed.trim().toLowerCase()
  if (!text) return null
  const found = /^(?:(\d{1,4})\s*h(?:ours?)?)?\s*(?:(\d{1,6})\s*(?:m(?:in(?:utes?)?)?)?)?$/.exec(text)
  if (!found) return undefined
  return Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0)
}

export const minutesText = (minutes: number | null): string => (minutes === null ? '' : openTime(minutes))
