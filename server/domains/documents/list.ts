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
  text: 'select wk_page_of_folder($1, $2, $3, $4, $5, $6, $7, $8) as line',
}
const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readCursor(cursor: string): string[] {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (!CURSOR.test(text) || Number.isNaN(Date.parse(text.slice(0, 20).replace('.', 'Z'))))
    throw new Problem(400, 'bad-cursor', 'The cursor is not one that this server gave for this list')
  return text.split(' ')
}

/** What a page is of, and the documents on it. */
export interface FolderPage {
  folder: { id: string; client_id: string | null }
  rows: DocumentRow[]
  nextCursor: string | null
}

/** A page of the documents of a folder, what changed last first; for somebody whose walls and classes open it. */
export async function pageOfFolder(
  db: Database,
  principal: Principal,
  { folderId, state }: ListFilter,
  limit: number,
  cursor: string | undefined,
): Promise<FolderPage> {
  const [before, beforeId] = cursor ? readCursor(cursor) : [null, null]
  const [first, ...lines] = await db.query<{ line: Buffer }>(PAGE, [
    principal.orgId,
    principal.userId,
    folderId,
    writes(principal),
    state ?? null,
    before,
    beforeId,
    limit + 1,
  ])
  if (!first) throw notFound('The folder')
  const [id, clientId] = readRecord(first.line)
  const folder = { id: readUuid(id!), client_id: clientId ? readUuid(clientId) : null }
  checkClasses(principal, folder)
  const page = lines.slice(0, limit).map(({ line }) => readRecord(line))
  const last = lines.length > limit ? page.at(-1) : undefined
  return { folder, rows: page.map(rowOf), nextCursor: last ? cursorAt(last) : null }
}

type Field = Buffer | null | undefined
const uuid = (b: Field) => (b ? readUuid(b) : null)
const time = (b: Field) => (b ? readTimestamp(b) : null)
const int = (b: Field) => (b ? b.readInt32BE(0) : null)
const text = (b: Field) => (b ? b.toString('utf8') : null)
const truth = (b: Field) => (b ? b[0] === 1 : null)

const UPDATED_AT = 20
/** Where the next page goes on: the time with its microseconds, and the id. */
function cursorAt(f: readonly Field[]): string {
  const at = f[UPDATED_AT]!
  const micros = (((at.readInt32BE(0) * 2 ** 32 + at.readUInt32BE(4)) % 1000) + 1000) % 1000
  const iso = readTimestamp(at).toISOString().slice(0, -1)
  return Buffer.from(`${iso}${String(micros).padStart(3, '0')}Z ${readUuid(f[0]!)}`).toString('base64url')
}

/** The fields in the order in which the database sends them (0176_document_page.sql). */
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
    updated_at: readTimestamp(f[UPDATED_AT]!),
    updated_name: text(f[21]),
    version: int(f[22])!,
    kek_id: readUuid(f[23]!),
    wrapped: f[24]!,
    writable: truth(f[25])!,
    shown: int(f[26]),
    content_type: text(f[27]),
    size: f[28] ? f[28].readDoubleBE(0) : null,
    pages: int(f[29]),
    file_state: text(f[30]) as FileState | null,
    at_home: truth(f[31]),
    has_tiny: truth(f[32]),
  }
}
