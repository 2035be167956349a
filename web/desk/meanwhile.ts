import { ApiProblem } from '../api/problem.ts'

export interface Meanwhile {
  by: string | null
  at: string
  changes: string[]
}

/** What others changed since the version that was on screen, if that is what was refused. */
export const meanwhileOf = (error: unknown): Meanwhile[] | undefined =>
  error instanceof ApiProblem && error.slug === 'changed-meanwhile'
    ? ((error.extra.meanwhile as Meanwhile[] | undefined) ?? [])
    : undefined

/** Who did it; `Somebody` where that is not known. */
export const namesOf = (list: Meanwhile[]): string =>
  [...new Set(list.map((m) => m.by ?? 'somebody'))].join(', ') || 'Somebody'
