import { z } from 'zod'
import { conflict } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { FIELD_CLASSES } from '../../../platform/policy/field-classes.ts'
import { PERMISSIONS } from '../../../platform/policy/permissions.ts'
import type { Services } from '../../../platform/services.ts'
import { keepAnAdministrator } from '../administrators.ts'
import { Id, Limit, some } from '../api.ts'
import {
  networks,
  presentRole,
  READ,
  RoleAnswer,
  RoleBody,
  type RoleRow,
  readRole,
  refuseChange,
} from '../role.ts'
import { unique } from '../unique.ts'

/** The role editor. */
export function roleRoutes(_: Services): Route[] {
  const catalogue = route({
    method: 'GET',
    path: '/permissions',
    tag: 'roles',
    needs: 'signed-in',
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
    query: Limit,
    answer: { status: 200, schema: z.object({ items: z.array(RoleAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) =>
        tx.run<RoleRow>({ name: 'role-list', text: `${READ} order by r.built_in is null, r.name` }, [
          tx.context.orgId,
        ]),
      )
      await ctx.recordRead({ action: 'role.list', object: { type: 'role', id: null } })
      return { items: rows.map(presentRole), nextCursor: null }
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
              permissions: [...new Set(body.permissions)],
              field_classes: JSON.stringify(body.fieldClasses ?? {}),
              ip_allow_list: networks(body.ipAllowList ?? []),
            })
            .execute(),
        )
        await ctx.record(tx, { action: 'role.create', object: { type: 'role', id } })
        return presentRole(await readRole(tx, id))
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/roles/:id',
    tag: 'roles',
    needs: 'roles:manage',
    summary: 'Change a role',
    params: Id,
    body: RoleBody.partial().refine(some, 'nothing to change'),
    answer: { status: 200, schema: RoleAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readRole(tx, params.id)
        await refuseChange(ctx, tx, before, body)
        await unique(
          'name',
          tx.db
            .updateTable('roles')
            .set({
              ...(body.name !== undefined && { name: body.name }),
              ...(body.description !== undefined && { description: body.description }),
              ...(body.permissions && { permissions: [...new Set(body.permissions)] }),
              ...(body.fieldClasses && { field_classes: JSON.stringify(body.fieldClasses) }),
              ...(body.ipAllowList && { ip_allow_list: networks(body.ipAllowList) }),
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
        return presentRole(await readRole(tx, params.id))
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/roles/:id',
    tag: 'roles',
    needs: 'roles:manage',
    summary: 'Delete a role that nobody holds',
    params: Id,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const role = await readRole(tx, params.id)
        if (role.built_in)
          throw conflict('shipped-role', 'A shipped role stays', 'Change it, or take it from its holders.')
        if (role.users) throw conflict('in-use', 'Somebody holds this role', `${role.users} users hold it.`)
        await unique('id', tx.db.deleteFrom('roles').where('id', '=', params.id).execute())
        await ctx.record(tx, { action: 'role.remove', object: { type: 'role', id: params.id } })
      }),
  })
  return [catalogue, list, create, change, remove]
}
