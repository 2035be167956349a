import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { EventPage, EventQuery } from '../api.ts'
import { presentEvents } from '../present.ts'
import { findEvents } from '../query.ts'

/** The log as people read it: newest first, by who, what, when, and on what. To read it is an event itself. */
export function eventRoutes({ keys }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/audit/events',
      tag: 'audit',
      needs: 'audit:read',
      summary: 'Events, newest first',
      query: EventQuery,
      answer: { status: 200, schema: EventPage },
      async handler(ctx, { query }) {
        const { limit, cursor, ...filter } = query
        const { items, clients, texts, more } = await ctx.withContext(async (tx) => {
          const found = await findEvents(tx, { ...filter, before: cursor }, limit + 1)
          return {
            ...(await presentEvents(keys, tx, ctx.principal, found.slice(0, limit))),
            more: found.length > limit,
          }
        })
        const { objectType, objectId, ...rest } = filter
        await ctx.recordRead({
          action: 'audit.list',
          object: { type: objectType ?? 'audit', id: objectId ?? null },
          objects: clients,
          classes: [...(clients.length ? ['contact' as const] : []), ...(texts ? ['note' as const] : [])],
          facts: { ...defined(rest), count: items.length },
        })
        return { items, nextCursor: more ? items.at(-1)!.id : null }
      },
    }),
  ]
}

const defined = <T>(o: Record<string, T | undefined>) =>
  Object.fromEntries(Object.entries(o).filter((x): x is [string, T] => x[1] !== undefined))
