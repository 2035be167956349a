import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { allowedFrom } from '../../platform/http/authenticate.ts'
import { Cidr } from '../../platform/http/cidr.ts'
import { conflict, forbidden, notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { FIELD_CLASSES, type FieldClass } from '../../platform/policy/field-classes.ts'
import { ALL_PERMISSIONS, type ClassAccess, type Permission } from '../../platform/policy/permissions.ts'
import { Description, Name } from './api.ts'

const PermissionName = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]])
const FieldClasses = z.partialRecord(z.enum(FIELD_CLASSES), z.enum(['read', 'write']))
export const RoleBody = z.strictObject({
  name: Name,
  description: Description.optional(),
  permissions: z.array(PermissionName).max(ALL_PERMISSIONS.length),
  fieldClasses: FieldClasses.optional(),
  ipAllowList: z.array(Cidr).max(100).optional(),
})
export type RoleChange = Partial<z.output<typeof RoleBody>>
export const RoleAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(z.string()),
  fieldClasses: FieldClasses,
  ipAllowList: z.array(z.string()),
  userCount: z.number(),
})

export const READ = `select r.id, r.name, r.description, r.built_in, r.permissions, r.field_classes, r.ip_allow_list::text[] as ip_allow_list,
  (select count(*)::int from user_roles u where u.org_id = r.org_id and u.role_id = r.id) as users from roles r where r.org_id = $1`

export interface RoleRow {
  id: string
  name: string
  description: string
  built_in: string | null
  permissions: string[]
  field_classes: Partial<Record<FieldClass, ClassAccess>>
  ip_allow_list: string[]
  users: number
}

export const presentRole = (r: RoleRow) => ({
  id: r.id,
  name: r.name,
  description: r.description,
  builtIn: r.built_in !== null,
  permissions: r.permissions,
  fieldClasses: r.field_classes,
  ipAllowList: r.ip_allow_list,
  userCount: r.users,
})

export async function readRole(tx: Tx, id: string): Promise<RoleRow> {
  const [row] = await tx.run<RoleRow>({ name: 'role-one', text: `${READ} and r.id = $2 for update of r` }, [
    tx.context.orgId,
    id,
  ])
  if (!row) throw notFound('The role')
  return row
}

/**
 * Networks as PostgreSQL's `cidr` takes them: what stands beyond the mask is cut off, as in 10.0.0.1/8, which means
 * the same network as 10.0.0.0/8.
 */
export const networks = (list: string[]) =>
  sql<string[]>`array(select network(x::inet) from unnest(${list}::text[]) x)`

/**
 * What may not be done to a role, whoever asks: to take from the shipped administrator what makes one; to add power
 * to a role that one holds; to lock oneself out of it by an allow list without one's own address.
 */
export async function refuseChange(
  ctx: RequestContext,
  tx: Tx,
  before: RoleRow,
  change: RoleChange,
): Promise<void> {
  const { permissions = before.permissions, fieldClasses: classes = before.field_classes } = change
  if (before.built_in === 'administrator')
    for (const needed of ['users:manage', 'roles:manage'])
      if (!permissions.includes(needed))
        throw conflict('administrator-role', `The administrator keeps ${needed}`)
  const held = await tx.db
    .selectFrom('user_roles')
    .select('role_id')
    .where('user_id', '=', ctx.principal.userId)
    .where('role_id', '=', before.id)
    .executeTakeFirst()
  if (!held) return
  const more =
    permissions.some((p) => !before.permissions.includes(p)) ||
    FIELD_CLASSES.some(
      (c) => classes[c] && before.field_classes[c] !== 'write' && classes[c] !== before.field_classes[c],
    )
  if (more) throw forbidden('You hold this role yourself: a colleague must add to it.')
  if (change.ipAllowList && !allowedFrom(change.ipAllowList, ctx.ip))
    throw conflict('own-address', 'You hold this role yourself, and its list would shut out your own address')
}
