import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, Limit, line, Name, some } from '../api.ts'
import { createFacility } from '../make.ts'
import { unique } from '../unique.ts'

const zones = new Set(Intl.supportedValuesOf('timeZone').concat('UTC'))
const Details = z.strictObject({
  timeZone: z
    .string()
    .refine((z) => zones.has(z), 'must be a time zone such as America/Chicago')
    .optional(),
  phone: line(40).optional(),
  address: z
    .strictObject({
      line: z.array(line(200)).max(5).optional(),
      city: line(100).optional(),
      state: line(100).optional(),
      postalCode: line(20).optional(),
      country: line(60).optional(),
    })
    .optional(),
})
const Body = Details.extend({ name: Name })
const Answer = Body.extend({ id: z.string() })

interface Row {
  id: string
  name: string
  details: unknown
}
const present = (r: Row) => ({ id: r.id, name: r.name, ...(r.details as object) })

/** The sites of the organization. */
export function facilityRoutes(_: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/facilities',
    tag: 'facilities',
    needs: 'facilities:read',
    summary: 'Facilities',
    query: Limit,
    answer: { status: 200, schema: z.object({ items: z.array(Answer), nextCursor: z.null() }) },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) =>
        tx.db.selectFrom('facilities').selectAll().orderBy('name').execute(),
      )
      await ctx.recordRead({ action: 'facility.list', object: { type: 'facility', id: null } })
      return { items: rows.map(present), nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/facilities',
    tag: 'facilities',
    needs: 'facilities:manage',
    summary: 'Add a facility',
    body: Body,
    answer: { status: 201, schema: Answer },
    handler: (ctx, { body: { name, ...details } }) =>
      ctx.withContext(async (tx) => {
        const id = await createFacility(tx, { name, details })
        await ctx.record(tx, { action: 'facility.create', object: { type: 'facility', id } })
        return { id, name, ...details }
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/facilities/:id',
    tag: 'facilities',
    needs: 'facilities:manage',
    summary: 'Change a facility',
    params: Id,
    body: Body.partial().refine(some, 'nothing to change'),
    answer: { status: 200, schema: Answer },
    handler: (ctx, { params, body: { name, ...details } }) =>
      ctx.withContext(async (tx) => {
        const before = await tx.db
          .selectFrom('facilities')
          .selectAll()
          .where('id', '=', params.id)
          .forUpdate()
          .executeTakeFirst()
        if (!before) throw notFound('The facility')
        const row = {
          id: before.id,
          name: name ?? before.name,
          details: { ...(before.details as object), ...details },
        }
        await unique(
          'name',
          tx.db
            .updateTable('facilities')
            .set({ name: row.name, details: JSON.stringify(row.details) })
            .where('id', '=', params.id)
            .execute(),
        )
        await ctx.record(tx, {
          action: 'facility.change',
          object: { type: 'facility', id: params.id },
          changes: [...(name ? ['name'] : []), ...Object.keys(details)],
        })
        return present(row)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/facilities/:id',
    tag: 'facilities',
    needs: 'facilities:manage',
    summary: 'Delete a facility to which nothing belongs',
    params: Id,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const gone = await unique(
          'id',
          tx.db.deleteFrom('facilities').where('id', '=', params.id).executeTakeFirst(),
        )
        if (!gone.numDeletedRows) throw notFound('The facility')
        await ctx.record(tx, { action: 'facility.remove', object: { type: 'facility', id: params.id } })
      }),
  })
  return [list, create, change, remove]
}
