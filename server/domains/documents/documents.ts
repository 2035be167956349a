import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import type { Services } from '../../platform/services.ts'
import { cleanName } from '../files/index.ts'
import { classesOf } from './access.ts'
import { announceVersion } from './announce.ts'
import { type FolderRow, readFolder } from './folders.ts'
import { saidPlainly } from './problems.ts'
import { type DocumentRow, lockDocument, updateDocument } from './records.ts'
import { addKey, DocumentSeal, nameKey } from './seal.ts'
import { indexDocument } from './words.ts'

/** Documents in one folder; beyond this it is hard to use for anybody. */
const MOST = 50_000

export interface NewDocument {
  name: string
  size: number
  tags: string[]
  note?: string | undefined
  fingerprint?: string | undefined
  expiresAt: string | null
  reviewOn: string | null
}

const COUNT = {
  name: 'documents-count',
  text: 'select count(*)::int as n from documents where org_id = $1 and folder_id = $2 and purged_at is null',
}

/** Adds a draft to an opened folder, whose first version's bytes follow. Answers its id. */
export async function createDocument(
  services: Services,
  tx: Tx,
  by: By,
  folder: Pick<FolderRow, 'id' | 'client_id' | 'group_id'>,
  input: NewDocument,
): Promise<string> {
  const { keys } = services
  const { orgId } = tx.context
  const [count] = await tx.run<{ n: number }>(COUNT, [orgId, folder.id])
  if (count!.n >= MOST)
    throw conflict('folder-full', `There are ${MOST} documents here already`, 'Make folders in it.')
  const id = uuidv7()
  const name = cleanName(input.name)
  const made = await keys.newDek(orgId, id)
  const seal = new DocumentSeal(orgId, made.key)
  await saidPlainly(
    tx.db
      .insertInto('documents')
      .values({
        org_id: orgId,
        id,
        folder_id: folder.id,
        sealed_name: seal.seal('documents.sealed_name', id, name),
        sealed_tags: input.tags.length ? seal.seal('documents.sealed_tags', id, input.tags) : null,
        name_key: await nameKey(keys, orgId, folder.id, name),
        expires_at: input.expiresAt,
        review_on: input.reviewOn,
        created_by: by.userId,
        updated_by: by.userId,
      })
      .execute(),
    'folderId',
  )
  await addKey(tx, 'document', id, made)
  await indexDocument(keys, tx, id, name, input.tags)
  const doc = { id, client_id: folder.client_id, group_id: folder.group_id }
  await announceVersion(tx, services, by, doc, seal, {
    name,
    size: input.size,
    base: 0,
    note: input.note,
    fingerprint: input.fingerprint,
  })
  await by.record(tx, {
    action: 'document.create',
    object: { type: 'document', id },
    objects: [folder.id],
    ...classesOf(folder),
    facts: { folder: folder.id },
  })
  return id
}

export interface DocumentChange {
  name?: string | undefined
  folderId?: string | undefined
  tags?: string[] | undefined
  expiresAt?: string | null | undefined
  reviewOn?: string | null | undefined
}

/** Changes what is said about a document, or where it lies. */
export async function changeDocument(
  services: Services,
  tx: Tx,
  by: By,
  principal: Principal,
  id: string,
  change: DocumentChange,
  version: number,
): Promise<void> {
  const { keys } = services
  const { orgId } = tx.context
  const row = await lockDocument(tx, principal, id, version)
  const to = change.folderId ? await readFolder(tx, principal, change.folderId, 'write') : undefined
  const seal = await DocumentSeal.of(keys, orgId, row)
  const name =
    change.name === undefined
      ? seal.open<string>('documents.sealed_name', id, row.sealed_name)
      : cleanName(change.name)
  await saidPlainly(
    updateDocument(tx, id, {
      sealed_name: seal.seal('documents.sealed_name', id, name),
      name_key: await nameKey(keys, orgId, to?.id ?? row.folder_id, name),
      ...(to && { folder_id: to.id }),
      ...(change.tags && {
        sealed_tags: change.tags.length ? seal.seal('documents.sealed_tags', id, change.tags) : null,
      }),
      ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
      ...(change.reviewOn !== undefined && { review_on: change.reviewOn }),
    }),
    'folderId',
  )
  if (change.name !== undefined || change.tags)
    await indexDocument(keys, tx, id, name, change.tags ?? tagsOf(row, seal))
  await by.record(tx, {
    action: to ? 'document.move' : 'document.change',
    object: { type: 'document', id },
    changes: Object.keys(change),
    ...classesOf(row),
    ...(to && { facts: { from: row.folder_id, to: to.id } }),
  })
}

const tagsOf = (row: DocumentRow, seal: DocumentSeal): string[] =>
  row.sealed_tags ? seal.open<string[]>('documents.sealed_tags', row.id, row.sealed_tags) : []
