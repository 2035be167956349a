import type { Statement, Tx } from '../../platform/db/database.ts'
import { conflict, invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { type Billed, chargedMinutes } from './contract-use.ts'
import { present } from './contracts.ts'
import type { EntryRow } from './entries.ts'

const BILLED: Statement = { name: 'time-billed-to', text: 'select * from wk_billed_to($1)' }
const ADD: Statement = {
  name: 'invoice-run-add',
  text: `insert into invoice_runs (org_id, id, number, from_on, to_on, entries, created_by)
    select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from invoice_runs where org_id = $1 returning number`,
}
const INVOICE: Statement = { name: 'invoice-time', text: 'select wk_invoice_time($1, $2, $3) as n' }
const UNDO: Statement = { name: 'invoice-undo', text: 'select wk_undo_invoice($1) as done' }
const LIST: Statement = {
  name: 'invoice-runs',
  text: `select r.id, r.number, r.from_on, r.to_on, r.entries, r.created_at, r.undone_at, u.display_name as by_name
    from invoice_runs r join users u on u.org_id = r.org_id and u.id = r.created_by
    where r.org_id = $1 order by r.number desc limit 200`,
}

/**
 * Of each entry, the minutes that are charged: all that is billed, or, where a contract includes hours, what goes beyond them, as
 * it was when it was invoiced. Holds off whoever else invoices until the transaction ends.
 */
export async function chargesOf(tx: Tx, entries: readonly EntryRow[]): Promise<Map<string, number>> {
  const charged = new Map(entries.map((e) => [e.id, e.charged_minutes ?? e.billed_minutes ?? 0]))
  const ids = [...new Set(entries.flatMap((e) => (e.contract_id ? [e.contract_id] : [])))]
  const rows = await tx.run<{
    id: string
    contract_id: string
    work_date: string
    billed_minutes: number
    charged_minutes: number | null
  }>(BILLED, [ids])
  if (!ids.length) return charged
  const contracts = await tx.db.selectFrom('contracts').selectAll().where('id', 'in', ids).execute()
  for (const contract of contracts) {
    const billed: Billed[] = rows
      .filter((r) => r.contract_id === contract.id)
      .map((r) => ({ id: r.id, date: r.work_date, minutes: r.billed_minutes, charged: r.charged_minutes }))
    for (const [id, minutes] of chargedMinutes(present(contract), billed))
      if (charged.has(id)) charged.set(id, minutes)
  }
  return charged
}

/** Marks entries as invoiced, each with what is charged of it. Throws a Problem when one was invoiced meanwhile. */
export async function invoice(
  tx: Tx,
  days: { from: string; to: string },
  entries: readonly EntryRow[],
  charged: ReadonlyMap<string, number>,
): Promise<{ id: string; number: number }> {
  const unpriced = entries.filter((e) => e.rate_cents === null && charged.get(e.id)! > 0).length
  if (unpriced)
    throw invalid([
      { field: 'mark', message: `would charge ${unpriced} without a rate: give each one, or narrow it down` },
    ])
  if (!entries.length) throw invalid([{ field: 'mark', message: 'finds nothing to invoice' }])
  const { orgId, userId } = tx.context
  const id = uuidv7()
  const [run] = await tx.run<{ number: number }>(ADD, [orgId, id, days.from, days.to, entries.length, userId])
  const ids = entries.map((e) => e.id)
  const [done] = await tx.run<{ n: number }>(INVOICE, [id, ids, ids.map((e) => charged.get(e)!)])
  if (done!.n !== ids.length)
    throw conflict('invoiced-meanwhile', 'Some of this time was invoiced meanwhile', 'Export it again.')
  return { id, number: run!.number }
}

export interface RunRow {
  id: string
  number: number
  from_on: string
  to_on: string
  entries: number
  created_at: Date
  undone_at: Date | null
  by_name: string
}
export const listRuns = (tx: Tx): Promise<RunRow[]> => tx.run<RunRow>(LIST, [tx.context.orgId])

/** Its time may be invoiced again. */
export async function undoInvoice(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.run<{ done: boolean }>(UNDO, [id])
  if (!row!.done) throw notFound('The invoice run, not undone,')
}
