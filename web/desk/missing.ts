import { ApiProblem } from '../api/problem.ts'

export interface Missing {
  kind: 'phi-file' | 'phi-message' | 'step'
  id: string
  title: string
}

/** What still stands between a ticket and its end, if that is what was refused. */
export function missingOf(error: unknown): Missing[] | undefined {
  return error instanceof ApiProblem && error.slug === 'ticket-not-closable'
    ? ((error.extra.missing as Missing[] | undefined) ?? [])
    : undefined
}
