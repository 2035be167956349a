import type { Answers } from '../../../forms/index.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The questions that are answered otherwise in one than in the other. */
export const differing = (one: Answers, other: Answers): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((id) => !same(one[id], other[id]))

/** Theirs, with what I wrote since `base` put upon it: what I took away is away. */
export function merged(base: Answers, mine: Answers, theirs: Answers): Answers {
  const out: Answers = { ...theirs }
  for (const id of differing(mine, base)) {
    if (mine[id] === undefined) delete out[id]
    else out[id] = mine[id]
  }
  return out
}
