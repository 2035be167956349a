import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { openJson } from '../../../platform/keys/sealed.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientId, Id } from '../api.ts'
import { openParent } from '../children.ts'
import { type ResourceLabel, resourceLabelPlace, resourcePlace } from '../resources.ts'

const Label = z.object({
  id: Id,
  type: z.string(),
  label: z.string().optional(),
  date: z.string().optional(),
})

/** FHIR resources that an import brought beside the record: listed by label, opened one at a time. */
export function resourceRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/clients/:id/resources',
    tag: 'resources',
    needs: 'clients:read',
    summary: 'Imported resources of a client',
    params: ClientId,
    query: z.object({ cursor: Id.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answer: { status: 200, schema: z.object({ items: z.array(Label), nextCursor: z.string().nullable() }) },
    async handler(ctx, { params, query }) {
      const items = await ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'clinical', 'read')
        let rows = tx.db
          .selectFrom('client_resources')
          .select(['id', 'sealed_label'])
          .where('client_id', '=', params.id)
          .orderBy('id')
          .limit(query.limit + 1)
        if (query.cursor) rows = rows.where('id', '>', query.cursor)
        return (await rows.execute()).map((r) => ({
          id: r.id,
          ...openJson<ResourceLabel>(key, resourceLabelPlace(tx.context.orgId, r.id), r.sealed_label),
        }))
      })
      const page = items.slice(0, query.limit)
      await ctx.recordRead({
        action: 'resource.list',
        object: { type: 'client', id: params.id },
        classes: ['clinical'],
        facts: { count: page.length },
      })
      return { items: page, nextCursor: items.length > query.limit ? page.at(-1)!.id : null }
    },
  })
  const one = route({
    method: 'GET',
    path: '/clients/:id/resources/:resourceId',
    tag: 'resources',
    needs: 'clients:read',
    summary: 'One imported resource, as it came',
    params: z.object({ id: Id, resourceId: Id }),
    answer: { status: 200, schema: Label.extend({ resource: z.record(z.string(), z.unknown()) }) },
    async handler(ctx, { params }) {
      const found = await ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'clinical', 'read')
        const r = await tx.db
          .selectFrom('client_resources')
          .selectAll()
          .where('client_id', '=', params.id)
          .where('id', '=', params.resourceId)
          .executeTakeFirst()
        if (!r) throw notFound('The resource')
        return {
          id: r.id,
          ...openJson<ResourceLabel>(key, resourceLabelPlace(tx.context.orgId, r.id), r.sealed_label),
          resource: openJson<Record<string, unknown>>(
            key,
            resourcePlace(tx.context.orgId, r.id),
            r.sealed_clinical,
          ),
        }
      })
      await ctx.recordRead({
        action: 'resource.read',
        object: { type: 'client', id: params.id },
        classes: ['clinical'],
        facts: { resource: params.resourceId },
      })
      return found
    },
  })
  return [list, one]
}
