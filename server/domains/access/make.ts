import type { Tx } from '../../platform/db/database.ts'
import { invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { unique } from './unique.ts'

/** Makes a team, also its members if named; answers its id. A taken name or an unknown member is a problem. */
export async function createTeam(
  tx: Tx,
  team: { name: string; description?: string | undefined; memberIds?: string[] | undefined },
): Promise<string> {
  const id = uuidv7()
  await unique('name', insertNamed(tx, 'teams', id, team))
  await setMembers(tx, id, team.memberIds ?? [])
  return id
}

/** Makes a client group. Nobody sees its clients before a wall opens it. */
export async function createGroup(
  tx: Tx,
  group: { name: string; description?: string | undefined },
): Promise<string> {
  const id = uuidv7()
  await unique('name', insertNamed(tx, 'client_groups', id, group))
  return id
}

function insertNamed(
  tx: Tx,
  table: 'teams' | 'client_groups',
  id: string,
  { name, description = '' }: { name: string; description?: string | undefined },
): Promise<unknown> {
  return tx.db.insertInto(table).values({ org_id: tx.context.orgId, id, name, description }).execute()
}

export async function createFacility(tx: Tx, facility: { name: string; details?: object }): Promise<string> {
  const id = uuidv7()
  const { name, details = {} } = facility
  await unique(
    'name',
    tx.db
      .insertInto('facilities')
      .values({ org_id: tx.context.orgId, id, name, details: JSON.stringify(details) })
      .execute(),
  )
  return id
}

/** Replaces the members of a team; each must be a user of the organization who was not removed. */
export async function setMembers(tx: Tx, teamId: string, memberIds: string[]): Promise<void> {
  const found = memberIds.length
    ? await tx.db
        .selectFrom('users')
        .select('id')
        .where('id', 'in', memberIds)
        .where('status', '!=', 'removed')
        .execute()
    : []
  if (found.length !== new Set(memberIds).size)
    throw invalid([{ field: 'memberIds', message: 'names a user that does not exist' }])
  await tx.db.deleteFrom('team_members').where('team_id', '=', teamId).execute()
  if (found.length)
    await tx.db
      .insertInto('team_members')
      .values(found.map((u) => ({ org_id: tx.context.orgId, team_id: teamId, user_id: u.id })))
      .execute()
}

/** Opens a client group to a team, or closes it. It counts for every transaction that begins afterwards. */
export async function setWall(
  tx: Tx,
  teamId: string,
  groupId: string,
  access: 'none' | 'read' | 'write',
): Promise<void> {
  const exists = async (table: 'teams' | 'client_groups', id: string, what: string) => {
    if (!(await tx.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()))
      throw notFound(what)
  }
  await exists('teams', teamId, 'The team')
  await exists('client_groups', groupId, 'The client group')
  if (access === 'none') {
    await tx.db.deleteFrom('walls').where('team_id', '=', teamId).where('group_id', '=', groupId).execute()
    return
  }
  await tx.db
    .insertInto('walls')
    .values({ org_id: tx.context.orgId, team_id: teamId, group_id: groupId, access })
    .onConflict((c) => c.columns(['org_id', 'team_id', 'group_id']).doUpdateSet({ access }))
    .execute()
}
