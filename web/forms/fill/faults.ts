import type { Definition, FieldFault, FieldKind } from '../../../forms/index.ts'
import { ApiProblem } from '../../api/problem.ts'

/** What is wrong with answers, by question; what the server said of one that was fine here stands there too. */
export type Fault = FieldFault | { field: string; said: string }
export type Faults = ReadonlyMap<string, Fault>

export const faultsBy = (faults: readonly FieldFault[]): Faults => new Map(faults.map((f) => [f.field, f]))

/** What the server alone can tell: it has the files, and looks into the picture. */
const KNOWN: Partial<Record<FieldKind, 'no-file' | 'bad-signature'>> = {
  file: 'no-file',
  signature: 'bad-signature',
}

/** The questions that a refusal names. */
export function faultsOf(error: unknown, { fields }: Definition): Faults {
  if (!(error instanceof ApiProblem)) return new Map()
  return new Map(
    error.errors
      .filter((e) => e.field.startsWith('answers.'))
      .map((e) => {
        const field = e.field.slice('answers.'.length)
        const code = KNOWN[fields.find((f) => f.id === field)?.kind ?? 'text']
        return [field, code ? { field, code } : { field, said: e.message }]
      }),
  )
}
