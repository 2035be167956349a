import type { FieldFault } from '../../../forms/index.ts'
import { ApiProblem } from '../../api/problem.ts'

/** What is wrong with answers, by question; what the server said of one that was fine here stands there too. */
export type Fault = FieldFault | { field: string; said: string }
export type Faults = ReadonlyMap<string, Fault>

export const faultsBy = (faults: readonly FieldFault[]): Faults => new Map(faults.map((f) => [f.field, f]))

/** The questions that a refusal names. */
export function faultsOf(error: unknown): Faults {
  if (!(error instanceof ApiProblem)) return new Map()
  return new Map(
    error.errors
      .filter((e) => e.field.startsWith('answers.'))
      .map((e) => {
        const field = e.field.slice('answers.'.length)
        return [field, { field, said: e.message }]
      }),
  )
}
