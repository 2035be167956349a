import { notFound, stale } from '../../../platform/http/problem.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, ChangeLink, CreateLink, LinkAnswer } from '../api.ts'
import { changeAudience, removeAudience } from '../audience.ts'
import { addLink, checkSoon, readLink } from '../links.ts'
import { Words } from '../seal.ts'
import { refuseTelling } from '../telling.ts'

/** Links, one by one, for who keeps them. */
export function linkRoutes({ keys }: Services): Route[] {
  const create = route({
    method: 'POST',
    path: '/links',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Add a link to a group',
    idempotent: {
      needs: 'links:manage',
      async read(ctx, id) {
        const link = await ctx.withContext((tx) => readLink(keys, tx, id))
        await ctx.recordRead({ action: 'link.list', object: { type: 'link', id } })
        return link
      },
    },
    body: CreateLink,
    answer: { status: 201, schema: LinkAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = await addLink(keys, tx, body)
        await ctx.record(tx, { action: 'link.create', object: { type: 'link', id } })
        return readLink(keys, tx, id)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/links/:id',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Change a link; what is left out stays',
    params: ById,
    body: ChangeLink,
    answer: { status: 200, schema: LinkAnswer },
    handler: (ctx, { params: { id }, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readLink(keys, tx, id)
        if (before.version !== ctx.ifMatch()) throw stale()
        const { title, note, url } = { ...before, ...body }
        refuseTelling({ title: body.title, note: body.note })
        const elsewhere = url !== before.url
        const words = await Words.of(keys, tx)
        const row = await tx.db
          .updateTable('links')
          .set((e) => ({
            version: e('version', '+', 1),
            sealed_link: words.seal('links.sealed_link', id, { title, note, url }),
            ...(body.icon && { icon: body.icon }),
            ...(body.groupId && { group_id: body.groupId }),
            // What was found out was about another address.
            ...(elsewhere && {
              health: 'unchecked',
              reason: null,
              checked_at: null,
              broken_since: null,
              sealed_moved_to: null,
            }),
          }))
          .where('id', '=', id)
          .where('version', '=', before.version)
          .returning(['audience_id', 'version'])
          .executeTakeFirst()
          .catch(unknownGroup)
        if (!row) throw stale()
        if (body.audience) await changeAudience(tx, row.audience_id, body.audience)
        if (elsewhere) await checkSoon(tx, id)
        await ctx.record(tx, {
          action: 'link.change',
          object: { type: 'link', id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return readLink(keys, tx, id)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/links/:id',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Remove a link',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params: { id } }) =>
      ctx.withContext(async (tx) => {
        const gone = await tx.db
          .deleteFrom('links')
          .where('id', '=', id)
          .returning('audience_id')
          .executeTakeFirst()
        if (!gone) throw notFound('The link')
        await removeAudience(tx, gone.audience_id)
        await ctx.record(tx, { action: 'link.remove', object: { type: 'link', id } })
      }),
  })
  const check = route({
    method: 'POST',
    path: '/links/:id/check',
    tag: 'links',
    needs: 'links:manage',
    summary: 'Have a link looked at now; what was found is told as a change',
    params: ById,
    body: NoBody,
    limit: { hits: 60, window: 60, per: 'principal' },
    answer: { status: 202, schema: null },
    handler: (ctx, { params: { id } }) =>
      ctx.withContext(async (tx) => {
        const link = await tx.db.selectFrom('links').select('id').where('id', '=', id).executeTakeFirst()
        if (!link) throw notFound('The link')
        await checkSoon(tx, id)
        await ctx.record(tx, { action: 'link.check', object: { type: 'link', id } })
      }),
  })
  return [create, change, remove, check]
}

function unknownGroup(error: unknown): never {
  if ((error as { code?: string }).code === '23503') throw notFound('The group')
  throw error
}
