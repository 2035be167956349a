import { Problem } from '../../../platform/http/problem.ts'
import { TransferError } from '../problem.ts'

/** A file that can't be imported is the sender's to mend: 422, with a slug that says why. */
export function toProblem(error: unknown): unknown {
  if (!(error instanceof TransferError)) return error
  const extra = error.row === undefined ? {} : { extra: { row: error.row } }
  return new Problem(422, error.code, 'The file can’t be imported', { detail: error.message, ...extra })
}

/** Does the work; what is wrong with a file becomes a problem. */
export async function asProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toProblem(error)
  }
}
