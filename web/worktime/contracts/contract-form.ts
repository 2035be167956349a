import type { Contract } from '../queries.ts'

/** A contract as its form has it: hours and whole money, since people say these. */
export interface ContractValues {
  clientId: string | null
  name: string
  startsOn: string
  endsOn: string
  period: Contract['period']
  includedHours: number | string
  rollover: Contract['rollover']
  rate: number | string
  currency: string
  /** Empty: as the organization says. */
  billStepMinutes: number | string
  billLeastMinutes: number | string
}

export const newContract = (today: string): ContractValues => ({
  clientId: null,
  name: '',
  startsOn: `${today.slice(0, 8)}01`,
  endsOn: '',
  period: 'month',
  includedHours: 10,
  rollover: 'none',
  rate: '',
  currency: 'USD',
  billStepMinutes: '',
  billLeastMinutes: '',
})

export const valuesOf = (c: Contract): ContractValues => ({
  clientId: c.clientId,
  name: c.name,
  startsOn: c.startsOn,
  endsOn: c.endsOn ?? '',
  period: c.period,
  includedHours: c.includedMinutes / 60,
  rollover: c.rollover,
  rate: c.rateCents === null ? '' : c.rateCents / 100,
  currency: c.currency,
  billStepMinutes: c.billStepMinutes ?? '',
  billLeastMinutes: c.billLeastMinutes ?? '',
})

/** What the API takes of it, beside the client. */
export const contractBody = (v: ContractValues) => ({
  name: v.name.trim(),
  startsOn: v.startsOn,
  endsOn: v.endsOn || null,
  period: v.period,
  includedMinutes: Math.round(Number(v.includedHours) * 60),
  rollover: v.rollover,
  rateCents: v.rate === '' ? null : Math.round(Number(v.rate) * 100),
  currency: v.currency.trim().toUpperCase(),
  billStepMinutes: v.billStepMinutes === '' ? null : Number(v.billStepMinutes),
  billLeastMinutes: v.billLeastMinutes === '' ? null : Number(v.billLeastMinutes),
})

/** What the API calls the fields that say what is wrong with them. */
export const CONTRACT_FIELDS = [
  'clientId',
  'name',
  'startsOn',
  'endsOn',
  'period',
  'includedMinutes',
  'rollover',
  'rateCents',
  'currency',
  'billStepMinutes',
  'billLeastMinutes',
]
