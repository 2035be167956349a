import { z } from 'zod'
import { forbidden, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { openJson } from '../../../platform/keys/sealed.ts'
import { openSubject } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'
import type { ResourceLabel } from '../../clients/index.ts'
import { unassignedPlace } from '../imports/resources.ts'

const Id = z.uuid()
const Listed = z.object({
  id: Id,
  type: z.string(),
  label: z.string().optional(),
  date: z.string().optional(),
})
const LIST = {
  name: 'unassigned-list',
  text: `select id, sealed_label as label from unassigned_resources
    where org_id = $1 and import_id = $2 and ($3::uuid is null or id > $3) order by id limit $4`,
}
const ONE = {
  name: 'unassigned-one',
  text: 'select id, sealed_label as label, sealed_clinical as body from unassigned_resources where org_id = $1 and import_id = $2 and id = $3',
}

/** What an import brought that belongs to no client: listed by label, opened one at a time. */
export function unassignedRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/imports/:id/unassigned',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'Imported resources that belong to no client',
    params: z.object({ id: Id }),
    query: z.object({ cursor: Id.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answer: { status: 200, schema: z.object({ items: z.array(Listed), nextCursor: z.string().nullable() }) },
    async handler(ctx, { params, query }) {
      requireClinical(ctx)
      const items = await ctx.withContext(async (tx) => {
        const { orgId } = tx.context
        const rows = await tx.run<{ id: string; label: Buffer }>(LIST, [
          orgId,
          params.id,
          query.cursor ?? null,
          query.limit + 1,
        ])
        const key = await openSubject(keys, tx, orgId)
        return rows.map((r) => ({
          id: r.id,
          ...openJson<ResourceLabel>(key, unassignedPlace(orgId, 'sealed_label', r.id), r.label),
        }))
      })
      const page = items.slice(0, query.limit)
      await ctx.recordRead({
        action: 'unassigned.list',
        object: { type: 'import', id: params.id },
        classes: ['clinical'],
        facts: { count: page.length },
      })
      return { items: page, nextCursor: items.length > query.limit ? page.at(-1)!.id : null }
    },
  })
  const one = route({
    method: 'GET',
    path: '/imports/:id/unassigned/:resourceId',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'One of them, as it came',
    params: z.object({ id: Id, resourceId: Id }),
    answer: { status: 200, schema: Listed.extend({ resource: z.record(z.string(), z.unknown()) }) },
    async handler(ctx, { params }) {
      requireClinical(ctx)
      const found = await ctx.withContext(async (tx) => {
        const { orgId } = tx.context
        const [row] = await tx.run<{ id: string; label: Buffer; body: Buffer }>(ONE, [
          orgId,
          params.id,
          params.resourceId,
        ])
        if (!row) throw notFound('The resource')
        const key = await openSubject(keys, tx, orgId)
        return {
          id: row.id,
          ...openJson<ResourceLabel>(key, unassignedPlace(orgId, 'sealed_label', row.id), row.label),
          resource: openJson<Record<string, unknown>>(
            key,
            unassignedPlace(orgId, 'sealed_clinical', row.id),
            row.body,
          ),
        }
      })
      await ctx.recordRead({
        action: 'unassigned.read',
        object: { type: 'import', id: params.id },
        classes: ['clinical'],
        facts: { resource: params.resourceId },
      })
      return found
    },
  })
  return [list, one]
}

function requireClinical(ctx: RequestContext): void {
  if (!ctx.principal.fieldClasses.clinical) throw forbidden('Your roles do not show the class clinical.')
}
