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
import { chargesOf, invoice } from '../invoices.ts'
import { amountCents, decimal } from '../money.ts'

const PAGE = 1000
const MOST = 20_000

const ExportBody = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  /** What a run invoiced, once more; otherwise what was not invoiced yet, of days. */
  runId: Id.optional(),
  /** Marks it all as invoiced, so that no later export has it again. */
  mark: z.boolean().default(false),
  clientId: Id.optional(),
  contractId: Id.optional(),
  /** Notes may tell about somebody's health: they leave only when asked for. */
  notes: z.boolean().default(false),
  purpose: z.string().trim().min(3).max(500),
})
const HEADER = [
  'date',
  'ticket',
  'worked_on_ticket',
  'client_id',
  'client',
  'contract',
  'technician',
  'minutes',
  'billed_minutes',
  'included_minutes',
  'charged_minutes',
  'rate',
  'amount',
  'currency',
  'entry_id',
  'invoice',
]

/** Approved billable time for whoever writes the invoices, as far as the walls show them the tickets. */
export function exportRoutes({ keys }: Services): Route[] {
  const csv = route({
    method: 'POST',
    path: '/time-entries/export',
    tag: 'time',
    needs: 'contracts:manage',
    summary:
      'Approved billable time as CSV: what contracts include, and what is charged; may mark it as invoiced',
    body: ExportBody,
    answer: { status: 200, schema: { stream: 'text/csv' } },
    async handler(ctx, { body }) {
      const days = daysOf(body)
      const { rows, lines, named } = await ctx.withContext(async (tx) => {
        const rows = await billable(tx, body, days)
        const charged = await chargesOf(tx, rows)
        const run = body.mark && days ? await invoice(tx, days, rows, charged) : undefined
        if (run)
          await ctx.record(tx, {
            action: 'invoice.create',
            object: { type: 'invoice-run', id: run.id },
            facts: { number: run.number, entries: rows.length },
          })
        const clients = rows.map((r) => ({ client_id: r.invoice_client }))
        const names = await clientNames(keys, tx, ctx.principal, clients)
        const lines = await linesOf(ctx, tx, rows, { names, charged, run: run?.number ?? null })
        return { rows, lines, named: names.size > 0 }
      })
      await ctx.recordRead({
        action: 'time.export',
        object: { type: 'time-entry', id: null },
        objects: [
          ...new Set(rows.flatMap((r) => [r.ticket_id, ...(r.invoice_client ? [r.invoice_client] : [])])),
        ],
        ...(named && { classes: ['contact'] as const }),
        purpose: body.purpose,
        facts: {
          from: days?.from ?? null,
          to: days?.to ?? null,
          run: body.runId ?? null,
          entries: rows.length,
          notes: body.notes,
          contract: body.contractId ?? null,
        },
      })
      ctx.reply
        .header(
          'content-disposition',
          `attachment; filename="time-${days ? `${days.from}-${days.to}` : 'again'}.csv"`,
        )
        .type('text/csv; charset=utf-8')
      const text = csvTable(
        body.notes ? [...HEADER, 'note'] : HEADER,
        body.notes ? lines : lines.map((l) => l.slice(0, -1)),
      )
      return Readable.from([text], { objectMode: false })
    },
  })

  async function linesOf(
    ctx: RequestContext,
    tx: Tx,
    rows: EntryRow[],
    { names, charged, run }: { names: Map<string, string>; charged: Map<string, number>; run: number | null },
  ) {
    const contracts = new Map(
      (await tx.db.selectFrom('contracts').select(['id', 'name']).execute()).map((c) => [c.id, c.name]),
    )
    const entries = await presentEntries(keys, tx, rows)
    const notes = ctx.principal.permissions.has('tickets:read')
    return entries.map((e, i) => {
      const row = rows[i]!
      const client = row.invoice_client
      const [billed, minutes] = [e.billedMinutes ?? 0, charged.get(e.id)!]
      return [
        e.date,
        row.invoice_ticket,
        row.from_number === row.invoice_ticket ? null : row.from_number,
        client,
        client ? (names.get(client) ?? null) : null,
        e.contractId ? (contracts.get(e.contractId) ?? null) : null,
        e.userName,
        e.minutes,
        billed,
        billed - minutes,
        minutes,
        e.rateCents === null ? null : decimal(e.rateCents),
        e.rateCents === null ? null : decimal(amountCents(minutes, e.rateCents)),
        e.currency,
        e.id,
        run ?? row.invoice_number,
        notes ? e.note : null,
      ]
    })
  }
  return [csv]
}

type Body = z.output<typeof ExportBody>
interface Days {
  from: string
  to: string
}

/** The days that are asked for; undefined when a run is. */
function daysOf({ from, to, runId, mark }: Body): Days | undefined {
  if (runId) {
    if (mark) throw invalid([{ field: 'mark', message: 'is for what was not invoiced yet' }])
    return undefined
  }
  const missing = [...(from ? [] : ['from']), ...(to ? [] : ['to'])]
  if (!from || !to) throw invalid(missing.map((field) => ({ field, message: 'is needed' })))
  if (to < from) throw invalid([{ field: 'to', message: 'must not be before from' }])
  return { from, to }
}

async function billable(
  tx: Tx,
  { clientId, contractId, runId }: Body,
  days: Days | undefined,
): Promise<EntryRow[]> {
  const out: EntryRow[] = []
  for (let after: string | undefined; ; after = out.at(-1)!.id) {
    const page = await readEntries(tx, {
      ...(days ?? { runId: runId! }),
      uninvoiced: days !== undefined,
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
