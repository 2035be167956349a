import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id } from '../api.ts'
import { TicketSeal } from '../seal.ts'

const Notification = z.object({
  id: Id,
  kind: z.enum(['mention', 'assigned', 'reply', 'note', 'status', 'sla', 'file', 'mail', 'reminder']),
  ticketId: Id,
  ticketNumber: z.number().int(),
  subject: z.string(),
  messageId: Id.nullable(),
  actor: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
})
const LIST = {
  name: 'notification-list',
  text: `select n.id, n.kind, n.ticket_id, t.number, n.message_id, u.display_name as actor, n.created_at, n.read_at, t.sealed_subject, d.kek_id, d.wrapped
    from notifications n join tickets t on t.org_id = n.org_id and t.id = n.ticket_id
    join deks d on d.org_id = t.org_id and d.subject_id = t.id
    left join users u on u.org_id = n.org_id and u.id = n.actor_id
    where n.org_id = $1 and n.user_id = $2 and (not $3 or n.read_at is null) order by n.created_at desc, n.id desc limit $4`,
}
interface Row {
  id: string
  kind: string
  ticket_id: string
  number: number
  message_id: string | null
  actor: string | null
  created_at: Date
  read_at: Date | null
  sealed_subject: Buffer
  kek_id: string
  wrapped: Buffer | null
}

/** What somebody is told: ids in the database, opened for them behind their walls as they are now. */
export function notificationRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/notifications',
    tag: 'notifications',
    needs: 'tickets:read',
    summary: 'One’s own notifications, newest first',
    query: z.strictObject({
      unread: z.enum(['true', 'false']).default('false'),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: { status: 200, schema: z.object({ items: z.array(Notification) }) },
    async handler(ctx, { query }) {
      const { orgId, userId } = ctx.principal
      const items = await ctx.withContext(async (tx) => {
        const out = []
        for (const r of await tx.run<Row>(LIST, [orgId, userId, query.unread === 'true', query.limit])) {
          const seal = new TicketSeal(orgId, await keys.openDek(orgId, r.ticket_id, r))
          out.push({
            id: r.id,
            kind: r.kind,
            ticketId: r.ticket_id,
            ticketNumber: r.number,
            subject: seal.open<string>('tickets.sealed_subject', r.ticket_id, r.sealed_subject),
            messageId: r.message_id,
            actor: r.actor,
            createdAt: r.created_at.toISOString(),
            readAt: r.read_at?.toISOString() ?? null,
          })
        }
        return out
      })
      await ctx.recordRead({
        action: 'notification.list',
        object: { type: 'ticket', id: null },
        objects: [...new Set(items.map((i) => i.ticketId))],
      })
      return { items }
    },
  })
  const count = route({
    method: 'GET',
    path: '/notifications/count',
    tag: 'notifications',
    needs: 'tickets:read',
    summary: 'How many are unread',
    passive: true,
    answer: { status: 200, schema: z.object({ unread: z.number().int() }) },
    unaudited: 'a number, nothing of anybody',
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const [row] = await tx.run<{ unread: number }>(
          {
            name: 'notification-count',
            text: 'select count(*)::int as unread from notifications where org_id = $1 and user_id = $2 and read_at is null',
          },
          [tx.context.orgId, tx.context.userId],
        )
        return { unread: row!.unread }
      }),
  })
  const read = route({
    method: 'POST',
    path: '/notifications/read',
    tag: 'notifications',
    needs: 'tickets:read',
    summary: 'Mark notifications as read: those named, those of a ticket, or all',
    body: z.strictObject({
      ids: z.array(Id).max(200).optional(),
      ticketId: Id.optional(),
    }),
    answer: { status: 200, schema: z.object({ read: z.number().int() }) },
    unaudited: 'a mark on one’s own list, nothing of anybody',
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const rows = await tx.run(
          {
            name: 'notification-read',
            text: `update notifications set read_at = now() where org_id = $1 and user_id = $2 and read_at is null
              and ($3::uuid[] is null or id = any ($3)) and ($4::uuid is null or ticket_id = $4) returning id`,
          },
          [tx.context.orgId, tx.context.userId, body.ids ?? null, body.ticketId ?? null],
        )
        return { read: rows.length }
      }),
  })
  return [list, count, read]
}
