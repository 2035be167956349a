import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { byRequest } from '../../../platform/http/by.ts'
import { conflict, forbidden, notFound, Problem, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { tokenizer } from '../../../platform/search/tokens.ts'
import type { Services } from '../../../platform/services.ts'
import { Body, MessageId, Reason } from '../api.ts'
import { lockForChange } from '../message.ts'
import { settleTicket, suspectOnTicket } from '../phi.ts'
import type { LockedTicket } from '../records.ts'
import { rekeyTicket } from '../rekey.ts'
import { type Finding, judge, masked, searchable, telling } from '../rules/detection.ts'
import { messageTokens } from '../rules/words.ts'
import { TicketSeal } from '../seal.ts'

/** A message may be edited by its author for so long, in ms; a reply, as long as it was not sent. */
const EDITABLE = 15 * 60_000

const ReasonBody = z.strictObject({ reason: Reason })
const State = z.object({
  phiState: z.enum(['none', 'suspected', 'cleared', 'purged']),
  version: z.number().int(),
})

function messageOf(tx: Tx, ticketId: string, id: string) {
  return tx.db
    .selectFrom('ticket_messages')
    .selectAll()
    .where('org_id', '=', tx.context.orgId)
    .where('ticket_id', '=', ticketId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What is done with one message: edited by its author, and, when it is suspected, revealed, cleared or purged. */
export function oneMessageRoutes(services: Services): Route[] {
  const { keys } = services
  const edit = route({
    method: 'PATCH',
    path: '/tickets/:id/messages/:messageId',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Edit one’s own message, within 15 minutes and before it is sent',
    params: MessageId,
    body: z.strictObject({ body: Body }),
    answer: { status: 200, schema: z.object({ version: z.number().int(), suspected: z.boolean() }) },
    async handler(ctx, { params, body }) {
      const version = ctx.ifMatch()
      const { orgId, userId } = ctx.principal
      return ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        const old = await messageOf(tx, ticket.id, params.messageId)
        if (!old) throw notFound('The message')
        if (old.author_id !== userId)
          throw forbidden('Only its author edits a message; write another beside it.')
        if (!old.sealed_body) throw new Problem(410, 'destroyed', 'The text of this message was destroyed')
        if (Date.now() - old.created_at.getTime() > EDITABLE)
          throw conflict('message-too-old', 'A message can be edited for 15 minutes only')
        const sent = await tx.db
          .selectFrom('ticket_outbox')
          .select('id')
          .where('org_id', '=', orgId)
          .where('message_id', '=', old.id)
          .where('taken_at', 'is not', null)
          .executeTakeFirst()
        if (sent) throw conflict('message-sent', 'This reply was sent already')
        if (old.version !== version) throw stale()
        const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
        const judged = judge(body.body)
        const { suspected, findings } = judged
        if (suspected && old.phi_state !== 'suspected')
          await suspectOnTicket(tx, services, byRequest(ctx), ticket.id)
        await tx.db
          .updateTable('ticket_messages')
          .set((e) => ({
            sealed_body: seal.seal('ticket_messages.sealed_body', old.id, body.body),
            sealed_findings: suspected
              ? seal.seal('ticket_messages.sealed_findings', old.id, findings)
              : null,
            phi_state: suspected ? 'suspected' : 'none',
            version: e('version', '+', 1),
            edited_at: new Date(),
          }))
          .where('org_id', '=', orgId)
          .where('id', '=', old.id)
          .execute()
        await tx.db
          .updateTable('ticket_search')
          .set({ tokens: messageTokens(await tokenizer(keys, orgId), searchable(body.body, judged)) })
          .where('org_id', '=', orgId)
          .where('ticket_id', '=', ticket.id)
          .where('source_id', '=', old.id)
          .execute()
        if (!suspected && old.phi_state === 'suspected') await settleTicket(tx, byRequest(ctx), ticket.id)
        const eventId = uuidv7()
        // The log shows no more of it than the thread did: what is suspected is covered.
        const before = old.sealed_findings
          ? telling(seal.open<Finding[]>('ticket_messages.sealed_findings', old.id, old.sealed_findings))
          : []
        const from = masked(seal.open<string>('ticket_messages.sealed_body', old.id, old.sealed_body), before)
        const to = suspected ? masked(body.body, telling(findings)) : body.body
        await ctx.record(tx, {
          id: eventId,
          action: 'ticket.message-change',
          object: { type: 'ticket', id: ticket.id },
          changes: ['ticket.message'],
          facts: { message: old.id, suspected },
          sealed: { ticket: seal.forLog(eventId, { message: { from, to } }) },
        })
        return { version: old.version + 1, suspected }
      })
    },
  })

  const reveal = route({
    method: 'POST',
    path: '/tickets/:id/messages/:messageId/reveal',
    tag: 'tickets',
    needs: 'files:reveal',
    summary: 'The text of a suspected message, uncovered, with a reason that the log keeps',
    params: MessageId,
    body: ReasonBody,
    limit: { hits: 60, window: 60, per: 'principal' },
    answer: {
      status: 200,
      schema: z.object({
        body: z.string(),
        findings: z.array(
          z.object({ kind: z.string(), start: z.number().int(), end: z.number().int(), reason: z.string() }),
        ),
      }),
    },
    async handler(ctx, { params, body }) {
      const { orgId } = ctx.principal
      const found = await ctx.withContext(async (tx) => {
        const m = await messageOf(tx, params.id, params.messageId)
        if (!m) throw notFound('The message')
        if (!m.sealed_body) throw new Problem(410, 'destroyed', 'The text of this message was destroyed')
        const dek = await tx.db
          .selectFrom('deks')
          .select(['kek_id', 'wrapped'])
          .where('org_id', '=', orgId)
          .where('subject_id', '=', params.id)
          .executeTakeFirstOrThrow()
        const seal = new TicketSeal(orgId, await keys.openDek(orgId, params.id, dek))
        return {
          body: seal.open<string>('ticket_messages.sealed_body', m.id, m.sealed_body),
          findings: m.sealed_findings
            ? seal.open<Finding[]>('ticket_messages.sealed_findings', m.id, m.sealed_findings)
            : [],
        }
      })
      await ctx.recordRead({
        action: 'ticket.message-reveal',
        object: { type: 'ticket', id: params.id },
        facts: { message: params.messageId },
        reason: body.reason,
      })
      return found
    },
  })

  const clear = route({
    method: 'POST',
    path: '/tickets/:id/messages/:messageId/clear',
    tag: 'tickets',
    needs: 'files:clear',
    summary: 'Say, with a reason, that a suspected message holds no protected health information',
    params: MessageId,
    body: ReasonBody,
    answer: { status: 200, schema: State },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const ticket = await lockForChange(tx, params.id)
        const row = await tx.db
          .updateTable('ticket_messages')
          .set((e) => ({
            phi_state: 'cleared',
            sealed_findings: null,
            cleared_at: new Date(),
            cleared_by: ctx.principal.userId,
            version: e('version', '+', 1),
          }))
          .where('org_id', '=', tx.context.orgId)
          .where('ticket_id', '=', ticket.id)
          .where('id', '=', params.messageId)
          .where('phi_state', '=', 'suspected')
          .returning(['version', 'sealed_body'])
          .executeTakeFirst()
        if (!row) throw notFound('The message, suspected,')
        await findWhole(tx, services, ticket, params.messageId, row.sealed_body!)
        await ctx.record(tx, {
          action: 'ticket.message-clear',
          object: { type: 'ticket', id: ticket.id },
          facts: { message: params.messageId },
          reason: body.reason,
        })
        await settleTicket(tx, byRequest(ctx), ticket.id)
        return { phiState: 'cleared' as const, version: row.version }
      }),
  })

  const purge = route({
    method: 'POST',
    path: '/tickets/:id/messages/:messageId/purge',
    tag: 'tickets',
    needs: 'files:purge',
    summary:
      'Destroy the text of a message for good: the ticket gets a new key, under which it was never sealed',
    params: MessageId,
    body: ReasonBody,
    answer: { status: 200, schema: State.extend({ ciphertextHash: z.string() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { orgId } = tx.context
        const ticket = await lockForChange(tx, params.id)
        const old = await messageOf(tx, ticket.id, params.messageId)
        if (!old?.sealed_body) throw notFound('The message, with a text,')
        const ciphertextHash = createHash('sha256').update(old.sealed_body).digest('hex')
        await tx.db
          .updateTable('ticket_messages')
          .set((e) => ({
            phi_state: 'purged',
            sealed_body: null,
            sealed_findings: null,
            sealed_from: null,
            purged_at: new Date(),
            purged_by: ctx.principal.userId,
            version: e('version', '+', 1),
          }))
          .where('org_id', '=', orgId)
          .where('id', '=', old.id)
          .execute()
        await tx.db
          .deleteFrom('ticket_search')
          .where('org_id', '=', orgId)
          .where('ticket_id', '=', ticket.id)
          .where('source_id', '=', old.id)
          .execute()
        const keyHash = await rekeyTicket(keys, tx, ticket)
        await ctx.record(tx, {
          action: 'ticket.message-purge',
          object: { type: 'ticket', id: ticket.id },
          facts: { message: old.id, ciphertext: ciphertextHash, key: keyHash },
          reason: body.reason,
        })
        await settleTicket(tx, byRequest(ctx), ticket.id)
        return { phiState: 'purged' as const, version: old.version + 1, ciphertextHash }
      }),
  })
  return [edit, reveal, clear, purge]
}

/** What was covered is found by searching for it from now on. */
async function findWhole(
  tx: Tx,
  { keys }: Pick<Services, 'keys'>,
  ticket: LockedTicket,
  messageId: string,
  sealedBody: Buffer,
): Promise<void> {
  const { orgId } = tx.context
  const seal = new TicketSeal(orgId, await keys.openDek(orgId, ticket.id, ticket))
  const body = seal.open<string>('ticket_messages.sealed_body', messageId, sealedBody)
  const tokens = messageTokens(await tokenizer(keys, orgId), body)
  const row = { org_id: orgId, ticket_id: ticket.id, source_id: messageId, group_id: ticket.group_id, tokens }
  await tx.db
    .insertInto('ticket_search')
    .values(row)
    .onConflict((c) => c.columns(['org_id', 'ticket_id', 'source_id']).doUpdateSet({ tokens }))
    .execute()
}
