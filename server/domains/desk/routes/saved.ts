import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id } from '../api.ts'
import { listSaved, Macro, readSaved, removeSaved, save, View } from '../views.ts'

const SavedId = z.object({ id: Id })
const extra = { id: Id, ownerId: Id, shared: z.boolean(), version: z.number().int() }

/** Saved views and macros: one's own, and those that are shared with all. */
export function savedRoutes(services: Services): Route[] {
  return [
    ...routesFor(services, 'view', View, 'tickets:read'),
    ...routesFor(services, 'macro', Macro, 'tickets:write'),
  ]
}

function routesFor<K extends 'view' | 'macro'>(
  { keys }: Services,
  kind: K,
  Content: typeof View | typeof Macro,
  needs: 'tickets:read' | 'tickets:write',
): Route[] {
  const path = `/ticket-${kind}s`
  const Body = (Content as typeof View).extend({ shared: z.boolean().default(false) })
  const Answer = (Content as typeof View).extend(extra)
  // biome-ignore lint/suspicious/noExplicitAny: the two kinds differ in their content alone
  const split = ({ shared, ...content }: any) => ({ shared: shared as boolean, content })
  return [
    route({
      method: 'GET',
      path,
      tag: `ticket-${kind}s`,
      needs,
      summary: `One’s own ${kind}s and the shared ones`,
      answer: { status: 200, schema: z.object({ items: z.array(Answer) }) },
      unaudited: 'settings of one’s own work, nothing of anybody',
      async handler(ctx) {
        return { items: await ctx.withContext((tx) => listSaved(keys, tx, kind)) }
      },
    }),
    route({
      method: 'POST',
      path,
      tag: `ticket-${kind}s`,
      needs,
      summary: `Save a ${kind}; a shared one needs desk:settings`,
      idempotent: {
        needs,
        async read(ctx, id) {
          const saved = await ctx.withContext((tx) => readSaved(keys, tx, kind, id))
          await ctx.recordRead({ action: `ticket-${kind}.read`, object: { type: `ticket-${kind}`, id } })
          return saved
        },
      },
      body: Body,
      answer: { status: 201, schema: Answer },
      handler: (ctx, { body }) => {
        const { shared, content } = split(body)
        return ctx.withContext((tx) => save(keys, tx, byRequest(ctx), kind, content, shared))
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/:id`,
      tag: `ticket-${kind}s`,
      needs,
      summary: `Change a ${kind}`,
      params: SavedId,
      body: Body,
      answer: { status: 200, schema: Answer },
      handler: (ctx, { params, body }) => {
        const { shared, content } = split(body)
        const known = { id: params.id, version: ctx.ifMatch() }
        return ctx.withContext((tx) => save(keys, tx, byRequest(ctx), kind, content, shared, known))
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/:id`,
      tag: `ticket-${kind}s`,
      needs,
      summary: `Remove a ${kind}`,
      params: SavedId,
      answer: { status: 204, schema: null },
      handler: (ctx, { params }) =>
        ctx.withContext((tx) => removeSaved(keys, tx, byRequest(ctx), kind, params.id)),
    }),
  ]
}
