import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, forbidden, notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { openJson, type Place, type Sealed, sealJson } from '../../../platform/keys/sealed.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'

const MINUTES = 60
const place = (orgId: string, column: 'reason' | 'comment', row: string): Place => ({
  orgId,
  table: 'break_glass',
  column,
  row,
})
const Outcome = z.enum(['justified', 'unjustified'])
const Answer = z.object({
  id: z.string(),
  userId: z.string(),
  userName: z.string(),
  clientId: z.string(),
  reason: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  reviewedAt: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  outcome: Outcome.nullable(),
  comment: z.string().nullable(),
})

/**
 * Emergency access (45 CFR 164.312(a)(2)(ii)): reading beyond the walls for an hour, with a reason; it alerts the
 * privacy officer and is reviewed by another person. What people type is sealed under the organization's key.
 */
export function breakGlassRoutes({ db, keys }: Services): Route[] {
  const seal = async (tx: Tx, column: 'reason' | 'comment', row: string, text: string) =>
    sealJson(
      await subjectDek(keys, tx, 'organization', tx.context.orgId),
      place(tx.context.orgId, column, row),
      text,
    ).toString('base64')
  const open = async (tx: Tx, column: 'reason' | 'comment', row: string, sealed: string) =>
    openJson<string>(
      await subjectDek(keys, tx, 'organization', tx.context.orgId),
      place(tx.context.orgId, column, row),
      Buffer.from(sealed, 'base64') as Sealed,
    )

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
      // Beyond one's own walls one can't look: the system looks whether there is such a client.
      const client = await db.withContext(
        { orgId, userId: null },
        (tx) =>
          tx.db
            .selectFrom('clients')
            .select('id')
            .where('id', '=', body.clientId)
            .where('shredded_at', 'is', null)
            .executeTakeFirst(),
        'worker',
      )
      if (!client) throw notFound('The client')
      return ctx.withContext(async (tx) => {
        const id = uuidv7()
        const expires = new Date(Date.now() + MINUTES * 60_000)
        await tx.db
          .insertInto('break_glass')
          .values({
            org_id: orgId,
            id,
            user_id: userId,
            client_id: body.clientId,
            reason: await seal(tx, 'reason', id, body.reason),
            expires_at: expires,
          })
          .execute()
        await ctx.record(tx, {
          action: 'break-glass.open',
          object: { type: 'client', id: body.clientId },
          facts: { breakGlass: id },
        })
        await tx.run({ name: 'notify', text: 'select pg_notify($1, $2)' }, [
          'wk_live',
          JSON.stringify({ org: orgId, type: 'break-glass', id }),
        ])
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
      const items = await ctx.withContext(async (tx) => {
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
            reason: await open(tx, 'reason', b.id, b.reason),
            createdAt: b.created_at.toISOString(),
            expiresAt: b.expires_at.toISOString(),
            reviewedAt: b.reviewed_at?.toISOString() ?? null,
            reviewedByName: b.reviewer,
            outcome: b.outcome as 'justified' | 'unjustified' | null,
            comment: b.comment ? await open(tx, 'comment', b.id, b.comment) : null,
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
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const item = await tx.db
          .selectFrom('break_glass')
          .selectAll()
          .where('id', '=', params.id)
          .forUpdate()
          .executeTakeFirst()
        if (!item) throw notFound('The emergency access')
        if (item.user_id === ctx.principal.userId)
          throw forbidden('Another person must review your emergency access.')
        if (item.reviewed_at) throw conflict('reviewed', 'It was reviewed already')
        await tx.db
          .updateTable('break_glass')
          .set({
            reviewed_by: ctx.principal.userId,
            reviewed_at: new Date(),
            outcome: body.outcome,
            comment: await seal(tx, 'comment', params.id, body.comment),
          })
          .where('id', '=', params.id)
          .execute()
        await ctx.record(tx, {
          action: 'break-glass.review',
          object: { type: 'client', id: item.client_id },
          facts: { breakGlass: params.id, outcome: body.outcome },
        })
      }),
  })
  return [use, list, review]
}
