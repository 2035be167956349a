import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid, notFound, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, Cents, Currency, Day, Id } from '../api.ts'
import { contractUse, type Period, type Rollover } from '../contract-use.ts'

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
}
const ContractBody = z.strictObject({
  ...fields,
  endsOn: fields.endsOn.default(null),
  rollover: fields.rollover.default('none'),
  rateCents: fields.rateCents.default(null),
  currency: fields.currency.default('USD'),
})
const { clientId: _, ...changeable } = fields
const ContractChange = z
  .strictObject(changeable)
  .partial()
  .refine((b) => Object.keys(b).length > 0, 'nothing to change')
const ContractAnswer = z.object({ id: Id, ...fields, version: z.number().int() })
const PeriodAnswer = z.object({
  startsOn: z.string(),
  endsBefore: z.string(),
  included: z.number().int(),
  rolledIn: z.number().int(),
  used: z.number().int(),
  over: z.number().int(),
  left: z.number().int(),
})

interface Row {
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
  version: number
}
const present = (r: Row) => ({
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
  version: r.version,
})

/** What was agreed with clients about working time, and how much of it is used. */
export function contractRoutes({ db }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/contracts',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Contracts; clients are named by their ids',
    answer: { status: 200, schema: z.object({ items: z.array(ContractAnswer), nextCursor: z.null() }) },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) =>
        tx.db.selectFrom('contracts').selectAll().orderBy('name').execute(),
      )
      await ctx.recordRead({
        action: 'contract.list',
        object: { type: 'contract', id: null },
        objects: [...new Set(rows.map((r) => r.client_id))],
      })
      return { items: rows.map(present), nextCursor: null }
    },
  })
  const ofTicket = route({
    method: 'GET',
    path: '/tickets/:id/contracts',
    tag: 'contracts',
    needs: 'time:write',
    summary: 'The contracts that time on a ticket may be counted to',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(ContractAnswer), nextCursor: z.null() }) },
    async handler(ctx, { params }) {
      const rows = await ctx.withContext(async (tx) => {
        const ticket = await tx.db
          .selectFrom('tickets')
          .select('client_id')
          .where('id', '=', params.id)
          .executeTakeFirst()
        if (!ticket) throw notFound('The ticket')
        if (!ticket.client_id) return []
        return tx.db
          .selectFrom('contracts')
          .selectAll()
          .where('client_id', '=', ticket.client_id)
          .orderBy('name')
          .execute()
      })
      await ctx.recordRead({ action: 'contract.list', object: { type: 'ticket', id: params.id } })
      return { items: rows.map(present), nextCursor: null }
    },
  })
  const create = route({
    method: 'POST',
    path: '/contracts',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Make a contract',
    idempotent: true,
    body: ContractBody,
    answer: { status: 201, schema: ContractAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        checkDates(body.startsOn, body.endsOn)
        const id = uuidv7()
        const row = await named(
          tx.db
            .insertInto('contracts')
            .values({ org_id: tx.context.orgId, id, client_id: body.clientId, ...columns(body) } as never)
            .returningAll()
            .executeTakeFirstOrThrow(),
        )
        await ctx.record(tx, {
          action: 'contract.create',
          object: { type: 'contract', id },
          objects: [body.clientId],
        })
        return present(row)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/contracts/:id',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Change a contract; what is left out stays',
    params: ById,
    body: ContractChange,
    answer: { status: 200, schema: ContractAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const before = present(await readContract(tx, params.id))
        const { startsOn, endsOn } = { ...before, ...body }
        checkDates(startsOn, endsOn)
        const row = await named(
          tx.db
            .updateTable('contracts')
            .set((e) => ({ ...columns(body), version: e('version', '+', 1) }))
            .where('id', '=', params.id)
            .where('version', '=', ctx.ifMatch())
            .returningAll()
            .executeTakeFirst(),
        )
        if (!row) throw stale()
        await ctx.record(tx, {
          action: 'contract.change',
          object: { type: 'contract', id: params.id },
          changes: Object.keys(body),
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return present(row)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/contracts/:id',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'Delete a contract to which no time was counted',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        await readContract(tx, params.id)
        await named(tx.db.deleteFrom('contracts').where('id', '=', params.id).execute())
        await ctx.record(tx, { action: 'contract.remove', object: { type: 'contract', id: params.id } })
      }),
  })
  const use = route({
    method: 'GET',
    path: '/contracts/:id/use',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'How much of a contract is used, period by period; approved time counts',
    params: ById,
    answer: {
      status: 200,
      schema: z.object({ periods: z.array(PeriodAnswer), waitingMinutes: z.number().int() }),
    },
    async handler(ctx, { params }) {
      const { orgId } = ctx.principal
      const contract = await ctx.withContext((tx) => readContract(tx, params.id))
      // Sums, past the walls of who keeps contracts: minutes a day, and nothing of the tickets.
      const days = await db.withContext({ orgId, userId: null }, (tx) => daysOf(tx, params.id), 'worker')
      await ctx.recordRead({
        action: 'contract.read',
        object: { type: 'contract', id: params.id },
        objects: [contract.client_id],
      })
      const approved = days.filter((d) => d.approved)
      const today = Temporal.Now.plainDateISO('UTC').toString()
      return {
        periods: contractUse(present(contract), approved, today),
        waitingMinutes: days.filter((d) => !d.approved).reduce((n, d) => n + d.minutes, 0),
      }
    },
  })
  return [list, ofTicket, create, change, remove, use]
}

const daysOf = (tx: Tx, contractId: string) =>
  tx.run<{ date: string; minutes: number; approved: boolean }>(
    {
      name: 'contract-days',
      text: `select work_date as date, state = 'approved' as approved, sum(minutes)::int as minutes from time_entries
        where org_id = $1 and contract_id = $2 and state <> 'rejected' group by 1, 2`,
    },
    [tx.context.orgId, contractId],
  )

async function readContract(tx: Tx, id: string): Promise<Row> {
  const row = await tx.db.selectFrom('contracts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('The contract')
  return row
}

type Change = Partial<z.output<typeof ContractBody>>
function columns(b: Change): Record<string, unknown> {
  const all = {
    name: b.name,
    starts_on: b.startsOn,
    ends_on: b.endsOn,
    period: b.period,
    included_minutes: b.includedMinutes,
    rollover: b.rollover,
    rate_cents: b.rateCents,
    currency: b.currency,
  }
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined))
}

function checkDates(startsOn: string, endsOn: string | null): void {
  if (endsOn !== null && endsOn < startsOn)
    throw invalid([{ field: 'endsOn', message: 'must not be before it starts' }])
}

/** Answers a broken key as what it means to a person. */
async function named<T>(work: Promise<T>): Promise<T> {
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
