import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { conflict, invalid, notFound } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { refuseTelling } from '../desk/index.ts'
import { Cents, Currency, Day, Id } from './api.ts'
import { Least, Step } from './billing.ts'
import type { Period, Rollover } from './contract-use.ts'

const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters')
const fields = {
  clientId: Id,
  name: Name,
  startsOn: Day,
  endsOn: Day.nullable(),
  period: z.enum(['month', 'quarter', 'year']),
  includedMinutes: z.number().int().min(0).max(10_000_000),
  rollover: z.enum(['none', 'next', 'all']),
  /** Cents an hour. */
  rateCents: Cents.nullable(),
  currency: Currency,
  /** How what is billed is rounded up. Null: as the organization says. */
  billStepMinutes: Step.nullable(),
  billLeastMinutes: Least.nullable(),
}
export const ContractBody = z.strictObject({
  ...fields,
  endsOn: fields.endsOn.default(null),
  rollover: fields.rollover.default('none'),
  rateCents: fields.rateCents.default(null),
  currency: fields.currency.default('USD'),
  billStepMinutes: fields.billStepMinutes.default(null),
  billLeastMinutes: fields.billLeastMinutes.default(null),
})
const { clientId: _, ...changeable } = fields
export const ContractChange = z
  .strictObject(changeable)
  .partial()
  .refine((b) => Object.keys(b).length > 0, 'nothing to change')
export const ContractAnswer = z.object({ id: Id, ...fields, version: z.number().int() })
export interface ContractRow {
  id: string
  client_id: string
  name: string
  starts_on: string
  ends_on: string | null
  period: string
  included_minutes: number
  rollover: string
  rate_cents: number | null
  currency: string
  bill_step_minutes: number | null
  bill_least_minutes: number | null
  version: number
}
/** A contract as the API gives it. */
export const present = (r: ContractRow) => ({
  id: r.id,
  clientId: r.client_id,
  name: r.name,
  startsOn: r.starts_on,
  endsOn: r.ends_on,
  period: r.period as Period,
  includedMinutes: r.included_minutes,
  rollover: r.rollover as Rollover,
  rateCents: r.rate_cents,
  currency: r.currency,
  billStepMinutes: r.bill_step_minutes,
  billLeastMinutes: r.bill_least_minutes,
  version: r.version,
})

/** Adds a contract; answers it as the API gives it. Throws a Problem where its name is taken or its client unknown. */
export async function createContract(tx: Tx, body: z.output<typeof ContractBody>) {
  checkDates(body.startsOn, body.endsOn)
  const row = await named(
    tx.db
      .insertInto('contracts')
      .values({ org_id: tx.context.orgId, id: uuidv7(), client_id: body.clientId, ...columns(body) } as never)
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  return present(row)
}

export async function readContract(tx: Tx, id: string): Promise<ContractRow> {
  const row = await tx.db.selectFrom('contracts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('The contract')
  return row
}

type Change = Partial<z.output<typeof ContractBody>>
/** What a body says, by column. Throws a Problem where its name, which stands in the clear, tells about a patient. */
export function columns(b: Change): Record<string, unknown> {
  refuseTelling({ name: b.name })
  const all = {
    name: b.name,
    starts_on: b.startsOn,
    ends_on: b.endsOn,
    period: b.period,
    included_minutes: b.includedMinutes,
    rollover: b.rollover,
    rate_cents: b.rateCents,
    currency: b.currency,
    bill_step_minutes: b.billStepMinutes,
    bill_least_minutes: b.billLeastMinutes,
  }
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined))
}

export function checkDates(startsOn: string, endsOn: string | null): void {
  if (endsOn !== null && endsOn < startsOn)
    throw invalid([{ field: 'endsOn', message: 'must not be before it starts' }])
}

/** Answers a broken key as what it means to a person. */
export async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505') throw invalid([{ field: 'name', message: 'is taken already' }])
    if (code === '23503' && constraint?.startsWith('contracts_'))
      throw invalid([{ field: 'clientId', message: 'names no client' }])
    if (code === '23503') throw conflict('in-use', 'Time was counted to this contract', 'End it instead.')
    throw error
  }
}
