import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import { ById, Id } from '../api.ts'
import { listRuns, undoInvoice } from '../invoices.ts'

/** What was invoiced, run by run. A run is made by an export that marks what it gives out. */
export function invoiceRoutes(): Route[] {
  const list = route({
    method: 'GET',
    path: '/invoice-runs',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'When time was invoiced, newest first',
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(
          z.object({
            id: Id,
            number: z.number().int(),
            from: z.string(),
            to: z.string(),
            entries: z.number().int(),
            by: z.string(),
            at: z.string(),
            undoneAt: z.string().nullable(),
          }),
        ),
        nextCursor: z.null(),
      }),
    },
    unaudited: 'when how many entries were invoiced, nothing of anybody who is served',
    async handler(ctx) {
      const rows = await ctx.withContext(listRuns)
      const items = rows.map((r) => ({
        id: r.id,
        number: r.number,
        from: r.from_on,
        to: r.to_on,
        entries: r.entries,
        by: r.by_name,
        at: r.created_at.toISOString(),
        undoneAt: r.undone_at?.toISOString() ?? null,
      }))
      return { items, nextCursor: null }
    },
  })
  const undo = route({
    method: 'POST',
    path: '/invoice-runs/:id/undo',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Take a run back: its time may be invoiced again',
    params: ById,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        await undoInvoice(tx, params.id)
        await ctx.record(tx, {
          action: 'invoice.undo',
          object: { type: 'invoice-run', id: params.id },
          reason: body.reason,
        })
      }),
  })
  return [list, undo]
}
