import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff'
import { Problem } from '../../platform/http/problem.ts'

/** A stretch of text that is in both versions, or in one of them. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** What is given to one comparison, in ms; it makes way for other requests in between. */
const LONGEST = 4000
/** Changed stretches beyond this are compared by lines alone. */
const WORDS_MOST = 20_000

type Found = ChangeObject<string>[] | undefined
type Differ = (
  before: string,
  after: string,
  options: { timeout: number; callback: (found: Found) => void },
) => void

/** Changes between two texts, or undefined when they took too long to find. */
const changes = (diff: Differ, before: string, after: string, timeout: number) =>
  new Promise<Found>((resolve) => {
    diff(before, after, { timeout, callback: resolve })
  })

const kindOf = (c: ChangeObject<string>): Stretch['kind'] =>
  c.added ? 'added' : c.removed ? 'removed' : 'same'

/**
 * What differs between two texts: by lines, and by words within lines that were changed.
 * @throws Problem 422 where they are so different that it would take too long
 */
export async function compareTexts(before: string, after: string): Promise<Stretch[]> {
  const until = Date.now() + LONGEST
  const lines = await changes(diffLines, before, after, LONGEST)
  if (!lines) throw new Problem(422, 'too-different', 'The two are too different to be compared')
  const out: Stretch[] = []
  const add = (kind: Stretch['kind'], text: string) => {
    const last = out.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') out.push({ kind, text })
  }
  for (let i = 0; i < lines.length; i++) {
    const [now, next] = [lines[i]!, lines[i + 1]]
    const changed = now.removed && next?.added && now.value.length + next.value.length < WORDS_MOST
    const words = changed
      ? await changes(diffWordsWithSpace, now.value, next.value, Math.max(1, until - Date.now()))
      : undefined
    if (words) {
      for (const w of words) add(kindOf(w), w.value)
      i++
    } else add(kindOf(now), now.value)
  }
  return out
}
