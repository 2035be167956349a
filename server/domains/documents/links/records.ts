import type { Statement, Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/problem.ts'

export interface LinkRow {
  id: string
  document_id: string
  mode: 'view' | 'download'
  entry: 'sign-in' | 'code'
  sealed_label: Buffer | null
  code_tries: number
  code_used_at: Date | null
  expires_at: Date
  max_opens: number | null
  opens: number
  released_by: string | null
  created_by: string
  created_name: string
  created_at: Date
  revoked_at: Date | null
}

const COLUMNS = `l.*, u.display_name as created_name`
const FROM = 'from document_links l join users u on u.org_id = l.org_id and u.id = l.created_by'
const OF: Statement = {
  name: 'document-links',
  text: `select ${COLUMNS} ${FROM} where l.org_id = $1 and l.document_id = $2 order by l.id desc limit 200`,
}
const ONE: Statement = {
  name: 'document-link',
  text: `select ${COLUMNS} ${FROM} where l.org_id = $1 and l.document_id = $2 and l.id = $3`,
}

export const linksOf = (tx: Tx, documentId: string): Promise<LinkRow[]> =>
  tx.run<LinkRow>(OF, [tx.context.orgId, documentId])

export async function readLink(tx: Tx, documentId: string, id: string): Promise<LinkRow> {
  const [row] = await tx.run<LinkRow>(ONE, [tx.context.orgId, documentId, id])
  if (!row) throw notFound('The link')
  return row
}
