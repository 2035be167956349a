import { z } from 'zod'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Description, Id, Limit, Name, some } from '../api.ts'
import { createGroup } from '../make.ts'
import { unique } from '../unique.ts'

const GroupBody = z.strictObject({ name: Name, description: Description.optional() })
const GroupAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  clientCount: z.number(),
})
type ClientGroup = z.infer<typeof GroupAnswer>

const GROUPS = {
  name: 'group-list',
  text: `select g.id, g.name, g.description, (select count(*)::int from clients c where c.org_id = g.org_id and c.group_id = g.id and c.shredded_at is null) as "clientCount"
    from client_groups g where g.org_id = $1 and ($2::uuid is null or g.id = $2) order by g.name`,
}

/** Client groups: the other side of the walls. */
export function clientGroupRoutes({ db }: Services): Route[] {
  // Counts are of all clients, also behind walls that are closed to the asker: a number, and nothing else.
  const groups = (orgId: string, id: string | null) =>
    db.withContext({ orgId, userId: null }, (tx) => tx.run<ClientGroup>(GROUPS, [orgId, id]), 'worker')

  const list = route({
    method: 'GET',
    path: '/client-groups',
    tag: 'teams',
    needs: 'teams:read',
    summary: 'Client groups',
    query: Limit,
    answer: { status: 200, schema: z.object({ items: z.array(GroupAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const items = await groups(ctx.principal.orgId, null)
      await ctx.recordRead({ action: 'client-group.list', object: { type: 'client-group', id: null } })
      return { items, nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/client-groups',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Make a client group',
    body: GroupBody,
    answer: { status: 201, schema: GroupAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = await createGroup(tx, body)
        await ctx.record(tx, { action: 'client-group.create', object: { type: 'client-group', id } })
        return { id, name: body.name, description: body.description ?? '', clientCount: 0 }
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/client-groups/:id',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Rename a client group',
    params: Id,
    body: GroupBody.partial().refine(some, 'nothing to change'),
    answer: { status: 200, schema: GroupAnswer },
    async handler(ctx, { params, body }) {
      await ctx.withContext(async (tx) => {
        const done = await unique(
          'name',
          tx.db.updateTable('client_groups').set(body).where('id', '=', params.id).executeTakeFirst(),
        )
        if (!done.numUpdatedRows) throw notFound('The client group')
        await ctx.record(tx, {
          action: 'client-group.change',
          object: { type: 'client-group', id: params.id },
          changes: Object.keys(body),
        })
      })
      return (await groups(ctx.principal.orgId, params.id))[0]
    },
  })
  const remove = route({
    method: 'DELETE',
    path: '/client-groups/:id',
    tag: 'teams',
    needs: 'teams:manage',
    summary: 'Delete a client group that has no clients',
    params: Id,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const [group] = await groups(tx.context.orgId, params.id)
        if (!group) throw notFound('The client group')
        if (group.clientCount)
          throw conflict(
            'in-use',
            'Clients belong to this group',
            `${group.clientCount} clients belong to it.`,
          )
        await tx.db.deleteFrom('walls').where('group_id', '=', params.id).execute()
        // A tombstone of a destroyed client still names its group.
        await unique('id', tx.db.deleteFrom('client_groups').where('id', '=', params.id).execute())
        await ctx.record(tx, {
          action: 'client-group.remove',
          object: { type: 'client-group', id: params.id },
        })
      }),
  })
  return [list, create, change, remove]
}
