import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, TicketId } from '../api.ts'
import { colleaguesOf } from '../colleagues.ts'

const WATCH = {
  name: 'ticket-watch',
  text: 'insert into ticket_watchers (org_id, ticket_id, user_id) select t.org_id, t.id, $3 from tickets t where t.org_id = $1 and t.id = $2 on conflict do nothing',
}
const UNWATCH = {
  name: 'ticket-unwatch',
  text: 'delete from ticket_watchers where org_id = $1 and ticket_id = $2 and user_id = $3',
}
/** Says that one is there and answers who else is; `news` when others see something new by it. */
const PRESENT = {
  name: 'ticket-present',
  text: `with old as (
      select writing_at > now() - interval '12 seconds' as writing, seen_at > now() - interval '40 seconds' as there
      from ticket_viewers where org_id = $1 and ticket_id = $2 and user_id = $3
    ), mine as (
      insert into ticket_viewers (org_id, ticket_id, user_id, seen_at, writing_at)
      select t.org_id, t.id, $3::uuid, now(), case when $4 then now() end from tickets t where t.org_id = $1 and t.id = $2
      on conflict (org_id, ticket_id, user_id) do update set seen_at = now(), writing_at = case when $4 then now() end
      returning user_id
    )
    select (select count(*) from mine)::int as present,
      not coalesce((select there from old), false) or coalesce((select writing from old), false) <> $4 as news,
      coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.display_name,
          'writing', coalesce(v.writing_at > now() - interval '12 seconds', false)) order by u.display_name)
        from ticket_viewers v join users u on u.org_id = v.org_id and u.id = v.user_id
        where v.org_id = $1 and v.ticket_id = $2 and v.user_id <> $3 and v.seen_at > now() - interval '40 seconds'), '[]') as others`,
}
const LEAVE = {
  name: 'ticket-leave',
  text: 'delete from ticket_viewers where org_id = $1 and ticket_id = $2 and user_id = $3',
}

/** Who watches a ticket, and who has it open just now. */
export function peopleRoutes({ live }: Services): Route[] {
  const watch = route({
    method: 'POST',
    path: '/tickets/:id/watch',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'Be told of replies, or no longer',
    params: TicketId,
    body: z.strictObject({ watching: z.boolean() }),
    answer: { status: 200, schema: z.object({ watching: z.boolean() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { orgId, userId } = ctx.principal
        const seen = await tx.db
          .selectFrom('tickets')
          .select('id')
          .where('org_id', '=', orgId)
          .where('id', '=', params.id)
          .executeTakeFirst()
        if (!seen) throw notFound('The ticket')
        await tx.run(body.watching ? WATCH : UNWATCH, [orgId, params.id, userId])
        await ctx.record(tx, {
          action: body.watching ? 'ticket.watch' : 'ticket.unwatch',
          object: { type: 'ticket', id: params.id },
        })
        return { watching: body.watching }
      }),
  })
  const presence = route({
    method: 'POST',
    path: '/tickets/:id/presence',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'Say that one has the ticket open, and hear who else has; send it every 20 seconds',
    passive: true,
    params: TicketId,
    body: z.strictObject({ state: z.enum(['viewing', 'writing', 'left']) }),
    answer: {
      status: 200,
      schema: z.object({ others: z.array(z.object({ id: Id, name: z.string(), writing: z.boolean() })) }),
    },
    unaudited: 'names colleagues who have the same ticket open, nothing of the ticket',
    async handler(ctx, { params, body }) {
      const { orgId, userId } = ctx.principal
      const answer = await ctx.withContext(async (tx) => {
        if (body.state === 'left') {
          await tx.run(LEAVE, [orgId, params.id, userId])
          return { present: 1, news: true, others: [] }
        }
        const [row] = await tx.run<{ present: number; news: boolean; others: [] }>(PRESENT, [
          orgId,
          params.id,
          userId,
          body.state === 'writing',
        ])
        return row!
      })
      if (!answer.present) throw notFound('The ticket')
      if (answer.news) live.changed(orgId, 'ticket-presence')
      return { others: answer.others }
    },
  })
  const colleagues = route({
    method: 'GET',
    path: '/tickets/:id/colleagues',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'Who sees a ticket, and may be mentioned on it; and who may be given it',
    params: TicketId,
    answer: {
      status: 200,
      schema: z.object({ items: z.array(z.object({ id: Id, name: z.string(), works: z.boolean() })) }),
    },
    unaudited: 'names of colleagues, nothing of the ticket',
    async handler(ctx, { params }) {
      const items = await ctx.withContext((tx) => colleaguesOf(tx, params.id))
      if (!items.length) throw notFound('The ticket')
      return { items }
    },
  })
  return [watch, presence, colleagues]
}
