import { readRecord, readTimestamp, readUuid } from '../../platform/db/binary.ts'
import type { Database, Statement } from '../../platform/db/database.ts'
import { notFound, Problem } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { FileState } from '../files/index.ts'
import { checkClasses, writes } from './access.ts'
import type { DocumentRow } from './records.ts'

/** What of a folder is listed; `review`: its day has come to be looked at again. */
export const STATES = ['draft', 'published', 'withdrawn', 'expired', 'review'] as const

export interface ListFilter {
  folderId: string
  state?: (typeof STATES)[number] | undefined
}

const PAGE: Statement = {
  name: 'folder-page',
  text: 'select * from wk_page_of_folder($1, $2, $3, $4, $5, $6, $7, $8, $9)',
}
const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The place in the list that a cursor names: a time and an id. */
export function readCursor(cursor: string): string[] {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (!CURSOR.test(text) || Number.isNaN(Date.parse(text.slice(0, 20).replace('.', 'Z'))))
    throw new Problem(400, 'bad-cursor', 'The cursor is not one that this server gave for this list')
  return text.split(' ')
}

/** What a page is of, and the documents on it: their rows, or the copy that was kept when they last said the same. */
export interface FolderPage {
  folder: { id: string; client_id: string | null; kek_id: string; wrapped: Buffer }
  ids: string[]
  nextCursor: string | null
  kept: Buffer | null
  /** Where a copy may be kept: SHA-256 of all that the page shows. */
  shown: Buffer | null
  rows: DocumentRow[]
}

interface Found {
  folder: Buffer
  ids: string
  onward: string | null
  page: string | null
  documents: Buffer | null
  shown: Buffer | null
}

/**
 * A page of the documents of a folder, what changed last first; for somebody whose walls and classes open it. With
 * `format`, which says how a page is shown, a copy of it may take the documents' place.
 */
export async function pageOfFolder(
  db: Database,
  principal: Principal,
  { folderId, state }: ListFilter,
  limit: number,
  cursor: string | undefined,
  format: number | null,
): Promise<FolderPage> {
  const [before, beforeId] = cursor ? readCursor(cursor) : [null, null]
  const [found] = await db.query<Found>(PAGE, [
    principal.orgId,
    principal.userId,
    folderId,
    writes(principal),
    state ?? null,
    before,
    beforeId,
    limit,
    format,
  ])
  if (!found) throw notFound('The folder')
  const [id, clientId, kek, wrapped] = readRecord(found.folder)
  const folder = {
    id: readUuid(id!),
    client_id: clientId ? readUuid(clientId) : null,
    kek_id: readUuid(kek!),
    wrapped: wrapped!,
  }
  checkClasses(principal, folder)
  return {
    folder,
    ids: found.ids ? found.ids.split(',') : [],
    nextCursor: found.onward && Buffer.from(found.onward).toString('base64url'),
    shown: found.shown,
    kept: found.page === null ? null : Buffer.from(found.page, 'base64'),
    rows: found.documents ? rowsOf(found.documents) : [],
  }
}

/** Each document behind its length. */
function rowsOf(bytes: Buffer): DocumentRow[] {
  const rows: DocumentRow[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readInt32BE(at)
    at += 4 + length
    rows.push(rowOf(readRecord(bytes.subarray(at - length, at))))
  }
  return rows
}

type Field = Buffer | null | undefined
const uuid = (b: Field) => (b ? readUuid(b) : null)
const time = (b: Field) => (b ? readTimestamp(b) : null)
const int = (b: Field) => (b ? b.readInt32BE(0) : null)
const text = (b: Field) => (b ? b.toString('utf8') : null)
const truth = (b: Field) => (b ? b[0] === 1 : null)

/** The fields in the order in which the database sends them (0221_folder_pages.sql). */
function rowOf(f: readonly Field[]): DocumentRow {
  return {
    id: readUuid(f[0]!),
    folder_id: readUuid(f[1]!),
    client_id: uuid(f[2]),
    group_id: uuid(f[3]),
    state: text(f[4]) as DocumentRow['state'],
    sealed_name: f[5]!,
    sealed_tags: f[6] ?? null,
    latest: int(f[7])!,
    allotted: int(f[8])!,
    published: int(f[9]),
    published_at: time(f[10]),
    withdrawn_at: time(f[11]),
    expires_at: time(f[12]),
    expired: truth(f[13])!,
    review_on: text(f[14]),
    checked_out_by: uuid(f[15]),
    checked_out_at: time(f[16]),
    checked_out_name: text(f[17]),
    created_by: uuid(f[18]),
    created_at: readTimestamp(f[19]!),
    updated_at: readTimestamp(f[20]!),
    updated_name: text(f[21]),
    version: int(f[22])!,
    writable: truth(f[23])!,
    shown: int(f[24]),
    content_type: text(f[25]),
    size: f[26] ? f[26].readDoubleBE(0) : null,
    pages: int(f[27]),
    file_state: text(f[28]) as FileState | null,
    at_home: truth(f[29]),
    has_tiny: truth(f[30]),
    kek_id: readUuid(f[31]!),
    wrapped: f[32]!,
  }
}
