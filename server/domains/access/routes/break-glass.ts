import { z } from 'zod'
import { sealText } from '../../../platform/audit/seal-text.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, forbidden, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { openTyped, sealTyped } from '../typed.ts'

const MINUTES = 60
const Outcome = z.enum(['justified', 'unjustified'])
const Answer = z.object({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  clientId: z.string(),
  /** Null once the client, and with it what was typed about it, is destroyed. */
  reason: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  reviewedAt: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  outcome: Outcome.nullable(),
  comment: z.string().nullable(),
})

/**
 * Emergency access (45 CFR 164.312(a)(2)(ii)): reading beyond the walls for an hour, with a reason; it alerts the
 * privacy officer and is reviewed by another person.
 */
export function breakGlassRoutes({ db, keys }: Services): Route[] {
  // Who asks and who reviews may both stand beyond the client's wall: what concerns its key is the system's work.
  const asSystem = <T>(orgId: string, work: (tx: Tx) => Promise<T>) =>
    db.withContext({ orgId, userId: null }, work, 'worker')

  const use = route({
    method: 'POST',
    path: '/break-glass',
    tag: 'break-glass',
    needs: 'break-glass:use',
    summary: 'Open a client beyond the walls, for an hour, with a reason',
    body: z.strictObject({ clientId: z.uuid(), reason: z.string().trim().min(10).max(500) }),
    limit: { hits: 10, window: 3600, per: 'principal' },
    answer: { status: 201, schema: z.object({ id: z.string(), expiresAt: z.string() }) },
    async handler(ctx, { body }) {
      const { orgId, userId } = ctx.principal
      const id = uuidv7()
      const { reason, event } = await asSystem(orgId, async (tx) => {
        const client = await tx.db
          .selectFrom('clients')
          .select('id')
          .where('id', '=', body.clientId)
          .where('shredded_at', 'is', null)
          .executeTakeFirst()
        if (!client) throw notFound('The client')
        return {
          reason: await sealTyped(keys, tx, client.id, 'reason', id, body.reason),
          event: await sealText(keys, tx, {
            action: 'break-glass.open',
            object: { type: 'client', id: client.id },
            reason: body.reason,
            facts: { breakGlass: id },
          }),
        }
      })
      return ctx.withContext(async (tx) => {
        const expires = new Date(Date.now() + MINUTES * 60_000)
        await tx.db
          .insertInto('break_glass')
          .values({
            org_id: orgId,
            id,
            user_id: userId,
            client_id: body.clientId,
            reason,
            expires_at: expires,
          })
          .execute()
        await ctx.record(tx, event)
        return { id, expiresAt: expires.toISOString() }
      })
    },
  })
  const list = route({
    method: 'GET',
    path: '/break-glass',
    tag: 'break-glass',
    needs: 'break-glass:review',
    summary: 'Emergency access, what waits for review first',
    query: z.object({ limit: z.coerce.number().optional() }),
    answer: { status: 200, schema: z.object({ items: z.array(Answer), nextCursor: z.null() }) },
    async handler(ctx) {
      const items = await asSystem(ctx.principal.orgId, async (tx) => {
        const rows = await tx.db
          .selectFrom('break_glass as b')
          .innerJoin('users as u', (j) =>
            j.onRef('u.org_id', '=', 'b.org_id').onRef('u.id', '=', 'b.user_id'),
          )
          .leftJoin('users as r', (j) =>
            j.onRef('r.org_id', '=', 'b.org_id').onRef('r.id', '=', 'b.reviewed_by'),
          )
          .selectAll('b')
          .select(['u.display_name as user_name', 'r.display_name as reviewer'])
          .orderBy((e) => e('b.reviewed_at', 'is not', null))
          .orderBy('b.id', 'desc')
          .limit(200)
          .execute()
        const out = []
        for (const b of rows)
          out.push({
            id: b.id,
            userId: b.user_id,
            userName: b.user_name,
            clientId: b.client_id,
            reason: await openTyped(keys, tx, b.client_id, 'reason', b.id, b.reason),
            createdAt: b.created_at.toISOString(),
            expiresAt: b.expires_at.toISOString(),
            reviewedAt: b.reviewed_at?.toISOString() ?? null,
            reviewedByName: b.reviewer,
            outcome: b.outcome as 'justified' | 'unjustified' | null,
            comment: b.comment && (await openTyped(keys, tx, b.client_id, 'comment', b.id, b.comment)),
          })
        return out
      })
      await ctx.recordRead({
        action: 'break-glass.list',
        object: { type: 'break-glass', id: null },
        objects: items.map((i) => i.clientId),
      })
      return { items, nextCursor: null }
    },
  })
  const review = route({
    method: 'POST',
    path: '/break-glass/:id/review',
    tag: 'break-glass',
    needs: 'break-glass:review',
    summary: 'Say whether it was justified; not one’s own',
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({ outcome: Outcome, comment: z.string().trim().min(3).max(500) }),
    answer: { status: 204, schema: null },
    async handler(ctx, { params, body }) {
      const { orgId, userId } = ctx.principal
      const { item, comment } = await asSystem(orgId, async (tx) => {
        const found = await tx.db
          .selectFrom('break_glass')
          .select(['user_id', 'client_id'])
          .where('id', '=', params.id)
          .executeTakeFirst()
        if (!found) throw notFound('The emergency access')
        return {
          item: found,
          comment: await sealTyped(keys, tx, found.client_id, 'comment', params.id, body.comment),
        }
      })
      if (item.user_id === userId) throw forbidden('Another person must review your emergency access.')
      await ctx.withContext(async (tx) => {
        const done = await tx.db
          .updateTable('break_glass')
          .set({ reviewed_by: userId, reviewed_at: new Date(), outcome: body.outcome, comment })
          .where('id', '=', params.id)
          .where('reviewed_at', 'is', null)
          .executeTakeFirst()
        if (!done.numUpdatedRows) throw conflict('reviewed', 'It was reviewed already')
        await ctx.record(tx, {
          action: 'break-glass.review',
          object: { type: 'client', id: item.client_id },
          facts: { breakGlass: params.id, outcome: body.outcome },
        })
      })
    },
  })
  return [use, list, review]
}
