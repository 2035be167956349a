import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import { Shredded } from '../../platform/keys/org-keys.ts'
import { decide, type Question, type WallReason } from '../../platform/policy/decide.ts'
import { FIELD_CLASSES, type FieldClass } from '../../platform/policy/field-classes.ts'
import { ALL_PERMISSIONS, type ClassAccess, type Permission } from '../../platform/policy/permissions.ts'
import type { PrincipalRole } from '../../platform/policy/principal.ts'

type Facts = Omit<Question, 'permission' | 'needs'>

/** Permissions that concern a client; making and bringing in are asked of the client's group. */
const ABOUT_CLIENTS = ALL_PERMISSIONS.filter((p) => /^(clients|notes|identifiers):|^break-glass:use$/.test(p))
const WRITES: Permission[] = [
  'clients:write',
  'clients:shred',
  'clients:create',
  'clients:import',
  'notes:write',
]
/** What a permission needs of a field class besides. */
const OF_CLASS: Partial<Record<Permission, [FieldClass, ClassAccess]>> = {
  'notes:read': ['note', 'read'],
  'notes:write': ['note', 'write'],
  'identifiers:reveal': ['identifier', 'read'],
}

/** What is asked about: one client, or any client of a group. */
export type About = { clientId: string } | { groupId: string }

async function groupOf(tx: Tx, about: About): Promise<{ id: string; name: string }> {
  if ('groupId' in about) {
    const group = await tx.db
      .selectFrom('client_groups')
      .select(['id', 'name'])
      .where('id', '=', about.groupId)
      .executeTakeFirst()
    if (!group) throw notFound('The client group')
    return group
  }
  const client = await tx.db
    .selectFrom('clients as c')
    .innerJoin('client_groups as g', (j) =>
      j.onRef('g.org_id', '=', 'c.org_id').onRef('g.id', '=', 'c.group_id'),
    )
    .select(['g.id', 'g.name', 'c.shredded_at'])
    .where('c.id', '=', about.clientId)
    .executeTakeFirst()
  if (!client) throw notFound('The client')
  if (client.shredded_at) throw new Shredded(about.clientId)
  return client
}

/** All that the decision about a user and a client rests on, read past the asker's own walls. */
export async function questionAbout(tx: Tx, userId: string, about: About): Promise<Facts> {
  const user = await tx.db
    .selectFrom('users')
    .select(['status', 'expires_at'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) throw notFound('The user')
  const group = await groupOf(tx, about)
  const roles = await tx.db
    .selectFrom('user_roles as u')
    .innerJoin('roles as r', (j) => j.onRef('r.org_id', '=', 'u.org_id').onRef('r.id', '=', 'u.role_id'))
    .select(['r.id', 'r.name', 'r.permissions', 'r.field_classes'])
    .select(sql<string[]>`r.ip_allow_list::text[]`.as('networks'))
    .where('u.user_id', '=', userId)
    .execute()
  const walls = await tx.db
    .selectFrom('team_members as m')
    .innerJoin('walls as w', (j) => j.onRef('w.org_id', '=', 'm.org_id').onRef('w.team_id', '=', 'm.team_id'))
    .innerJoin('teams as t', (j) => j.onRef('t.org_id', '=', 'm.org_id').onRef('t.id', '=', 'm.team_id'))
    .select(['t.name as team', 'w.access'])
    .where('m.user_id', '=', userId)
    .where('w.group_id', '=', group.id)
    .execute()
  const glass =
    'clientId' in about
      ? await tx.db
          .selectFrom('break_glass')
          .select('expires_at')
          .where('user_id', '=', userId)
          .where('client_id', '=', about.clientId)
          .orderBy('expires_at', 'desc')
          .limit(1)
          .executeTakeFirst()
      : undefined
  return {
    at: new Date(),
    user: {
      status: user.status as 'active',
      expiresAt: user.expires_at,
      roles: roles.map((r) => ({
        id: r.id,
        name: r.name,
        permissions: r.permissions,
        fieldClasses: r.field_classes as PrincipalRole['fieldClasses'],
        ipAllowList: r.networks,
      })),
    },
    resource: {
      group: group.name,
      walls: walls.map((w): WallReason => ({ team: w.team, group: group.name, access: w.access as 'read' })),
      breakGlassUntil: glass?.expires_at ?? null,
    },
    classes: FIELD_CLASSES,
  }
}

/** The answer to "what may this user see of this client, and why". */
export function explanation(facts: Facts) {
  const reading = decide({ ...facts, permission: 'clients:read', needs: 'read' })
  const changing = decide({ ...facts, permission: 'clients:write', needs: 'write' })
  const access = !reading.allowed ? 'none' : changing.allowed ? 'write' : 'read'
  const classReasons = (cls: string) =>
    reading.reasons.filter((r) => r.code === 'field-class' && r.text.endsWith(` ${cls}`)).map((r) => r.text)
  return {
    allowed: reading.allowed,
    access: access as 'none' | 'read' | 'write',
    reasons: [...reading.reasons.filter((r) => r.code !== 'field-class'), ...addresses(facts)],
    classes: Object.fromEntries(
      FIELD_CLASSES.map((c) => {
        const granted = reading.classes[c] ?? 'none'
        const shown = !reading.allowed ? 'none' : granted === 'write' && access !== 'write' ? 'read' : granted
        return [c, { access: shown, reasons: classReasons(c) }]
      }),
    ),
    permissions: ABOUT_CLIENTS.map((permission) => permissionOf(facts, permission)),
  }
}

/** A role with an allow list counts from its networks only; from where the user will ask, nobody can know. */
function addresses(facts: Facts) {
  return facts.user.roles
    .filter((r) => r.ipAllowList.length)
    .map((r) => ({
      code: 'address',
      allows: true,
      text: `${r.name} counts only from ${r.ipAllowList.join(', ')}`,
    }))
}

function permissionOf(facts: Facts, permission: Permission) {
  const needs = WRITES.includes(permission) ? 'write' : 'read'
  // Emergency access is there for when the walls are closed: they do not enter into it.
  const { resource: _, ...unwalled } = facts
  const d = decide({ ...(permission === 'break-glass:use' ? unwalled : facts), permission, needs })
  const [cls, least] = OF_CLASS[permission] ?? []
  // As the routes do: the class by the roles, the wall by the decision above.
  const held = cls && facts.user.roles.map((r) => r.fieldClasses[cls])
  const shown = !held || held.includes('write') || (least === 'read' && held.includes('read'))
  const allowed = d.allowed && shown
  return {
    permission,
    allowed,
    reasons: [
      ...d.reasons.filter((r) => r.code !== 'field-class' && (allowed || !r.allows)).map((r) => r.text),
      ...(shown ? [] : [`No role lets the user ${least} the class ${cls}`]),
    ],
  }
}
