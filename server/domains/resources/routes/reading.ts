import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type AnnouncementRow, shown } from '../announcements.ts'
import { ById, Id, ReaderAnnouncement } from '../api.ts'
import { Words } from '../seal.ts'

const MINE = {
  name: 'announcements-mine',
  text: `select a.*, r.read_at from announcements a
    left join announcement_reads r on r.org_id = a.org_id and r.announcement_id = a.id and r.user_id = $2
    where a.org_id = $1 and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) and wk_in_audience(a.audience_id)
    order by r.read_at is not null, array_position(array['urgent', 'important', 'normal'], a.importance), a.starts_at desc limit 200`,
}
const READ = {
  name: 'announcement-read',
  text: `insert into announcement_reads (org_id, announcement_id, user_id) values ($1, $2, $3) on conflict do nothing`,
}
const READERS = {
  name: 'announcement-readers',
  text: `select m.user_id as id, m.kind, u.display_name as name, r.read_at
    from announcements a cross join lateral wk_audience_members(a.audience_id) m
    join users u on u.org_id = a.org_id and u.id = m.user_id
    left join announcement_reads r on r.org_id = a.org_id and r.announcement_id = a.id and r.user_id = m.user_id
    where a.org_id = $1 and a.id = $2 order by r.read_at nulls first, u.display_name, m.user_id limit 2000`,
}

const Reader = z.object({
  id: Id,
  /** Null for people of the portal: who they are stands behind walls. */
  name: z.string().nullable(),
  kind: z.enum(['person', 'portal']),
  readAt: z.string().nullable(),
})

/** Announcements as they are read, and by whom. */
export function readingRoutes({ keys }: Services): Route[] {
  const mine = route({
    method: 'GET',
    path: '/announcements',
    tag: 'announcements',
    needs: 'signed-in',
    alsoPortal: true,
    summary: 'What is announced to whoever asks, what they have not read first',
    answer: { status: 200, schema: z.object({ items: z.array(ReaderAnnouncement), nextCursor: z.null() }) },
    async handler(ctx) {
      const items = await ctx.withContext(async (tx) => {
        const { orgId, userId } = ctx.principal
        const rows = await tx.run<AnnouncementRow & { read_at: Date | null }>(MINE, [orgId, userId])
        const words = await Words.of(keys, tx)
        return rows.map((r) => ({ ...shown(words, r), readAt: r.read_at?.toISOString() ?? null }))
      })
      await ctx.recordRead({ action: 'announcement.list', object: { type: 'announcement', id: null } })
      return { items, nextCursor: null }
    },
  })
  const read = route({
    method: 'POST',
    path: '/announcements/:id/read',
    tag: 'announcement-receipts',
    needs: 'signed-in',
    alsoPortal: true,
    summary: 'Say that one has read an announcement',
    params: ById,
    body: NoBody,
    answer: { status: 204, schema: null },
    handler: (ctx, { params: { id } }) =>
      ctx.withContext(async (tx) => {
        const { orgId, userId } = ctx.principal
        const { rows } = await tx.client.query(
          'select 1 from announcements where org_id = $1 and id = $2 and wk_in_audience(audience_id)',
          [orgId, id],
        )
        if (!rows[0]) throw notFound('The announcement')
        await tx.run(READ, [orgId, id, userId])
        // Its own kind: whoever reads makes nobody but the keepers' lists ask anew.
        await ctx.record(tx, {
          action: 'announcement.acknowledge',
          object: { type: 'announcement-receipt', id },
        })
      }),
  })
  const readers = route({
    method: 'GET',
    path: '/announcements/:id/readers',
    tag: 'announcements',
    needs: 'announcements:manage',
    summary: 'Who has read an announcement, and who of its audience has not yet',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(Reader), nextCursor: z.null() }) },
    async handler(ctx, { params: { id } }) {
      const rows = await ctx.withContext(async (tx) => {
        const there = await tx.db
          .selectFrom('announcements')
          .select('id')
          .where('id', '=', id)
          .executeTakeFirst()
        if (!there) throw notFound('The announcement')
        return tx.run<{ id: string; kind: 'person' | 'portal'; name: string; read_at: Date | null }>(
          READERS,
          [tx.context.orgId, id],
        )
      })
      await ctx.recordRead({ action: 'announcement.readers', object: { type: 'announcement', id } })
      return {
        items: rows.map(({ read_at, name, ...r }) => ({
          ...r,
          name: r.kind === 'portal' ? null : name,
          readAt: read_at?.toISOString() ?? null,
        })),
        nextCursor: null,
      }
    },
  })
  return [mine, read, readers]
}
