import type { HumanName } from '../record.ts'

const SUFFIX = /^(jr|sr|ii|iii|iv|v|md|do|phd|dds|rn|esq)\.?$/i
const PREFIX = /^(mr|mrs|ms|miss|mx|dr|rev|prof)\.?$/i

/**
 * A whole name in one cell, in parts: `Last, First Middle` or `First Middle Last`, with titles and suffixes set
 * aside. One word alone is a family name.
 */
export function splitName(text: string): HumanName {
  const name: HumanName = { given: [] }
  const parts = text.split(',').map((part) => part.trim())
  const last = parts.at(-1)!
  if (parts.length > 1 && SUFFIX.test(last)) {
    name.suffix = last
    parts.pop()
  }
  const comma = parts.length > 1
  const words = (comma ? parts.slice(1).join(' ') : parts[0]!).split(/\s+/).filter(Boolean)
  if (words.length > 1 && PREFIX.test(words[0]!)) name.prefix = words.shift()!
  if (!name.suffix && words.length > 1 && SUFFIX.test(words.at(-1)!)) name.suffix = words.pop()!
  if (comma) {
    if (parts[0]) name.family = parts[0]
  } else if (words.length > 0) name.family = words.pop()!
  name.given = words
  return name
}

/** Why a name does not fit the record's bounds; undefined when it does. */
export function nameProblem(name: HumanName): string | undefined {
  if ((name.family?.length ?? 0) > 100) return 'has a last name longer than 100 characters'
  if (name.given.some((g) => g.length > 100)) return 'has a first name longer than 100 characters'
  if (name.given.length > 10) return 'has more than 10 given names'
  if (!name.family && name.given.length === 0) return 'holds no name'
  return undefined
}
