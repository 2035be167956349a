import type { Statement, Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, notFound, Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { type FileRow, FileSeal, type HungFile, isOpen, readFileRow } from '../files/index.ts'
import { classesOf } from './access.ts'
import type { VersionBody } from './api.ts'
import { previewOf } from './present.ts'
import type { DocumentRow } from './records.ts'
import type { DocumentSeal } from './seal.ts'

export interface VersionRow {
  id: string
  document_id: string
  n: number | null
  base: number
  aside: boolean
  restored_from: number | null
  file_id: string
  sealed_note: Buffer | null
  author_id: string | null
  author_name: string | null
  created_at: Date
}

const COLUMNS = `v.*, u.display_name as author_name`
const FROM = 'from document_versions v left join users u on u.org_id = v.org_id and u.id = v.author_id'
/** Unfinished ones are their author's own affair. */
const SEEN = '(v.n is not null or v.author_id = wk_user())'
const OF: Statement = {
  name: 'document-versions',
  text: `select ${COLUMNS} ${FROM} where v.org_id = $1 and v.document_id = $2 and ${SEEN}
    and ($3::integer is null or v.n < $3 or v.n is null) order by v.n desc nulls first, v.id desc limit $4`,
}
const BY_ID: Statement = {
  name: 'document-version-by-id',
  text: `select ${COLUMNS} ${FROM} where v.org_id = $1 and v.document_id = $2 and v.id = $3 and ${SEEN}`,
}
const BY_N: Statement = {
  name: 'document-version-by-n',
  text: `select ${COLUMNS} ${FROM} where v.org_id = $1 and v.document_id = $2 and v.n = $3`,
}
const BY_FILE: Statement = {
  name: 'document-version-by-file',
  text: `select ${COLUMNS} ${FROM} where v.org_id = $1 and v.file_id = $2 order by v.n limit 1`,
}
const UNFINISHED: Statement = {
  name: 'document-version-unfinished',
  text: `select v.id, f.received from document_versions v join files f on f.org_id = v.org_id and f.id = v.file_id
    where v.org_id = $1 and v.document_id = $2 and v.n is null and v.author_id = wk_user() order by v.id desc limit 1`,
}

/** Versions of a document, newest first, from `before` on; the caller has opened the document. */
export const versionsOf = (tx: Tx, documentId: string, before: number | null, limit: number) =>
  tx.run<VersionRow>(OF, [tx.context.orgId, documentId, before, limit])

export async function versionById(tx: Tx, documentId: string, id: string): Promise<VersionRow> {
  const [row] = await tx.run<VersionRow>(BY_ID, [tx.context.orgId, documentId, id])
  if (!row) throw notFound('The version')
  return row
}

/** A version by its number, with its file. */
export async function versionByN(
  tx: Tx,
  documentId: string,
  n: number,
): Promise<{ version: VersionRow; file: FileRow }> {
  const [version] = await tx.run<VersionRow>(BY_N, [tx.context.orgId, documentId, n])
  const file = version && (await readFileRow(tx, version.file_id))
  if (!file) throw notFound('The version')
  return { version, file }
}

/** The caller's own upload of a document that is not whole. */
export async function unfinishedOf(
  tx: Tx,
  documentId: string,
): Promise<{ id: string; received: number } | undefined> {
  const [row] = await tx.run<{ id: string; received: number }>(UNFINISHED, [tx.context.orgId, documentId])
  return row
}

/** Adds a version that is an old one again: the same bytes, as the newest. Answers its number. */
export async function restoreVersion(
  tx: Tx,
  by: By,
  doc: DocumentRow,
  seal: DocumentSeal,
  from: VersionRow,
  note: string | undefined,
): Promise<number> {
  const id = uuidv7()
  const n = doc.allotted + 1
  await tx.db
    .insertInto('document_versions')
    .values({
      org_id: tx.context.orgId,
      id,
      document_id: doc.id,
      n,
      base: doc.latest,
      restored_from: from.n,
      file_id: from.file_id,
      sealed_note: note ? seal.seal('document_versions.sealed_note', id, note) : null,
      author_id: by.userId,
      completed_at: new Date(),
    })
    .execute()
  return n
}

const ALLOT: Statement = {
  name: 'document-version-allot',
  text: `update documents set allotted = allotted + 1, updated_at = now(), version = version + 1
    where org_id = $1 and id = $2 and purged_at is null returning allotted as n, client_id`,
}

/**
 * Keeps a file that the system made of a version, such as its signed copy, as a version beside the newest: readers see it
 * once somebody publishes it. Answers its number. The caller holds the document.
 * @throws Problem 404 where it is gone
 */
export async function keepBeside(
  tx: Tx,
  by: By,
  to: { documentId: string; base: number; fileId: string },
): Promise<number> {
  const { orgId } = tx.context
  const [doc] = await tx.run<{ n: number; client_id: string | null }>(ALLOT, [orgId, to.documentId])
  if (!doc) throw notFound('The document')
  await tx.db
    .insertInto('document_versions')
    .values({
      org_id: orgId,
      id: uuidv7(),
      document_id: to.documentId,
      n: doc.n,
      base: to.base,
      aside: true,
      file_id: to.fileId,
      author_id: by.userId,
      completed_at: new Date(),
    })
    .execute()
  await by.record(tx, {
    action: 'document.version',
    object: { type: 'document', id: to.documentId },
    objects: [to.fileId],
    ...classesOf(doc),
    facts: { n: doc.n, base: to.base, aside: true },
  })
  return doc.n
}

const LOCK: Statement = {
  name: 'document-number',
  text: `select latest, allotted, checked_out_by, client_id from documents where org_id = $1 and id = $2 and purged_at is null for no key update`,
}
const NUMBER: Statement = {
  name: 'document-version-number',
  text: 'update document_versions set n = $3, aside = $4, completed_at = now() where org_id = $1 and id = $2 and n is null',
}
const GROWN: Statement = {
  name: 'document-grown',
  text: `update documents set latest = case when $4 then latest else $3 end, allotted = $3, updated_by = $5, updated_at = now(), version = version + 1,
      checked_out_by = case when checked_out_by = $5 and not $4 then null else checked_out_by end,
      checked_out_at = case when checked_out_by = $5 and not $4 then null else checked_out_at end
    where org_id = $1 and id = $2`,
}

/**
 * The bytes of a version are whole: it gets its number. Nobody's work is lost: where another version came since the one
 * that it was made from, it is kept beside the newest.
 */
export async function numberVersion(tx: Tx, by: By, file: HungFile): Promise<void> {
  const { orgId } = tx.context
  const [version] = await tx.run<VersionRow>(BY_FILE, [orgId, file.id])
  if (!version || version.n !== null) return
  const [doc] = await tx.run<Pick<DocumentRow, 'latest' | 'allotted' | 'checked_out_by' | 'client_id'>>(
    LOCK,
    [orgId, version.document_id],
  )
  if (!doc) throw notFound('The document')
  const elsewhere = doc.checked_out_by !== null && doc.checked_out_by !== by.userId
  const aside = doc.latest !== version.base || elsewhere
  const n = doc.allotted + 1
  await tx.run(NUMBER, [orgId, version.id, n, aside])
  await tx.run(GROWN, [orgId, version.document_id, n, aside, by.userId])
  await by.record(tx, {
    action: 'document.version',
    object: { type: 'document', id: version.document_id },
    objects: [file.id],
    ...classesOf(doc),
    facts: { n, base: version.base, aside },
  })
}

const FORGET: Statement = {
  name: 'document-version-forget',
  text: 'delete from document_versions where org_id = $1 and file_id = $2 and n is null returning document_id',
}
const EMPTY: Statement = {
  name: 'document-forget-empty',
  text: `with gone as (
      update documents d set purged_at = now(), sealed_name = null, sealed_tags = null, version = version + 1
      where d.org_id = $1 and d.id = $2 and d.allotted = 0 and d.purged_at is null
        and not exists (select 1 from document_versions v where v.org_id = d.org_id and v.document_id = d.id) returning d.id)
    update deks k set wrapped = null, destroyed_at = now() from gone where k.org_id = $1 and k.subject_id = gone.id returning k.subject_id`,
}

/** An upload was given up: its version goes, and with it a document that never had another. The system's own work. */
export async function forgetUnfinished(tx: Tx, by: By, file: HungFile): Promise<void> {
  const { orgId } = tx.context
  const [gone] = await tx.run<{ document_id: string }>(FORGET, [orgId, file.id])
  if (!gone) return
  const emptied = await tx.run(EMPTY, [orgId, gone.document_id])
  if (emptied.length > 0)
    await by.record(tx, { action: 'document.give-up', object: { type: 'document', id: gone.document_id } })
}

const summary = (v: VersionRow) => ({
  id: v.id,
  n: v.n,
  authorId: v.author_id,
  authorName: v.author_name,
  createdAt: v.created_at.toISOString(),
})

/** Tells who uploaded beside somebody else's newer version so, naming both. */
export async function tellWhenAside(tx: Tx, file: HungFile): Promise<void> {
  const { orgId } = tx.context
  const [version] = await tx.run<VersionRow>(BY_FILE, [orgId, file.id])
  if (!version?.aside) return
  const [doc] = await tx.run<{ latest: number }>(
    { name: 'document-latest', text: 'select latest from documents where org_id = $1 and id = $2' },
    [orgId, version.document_id],
  )
  const { version: current } = await versionByN(tx, version.document_id, doc!.latest)
  throw conflictOf(version, current, 'Somebody added a version meanwhile; yours is kept beside it')
}

/** Both versions: what was uploaded or built upon, and what is the newest now. */
export function conflictOf(yours: VersionRow, current: VersionRow, title: string): Problem {
  return new Problem(409, 'version-conflict', title, {
    detail: 'Compare the two, then make one the newest.',
    extra: { yours: summary(yours), current: summary(current) },
  })
}

/** Refuses to build on a version that is not the newest any more, or while somebody else has the document checked out. */
export async function checkBase(tx: Tx, doc: DocumentRow, base: number): Promise<void> {
  if (doc.checked_out_by && doc.checked_out_by !== tx.context.userId)
    throw conflict('checked-out', `${doc.checked_out_name} has checked this document out`)
  if (base === doc.latest) return
  const { version: current } = await versionByN(tx, doc.id, doc.latest)
  const { version: yours } = await versionByN(tx, doc.id, base)
  throw conflictOf(yours, current, 'There is a newer version')
}

/** A version as its reader may see it. */
export async function presentVersion(
  keys: OrgKeys,
  tx: Tx,
  seal: DocumentSeal,
  row: VersionRow,
): Promise<VersionBody> {
  const file = (await readFileRow(tx, row.file_id))!
  const gone = file.sealed_name === null
  const fileSeal = gone ? undefined : await FileSeal.of(keys, tx, file)
  const open = isOpen(file)
  const covered = file.name_suspected && !open
  return {
    id: row.id,
    n: row.n,
    base: row.base,
    aside: row.aside,
    restoredFrom: row.restored_from,
    note: row.sealed_note
      ? seal.open<string>('document_versions.sealed_note', row.id, row.sealed_note)
      : null,
    authorId: row.author_id,
    authorName: row.author_name,
    createdAt: row.created_at.toISOString(),
    fileId: file.id,
    fileName: fileSeal && !covered ? fileSeal.name(file) : null,
    sha256: fileSeal?.digest(file) ?? null,
    contentType: file.content_type,
    size: file.size,
    received: file.received,
    pages: file.pages,
    fileState: file.state,
    why: fileSeal?.findings(file)?.why ?? null,
    downloadable: open,
    preview: previewOf({ ...file, has_tiny: file.sealed_preview !== null }, open),
  }
}
