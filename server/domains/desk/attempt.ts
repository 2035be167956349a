import type { Tx } from '../../platform/db/database.ts'
import { Problem } from '../../platform/http/problem.ts'
import { savepoint } from './savepoint.ts'

/** The database's own refusals: the desk's gates and walls, a reference to what is gone. */
const REFUSED = /^(WKG|23|42501)/

/** Does something within a transaction, or none of it: answers the code of the refusal, as RFC 9457 types have it. */
export const attempt = (tx: Tx, work: () => Promise<void>): Promise<string | undefined> =>
  savepoint(tx, 'part', work, refusalOf)

function refusalOf(error: unknown): string | undefined {
  if (error instanceof Problem) return error.status < 500 ? error.slug : undefined
  return REFUSED.test((error as { code?: string }).code ?? '') ? 'refused-by-database' : undefined
}
