import { z } from 'zod'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { DELIVERY_COLUMNS, type DeliveryRow, lockDelivery } from '../outbound/deliveries.ts'
import { opened, sealed } from '../seal.ts'
import { Id, Reason } from './fields.ts'

const Held = z.object({
  id: Id,
  ticketId: Id,
  ticketNumber: z.number(),
  messageId: Id,
  to: z.string(),
  reasons: z.array(z.string()),
  authorName: z.string().nullable(),
  createdAt: z.string(),
})
type HeldRow = DeliveryRow & { number: number; author_name: string | null }

const LIST = {
  name: 'mail-held',
  text: `select ${DELIVERY_COLUMNS}, t.number, u.display_name as author_name from mail_deliveries d
    join tickets t on t.org_id = d.org_id and t.id = d.ticket_id
    left join ticket_messages m on m.org_id = d.org_id and m.id = d.message_id
    left join users u on u.org_id = m.org_id and u.id = m.author_id
    where d.org_id = $1 and d.state = 'held' order by d.id limit 201`,
}
const DECIDE = {
  name: 'mail-decide',
  text: `update mail_deliveries set state = 'waiting', decision = $3, decided_by = $4, decided_at = now(), sealed_reason = $5,
      next_at = now(), version = version + 1 where org_id = $1 and id = $2 and state = 'held'`,
}

/** What the gate holds back, and who decides. The text itself is read on the ticket. */
export function heldRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/mail/held',
    tag: 'mail',
    needs: 'mail:release',
    summary: 'Mail that waits for a decision, oldest first',
    answer: { status: 200, schema: z.object({ items: z.array(Held), more: z.boolean() }) },
    async handler(ctx) {
      const { items, more } = await ctx.withContext(async (tx) => {
        const rows = await tx.run<HeldRow>(LIST, [tx.context.orgId])
        const items = await Promise.all(
          rows.slice(0, 200).map(async (r) => ({
            id: r.id,
            ticketId: r.ticketId,
            ticketNumber: r.number,
            messageId: r.messageId,
            to: await opened<string>(keys, tx, 'mail_deliveries.sealed_to', r.id, r.sealedTo),
            reasons: r.reasons,
            authorName: r.author_name,
            createdAt: r.createdAt.toISOString(),
          })),
        )
        return { items, more: rows.length > 200 }
      })
      await ctx.recordRead({
        action: 'mail.held-list',
        objects: [...new Set(items.map((i) => i.ticketId))],
        facts: { count: items.length },
      })
      return { items, more }
    },
  })
  const decide = route({
    method: 'POST',
    path: '/mail/held/:id/decide',
    tag: 'mail',
    needs: 'mail:release',
    summary: 'Send a held mail as it is, send a notice instead, or drop it',
    params: z.object({ id: Id }),
    body: z.strictObject({ decision: z.enum(['send', 'notice', 'drop']), reason: Reason }),
    answer: { status: 200, schema: z.object({ id: Id, state: z.literal('waiting') }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const delivery = await lockDelivery(tx, params.id)
        if (!delivery) throw notFound('The mail')
        if (delivery.state !== 'held')
          throw conflict('not-held', 'This mail waits for no decision (any more)')
        if (body.decision === 'send' && delivery.reasons.includes('file-infected'))
          throw conflict(
            'file-infected',
            'An infected file can’t be sent',
            'Purge the file first, or send a notice.',
          )
        await tx.run(DECIDE, [
          tx.context.orgId,
          params.id,
          body.decision,
          ctx.principal.userId,
          await sealed(keys, tx, 'mail_deliveries.sealed_reason', params.id, body.reason),
        ])
        await addJob(tx, 'mail.deliver', { deliveryId: params.id }, { key: `mail.deliver:${params.id}` })
        await ctx.record(tx, {
          action: 'mail.decide',
          object: { type: 'ticket', id: delivery.ticketId },
          facts: { delivery: params.id, message: delivery.messageId, decision: body.decision },
          reason: body.reason,
        })
        return { id: params.id, state: 'waiting' as const }
      }),
  })
  return [list, decide]
}
