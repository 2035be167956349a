import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { forbidden, invalid, notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'

const named = (table: string, link: string, id: string) => sql<
  { id: string; name: string }[]
>`coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name)
  from ${sql.table(link)} l join ${sql.table(table)} t on t.org_id = l.org_id and t.id = ${sql.ref(`l.${id}`)} where l.org_id = users.org_id and l.user_id = users.id), '[]')`

/** Users with their roles and teams: staff and programs. People of the portal are the portal's. */
export function usersQuery(tx: Tx) {
  return tx.db
    .selectFrom('users')
    .where('kind', '<>', 'portal')
    .select([
      'id',
      'email',
      'display_name',
      'kind',
      'status',
      'locked_until',
      'totp_confirmed_at',
      'expires_at',
      'last_sign_in_at',
      'created_at',
    ])
    .select([
      named('roles', 'user_roles', 'role_id').as('roles'),
      named('teams', 'team_members', 'team_id').as('teams'),
    ])
}
export type UserRow = Awaited<ReturnType<ReturnType<typeof usersQuery>['executeTakeFirstOrThrow']>>

export async function findUser(tx: Tx, id: string): Promise<UserRow> {
  const user = await usersQuery(tx).where('id', '=', id).executeTakeFirst()
  if (!user) throw notFound('The user')
  return user
}

export function presentUser(u: UserRow) {
  const locked = u.locked_until && u.locked_until > new Date() ? u.locked_until.toISOString() : null
  return {
    id: u.id,
    email: u.email,
    displayName: u.display_name,
    kind: u.kind as 'person' | 'service',
    status: u.status as 'active',
    lockedUntil: locked,
    mfaEnrolled: u.totp_confirmed_at !== null,
    roles: u.roles,
    teams: u.teams,
    expiresAt: u.expires_at?.toISOString() ?? null,
    lastSignInAt: u.last_sign_in_at?.toISOString() ?? null,
  }
}

/** Replaces the roles of a user; each must be of this organization. */
export async function setRoles(tx: Tx, userId: string, roleIds: string[]): Promise<void> {
  const found = roleIds.length
    ? await tx.db.selectFrom('roles').select('id').where('id', 'in', roleIds).execute()
    : []
  if (found.length !== new Set(roleIds).size)
    throw invalid([{ field: 'roleIds', message: 'names a role that does not exist' }])
  await tx.db.deleteFrom('user_roles').where('user_id', '=', userId).execute()
  if (found.length)
    await tx.db
      .insertInto('user_roles')
      .values(found.map((r) => ({ org_id: tx.context.orgId, user_id: userId, role_id: r.id })))
      .execute()
}

export async function setTeams(tx: Tx, userId: string, teamIds: string[]): Promise<void> {
  const found = teamIds.length
    ? await tx.db.selectFrom('teams').select('id').where('id', 'in', teamIds).execute()
    : []
  if (found.length !== new Set(teamIds).size)
    throw invalid([{ field: 'teamIds', message: 'names a team that does not exist' }])
  await tx.db.deleteFrom('team_members').where('user_id', '=', userId).execute()
  if (found.length)
    await tx.db
      .insertInto('team_members')
      .values(found.map((t) => ({ org_id: tx.context.orgId, user_id: userId, team_id: t.id })))
      .execute()
}

export function notOneself(ctx: RequestContext, userId: string, what: string): void {
  if (ctx.principal.userId === userId) throw forbidden(`Nobody ${what} himself or herself; ask a colleague.`)
}

/** Giving roles needs the power over roles: with users:manage alone one could otherwise give oneself anything by proxy. */
export function mayGiveRoles(ctx: RequestContext): void {
  if (!ctx.principal.permissions.has('roles:manage'))
    throw forbidden('Giving roles needs the permission roles:manage.')
}
