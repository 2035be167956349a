import { Readable } from 'node:stream'
import { z } from 'zod'
import { csvTable } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, Reason, SORTS, TicketFilter } from '../api.ts'
import { type ListRow, listTickets } from '../list.ts'
import { listByDue } from '../list-due.ts'
import { filterOf, listEvent, presentAll, type Summary } from '../listing.ts'
import { searchTickets } from '../search.ts'

const PAGE = 500
const MOST = 10_000
const FOUND = 300

const Body = z.strictObject({
  filter: TicketFilter.optional(),
  viewId: Id.optional(),
  sort: z.enum(SORTS).default('updated'),
  /** Who gets it and what for; the log keeps it. */
  purpose: Reason,
})
const HEADER = [
  'number',
  'subject',
  'status',
  'category',
  'priority',
  'type',
  'queue',
  'client_id',
  'client',
  'requester',
  'requester_email',
  'assigned_to',
  'tags',
  'phi',
  'channel',
  'created',
  'updated',
  'due',
  'resolved',
  'closed',
]

/** A list of tickets to take along, as far as the walls show it. */
export function exportRoutes({ keys }: Services): Route[] {
  return [
    route({
      method: 'POST',
      path: '/tickets/export',
      tag: 'tickets',
      needs: 'tickets:read',
      summary: 'A list of tickets as CSV, with a purpose that the log keeps; no messages',
      body: Body,
      answer: { status: 200, schema: { stream: 'text/csv' } },
      limit: { hits: 20, window: 3600, per: 'principal' },
      async handler(ctx, { body }) {
        const { items, names } = await ctx.withContext(async (tx) => ({
          items: await presentAll(keys, tx, ctx.principal, await rowsOf(keys, tx, body)),
          names: await namesOf(tx),
        }))
        await ctx.recordRead({
          ...listEvent('ticket.export', items, { format: 'csv', tickets: items.length }),
          purpose: body.purpose,
        })
        const day = new Date().toISOString().slice(0, 10)
        ctx.reply
          .header('content-disposition', `attachment; filename="tickets-${day}.csv"`)
          .type('text/csv; charset=utf-8')
        return Readable.from(
          [
            csvTable(
              HEADER,
              items.map((t) => line(t, names)),
            ),
          ],
          { objectMode: false },
        )
      },
    }),
  ]
}

async function rowsOf(keys: OrgKeys, tx: Tx, body: z.output<typeof Body>): Promise<ListRow[]> {
  const filter = await filterOf(keys, tx, body)
  if (filter.q || filter.tag) {
    const { hits, truncated } = await searchTickets(keys, tx, filter, FOUND)
    if (truncated)
      throw invalid([{ field: 'filter', message: `finds more than ${FOUND} tickets: add a word` }])
    return hits.map((h) => h.row)
  }
  const rows: ListRow[] = []
  let cursor: string | undefined
  do {
    const page =
      body.sort === 'due'
        ? await listByDue(tx, filter, PAGE, cursor)
        : await listTickets(tx, filter, body.sort, PAGE, cursor)
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
    if (rows.length > MOST || (cursor && rows.length === MOST))
      throw invalid([{ field: 'filter', message: `takes more than ${MOST} tickets: narrow it down` }])
  } while (cursor)
  return rows
}

/** What queues and types are called, by id. */
async function namesOf(tx: Tx): Promise<Map<string, string>> {
  const { orgId } = tx.context
  const [queues, types] = [
    await tx.db.selectFrom('queues').select(['id', 'name']).where('org_id', '=', orgId).execute(),
    await tx.db.selectFrom('ticket_types').select(['id', 'name']).where('org_id', '=', orgId).execute(),
  ]
  return new Map([...queues, ...types].map((x) => [x.id, x.name]))
}

const line = (t: Summary, names: Map<string, string>) => [
  t.number,
  t.subject,
  t.status,
  t.statusCategory,
  t.priority,
  names.get(t.typeId) ?? null,
  names.get(t.queueId) ?? null,
  t.clientId,
  t.client?.name ?? null,
  t.requester?.name ?? null,
  t.requester?.email ?? null,
  t.assigneeName,
  t.tags.join(', '),
  t.phiState,
  t.channel,
  t.createdAt,
  t.updatedAt,
  t.sla?.nextDueAt ?? null,
  t.resolvedAt,
  t.closedAt,
]
