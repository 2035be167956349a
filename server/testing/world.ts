import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { secretHash, TOKEN_PREFIX } from '../platform/http/authenticate.ts'
import { uuidv7 } from '../platform/ids.ts'
import { subjectDek } from '../platform/keys/subjects.ts'
import { SHIPPED_ROLES } from '../platform/policy/permissions.ts'
import type { Services } from '../platform/services.ts'
import { addPortalPerson, type PortalActor } from './portal.ts'

/** Someone to act as: a user with a token that carries all that the user may do. */
export interface Person {
  id: string
  email: string
  token: string
  teamId: string
}

export interface World {
  orgId: string
  /** Two client groups with a wall between them: team `inside` writes to `group`, team `outside` to `otherGroup`. */
  groupId: string
  otherGroupId: string
  insideTeamId: string
  outsideTeamId: string
  facilityId: string
  /** The organization's first queue, behind the wall of `groupId`, and the type of ticket that it starts with. */
  queueId: string
  typeId: string
  roleIds: Record<string, string>
  /** A user with the shipped role, inside the wall of `groupId` unless said otherwise. */
  person(role: string, where?: 'inside' | 'outside' | 'nowhere'): Promise<Person>
  /** A user with just these permissions and classes. */
  custom(
    permissions: string[],
    fieldClasses: Record<string, 'read' | 'write'>,
    where?: 'inside' | 'outside' | 'nowhere',
  ): Promise<Person>
  /** A portal person, signed in, tied to these clients and facilities. */
  portal(ties: { clients?: string[]; facilities?: string[]; name?: string }): Promise<PortalActor>
}

/** An organization made straight in the database, so that tests of one domain need no other. */
export async function makeWorld(
  services: Services,
  owner: pg.Client,
  name = 'Maple Grove Care',
): Promise<World> {
  const [orgId, groupId, otherGroupId, insideTeamId, outsideTeamId, facilityId] = Array.from(
    { length: 6 },
    () => uuidv7(),
  ) as [string, string, string, string, string, string]
  await owner.query('insert into organizations (org_id, name) values ($1, $2)', [orgId, name])
  await services.db.withContext({ orgId, userId: null }, (tx) => services.keys.create(tx), 'worker')
  await services.db.withContext(
    { orgId, userId: null },
    (tx) => subjectDek(services.keys, tx, 'organization', orgId),
    'worker',
  )
  await owner.query('insert into client_groups (org_id, id, name) values ($1, $2, $4), ($1, $3, $5)', [
    orgId,
    groupId,
    otherGroupId,
    'North clinic',
    'South clinic',
  ])
  await owner.query('insert into teams (org_id, id, name) values ($1, $2, $4), ($1, $3, $5)', [
    orgId,
    insideTeamId,
    outsideTeamId,
    'North team',
    'South team',
  ])
  await owner.query(
    "insert into walls (org_id, team_id, group_id, access) values ($1, $2, $3, 'write'), ($1, $4, $5, 'write')",
    [orgId, insideTeamId, groupId, outsideTeamId, otherGroupId],
  )
  await owner.query('insert into facilities (org_id, id, name) values ($1, $2, $3)', [
    orgId,
    facilityId,
    'Maple Grove North',
  ])
  const queue = await owner.query('update queues set group_id = $2 where org_id = $1 returning id, type_id', [
    orgId,
    groupId,
  ])
  await owner.query('delete from client_groups where org_id = $1 and id <> all ($2::uuid[])', [
    orgId,
    [groupId, otherGroupId],
  ])
  const roleIds: Record<string, string> = {}
  for (const r of SHIPPED_ROLES) roleIds[r.key] = await addRole(r.name, r.permissions, r.fieldClasses)

  async function addRole(roleName: string, permissions: string[], fieldClasses: object): Promise<string> {
    const id = uuidv7()
    await owner.query(
      'insert into roles (org_id, id, name, permissions, field_classes) values ($1, $2, $3, $4, $5)',
      [orgId, id, roleName, permissions, JSON.stringify(fieldClasses)],
    )
    return id
  }
  async function addPerson(
    roleId: string,
    label: string,
    where: 'inside' | 'outside' | 'nowhere',
  ): Promise<Person> {
    const id = uuidv7()
    const email = `${label}-${randomBytes(4).toString('hex')}@example.test`
    const teamId = where === 'outside' ? outsideTeamId : insideTeamId
    await owner.query(
      "insert into users (org_id, id, email, display_name, status) values ($1, $2, $3, $4, 'active')",
      [orgId, id, email, label],
    )
    await owner.query('insert into user_roles (org_id, user_id, role_id) values ($1, $2, $3)', [
      orgId,
      id,
      roleId,
    ])
    if (where !== 'nowhere')
      await owner.query('insert into team_members (org_id, team_id, user_id) values ($1, $2, $3)', [
        orgId,
        teamId,
        id,
      ])
    const token = TOKEN_PREFIX + randomBytes(32).toString('base64url')
    await owner.query(
      "insert into service_tokens (org_id, id, user_id, name, token_hash, scopes, expires_at) values ($1, $2, $3, 'test', $4, '{*}', now() + interval '1 day')",
      [orgId, uuidv7(), id, secretHash(token)],
    )
    return { id, email, token, teamId }
  }
  return {
    orgId,
    groupId,
    otherGroupId,
    insideTeamId,
    outsideTeamId,
    facilityId,
    queueId: queue.rows[0].id,
    typeId: queue.rows[0].type_id,
    roleIds,
    person: (role, where = 'inside') => {
      const roleId = roleIds[role]
      if (!roleId) throw new Error(`no shipped role ${role}`)
      return addPerson(roleId, role, where)
    },
    portal: (ties) => addPortalPerson(services, owner, orgId, ties),
    custom: async (permissions, fieldClasses, where = 'inside') =>
      addPerson(
        await addRole(`custom ${randomBytes(4).toString('hex')}`, permissions, fieldClasses),
        'custom',
        where,
      ),
  }
}
