import type { z } from 'zod'
import type { Statement, Tx } from '../../platform/db/database.ts'
import { forbidden, invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { cleanName } from '../files/index.ts'
import { checkClasses } from './access.ts'
import type { FolderAnswer } from './api.ts'
import { saidPlainly } from './problems.ts'
import { addKey, DocumentSeal, nameKey } from './seal.ts'

export interface FolderRow {
  id: string
  parent_id: string | null
  client_id: string | null
  group_id: string | null
  facility_ids: string[]
  sealed_name: Buffer
  created_at: Date
  updated_at: Date
  version: number
  kek_id: string
  wrapped: Buffer
  /** The wall is open for writing. */
  writable: boolean
}

const COLUMNS = `f.*, k.kek_id, k.wrapped, case when (select wk_is_portal()) then coalesce(f.client_id = any ((select wk_portal_clients())::uuid[]), false)
  else f.group_id is null or f.group_id = any ((select wk_groups('write'))::uuid[]) end as writable`
const FROM = 'from folders f join deks k on k.org_id = f.org_id and k.subject_id = f.id'
const ONE: Statement = {
  name: 'folder-one',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.id = $2 and f.removed_at is null`,
}
const BELOW: Statement = {
  name: 'folders-below',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.parent_id = $2 and f.removed_at is null order by f.id`,
}
const SHARED: Statement = {
  name: 'folders-shared',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.parent_id is null and f.client_id is null and f.removed_at is null order by f.id`,
}
const OF_CLIENT: Statement = {
  name: 'folders-of-client',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.parent_id is null and f.client_id = $2 and f.removed_at is null order by f.id`,
}
/** All that a portal person sees: the shared ones, and those of their clients. */
const THEIRS: Statement = {
  name: 'folders-theirs',
  text: `select ${COLUMNS} ${FROM} where f.org_id = $1 and f.parent_id is null and f.removed_at is null order by f.client_id nulls first, f.id`,
}
const ABOVE: Statement = {
  name: 'folders-above',
  text: `with recursive up as (
      select f.org_id, f.id, f.parent_id, f.sealed_name, 0 as step from folders f where f.org_id = $1 and f.id = $2
      union all select f.org_id, f.id, f.parent_id, f.sealed_name, up.step + 1 from up join folders f on f.org_id = up.org_id and f.id = up.parent_id where up.step < 50)
    select up.id, up.sealed_name, k.kek_id, k.wrapped from up join deks k on k.org_id = up.org_id and k.subject_id = up.id
    where up.step > 0 order by up.step desc`,
}

/** One folder behind the walls of the transaction, for somebody whose classes open it. */
export async function readFolder(
  tx: Tx,
  principal: Principal,
  id: string,
  access: 'read' | 'write' = 'read',
): Promise<FolderRow> {
  const [row] = await tx.run<FolderRow>(ONE, [tx.context.orgId, id])
  if (!row) throw notFound('The folder')
  checkClasses(principal, row)
  if (access === 'write' && !row.writable) throw forbidden('The walls open this folder for reading only.')
  return row
}

/** Folders in a folder; without one the outermost: the shared ones, or those of a client; of the portal both. */
export function listFolders(
  tx: Tx,
  principal: Principal,
  where: { parentId?: string | undefined; clientId?: string | undefined },
): Promise<FolderRow[]> {
  const { orgId } = tx.context
  if (where.parentId) return tx.run<FolderRow>(BELOW, [orgId, where.parentId])
  if (where.clientId) return tx.run<FolderRow>(OF_CLIENT, [orgId, where.clientId])
  return tx.run<FolderRow>(principal.kind === 'portal' ? THEIRS : SHARED, [orgId])
}

/** The folders that lie around one, outermost first. */
export async function pathOf(keys: OrgKeys, tx: Tx, id: string): Promise<{ id: string; name: string }[]> {
  const { orgId } = tx.context
  const rows = await tx.run<Pick<FolderRow, 'id' | 'sealed_name' | 'kek_id' | 'wrapped'>>(ABOVE, [orgId, id])
  return Promise.all(rows.map(async (r) => ({ id: r.id, name: await nameOf(keys, orgId, r) })))
}

async function nameOf(
  keys: OrgKeys,
  orgId: string,
  row: Pick<FolderRow, 'id' | 'sealed_name' | 'kek_id' | 'wrapped'>,
): Promise<string> {
  const seal = await DocumentSeal.of(keys, orgId, row)
  return seal.open<string>('folders.sealed_name', row.id, row.sealed_name)
}

export async function presentFolder(
  keys: OrgKeys,
  orgId: string,
  row: FolderRow,
  principal: Principal,
): Promise<z.input<typeof FolderAnswer>> {
  const held = principal.kind === 'portal' || principal.permissions.has('documents:write')
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.client_id === null ? 'shared' : 'private',
    clientId: row.client_id,
    facilityIds: row.facility_ids,
    name: await nameOf(keys, orgId, row),
    writable: held && row.writable,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  }
}

export interface NewFolder {
  name: string
  parentId?: string | undefined
  clientId?: string | undefined
  facilityIds?: string[] | undefined
}

/** Where a folder's name must be its own: in its parent, else among the outermost of its client, or of all. */
const around = (at: { parentId?: string | null; clientId?: string | null }) =>
  at.parentId ?? at.clientId ?? 'shared'

/** Makes a folder; answers its id. A private one's outermost names its client; a shared one's, the facilities. */
export async function createFolder(
  keys: OrgKeys,
  tx: Tx,
  principal: Principal,
  input: NewFolder,
): Promise<string> {
  const { userId } = tx.context
  const parent = input.parentId ? await readFolder(tx, principal, input.parentId, 'write') : undefined
  const clientId = parent ? parent.client_id : (input.clientId ?? null)
  checkClasses(principal, { client_id: clientId })
  const needed = clientId === null ? 'documents:manage' : 'documents:write'
  if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
  if (parent && (input.facilityIds?.length || input.clientId))
    throw invalid([{ field: 'parentId', message: 'says already who sees the folder' }])
  if (clientId !== null && input.facilityIds?.length)
    throw invalid([{ field: 'facilityIds', message: 'are for shared folders' }])
  await checkFacilities(tx, input.facilityIds)
  return insertFolder(keys, tx, userId, { ...input, clientId, groupId: parent?.group_id ?? null })
}

/** Stores a new folder under a key of its own; whoever calls has asked whether it may be. */
export async function insertFolder(
  keys: OrgKeys,
  tx: Tx,
  userId: string | null,
  input: Omit<NewFolder, 'clientId'> & { clientId: string | null; groupId: string | null },
): Promise<string> {
  const { orgId } = tx.context
  const { clientId } = input
  const id = uuidv7()
  const name = cleanName(input.name)
  const made = await keys.newDek(orgId, id)
  await saidPlainly(
    tx.db
      .insertInto('folders')
      .values({
        org_id: orgId,
        id,
        parent_id: input.parentId ?? null,
        client_id: clientId,
        // The database says what it is (wk_folder_wall).
        group_id: input.groupId,
        facility_ids: input.facilityIds ?? [],
        sealed_name: new DocumentSeal(orgId, made.key).seal('folders.sealed_name', id, name),
        name_key: await nameKey(keys, orgId, around({ parentId: input.parentId ?? null, clientId }), name),
        created_by: userId,
      })
      .execute(),
    'parentId',
  )
  await addKey(tx, 'folder', id, made)
  return id
}

async function checkFacilities(tx: Tx, ids: string[] | undefined): Promise<void> {
  if (!ids?.length) return
  const found = await tx.db.selectFrom('facilities').select('id').where('id', 'in', ids).execute()
  if (found.length !== new Set(ids).size)
    throw invalid([{ field: 'facilityIds', message: 'must name facilities' }])
}

export interface FolderChange {
  name?: string | undefined
  /** Null: among the outermost. */
  parentId?: string | null | undefined
  facilityIds?: string[] | undefined
}

/** Renames or moves a folder, or changes who sees a shared one; all below follows. Answers false where it is stale. */
export async function changeFolder(
  keys: OrgKeys,
  tx: Tx,
  principal: Principal,
  row: FolderRow,
  change: FolderChange,
  version: number,
): Promise<boolean> {
  const { orgId } = tx.context
  const needed = row.client_id === null ? 'documents:manage' : 'documents:write'
  if (!principal.permissions.has(needed)) throw forbidden(`This needs the permission ${needed}.`)
  const parentId = change.parentId === undefined ? row.parent_id : change.parentId
  if (change.facilityIds && (row.client_id !== null || parentId !== null))
    throw invalid([{ field: 'facilityIds', message: 'are for outermost shared folders' }])
  await checkFacilities(tx, change.facilityIds)
  if (parentId && parentId !== row.parent_id) {
    const to = await readFolder(tx, principal, parentId, 'write')
    if (to.client_id !== row.client_id)
      throw invalid([{ field: 'parentId', message: 'must stay private to the client, or shared' }])
  }
  const seal = await DocumentSeal.of(keys, orgId, row)
  const name = change.name === undefined ? await nameOf(keys, orgId, row) : cleanName(change.name)
  const name_key = await nameKey(keys, orgId, around({ parentId, clientId: row.client_id }), name)
  const changed = await saidPlainly(
    tx.db
      .updateTable('folders')
      .set((e) => ({
        sealed_name: seal.seal('folders.sealed_name', row.id, name),
        name_key,
        ...(change.parentId !== undefined && { parent_id: parentId }),
        ...(change.facilityIds && { facility_ids: change.facilityIds }),
        updated_at: new Date(),
        version: e('version', '+', 1),
      }))
      .where('org_id', '=', orgId)
      .where('id', '=', row.id)
      .where('version', '=', version)
      .executeTakeFirst(),
    'parentId',
  )
  return changed.numUpdatedRows === 1n
}
