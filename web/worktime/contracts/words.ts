import type { Contract } from '../queries.ts'

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
