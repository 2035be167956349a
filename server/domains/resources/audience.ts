import type { Tx } from '../../platform/db/database.ts'
import { invalid } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Audience } from './api.ts'

/** Keeps for whom something is; answers its id. Throws the Problem that names a facility or role which there is not. */
export async function addAudience(tx: Tx, audience: Audience): Promise<string> {
  const id = uuidv7()
  await tx.db.insertInto('audiences').values({ org_id: tx.context.orgId, id, who: audience.who }).execute()
  await addMembers(tx, id, audience)
  return id
}

export async function changeAudience(tx: Tx, id: string, audience: Audience): Promise<void> {
  await tx.db.updateTable('audiences').set({ who: audience.who }).where('id', '=', id).execute()
  await tx.db.deleteFrom('audience_facilities').where('audience_id', '=', id).execute()
  await tx.db.deleteFrom('audience_roles').where('audience_id', '=', id).execute()
  await addMembers(tx, id, audience)
}

/** Call it after what it was for has gone. */
export async function removeAudience(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('audiences').where('id', '=', id).execute()
}

async function addMembers(tx: Tx, audience_id: string, audience: Audience): Promise<void> {
  const { orgId: org_id } = tx.context
  const { facilityIds, roleIds } = audience
  if (facilityIds.length > 0)
    await known(
      'audience.facilityIds',
      tx.db
        .insertInto('audience_facilities')
        .values(facilityIds.map((facility_id) => ({ org_id, audience_id, facility_id })))
        .execute(),
    )
  if (roleIds.length > 0)
    await known(
      'audience.roleIds',
      tx.db
        .insertInto('audience_roles')
        .values(roleIds.map((role_id) => ({ org_id, audience_id, role_id })))
        .execute(),
    )
}

async function known<T>(field: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if ((error as { code?: string }).code === '23503')
      throw invalid([{ field, message: 'names something that there is not' }])
    throw error
  }
}

/** For whom each is, as far as whoever asks may know it: of facilities, a reader knows their own. */
export async function readAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const facilities = await tx.db
    .selectFrom('audience_facilities')
    .selectAll()
    .where('audience_id', 'in', ids)
    .execute()
  const roles = await tx.db.selectFrom('audience_roles').selectAll().where('audience_id', 'in', ids).execute()
  const rows = await tx.db.selectFrom('audiences').selectAll().where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, who }) => [
      id,
      {
        who: who as Audience['who'],
        facilityIds: facilities.filter((f) => f.audience_id === id).map((f) => f.facility_id),
        roleIds: roles.filter((r) => r.audience_id === id).map((r) => r.role_id),
      },
    ]),
  )
}
