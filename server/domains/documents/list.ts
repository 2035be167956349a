import type { Tx } from '../../platform/db/database.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { writes } from './access.ts'
import type { DocumentRow } from './records.ts'

/** What of a folder is listed; `review`: its day has come to be looked at again. */
export const STATES = ['draft', 'published', 'withdrawn', 'expired', 'review'] as const

export interface ListFilter {
  folderId: string
  state?: (typeof STATES)[number] | undefined
}

const LIST = { name: 'documents-list', text: 'select * from wk_list_documents($1, $2, $3, $4, $5, $6)' }
/** `updated`: with its microseconds, for cursors. */
type Listed = DocumentRow & { updated: string }
const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readCursor(cursor: string): string[] {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (!CURSOR.test(text) || Number.isNaN(Date.parse(text.slice(0, 20).replace('.', 'Z'))))
    throw new Problem(400, 'bad-cursor', 'The cursor is not one that this server gave for this list')
  return text.split(' ')
}

/** A page of the documents of a folder, what changed last first. */
export async function listDocuments(
  tx: Tx,
  principal: Principal,
  { folderId, state }: ListFilter,
  limit: number,
  cursor: string | undefined,
): Promise<{ rows: DocumentRow[]; nextCursor: string | null }> {
  const [before, beforeId] = cursor ? readCursor(cursor) : [null, null]
  const rows = await tx.run<Listed>(LIST, [
    folderId,
    writes(principal),
    state ?? null,
    before,
    beforeId,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor:
      rows.length > limit && last ? Buffer.from(`${last.updated} ${last.id}`).toString('base64url') : null,
  }
}
