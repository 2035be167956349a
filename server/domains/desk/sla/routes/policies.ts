import { z } from 'zod'
import { invalid, stale } from '../../../../platform/http/problem.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { uuidv7 } from '../../../../platform/ids.ts'
import type { Services } from '../../../../platform/services.ts'
import { ById, CreatePolicy, Id, PolicyAnswer, PolicyChange, some } from '../api.ts'
import {
  bodyOfPolicy,
  checkedPolicy,
  listPolicies,
  policyColumns,
  presentPolicy,
  readPolicy,
} from '../policies.ts'
import { unique } from '../unique.ts'

const List = z.object({ items: z.array(PolicyAnswer), nextCursor: z.null() })
/** What a policy has unless it is said. */
const DEFAULTS = {
  active: true,
  clientIds: [],
  groupIds: [],
  priorities: [],
  typeIds: [],
  pauseStatuses: null,
  warnPercents: [75],
  actions: [],
}

/** Policies: what is promised to whom. A change counts at once for all open tickets: a sweep goes over them. */
export function policyRoutes({ db }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/sla/policies',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Policies, in the order in which they are asked',
    answer: { status: 200, schema: List },
    async handler(ctx) {
      const rows = await ctx.withContext(listPolicies)
      await ctx.recordRead({ action: 'sla-policy.list', object: { type: 'sla-policy', id: null } })
      return { items: rows.map(presentPolicy), nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/sla/policies',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Make a policy, first in the order',
    idempotent: {
      needs: 'desk:settings',
      async read(ctx, id) {
        const row = await ctx.withContext((tx) => readPolicy(tx, id))
        await ctx.recordRead({ action: 'sla-policy.list', object: { type: 'sla-policy', id } })
        return presentPolicy(row)
      },
    },
    body: CreatePolicy,
    answer: { status: 201, schema: PolicyAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const checked = await checkedPolicy(db, tx, { ...DEFAULTS, ...body })
        const id = uuidv7()
        // The newest is asked first: it is narrower than what was there, or it would not be needed.
        await unique(
          'name',
          tx.db
            .insertInto('sla_policies')
            .values((e) => ({
              org_id: tx.context.orgId,
              id,
              ...policyColumns(checked),
              position: e
                .selectFrom('sla_policies')
                .select((f) => f.fn.coalesce(f(f.fn.min('position'), '-', 1), f.lit(0)).as('position')),
            }))
            .execute(),
        )
        await ctx.record(tx, { action: 'sla-policy.create', object: { type: 'sla-policy', id } })
        ctx.reply.header('etag', '"1"')
        return presentPolicy(await readPolicy(tx, id))
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/sla/policies/:id',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Change a policy; what is left out stays',
    params: ById,
    body: PolicyChange.refine(some, 'nothing to change'),
    answer: { status: 200, schema: PolicyAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = await readPolicy(tx, params.id)
        const checked = await checkedPolicy(db, tx, { ...bodyOfPolicy(before), ...body })
        const done = await unique(
          'name',
          tx.db
            .updateTable('sla_policies')
            .set((e) => ({
              ...policyColumns(checked),
              version: e('version', '+', 1),
              updated_at: new Date(),
            }))
            .where('id', '=', params.id)
            .where('version', '=', ctx.ifMatch())
            .returning('version')
            .executeTakeFirst(),
        )
        if (!done) throw stale()
        await ctx.record(tx, {
          action: 'sla-policy.change',
          object: { type: 'sla-policy', id: params.id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${done.version}"`)
        return presentPolicy(await readPolicy(tx, params.id))
      }),
  })
  const order = route({
    method: 'PUT',
    path: '/sla/policies/order',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Say in which order policies are asked; the first that fits counts',
    body: z.strictObject({ ids: z.array(Id).min(1).max(500) }),
    answer: { status: 200, schema: List },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const known = (await listPolicies(tx)).map((p) => p.id)
        if (known.length !== body.ids.length || known.some((id) => !body.ids.includes(id)))
          throw invalid([{ field: 'ids', message: 'must name each policy once' }])
        await tx.run(
          {
            name: 'sla-policy-order',
            text: `update sla_policies p set position = x.n, updated_at = now() from unnest($2::uuid[]) with ordinality x (id, n)
              where p.org_id = $1 and p.id = x.id`,
          },
          [tx.context.orgId, body.ids],
        )
        await ctx.record(tx, {
          action: 'sla-policy.order',
          object: { type: 'sla-policy', id: null },
          objects: body.ids,
        })
        return { items: (await listPolicies(tx)).map(presentPolicy), nextCursor: null }
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/sla/policies/:id',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Delete a policy; its open tickets come under the next that fits',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        await readPolicy(tx, params.id)
        await tx.db.deleteFrom('sla_policies').where('id', '=', params.id).execute()
        await ctx.record(tx, { action: 'sla-policy.remove', object: { type: 'sla-policy', id: params.id } })
      }),
  })
  return [list, create, order, change, remove]
}
