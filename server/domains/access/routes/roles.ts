import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { Cidr } from '../../../platform/http/cidr.ts'
import { conflict, forbidden, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { FIELD_CLASSES, type FieldClass } from '../../../platform/policy/field-classes.ts'
import {
  ALL_PERMISSIONS,
  type ClassAccess,
  PERMISSIONS,
  type Permission,
} from '../../../platform/policy/permissions.ts'
import type { Services } from '../../../platform/services.ts'
import { keepAnAdministrator } from '../administrators.ts'
import { unique } from '../unique.ts'

const Name = z.string().trim().min(1).max(100)
const Description = z.string().trim().max(500)
const PermissionName = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]])
const FieldClasses = z.partialRecord(z.enum(FIELD_CLASSES), z.enum(['read', 'write']))
const RoleBody = z.strictObject({
  name: Name,
  description: Description.optional(),
  permissions: z.array(PermissionName).max(ALL_PERMISSIONS.length),
  fieldClasses: FieldClasses.optional(),
  ipAllowList: z.array(Cidr).max(100).optional(),
})
const RoleAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(z.string()),
  fieldClasses: FieldClasses,
  ipAllowList: z.array(z.string()),
  userCount: z.number(),
})
const RoleId = z.object({ id: z.uuid() })

const READ = `select r.id, r.name, r.description, r.built_in, r.permissions, r.field_classes, r.ip_allow_list::text[] as ip_allow_list,
  (select count(*)::int from user_roles u where u.org_id = r.org_id and u.role_id = r.id) as users from roles r where r.org_id = $1`

interface RoleRow {
  id: string
  name: string
  description: string
  built_in: string | null
  permissions: string[]
  field_classes: Partial<Record<FieldClass, ClassAccess>>
  ip_allow_list: string[]
  users: number
}

const present = (r: RoleRow) => ({
  id: r.id,
  name: r.name,
  description: r.description,
  builtIn: r.built_in !== null,
  permissions: r.permissions,
  fieldClasses: r.field_classes,
  ipAllowList: r.ip_allow_list,
  userCount: r.users,
})

async function readRole(tx: Tx, id: string): Promise<RoleRow> {
  const [row] = await tx.run<RoleRow>({ name: 'role-one', text: `${READ} and r.id = $2` }, [
    tx.context.orgId,
    id,
  ])
  if (!row) throw notFound('The role')
  return row
}

/** Nobody makes a role that he himself holds more powerful. */
async function refuseEscalation(
  ctx: RequestContext,
  tx: Tx,
  before: RoleRow,
  permissions: string[],
  classes: Partial<Record<FieldClass, ClassAccess>>,
): Promise<void> {
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
}

/** The role editor. */
export function roleRoutes(_: Services): Route[] {
  const catalogue = route({
    method: 'GET',
    path: '/permissions',
    tag: 'roles',
    needs: 'session',
    summary: 'Every permission and field class there is',
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(z.object({ name: z.string(), description: z.string(), resource: z.string() })),
        fieldClasses: z.array(z.string()),
      }),
    },
    unaudited: 'constants of the program',
    handler: async () => ({
      items: Object.entries(PERMISSIONS).map(([name, description]) => ({
        name,
        description,
        resource: name.split(':')[0]!,
      })),
      fieldClasses: [...FIELD_CLASSES],
    }),
  })
  const list = route({
    method: 'GET',
    path: '/roles',
    tag: 'roles',
    needs: 'roles:read',
    summary: 'Roles',
    query: z.object({ limit: z.coerce.number().optional() }),
    answer: { status: 200, schema: z.object({ items: z.array(RoleAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) =>
        tx.run<RoleRow>({ name: 'role-list', text: `${READ} order by r.built_in is null, r.name` }, [
          tx.context.orgId,
        ]),
      )
      await ctx.recordRead({ action: 'role.list', object: { type: 'role', id: null } })
      return { items: rows.map(present), nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/roles',
    tag: 'roles',
    needs: 'roles:manage',
    summary: 'Make a role',
    body: RoleBody,
    answer: { status: 201, schema: RoleAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = uuidv7()
        await unique(
          'name',
          tx.db
            .insertInto('roles')
            .values({
              org_id: tx.context.orgId,
              id,
              name: body.name,
              description: body.description ?? '',
              permissions: body.permissions,
              field_classes: JSON.stringify(body.fieldClasses ?? {}),
              ip_allow_list: body.ipAllowList ?? [],
            })
            .execute(),
        )
        await ctx.record(tx, { action: 'role.create', object: { type: 'role', id } })
        return present(await readRole(tx, id))
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/roles/:id',
    tag: 'roles',
    needs: 'roles:manage',
    summary: 'Change a role',
    params: RoleId,
    body: RoleBody.partial().refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: RoleAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readRole(tx, params.id)
        await refuseEscalation(
          ctx,
          tx,
          before,
          body.permissions ?? before.permissions,
          body.fieldClasses ?? before.field_classes,
        )
        await unique(
          'name',
          tx.db
            .updateTable('roles')
            .set({
              ...(body.name !== undefined && { name: body.name }),
              ...(body.description !== undefined && { description: body.description }),
              ...(body.permissions && { permissions: body.permissions }),
              ...(body.fieldClasses && { field_classes: JSON.stringify(body.fieldClasses) }),
              ...(body.ipAllowList && { ip_allow_list: body.ipAllowList }),
            })
            .where('id', '=', params.id)
            .execute(),
        )
        await keepAnAdministrator(tx)
        await ctx.record(tx, {
          action: 'role.change',
          object: { type: 'role', id: params.id },
          changes: Object.keys(body),
        })
        return present(await readRole(tx, params.id))
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/roles/:id',
    tag: 'roles',
    needs: 'roles:manage',
    summary: 'Delete a role that nobody holds',
    params: RoleId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const role = await readRole(tx, params.id)
        if (role.built_in)
          throw conflict('shipped-role', 'A shipped role stays', 'Change it, or take it from its holders.')
        if (role.users) throw conflict('in-use', 'Somebody holds this role', `${role.users} users hold it.`)
        await tx.db.deleteFrom('roles').where('id', '=', params.id).execute()
        await ctx.record(tx, { action: 'role.remove', object: { type: 'role', id: params.id } })
      }),
  })
  return [catalogue, list, create, change, remove]
}
