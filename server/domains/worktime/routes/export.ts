import { Readable } from 'node:stream'
import { z } from 'zod'
import { csvTable } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Day, Id } from '../api.ts'
import { clientNames } from '../client-names.ts'
import { type EntryRow, presentEntries, readEntries } from '../entries.ts'
import { decimal } from '../money.ts'

const PAGE = 1000
const MOST = 20_000

const ExportBody = z.strictObject({
  from: Day,
  to: Day,
  clientId: Id.optional(),
  contractId: Id.optional(),
  /** Notes may tell about somebody's health: they leave only when asked for. */
  notes: z.boolean().default(false),
  purpose: z.string().trim().min(3).max(500),
})
const HEADER = [
  'date',
  'ticket',
  'client_id',
  'client',
  'contract',
  'technician',
  'minutes',
  'rate',
  'amount',
  'currency',
]

/** Approved billable time for whoever writes the invoices, as far as the walls show them the tickets. */
export function exportRoutes({ keys }: Services): Route[] {
  const csv = route({
    method: 'POST',
    path: '/time-entries/export',
    tag: 'time',
    needs: 'contracts:manage',
    summary: 'Approved billable time as CSV, with a purpose that the log keeps',
    body: ExportBody,
    answer: { status: 200, schema: { stream: 'text/csv' } },
    async handler(ctx, { body }) {
      if (body.to < body.from) throw invalid([{ field: 'to', message: 'must not be before from' }])
      const { rows, lines, named } = await ctx.withContext(async (tx) => {
        const rows = await billable(tx, body)
        const names = await clientNames(keys, tx, ctx.principal, rows)
        return { rows, lines: await linesOf(ctx, tx, rows, names), named: names.size > 0 }
      })
      await ctx.recordRead({
        action: 'time.export',
        object: { type: 'time-entry', id: null },
        objects: [...new Set(rows.flatMap((r) => [r.ticket_id, ...(r.client_id ? [r.client_id] : [])]))],
        ...(named && { classes: ['contact'] as const }),
        purpose: body.purpose,
        facts: {
          from: body.from,
          to: body.to,
          entries: rows.length,
          notes: body.notes,
          contract: body.contractId ?? null,
        },
      })
      ctx.reply
        .header('content-disposition', `attachment; filename="time-${body.from}-${body.to}.csv"`)
        .type('text/csv; charset=utf-8')
      const text = csvTable(
        body.notes ? [...HEADER, 'note'] : HEADER,
        body.notes ? lines : lines.map((l) => l.slice(0, -1)),
      )
      return Readable.from([text], { objectMode: false })
    },
  })

  async function linesOf(ctx: RequestContext, tx: Tx, rows: EntryRow[], names: Map<string, string>) {
    const contracts = new Map(
      (await tx.db.selectFrom('contracts').select(['id', 'name']).execute()).map((c) => [c.id, c.name]),
    )
    const entries = await presentEntries(keys, tx, rows)
    const notes = ctx.principal.permissions.has('tickets:read')
    return entries.map((e) => [
      e.date,
      e.ticketNumber,
      e.clientId,
      e.clientId ? (names.get(e.clientId) ?? null) : null,
      e.contractId ? (contracts.get(e.contractId) ?? null) : null,
      e.userName,
      e.minutes,
      e.rateCents === null ? null : decimal(e.rateCents),
      e.amountCents === null ? null : decimal(e.amountCents),
      e.currency,
      notes ? e.note : null,
    ])
  }
  return [csv]
}

async function billable(tx: Tx, body: z.output<typeof ExportBody>): Promise<EntryRow[]> {
  const out: EntryRow[] = []
  const { from, to, clientId, contractId } = body
  for (let after: string | undefined; ; after = out.at(-1)!.id) {
    const page = await readEntries(tx, {
      from,
      to,
      state: 'approved',
      limit: PAGE,
      ...(clientId && { clientId }),
      ...(contractId && { contractId }),
      ...(after && { after }),
    })
    out.push(...page)
    if (out.length > MOST) throw invalid([{ field: 'to', message: `is too far: more than ${MOST} entries` }])
    if (page.length < PAGE) break
  }
  return out.filter((r) => r.billable).toSorted((a, b) => a.work_date.localeCompare(b.work_date))
}
