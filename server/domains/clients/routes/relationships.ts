import { z } from 'zod'
import { invalid, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientId, Id } from '../api.ts'
import { openParent } from '../children.ts'
import { displayName } from '../present.ts'
import { openClasses, readClients } from '../records.ts'

const Body = z.strictObject({ otherClientId: Id, kind: z.string().trim().min(1).max(60) })
const Answer = z.object({
  id: Id,
  otherClientId: Id,
  otherName: z.string(),
  kind: z.string(),
  createdAt: z.string(),
})
const place = (orgId: string, row: string): Place => ({
  orgId,
  table: 'client_relationships',
  column: 'sealed_contact',
  row,
})

/** How clients belong together. The other client's name shows only when its own wall opens for the reader. */
export function relationshipRoutes({ keys }: Services): Route[] {
  /** What ties a client to others, or one such tie; recorded as read. */
  async function shown(ctx: RequestContext, clientId: string, id?: string) {
    const items = await ctx.withContext(async (tx) => {
      const { orgId } = tx.context
      const { key } = await openParent(keys, ctx, tx, clientId, 'contact', 'read')
      const rows = await tx.db
        .selectFrom('client_relationships')
        .selectAll()
        .where('client_id', '=', clientId)
        .$if(id !== undefined, (q) => q.where('id', '=', id!))
        .orderBy('id')
        .limit(200)
        .execute()
      const names = new Map<string, string>()
      for (const other of rows.length
        ? await readClients(
            tx,
            rows.map((r) => r.other_client_id),
          )
        : [])
        names.set(
          other.id,
          displayName(
            openClasses(await keys.openDek(orgId, other.id, other), orgId, other, ['contact']).contact,
          ),
        )
      return rows.map((r) => ({
        id: r.id,
        otherClientId: r.other_client_id,
        otherName: names.get(r.other_client_id) ?? 'Behind a wall',
        createdAt: r.created_at.toISOString(),
        kind: openJson<string>(key, place(orgId, r.id), r.sealed_contact),
      }))
    })
    await ctx.recordRead({
      action: 'relationship.list',
      object: { type: 'client', id: clientId },
      objects: items.map((i) => i.otherClientId),
      classes: ['contact'],
    })
    return items
  }

  const list = route({
    method: 'GET',
    path: '/clients/:id/relationships',
    tag: 'relationships',
    needs: 'clients:read',
    summary: 'Clients that belong together',
    params: ClientId,
    answer: { status: 200, schema: z.object({ items: z.array(Answer) }) },
    async handler(ctx, { params }) {
      return { items: await shown(ctx, params.id) }
    },
  })
  const add = route({
    method: 'POST',
    path: '/clients/:id/relationships',
    tag: 'relationships',
    needs: 'clients:write',
    summary: 'Tie two clients together',
    idempotent: {
      needs: 'clients:read',
      async read(ctx, id, { params }) {
        const [one] = await shown(ctx, params.id, id)
        if (!one) throw notFound('The relationship')
        return one
      },
    },
    params: ClientId,
    body: Body,
    answer: { status: 201, schema: Answer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        if (body.otherClientId === params.id)
          throw invalid([{ field: 'otherClientId', message: 'must be another client' }])
        const { key } = await openParent(keys, ctx, tx, params.id, 'contact', 'write')
        const [other] = await readClients(tx, [body.otherClientId])
        if (!other) throw invalid([{ field: 'otherClientId', message: 'is not a client that you may see' }])
        const id = uuidv7()
        const { orgId } = tx.context
        const { created_at } = await tx.db
          .insertInto('client_relationships')
          .values({
            org_id: orgId,
            id,
            client_id: params.id,
            other_client_id: body.otherClientId,
            sealed_contact: sealJson(key, place(orgId, id), body.kind),
          })
          .returning('created_at')
          .executeTakeFirstOrThrow()
        await ctx.record(tx, {
          action: 'relationship.create',
          object: { type: 'client', id: params.id },
          objects: [body.otherClientId],
          classes: ['contact'],
        })
        const otherName = displayName(
          openClasses(await keys.openDek(orgId, other.id, other), orgId, other, ['contact']).contact,
        )
        return { id, ...body, otherName, createdAt: created_at.toISOString() }
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/clients/:id/relationships/:relationshipId',
    tag: 'relationships',
    needs: 'clients:write',
    summary: 'Untie two clients',
    params: z.object({ id: Id, relationshipId: Id }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        await openParent(keys, ctx, tx, params.id, 'contact', 'write')
        const gone = await tx.db
          .deleteFrom('client_relationships')
          .where('client_id', '=', params.id)
          .where('id', '=', params.relationshipId)
          .executeTakeFirst()
        if (!gone.numDeletedRows) throw notFound('The relationship')
        await ctx.record(tx, {
          action: 'relationship.remove',
          object: { type: 'client', id: params.id },
          classes: ['contact'],
          facts: { relationship: params.relationshipId },
        })
      }),
  })
  return [list, add, remove]
}
