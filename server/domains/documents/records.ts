import type { Statement, Tx } from '../../platform/db/database.ts'
import { forbidden, notFound, stale } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { FileState } from '../files/index.ts'
import { checkClasses, writes } from './access.ts'

export interface DocumentRow {
  id: string
  folder_id: string
  client_id: string | null
  group_id: string | null
  state: 'draft' | 'published' | 'withdrawn'
  sealed_name: Buffer
  sealed_tags: Buffer | null
  latest: number
  allotted: number
  published: number | null
  published_at: Date | null
  withdrawn_at: Date | null
  expires_at: Date | null
  expired: boolean
  review_on: string | null
  checked_out_by: string | null
  checked_out_at: Date | null
  checked_out_name: string | null
  created_by: string | null
  created_at: Date
  updated_at: Date
  updated_name: string | null
  version: number
  kek_id: string
  wrapped: Buffer
  writable: boolean
  /** The version that the reader is shown, and its file; null until there is one. */
  shown: number | null
  content_type: string | null
  size: number | null
  pages: number | null
  file_state: FileState | null
  at_home: boolean | null
  has_tiny: boolean | null
}

/** `$2` says whether the reader sees the newest version, or what is published. */
export const COLUMNS = `d.*, k.kek_id, k.wrapped, d.expires_at is not null and d.expires_at <= now() as expired,
  case when (select wk_is_portal()) then d.created_by = wk_user() else d.group_id is null or d.group_id = any ((select wk_groups('write'))::uuid[]) end as writable,
  v.n as shown, f.content_type, f.size, f.pages, f.state as file_state, f.at_home, f.sealed_preview is not null as has_tiny,
  u.display_name as updated_name, c.display_name as checked_out_name`
export const JOINS = `join deks k on k.org_id = d.org_id and k.subject_id = d.id
  left join document_versions v on v.org_id = d.org_id and v.document_id = d.id and v.n = case when $2::boolean then d.latest else coalesce(d.published, d.latest) end
  left join files f on f.org_id = v.org_id and f.id = v.file_id
  left join users u on u.org_id = d.org_id and u.id = d.updated_by
  left join users c on c.org_id = d.org_id and c.id = d.checked_out_by`
/** What a reader who does not write is shown. */
export const READABLE = `($2::boolean or (d.state = 'published' and (d.expires_at is null or d.expires_at > now())) or d.created_by = wk_user())`

const ONE_PUBLISHED: Statement = {
  name: 'document-published',
  text: `select ${COLUMNS} from documents d ${JOINS} where d.org_id = $1 and d.id = $3 and d.purged_at is null
    and not $2::boolean and d.state = 'published' and (d.expires_at is null or d.expires_at > now())`,
}
const ONE: Statement = {
  name: 'document-one',
  text: `select ${COLUMNS} from documents d ${JOINS} where d.org_id = $1 and d.id = $3 and d.purged_at is null and ${READABLE}`,
}
const LOCK: Statement = {
  name: 'document-lock',
  text: 'select version from documents where org_id = $1 and id = $2 and purged_at is null for no key update',
}

/** One document behind the walls of the transaction, for somebody whose classes open it. */
export async function readDocument(
  tx: Tx,
  principal: Principal,
  id: string,
  access: 'read' | 'write' = 'read',
): Promise<DocumentRow> {
  const [row] = await tx.run<DocumentRow>(ONE, [tx.context.orgId, writes(principal), id])
  if (!row) throw notFound('The document')
  checkClasses(principal, row)
  if (access === 'write' && !row.writable) throw forbidden('The walls open this document for reading only.')
  return row
}

/** What readers see of a document, whoever asks; undefined where that is nothing. */
export async function readPublished(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  const [row] = await tx.run<DocumentRow>(ONE_PUBLISHED, [tx.context.orgId, false, id])
  return row
}

/** The same for a change: locked, in the version that the caller names, where there is one to name. */
export async function lockDocument(
  tx: Tx,
  principal: Principal,
  id: string,
  version?: number,
): Promise<DocumentRow> {
  const [locked] = await tx.run<{ version: number }>(LOCK, [tx.context.orgId, id])
  const row = await readDocument(tx, principal, id, 'write')
  if (!locked) throw forbidden('The walls open this document for reading only.')
  if (version !== undefined && row.version !== version) throw stale()
  return row
}

/** Changes columns of a locked document. */
export async function updateDocument(tx: Tx, id: string, columns: Record<string, unknown>): Promise<void> {
  await tx.db
    .updateTable('documents')
    .set((e) => ({
      ...columns,
      updated_by: tx.context.userId,
      updated_at: new Date(),
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', id)
    .execute()
}
