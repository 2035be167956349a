import type { Statement, Tx } from '../../platform/db/database.ts'
import { conflict, invalid, notFound } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../platform/keys/sealed.ts'
import { openSubject } from '../../platform/keys/subjects.ts'
import { refuseTelling } from '../desk/index.ts'
import { BILLED, BILLED_JOINS } from './billing.ts'
import { amountCents } from './money.ts'

export interface EntryRow {
  id: string
  /** Where it stands: with its number and its client. */
  ticket_id: string
  number: number
  client_id: string | null
  /** Where it was worked, if that was merged since; the number where the walls show it. */
  from_id: string
  from_number: number | null
  /** What an invoice says, or would say now. */
  invoice_ticket: number | null
  invoice_client: string | null
  user_id: string
  user_name: string
  contract_id: string | null
  work_date: string
  minutes: number
  billable: boolean
  /** Null where it is not billable. */
  billed_minutes: number | null
  rate_cents: number | null
  currency: string
  sealed_note: Buffer | null
  sealed_reason: Buffer | null
  state: 'draft' | 'submitted' | 'approved' | 'rejected'
  decided_by: string | null
  decided_at: Date | null
  version: number
  /** Once it was invoiced: in which run, and how many of its minutes were charged. */
  invoice_number: number | null
  charged_minutes: number | null
}

/** Which entries; what is null does not narrow. */
export interface EntryFilter {
  id?: string
  ticketId?: string
  userId?: string
  clientId?: string
  contractId?: string
  state?: string
  from?: string
  to?: string
  runId?: string
  uninvoiced?: boolean
  after?: string
  limit?: number
}

const READ: Statement = {
  name: 'time-entries',
  text: `select e.id, e.stands_at as ticket_id, t.number, t.client_id, e.ticket_id as from_id, o.number as from_number,
      i.number as invoice_ticket, i.client_id as invoice_client, e.user_id, u.display_name as user_name, e.contract_id, e.work_date, e.minutes,
      e.billable, case when e.billable then ${BILLED} end as billed_minutes, e.rate_cents, e.currency, e.sealed_note, e.sealed_reason, e.state, e.decided_by, e.decided_at, e.version,
      v.number as invoice_number, e.charged_minutes
    from time_entries e join tickets t on t.org_id = e.org_id and t.id = e.stands_at
    left join tickets o on o.org_id = e.org_id and o.id = e.ticket_id
    left join tickets i on i.org_id = e.org_id and i.id = coalesce(e.invoiced_under, e.stands_at)
    join users u on u.org_id = e.org_id and u.id = e.user_id
    left join invoice_runs v on v.org_id = e.org_id and v.id = e.invoice_id
    ${BILLED_JOINS}
    where e.org_id = $1 and ($2::uuid is null or e.id = $2) and ($3::uuid is null or e.stands_at = $3)
      and ($4::uuid is null or e.user_id = $4) and ($5::uuid is null or t.client_id = $5) and ($6::text is null or e.state = $6)
      and ($7::date is null or e.work_date >= $7) and ($8::date is null or e.work_date <= $8) and ($9::uuid is null or e.id > $9)
      and ($11::uuid is null or e.contract_id = $11) and ($12::uuid is null or e.invoice_id = $12)
      and (not $13 or e.invoice_id is null)
    order by e.id limit $10`,
}

/** Entries behind the walls of the transaction, oldest first. */
export const readEntries = (tx: Tx, f: EntryFilter): Promise<EntryRow[]> =>
  tx.run<EntryRow>(READ, [
    tx.context.orgId,
    f.id ?? null,
    f.ticketId ?? null,
    f.userId ?? null,
    f.clientId ?? null,
    f.state ?? null,
    f.from ?? null,
    f.to ?? null,
    f.after ?? null,
    f.limit ?? 1000,
    f.contractId ?? null,
    f.runId ?? null,
    f.uninvoiced ?? false,
  ])

export async function readEntry(tx: Tx, id: string): Promise<EntryRow> {
  const [row] = await readEntries(tx, { id })
  if (!row) throw notFound('The time entry')
  return row
}

export type EntryText = 'sealed_note' | 'sealed_reason'
export const entryPlace = (orgId: string, column: EntryText, row: string): Place => ({
  orgId,
  table: 'time_entries',
  column,
  row,
})

/** Whoever makes a ticket's key anew holds its row: keys stay as they are until this transaction ends. */
const HOLD_KEYS: Statement = {
  name: 'time-hold-keys',
  text: 'select 1 from tickets where org_id = $1 and id = any ($2::uuid[]) order by id for share',
}
const HOLD_KEYS_OF: Statement = {
  name: 'time-hold-keys-of',
  text: `select 1 from tickets where org_id = $1
    and id in (select stands_at from time_entries where org_id = $1 and id = any ($2::uuid[])) order by id for share`,
}

/** The same for the tickets of entries, before these are locked: tickets first, as whoever purges does. */
export const holdKeysOf = (tx: Tx, entryIds: readonly string[]) =>
  tx.run(HOLD_KEYS_OF, [tx.context.orgId, entryIds])

/** Seals what was typed about an entry under its ticket's key. */
export async function sealEntryText(
  keys: OrgKeys,
  tx: Tx,
  entry: { id: string; ticketId: string },
  column: EntryText,
  text: string | null,
): Promise<Buffer | null> {
  if (text === null) return null
  // It stands uncovered on timesheets, and a note in the file for invoices.
  refuseTelling({ [column === 'sealed_note' ? 'note' : 'reason']: text })
  await tx.run(HOLD_KEYS, [tx.context.orgId, [entry.ticketId]])
  const key = await openSubject(keys, tx, entry.ticketId)
  return sealJson(key, entryPlace(tx.context.orgId, column, entry.id), text)
}

/** Entries as the API gives them; each ticket's key is opened once. */
export async function presentEntries(keys: OrgKeys, tx: Tx, rows: readonly EntryRow[]) {
  const sealed = rows.filter((r) => r.sealed_note ?? r.sealed_reason).map((r) => r.ticket_id)
  const known = new Map<string, Awaited<ReturnType<typeof openSubject>>>()
  for (const id of new Set(sealed)) known.set(id, await openSubject(keys, tx, id))
  const open = (r: EntryRow, column: EntryText) =>
    r[column]
      ? openJson<string>(known.get(r.ticket_id)!, entryPlace(tx.context.orgId, column, r.id), r[column])
      : null
  return rows.map((r) => ({
    id: r.id,
    ticketId: r.ticket_id,
    ticketNumber: r.number,
    mergedFrom: r.from_id === r.ticket_id ? null : { id: r.from_id, number: r.from_number },
    clientId: r.client_id,
    userId: r.user_id,
    userName: r.user_name,
    contractId: r.contract_id,
    date: r.work_date,
    minutes: r.minutes,
    billable: r.billable,
    billedMinutes: r.billed_minutes,
    rateCents: r.rate_cents,
    currency: r.currency,
    amountCents:
      r.billed_minutes !== null && r.rate_cents !== null ? amountCents(r.billed_minutes, r.rate_cents) : null,
    note: open(r, 'sealed_note'),
    state: r.state,
    decidedBy: r.decided_by,
    decidedAt: r.decided_at?.toISOString() ?? null,
    reason: open(r, 'sealed_reason'),
    invoiced: r.charged_minutes !== null,
    version: r.version,
  }))
}

const TERMS: Statement = {
  name: 'time-terms',
  text: `select t.client_id, t.group_id = any (wk_groups('write')) as writable, c.id as contract_id, c.client_id as contract_client,
      c.starts_on, c.ends_on, c.rate_cents, c.currency
    from tickets t left join contracts c on c.org_id = t.org_id and c.id = $3 where t.org_id = $1 and t.id = $2`,
}
interface Terms {
  client_id: string | null
  writable: boolean
  contract_id: string | null
  contract_client: string | null
  starts_on: string | null
  ends_on: string | null
  rate_cents: number | null
  currency: string | null
}

/** What the contract that an entry names gives it; a Problem where it does not belong to the ticket's client or day. */
export async function termsOf(
  tx: Tx,
  entry: { ticketId: string; contractId: string | null; date: string },
): Promise<{ rateCents: number | null; currency: string }> {
  const [row] = await tx.run<Terms>(TERMS, [tx.context.orgId, entry.ticketId, entry.contractId])
  if (!row) throw notFound('The ticket')
  if (!row.writable) throw conflict('read-only', 'The walls open this ticket for reading only')
  if (entry.contractId) {
    if (!row.contract_id || row.contract_client !== row.client_id)
      throw invalid([{ field: 'contractId', message: 'is no contract of the ticket’s client' }])
    if (entry.date < row.starts_on! || (row.ends_on !== null && entry.date > row.ends_on))
      throw invalid([{ field: 'contractId', message: 'does not run on that day' }])
  }
  return { rateCents: row.rate_cents, currency: row.currency ?? 'USD' }
}
