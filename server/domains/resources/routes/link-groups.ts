import { conflict, notFound, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, GroupAnswer, GroupBody, Order } from '../api.ts'
import { addLinkGroup, lockGroups } from '../links.ts'
import { Words } from '../seal.ts'
import { refuseTelling } from '../telling.ts'

const PLACE_GROUPS = {
  name: 'link-groups-place',
  text: `update link_groups g set position = o.n from unnest($2::uuid[]) with ordinality as o (id, n)
    where g.org_id = $1 and g.id = o.id and g.position <> o.n`,
}
const PLACE_LINKS = {
  name: 'links-place',
  text: `update links l set position = o.n, group_id = o.g from unnest($2::uuid[], $3::uuid[]) with ordinality as o (id, g, n)
    where l.org_id = $1 and l.id = o.id and (l.position, l.group_id) is distinct from (o.n, o.g)`,
}
const ALL = {
  name: 'links-ids',
  text: `select (select coalesce(array_agg(id), '{}') from link_groups where org_id = $1) as groups,
    (select coalesce(array_agg(id), '{}') from links where org_id = $1) as links`,
}

/** Groups of links, and the order of everything. */
export function linkGroupRoutes({ keys }: Services): Route[] {
  const create = route({
    method: 'POST',
    path: '/link-groups',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Add a group of links, below the others',
    idempotent: {
      needs: 'links:manage',
      async read(ctx, id) {
        const group = await ctx.withContext(async (tx) => {
          const row = await tx.db
            .selectFrom('link_groups')
            .selectAll()
            .where('id', '=', id)
            .executeTakeFirst()
          if (!row) throw notFound('The group')
          const words = await Words.of(keys, tx)
          return {
            id,
            name: words.open('link_groups.sealed_name', id, row.sealed_name),
            version: row.version,
          }
        })
        await ctx.recordRead({ action: 'link.list', object: { type: 'link-group', id } })
        return group
      },
    },
    body: GroupBody,
    answer: { status: 201, schema: GroupAnswer },
    handler: (ctx, { body: { name } }) =>
      ctx.withContext(async (tx) => {
        const id = await addLinkGroup(keys, tx, name)
        await ctx.record(tx, { action: 'link-group.create', object: { type: 'link-group', id } })
        return { id, name, version: 1 }
      }),
  })
  const rename = route({
    method: 'PATCH',
    path: '/link-groups/:id',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Rename a group of links',
    params: ById,
    body: GroupBody,
    answer: { status: 200, schema: GroupAnswer },
    handler: (ctx, { params: { id }, body: { name } }) =>
      ctx.withContext(async (tx) => {
        refuseTelling({ name })
        const words = await Words.of(keys, tx)
        const row = await tx.db
          .updateTable('link_groups')
          .set((e) => ({
            sealed_name: words.seal('link_groups.sealed_name', id, name),
            version: e('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('version', '=', ctx.ifMatch())
          .returning('version')
          .executeTakeFirst()
        if (!row) {
          const there = await tx.db
            .selectFrom('link_groups')
            .select('id')
            .where('id', '=', id)
            .executeTakeFirst()
          throw there ? stale() : notFound('The group')
        }
        await ctx.record(tx, {
          action: 'link-group.change',
          object: { type: 'link-group', id },
          changes: ['name'],
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return { id, name, version: row.version }
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/link-groups/:id',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Remove a group in which no link is left',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params: { id } }) =>
      ctx.withContext(async (tx) => {
        const gone = await tx.db
          .deleteFrom('link_groups')
          .where('id', '=', id)
          .executeTakeFirst()
          .catch((error: { code?: string }) => {
            if (error.code === '23503')
              throw conflict('in-use', 'There are links in this group', 'Move or remove them first.')
            throw error
          })
        if (!gone.numDeletedRows) throw notFound('The group')
        await ctx.record(tx, { action: 'link-group.remove', object: { type: 'link-group', id } })
      }),
  })
  const order = route({
    method: 'PUT',
    path: '/links/order',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Put all groups and links in order; names each once, so that nothing which is new gets lost',
    body: Order,
    answer: { status: 204, schema: null },
    handler: (ctx, { body: { groups } }) =>
      ctx.withContext(async (tx) => {
        await lockGroups(tx)
        const { orgId } = tx.context
        const [all] = await tx.run<{ groups: string[]; links: string[] }>(ALL, [orgId])
        const groupIds = groups.map((g) => g.id)
        const links = groups.flatMap((g) => g.linkIds.map((id) => ({ id, group: g.id })))
        const linkIds = links.map((l) => l.id)
        if (!sameIds(groupIds, all!.groups) || !sameIds(linkIds, all!.links)) throw stale()
        await tx.run(PLACE_GROUPS, [orgId, groupIds])
        await tx.run(PLACE_LINKS, [orgId, linkIds, links.map((l) => l.group)])
        await ctx.record(tx, { action: 'link.order', object: { type: 'link', id: null }, changes: ['order'] })
      }),
  })
  return [create, rename, remove, order]
}

const sameIds = (a: string[], b: string[]) =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join()
