import type { EventInput } from '../../../platform/audit/event.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { BoardAnswer, BoardTickets, SearchTickets, SearchTicketsAnswer, type TicketFilter } from '../api.ts'
import { boardTickets, listTickets, presentSummary } from '../list.ts'
import { listByDue } from '../list-due.ts'
import { searchTickets } from '../search.ts'
import { slaOf } from '../sla/of-ticket.ts'
import { readView } from '../views.ts'

type Summary = Awaited<ReturnType<typeof presentSummary>>

/** One event for all that a list disclosed: tickets, and the clients that it names. */
function listEvent(action: string, items: Summary[], searched: boolean): EventInput {
  const clients = [...new Set(items.flatMap((i) => (i.client ? [i.client.id] : [])))]
  return {
    action,
    object: { type: 'ticket', id: null },
    objects: [...items.map((i) => i.id), ...clients],
    ...(clients.length && { classes: ['contact'] as const }),
    facts: { searched },
  }
}

export function listRoutes({ keys }: Services): Route[] {
  const filterOf = async (
    tx: Tx,
    body: { filter?: TicketFilter | undefined; viewId?: string | undefined },
  ): Promise<TicketFilter> => ({
    ...(body.viewId && (await readView(keys, tx, body.viewId)).filter),
    ...body.filter,
  })
  /** With their clocks, which are asked for once for all of them. */
  const present = async (ctx: RequestContext, tx: Tx, rows: Parameters<typeof presentSummary>[2][]) => {
    const clocks = await slaOf(
      tx,
      rows.map((r) => r.id),
    )
    const items: Summary[] = []
    for (const row of rows)
      items.push(await presentSummary(keys, ctx.principal.orgId, row, ctx.principal, clocks.get(row.id)))
    return items
  }

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
        const filter = await filterOf(tx, body)
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
      await ctx.recordRead(listEvent('ticket.list', found.items, searched))
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
        const filter = await filterOf(tx, body)
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
          false,
        ),
      )
      return { columns }
    },
  })
  return [search, board]
}
