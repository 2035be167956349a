import type { Tx } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import { decide, type Question, type WallReason } from '../../platform/policy/decide.ts'
import { FIELD_CLASSES } from '../../platform/policy/field-classes.ts'
import { ALL_PERMISSIONS, type Permission } from '../../platform/policy/permissions.ts'
import type { PrincipalRole } from '../../platform/policy/principal.ts'

/** Permissions that concern a client, and what they need of its wall. */
const ABOUT_CLIENTS = ALL_PERMISSIONS.filter(
  (p) => /^(clients|notes|identifiers):/.test(p) && p !== 'clients:create' && p !== 'clients:import',
)
const WRITES: Permission[] = ['clients:write', 'clients:shred', 'notes:write']

/** All that the decision about a user and a client rests on, read past the asker's own walls. */
export async function questionAbout(
  tx: Tx,
  userId: string,
  clientId: string,
): Promise<Omit<Question, 'permission' | 'needs'>> {
  const user = await tx.db
    .selectFrom('users')
    .select(['status', 'expires_at'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) throw notFound('The user')
  const client = await tx.db
    .selectFrom('clients as c')
    .innerJoin('client_groups as g', (j) =>
      j.onRef('g.org_id', '=', 'c.org_id').onRef('g.id', '=', 'c.group_id'),
    )
    .select(['c.id', 'c.group_id', 'g.name as group_name'])
    .where('c.id', '=', clientId)
    .executeTakeFirst()
  if (!client) throw notFound('The client')
  const roles = await tx.db
    .selectFrom('user_roles as u')
    .innerJoin('roles as r', (j) => j.onRef('r.org_id', '=', 'u.org_id').onRef('r.id', '=', 'u.role_id'))
    .select(['r.id', 'r.name', 'r.permissions', 'r.field_classes'])
    .where('u.user_id', '=', userId)
    .execute()
  const walls = await tx.db
    .selectFrom('team_members as m')
    .innerJoin('walls as w', (j) => j.onRef('w.org_id', '=', 'm.org_id').onRef('w.team_id', '=', 'm.team_id'))
    .innerJoin('teams as t', (j) => j.onRef('t.org_id', '=', 'm.org_id').onRef('t.id', '=', 'm.team_id'))
    .select(['t.name as team', 'w.access'])
    .where('m.user_id', '=', userId)
    .where('w.group_id', '=', client.group_id)
    .execute()
  const glass = await tx.db
    .selectFrom('break_glass')
    .select('expires_at')
    .where('user_id', '=', userId)
    .where('client_id', '=', clientId)
    .orderBy('expires_at', 'desc')
    .limit(1)
    .executeTakeFirst()
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
        ipAllowList: [],
      })),
    },
    resource: {
      group: client.group_name,
      walls: walls.map(
        (w): WallReason => ({ team: w.team, group: client.group_name, access: w.access as 'read' }),
      ),
      breakGlassUntil: glass?.expires_at ?? null,
    },
    classes: FIELD_CLASSES,
  }
}

/** The answer to "what may this user see of this client, and why". */
export function explanation(facts: Omit<Question, 'permission' | 'needs'>) {
  const reading = decide({ ...facts, permission: 'clients:read', needs: 'read' })
  const changing = decide({ ...facts, permission: 'clients:write', needs: 'write' })
  const access = !reading.allowed ? 'none' : changing.allowed ? 'write' : 'read'
  const classReasons = (cls: string) =>
    reading.reasons.filter((r) => r.code === 'field-class' && r.text.endsWith(` ${cls}`)).map((r) => r.text)
  return {
    allowed: reading.allowed,
    access: access as 'none' | 'read' | 'write',
    reasons: reading.reasons.filter((r) => r.code !== 'field-class'),
    classes: Object.fromEntries(
      FIELD_CLASSES.map((c) => {
        const granted = reading.classes[c] ?? 'none'
        const shown = !reading.allowed ? 'none' : granted === 'write' && access !== 'write' ? 'read' : granted
        return [c, { access: shown, reasons: classReasons(c) }]
      }),
    ),
    permissions: ABOUT_CLIENTS.map((permission) => {
      const d = decide({ ...facts, permission, needs: WRITES.includes(permission) ? 'write' : 'read' })
      return {
        permission,
        allowed: d.allowed,
        reasons: d.reasons
          .filter((r) => r.code !== 'field-class' && (d.allowed || !r.allows))
          .map((r) => r.text),
      }
    }),
  }
}
