import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { AttachedFile, FileAnswerBody } from './api.ts'
import { type FileRow, FileSeal, type FileState } from './records.ts'

const PICTURED = /^(application\/pdf|image\/)/

/** Its content may be given out, to this user, now. */
export function isOpen(row: FileRow): boolean {
  return (
    row.state === 'clean' ||
    row.state === 'cleared' ||
    (row.state === 'suspected' && (row.at_home || row.revealed_until !== null))
  )
}

function previewOf(row: FileRow): 'none' | 'tiny' | 'pages' {
  if (isOpen(row) && PICTURED.test(row.content_type ?? '')) return 'pages'
  return row.sealed_preview ? 'tiny' : 'none'
}

const iso = (date: Date | null) => date?.toISOString() ?? null

/** A file as its reader may see it. */
export async function presentFile(keys: OrgKeys, tx: Tx, row: FileRow): Promise<FileAnswerBody> {
  const seal = row.sealed_name ? await FileSeal.of(keys, tx, row) : undefined
  const found = seal?.findings(row)
  const nameHidden = row.name_suspected && !isOpen(row) && seal !== undefined
  return {
    id: row.id,
    ownerType: row.owner_type,
    ownerId: row.owner_id,
    messageId: row.message_id,
    name: seal && !nameHidden ? seal.name(row) : null,
    nameHidden,
    size: row.size,
    received: row.received,
    contentType: row.content_type,
    mislabelled: row.mislabelled,
    alsoType: row.also_type,
    pages: row.pages,
    state: row.state,
    readError: row.read_error,
    waitsFor: row.waits_for,
    scan: row.scan,
    why: found?.why ?? null,
    findings: found?.findings ?? [],
    findingCount: row.finding_count,
    preview: previewOf(row),
    revealedUntil: iso(row.revealed_until),
    downloadable: isOpen(row),
    movedTo: row.moved_to,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    completedAt: iso(row.completed_at),
    clearedBy: row.cleared_by,
    clearedAt: iso(row.cleared_at),
    movedBy: row.moved_by,
    movedAt: iso(row.moved_at),
    purgedBy: row.purged_by,
    purgedAt: iso(row.purged_at),
    version: row.version,
  }
}

const ATTACHED: Partial<Record<FileState, AttachedFile['state']>> = {
  uploading: 'uploading',
  waiting: 'unread',
  reading: 'unread',
  infected: 'infected',
  moved: 'gone',
  purged: 'gone',
}

/** A file that goes with something else, in few words. It is open where its content may be given out. */
export async function presentAttached(keys: OrgKeys, tx: Tx, row: FileRow): Promise<AttachedFile> {
  const { id, name, size, contentType } = await presentFile(keys, tx, row)
  return { id, name, size, contentType, state: ATTACHED[row.state] ?? (isOpen(row) ? 'open' : 'held') }
}

/** The same with how far its upload is, for whoever put it there from the portal. */
export const presentInPortal = async (keys: OrgKeys, tx: Tx, row: FileRow) => ({
  ...(await presentAttached(keys, tx, row)),
  received: row.received,
})
