import { z } from 'zod'
import { notFound, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { announce, checkTimes, presentAll, readAnnouncement, tellInTime } from '../announcements.ts'
import { AnnouncementAnswer, ById, ChangeAnnouncement, CreateAnnouncement, Id } from '../api.ts'
import { changeAudience, removeAudience } from '../audience.ts'
import { Words } from '../seal.ts'
import { refuseTelling } from '../telling.ts'

const PAGE = 50

/** Announcements, for who keeps them. */
export function announcementRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/announcements/all',
    tag: 'announcements',
    needs: 'announcements:manage',
    summary: 'All announcements, those made last first, with how many people have read each',
    query: z.object({ cursor: Id.optional() }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(AnnouncementAnswer), nextCursor: Id.nullable() }),
    },
    async handler(ctx, { query }) {
      const items = await ctx.withContext(async (tx) => {
        let q = tx.db
          .selectFrom('announcements')
          .selectAll()
          .orderBy('id', 'desc')
          .limit(PAGE + 1)
        if (query.cursor) q = q.where('id', '<', query.cursor)
        return presentAll(keys, tx, await q.execute())
      })
      await ctx.recordRead({ action: 'announcement.list', object: { type: 'announcement', id: null } })
      const page = items.slice(0, PAGE)
      return { items: page, nextCursor: items.length > PAGE ? page.at(-1)!.id : null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/announcements',
    tag: 'announcements',
    needs: 'announcements:manage',
    summary: 'Announce something, now or from a time on',
    idempotent: {
      needs: 'announcements:manage',
      async read(ctx, id) {
        const made = await ctx.withContext((tx) => readAnnouncement(keys, tx, id))
        await ctx.recordRead({ action: 'announcement.list', object: { type: 'announcement', id } })
        return made
      },
    },
    body: CreateAnnouncement,
    answer: { status: 201, schema: AnnouncementAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = await announce(keys, tx, body)
        await ctx.record(tx, { action: 'announcement.create', object: { type: 'announcement', id } })
        return readAnnouncement(keys, tx, id)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/announcements/:id',
    tag: 'announcements',
    needs: 'announcements:manage',
    summary: 'Change an announcement; what is left out stays',
    params: ById,
    body: ChangeAnnouncement,
    answer: { status: 200, schema: AnnouncementAnswer },
    handler: (ctx, { params: { id }, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readAnnouncement(keys, tx, id)
        if (before.version !== ctx.ifMatch()) throw stale()
        const { title, text, startsAt, endsAt, importance } = { ...before, ...body }
        refuseTelling({ title: body.title, text: body.text })
        checkTimes(startsAt, endsAt)
        const words = await Words.of(keys, tx)
        const row = await tx.db
          .updateTable('announcements')
          .set((e) => ({
            version: e('version', '+', 1),
            sealed_text: words.seal('announcements.sealed_text', id, { title, text }),
            importance,
            starts_at: startsAt,
            ends_at: endsAt,
          }))
          .where('id', '=', id)
          .where('version', '=', before.version)
          .returning(['audience_id', 'version'])
          .executeTakeFirst()
        if (!row) throw stale()
        if (body.audience) await changeAudience(tx, row.audience_id, body.audience)
        if (body.readAgain)
          await tx.db.deleteFrom('announcement_reads').where('announcement_id', '=', id).execute()
        await tellInTime(tx, id, startsAt, endsAt)
        await ctx.record(tx, {
          action: 'announcement.change',
          object: { type: 'announcement', id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return readAnnouncement(keys, tx, id)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/announcements/:id',
    tag: 'announcements',
    needs: 'announcements:manage',
    summary: 'Remove an announcement, and who has read it',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params: { id } }) =>
      ctx.withContext(async (tx) => {
        const gone = await tx.db
          .deleteFrom('announcements')
          .where('id', '=', id)
          .returning('audience_id')
          .executeTakeFirst()
        if (!gone) throw notFound('The announcement')
        await removeAudience(tx, gone.audience_id)
        await tellInTime(tx, id, null, null)
        await ctx.record(tx, { action: 'announcement.remove', object: { type: 'announcement', id } })
      }),
  })
  return [list, create, change, remove]
}
