import { calendarDate } from '../../ui/time.ts'
import type { Contract, InvoiceRun } from '../queries.ts'
import { entriesText } from '../words.ts'

export const PERIODS = [
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
] as const satisfies { value: Contract['period']; label: string }[]

export const ROLLOVERS = [
  { value: 'none', label: 'Is lost' },
  { value: 'next', label: 'May be used in the next period' },
  { value: 'all', label: 'May be used as long as the contract runs' },
] as const satisfies { value: Contract['rollover']; label: string }[]

/** `Client 0198c0de` where the name is not for this reader. */
export const clientText = (c: Pick<Contract, 'clientId' | 'clientName'>): string =>
  c.clientName ?? `Client ${c.clientId.slice(0, 8)}`

/** `run 12 of May 1, 2026 to May 31, 2026, 14 entries`. */
export const runText = (r: Pick<InvoiceRun, 'number' | 'from' | 'to' | 'entries'>): string =>
  `run ${r.number} of ${calendarDate(r.from)} to ${calendarDate(r.to)}, ${entriesText(r.entries)}`
