import { z } from 'zod'
import type { Statement } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Day, Id } from '../api.ts'
import { BILLED, BILLED_JOINS } from '../billing.ts'
import { clientNames } from '../client-names.ts'

const GROUPS = ['client', 'technician', 'queue', 'contract'] as const
const KEY: Record<(typeof GROUPS)[number], string> = {
  client: 't.client_id',
  technician: 'e.user_id',
  queue: 't.queue_id',
  contract: 'e.contract_id',
}
const NAME: Record<(typeof GROUPS)[number], string> = {
  client: 'null',
  technician: '(select x.display_name from users x where x.org_id = $1 and x.id = g.key)',
  queue: '(select x.name from queues x where x.org_id = $1 and x.id = g.key)',
  contract: '(select x.name from contracts x where x.org_id = $1 and x.id = g.key)',
}
const Figures = {
  minutes: z.number().int(),
  billableMinutes: z.number().int(),
  /** The billable ones, rounded up as was agreed. */
  billedMinutes: z.number().int(),
  approvedMinutes: z.number().int(),
  /** What is billed at its rates, each currency apart. */
  amounts: z.array(z.object({ currency: z.string(), cents: z.number().int() })),
}
const DAY_MS = 86_400_000

const statement = (groupBy: (typeof GROUPS)[number]): Statement => ({
  name: `time-report-${groupBy}`,
  text: `select g.*, ${NAME[groupBy]} as name from (
      select ${KEY[groupBy]} as key, to_char(date_trunc($4, e.work_date::timestamp), 'YYYY-MM-DD') as start, e.currency,
        sum(e.minutes)::int as minutes, coalesce(sum(e.minutes) filter (where e.billable), 0)::int as billable,
        coalesce(sum(${BILLED}) filter (where e.billable), 0)::int as billed,
        coalesce(sum(e.minutes) filter (where e.state = 'approved'), 0)::int as approved,
        coalesce(sum((${BILLED}::bigint * e.rate_cents + 30) / 60) filter (where e.billable), 0)::bigint as cents
      from time_entries e join tickets t on t.org_id = e.org_id and t.id = e.stands_at
      ${BILLED_JOINS}
      where e.org_id = $1 and e.work_date >= $2 and e.work_date <= $3 and e.state <> 'rejected'
      group by 1, 2, 3) g order by g.start, g.key, g.currency`,
})
interface Row {
  key: string | null
  name: string | null
  start: string
  currency: string
  minutes: number
  billable: number
  billed: number
  approved: number
  cents: number
}

/** Where the time went, over the tickets that the asker may see. */
export function reportRoutes({ keys }: Services): Route[] {
  const report = route({
    method: 'POST',
    path: '/reports/time',
    tag: 'reports',
    needs: 'reports:read',
    summary: 'Recorded time by client, technician, queue or contract, in all and over time',
    body: z.strictObject({
      from: Day,
      /** The last day that counts. */
      to: Day,
      groupBy: z.enum(GROUPS),
      bucket: z.enum(['day', 'week', 'month']).default('week'),
    }),
    answer: {
      status: 200,
      schema: z.object({
        total: z.object(Figures),
        groups: z.array(z.object({ key: Id.nullable(), name: z.string().nullable(), ...Figures })),
        series: z.array(z.object({ start: z.string(), ...Figures })),
      }),
    },
    async handler(ctx, { body }) {
      const days = (Date.parse(body.to) - Date.parse(body.from)) / DAY_MS
      if (days < 0) throw invalid([{ field: 'to', message: 'must not be before from' }])
      if (days > (body.bucket === 'day' ? 400 : 3700))
        throw invalid([{ field: 'to', message: 'is too far from the start' }])
      const { rows, names } = await ctx.withContext(async (tx) => {
        const values = [tx.context.orgId, body.from, body.to, body.bucket]
        const rows = await tx.run<Row>(statement(body.groupBy), values)
        const clients = body.groupBy === 'client' ? rows.map((r) => ({ client_id: r.key })) : []
        return { rows, names: await clientNames(keys, tx, ctx.principal, clients) }
      })
      await ctx.recordRead({
        action: 'report.read',
        object: { type: 'report', id: null },
        ...(names.size && { objects: [...names.keys()], classes: ['contact'] as const }),
        facts: { report: 'time', groupBy: body.groupBy, from: body.from, to: body.to },
      })
      const keysOf = [...new Set(rows.map((r) => r.key))]
      const groups = keysOf.map((key) => {
        const of = rows.filter((r) => r.key === key)
        return { key, name: of[0]!.name ?? (key && names.get(key)) ?? null, ...figures(of) }
      })
      const starts = [...new Set(rows.map((r) => r.start))]
      return {
        total: figures(rows),
        groups: groups.toSorted((a, b) => b.minutes - a.minutes),
        series: starts.map((start) => ({ start, ...figures(rows.filter((r) => r.start === start)) })),
      }
    },
  })
  return [report]
}

function figures(rows: Row[]) {
  const sum = (pick: (r: Row) => number) => rows.reduce((n, r) => n + pick(r), 0)
  const currencies = [...new Set(rows.map((r) => r.currency))].toSorted()
  return {
    minutes: sum((r) => r.minutes),
    billableMinutes: sum((r) => r.billable),
    billedMinutes: sum((r) => r.billed),
    approvedMinutes: sum((r) => r.approved),
    amounts: currencies.map((currency) => ({
      currency,
      cents: rows.filter((r) => r.currency === currency).reduce((n, r) => n + r.cents, 0),
    })),
  }
}
