import type { Tx } from '../../../platform/db/database.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  BoardAnswer,
  BoardTickets,
  CountsAnswer,
  CountTickets,
  MOST_COUNTED,
  SearchTickets,
  SearchTicketsAnswer,
} from '../api.ts'
import { boardTickets, countTickets, type ListRow, listTickets } from '../list.ts'
import { listByDue } from '../list-due.ts'
import { filterOf, listEvent, presentAll } from '../listing.ts'
import { searchTickets } from '../search.ts'

export function listRoutes({ keys }: Services): Route[] {
  const present = (ctx: RequestContext, tx: Tx, rows: ListRow[]) => presentAll(keys, tx, ctx.principal, rows)

  const search = route({
    method: 'POST',
    path: '/tickets/search',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'Tickets by filter, saved view and words; without words in pages',
    body: SearchTickets,
    answer: { status: 200, schema: SearchTicketsAnswer },
    async handler(ctx, { body }) {
      let searched = false
      const found = await ctx.withContext(async (tx) => {
        const filter = await filterOf(keys, tx, body)
        searched = Boolean(filter.q || filter.tag)
        if (searched) {
          const { hits, truncated } = await searchTickets(keys, tx, filter, body.limit)
          return {
            items: await present(
              ctx,
              tx,
              hits.map((h) => h.row),
            ),
            nextCursor: null,
            truncated,
          }
        }
        const { sort, limit, cursor } = body
        const { rows, nextCursor } =
          sort === 'due'
            ? await listByDue(tx, filter, limit, cursor)
            : await listTickets(tx, filter, sort, limit, cursor)
        return { items: await present(ctx, tx, rows), nextCursor, truncated: false }
      })
      await ctx.recordRead(listEvent('ticket.list', found.items, { searched }))
      return found
    },
  })

  const board = route({
    method: 'POST',
    path: '/tickets/board',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'Tickets in columns, each with its count and its first cards',
    body: BoardTickets,
    answer: { status: 200, schema: BoardAnswer },
    async handler(ctx, { body }) {
      const columns = await ctx.withContext(async (tx) => {
        const filter = await filterOf(keys, tx, body)
        const among =
          filter.q || filter.tag
            ? (await searchTickets(keys, tx, filter, 300)).hits.map((h) => h.row.id)
            : undefined
        const rows = await boardTickets(tx, filter, body.groupBy, body.limit, among)
        const items = new Map((await present(ctx, tx, rows)).map((i) => [i.id, i]))
        return [...Map.groupBy(rows, (r) => r.key)].map(([key, of]) => ({
          key,
          count: of[0]!.count,
          items: of.map((r) => items.get(r.id)!),
        }))
      })
      await ctx.recordRead(
        listEvent(
          'ticket.board',
          columns.flatMap((c) => c.items),
          { searched: false },
        ),
      )
      return { columns }
    },
  })
  const counts = route({
    method: 'POST',
    path: '/tickets/counts',
    tag: 'tickets',
    needs: 'tickets:read',
    summary: 'How many tickets each of several views holds',
    passive: true,
    body: CountTickets,
    answer: { status: 200, schema: CountsAnswer },
    unaudited: 'numbers of what one may list, nothing of anybody',
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const counts: Record<string, number | null> = {}
        for (const [key, view] of Object.entries(body.views)) {
          const filter = await filterOf(keys, tx, view)
          counts[key] = filter.q || filter.tag ? null : await countTickets(tx, filter, MOST_COUNTED)
        }
        return { counts }
      }),
  })
  return [search, board, counts]
}
