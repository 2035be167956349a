/** What a tag is told from others by: one tag is one, however it is written. */
export const tagKey = (tag: string): string => tag.toLowerCase()

/** A ticket holds so many. */
const MOST = 50

/** Each tag once, as it was written first. */
export function oneOfEach(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const tag of tags) if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  return [...byKey.values()]
}

/** A ticket's tags after some were added and then some taken away; those that were there stay as they were written. */
export function retagged(
  tags: readonly string[],
  added: readonly string[] = [],
  removed: readonly string[] = [],
): string[] {
  const gone = new Set(removed.map(tagKey))
  return oneOfEach([...tags, ...added])
    .filter((tag) => !gone.has(tagKey(tag)))
    .slice(0, MOST)
}

/** Whether a ticket has one of these tags. */
export function hasTag(tags: readonly string[], wanted: readonly string[]): boolean {
  const has = new Set(tags.map(tagKey))
  return wanted.some((tag) => has.has(tagKey(tag)))
}
