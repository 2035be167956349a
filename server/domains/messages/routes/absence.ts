import { z } from 'zod'
import { invalid, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'

const Absence = z.object({
  from: z.string(),
  until: z.string(),
  cover: z.object({ id: z.string(), name: z.string() }).nullable(),
})
const READ = {
  name: 'staff-absence',
  text: `select from_at, until_at, cover_id, wk_staff_name(cover_id) as cover_name from staff_absences
    where org_id = $1 and user_id = $2 and until_at > now()`,
}
interface Row {
  from_at: Date
  until_at: Date
  cover_id: string | null
  cover_name: string | null
}

/** Being away: clients who write are told until when, and a colleague sees one’s conversations as theirs. */
export function absenceRoutes(_: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/me/absence',
    tag: 'threads',
    needs: 'session',
    summary: 'When one is away, and who covers',
    answer: { status: 200, schema: z.object({ absence: Absence.nullable() }) },
    unaudited: 'about oneself',
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const [row] = await tx.run<Row>(READ, [tx.context.orgId, ctx.principal.userId])
        return {
          absence: row
            ? {
                from: row.from_at.toISOString(),
                until: row.until_at.toISOString(),
                cover: row.cover_id ? { id: row.cover_id, name: row.cover_name ?? '' } : null,
              }
            : null,
        }
      }),
  })
  const colleagues = route({
    method: 'GET',
    path: '/threads/colleagues',
    tag: 'threads',
    needs: 'messages:write',
    summary: 'Who could answer in one’s place: those who share a team',
    answer: {
      status: 200,
      schema: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
    unaudited: 'names of colleagues',
    handler: (ctx) =>
      ctx.withContext(async (tx) => ({
        items: await tx.run<{ id: string; name: string }>(COLLEAGUES, [
          tx.context.orgId,
          ctx.principal.userId,
        ]),
      })),
  })
  const put = route({
    method: 'PUT',
    path: '/me/absence',
    tag: 'threads',
    needs: 'session',
    summary: 'Say when one is away, and who covers',
    body: z
      .strictObject({ from: z.iso.datetime(), until: z.iso.datetime(), coverId: z.uuid().nullable() })
      .refine((b) => Date.parse(b.until) > Date.parse(b.from), {
        path: ['until'],
        message: 'must lie after the beginning',
      }),
    answer: { status: 204, schema: null },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        if (body.coverId === userId) throw invalid([{ field: 'coverId', message: 'must be somebody else' }])
        if (body.coverId) {
          const cover = await tx.db
            .selectFrom('users')
            .select('id')
            .where('id', '=', body.coverId)
            .where('kind', '=', 'person')
            .where('status', '=', 'active')
            .executeTakeFirst()
          if (!cover) throw invalid([{ field: 'coverId', message: 'must name a colleague' }])
        }
        const values = {
          from_at: body.from,
          until_at: body.until,
          cover_id: body.coverId,
          updated_at: new Date(),
        }
        await tx.db
          .insertInto('staff_absences')
          .values({ org_id: tx.context.orgId, user_id: userId, ...values })
          .onConflict((c) => c.columns(['org_id', 'user_id']).doUpdateSet(values))
          .execute()
        await ctx.record(tx, {
          action: 'user.absence',
          object: { type: 'user', id: userId },
          facts: { until: body.until, cover: body.coverId },
        })
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/me/absence',
    tag: 'threads',
    needs: 'session',
    summary: 'One is back',
    answer: { status: 204, schema: null },
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        const gone = await tx.db.deleteFrom('staff_absences').where('user_id', '=', userId).executeTakeFirst()
        if (!gone.numDeletedRows) throw notFound('The absence')
        await ctx.record(tx, { action: 'user.return', object: { type: 'user', id: userId } })
      }),
  })
  return [get, put, remove, colleagues]
}

const COLLEAGUES = {
  name: 'thread-colleagues',
  text: `select distinct u.id, u.display_name as name from team_members mine
    join team_members m on m.org_id = mine.org_id and m.team_id = mine.team_id
    join users u on u.org_id = m.org_id and u.id = m.user_id and u.status = 'active' and u.kind = 'person'
    where mine.org_id = $1 and mine.user_id = $2 and u.id <> $2 order by name limit 500`,
}
