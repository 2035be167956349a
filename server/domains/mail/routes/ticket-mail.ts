import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { copiesOf } from '../../desk/index.ts'
import { OUTCOMES } from '../inbound/received.ts'
import { SENDER_CHECKS } from '../inbound/sender-check.ts'
import { DELIVERY_STATES, deliveriesOf } from '../outbound/deliveries.ts'
import { RECIPIENT_STATES, type RecipientStates, recipientStates } from '../outbound/recipient-states.ts'
import { isOwn, ownAddresses } from '../outbound/recipients.ts'
import { opened } from '../seal.ts'
import { Id } from './fields.ts'

const Fared = z.object({
  email: z.string(),
  state: z.enum(RECIPIENT_STATES),
  errorCode: z.string().nullable(),
})
const Delivery = z.object({
  id: Id,
  messageId: Id,
  to: z.string(),
  state: z.enum(DELIVERY_STATES),
  reasons: z.array(z.string()),
  errorCode: z.string().nullable(),
  attempts: z.number(),
  decidedBy: Id.nullable(),
  /** Its recipients one by one, where they did not all fare alike. */
  recipients: z.array(Fared),
  sentAt: z.string().nullable(),
  createdAt: z.string(),
})
const Received = z.object({
  messageId: Id,
  /** Where in the message's text, unmasked and unedited, the quoted history begins. */
  quotedFrom: z.number().nullable(),
  /** Whether the address that it came from is its sender's; null where that was not looked at. */
  senderCheck: z.enum(SENDER_CHECKS).nullable(),
})
const Address = z.object({ name: z.string().optional(), email: z.string() })
const Copies = z.object({ messageId: Id, cc: z.array(Address), bcc: z.array(Address) })
const Arrived = z.object({
  id: Id,
  mailboxId: Id.nullable(),
  outcome: z.enum(OUTCOMES),
  errorCode: z.string().nullable(),
  ticketId: Id.nullable(),
  receivedAt: z.string(),
})

const RECEIVED = {
  name: 'mail-ticket-received',
  text: `select r.message_id as "messageId", r.quoted_from as "quotedFrom", r.sender_check as "senderCheck" from mail_received r
    join tickets t on t.org_id = r.org_id and t.id = r.ticket_id
    where r.org_id = $1 and r.ticket_id = $2 and r.message_id is not null order by r.id limit 1000`,
}
const ARRIVED = {
  name: 'mail-arrived',
  text: `select id, mailbox_id as "mailboxId", outcome, error_code as "errorCode", ticket_id as "ticketId", received_at as "receivedAt"
    from mail_received where org_id = $1 and ($2::uuid is null or id < $2) order by id desc limit 101`,
}

/** Whoever has no state of their own fared as the delivery. */
function fared(
  { to, state }: Pick<z.infer<typeof Delivery>, 'to' | 'state'>,
  others: readonly string[],
  of: RecipientStates,
): z.infer<typeof Fared>[] {
  const all = [...new Set([to, ...others])]
  if (!all.some(of)) return []
  const alike = {
    state: state === 'sent' || state === 'failed' ? state : ('waiting' as const),
    errorCode: null,
  }
  return all.map((email) => ({ email, ...(of(email) ?? alike) }))
}

/** What became of a ticket's mail, and of all mail that came in. */
export function ticketMailRoutes({ keys }: Services): Route[] {
  const ofTicket = route({
    method: 'GET',
    path: '/tickets/:id/mail',
    tag: 'mail',
    needs: 'tickets:read',
    summary: 'What became of each message that went out or came in as e-mail',
    params: z.object({ id: Id }),
    answer: {
      status: 200,
      schema: z.object({
        deliveries: z.array(Delivery),
        received: z.array(Received),
        /** Of messages that went to others too, or came to them. */
        copies: z.array(Copies),
        /** Everybody who takes part by e-mail beside the requester. */
        participants: z.array(Address),
      }),
    },
    async handler(ctx, { params }) {
      const found = await ctx.withContext(async (tx) => {
        const copied = await copiesOf(tx, keys, params.id)
        if (!copied) return undefined
        const rows = await deliveriesOf(tx, params.id)
        const states = await recipientStates(
          keys,
          tx,
          rows.map((d) => d.id),
        )
        const deliveries = await Promise.all(
          rows.map(async (d) => ({
            id: d.id,
            messageId: d.messageId,
            to: await opened<string>(keys, tx, 'mail_deliveries.sealed_to', d.id, d.sealedTo),
            recipients: [] as z.infer<typeof Fared>[],
            state: d.state,
            reasons: d.reasons as string[],
            errorCode: d.errorCode,
            attempts: d.attempts,
            decidedBy: d.decidedBy,
            sentAt: d.sentAt?.toISOString() ?? null,
            createdAt: d.createdAt.toISOString(),
          })),
        )
        const own = await ownAddresses(tx, null)
        for (const d of deliveries) {
          const { cc, bcc } = copied.copies.find((c) => c.messageId === d.messageId) ?? { cc: [], bcc: [] }
          const others = [...cc, ...bcc].map((c) => c.email.toLowerCase()).filter((c) => !isOwn(c, own))
          d.recipients = fared(d, others, states(d.id))
        }
        const received = await tx.run<z.infer<typeof Received>>(RECEIVED, [tx.context.orgId, params.id])
        const participants = copied.participants.filter((a) => !isOwn(a.email, own))
        return { deliveries, received, copies: copied.copies, participants }
      })
      if (!found) throw notFound('The ticket')
      await ctx.recordRead({
        action: 'ticket.mail',
        object: { type: 'ticket', id: params.id },
        facts: { deliveries: found.deliveries.length },
      })
      return found
    },
  })
  const arrived = route({
    method: 'GET',
    path: '/mail/received',
    tag: 'mail',
    needs: 'mail:settings',
    summary: 'What became of mail that came in, newest first; nothing of its content',
    query: z.strictObject({ before: Id.optional() }),
    answer: { status: 200, schema: z.object({ items: z.array(Arrived), next: Id.nullable() }) },
    async handler(ctx, { query }) {
      const rows = await ctx.withContext((tx) =>
        tx.run<Omit<z.infer<typeof Arrived>, 'receivedAt'> & { receivedAt: Date }>(ARRIVED, [
          tx.context.orgId,
          query.before ?? null,
        ]),
      )
      const items = rows.slice(0, 100).map((r) => ({ ...r, receivedAt: r.receivedAt.toISOString() }))
      await ctx.recordRead({ action: 'mail.received-list', facts: { count: items.length } })
      return { items, next: rows.length > 100 ? items.at(-1)!.id : null }
    },
  })
  return [ofTicket, arrived]
}
