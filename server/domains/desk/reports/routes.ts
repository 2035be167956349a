import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { zoneNamed } from '../../../platform/time-zone.ts'
import { type ClientKey, clientName } from '../present.ts'
import { AGES, BACKLOG, LOAD, RATINGS, REOPENED } from './queries.ts'

const Id = z.uuid()
const int = z.number().int()
const Load = z.object({
  queueId: Id,
  queueName: z.string(),
  /** Null: nobody has them. */
  technicianId: Id.nullable(),
  technicianName: z.string().nullable(),
  open: int,
  fresh: int,
  waiting: int,
  urgent: int,
  overdue: int,
})
const Rate = { resolved: int, reopened: int, rate: z.number().nullable() }
interface Aged {
  queueId: string
  queueName: string
  age: number
  count: number
  oldest: number
}
interface Reopened {
  level: 'total' | 'group' | 'bucket'
  key: string
  name: string
  start: string
  resolved: number
  reopened: number
}
const Period = {
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  bucket: z.enum(['day', 'week', 'month']).default('week'),
  timeZone: z.string().max(64).optional(),
}
/** `share`: of those who rated, who were content. */
const Said = { good: int, neither: int, bad: int, rated: int, share: z.number().nullable() }
interface Rated extends Partial<ClientKey> {
  level: 'total' | 'group' | 'bucket'
  key: string | null
  name: string | null
  start: string
  good: number
  neither: number
  bad: number
}
const DAY_MS = 86_400_000

/** How the desk is doing: counts over the tickets that the asker may see. */
export function deskReportRoutes({ keys }: Pick<Services, 'keys'>): Route[] {
  const load = route({
    method: 'POST',
    path: '/reports/load',
    tag: 'reports',
    needs: 'reports:read',
    summary: 'Open tickets by queue and technician, now',
    body: NoBody,
    answer: { status: 200, schema: z.object({ rows: z.array(Load) }) },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) => tx.run<z.infer<typeof Load>>(LOAD, [tx.context.orgId]))
      await recordReport(ctx, 'load')
      return { rows }
    },
  })
  const backlog = route({
    method: 'POST',
    path: '/reports/backlog',
    tag: 'reports',
    needs: 'reports:read',
    summary: 'How old open tickets are, by queue, now',
    body: NoBody,
    answer: {
      status: 200,
      schema: z.object({
        /** Days below which each group's tickets are; null for the oldest group. */
        ages: z.array(int.nullable()),
        queues: z.array(
          z.object({ queueId: Id, queueName: z.string(), counts: z.array(int), oldestDays: int }),
        ),
      }),
    },
    async handler(ctx) {
      const rows = await ctx.withContext((tx) => tx.run<Aged>(BACKLOG, [tx.context.orgId]))
      await recordReport(ctx, 'backlog')
      const ages = [...AGES, null]
      const queues = [...new Set(rows.map((r) => r.queueId))].map((queueId) => {
        const of = rows.filter((r) => r.queueId === queueId)
        return {
          queueId,
          queueName: of[0]!.queueName,
          counts: ages.map((_, age) => of.find((r) => r.age === age)?.count ?? 0),
          oldestDays: Math.max(...of.map((r) => r.oldest)),
        }
      })
      return { ages, queues }
    },
  })
  const reopened = route({
    method: 'POST',
    path: '/reports/reopened',
    tag: 'reports',
    needs: 'reports:read',
    summary: 'Of what was resolved in a period, how much was reopened since',
    body: z.strictObject(Period),
    answer: {
      status: 200,
      schema: z.object({
        total: z.object(Rate),
        groups: z.array(z.object({ key: Id, name: z.string(), ...Rate })),
        series: z.array(z.object({ start: z.string(), ...Rate })),
      }),
    },
    async handler(ctx, { body }) {
      const rows = await ctx.withContext(async (tx) =>
        tx.run<Reopened>(REOPENED, [tx.context.orgId, ...(await periodOf(tx, body))]),
      )
      await recordReport(ctx, 'reopened')
      const at = (level: Reopened['level']) => rows.filter((r) => r.level === level)
      return {
        total: rate(at('total')[0] ?? { resolved: 0, reopened: 0 }),
        groups: at('group').map((r) => ({ key: r.key, name: r.name, ...rate(r) })),
        series: at('bucket').map((r) => ({ start: r.start, ...rate(r) })),
      }
    },
  })
  const ratings = route({
    method: 'POST',
    path: '/reports/ratings',
    tag: 'reports',
    needs: 'reports:read',
    summary: 'How content requesters were in a period, by queue, technician or client',
    body: z.strictObject({ ...Period, groupBy: z.enum(['queue', 'technician', 'client']).default('queue') }),
    answer: {
      status: 200,
      schema: z.object({
        total: z.object(Said),
        groups: z.array(z.object({ key: Id.nullable(), name: z.string().nullable(), ...Said })),
        series: z.array(z.object({ start: z.string(), ...Said })),
      }),
    },
    async handler(ctx, { body }) {
      const { orgId } = ctx.principal
      const rows = await ctx.withContext(async (tx) =>
        tx.run<Rated>(RATINGS, [tx.context.orgId, ...(await periodOf(tx, body)), body.groupBy]),
      )
      const at = (level: Rated['level']) => rows.filter((r) => r.level === level)
      const groups = []
      for (const r of at('group')) {
        const client =
          body.groupBy === 'client'
            ? await clientName(keys, orgId, r.key, r as ClientKey, ctx.principal)
            : null
        groups.push({ key: r.key, name: client?.name ?? r.name, ...said(r) })
      }
      const named = body.groupBy === 'client' ? groups.flatMap((g) => (g.name && g.key ? [g.key] : [])) : []
      await ctx.recordRead({
        action: 'report.read',
        object: { type: 'report', id: null },
        ...(named.length > 0 && { objects: named, classes: ['contact'] as const }),
        facts: { report: 'ratings' },
      })
      return {
        total: said(at('total')[0] ?? { good: 0, neither: 0, bad: 0 }),
        groups,
        series: at('bucket').map((r) => ({ start: r.start, ...said(r) })),
      }
    },
  })
  return [load, backlog, reopened, ratings]
}

/** The values of a period, checked: from, to, bucket, time zone. */
async function periodOf(
  tx: Tx,
  body: { from: string; to: string; bucket: string; timeZone?: string | undefined },
) {
  const days = (Date.parse(body.to) - Date.parse(body.from)) / DAY_MS
  if (days <= 0) throw invalid([{ field: 'to', message: 'must be after from' }])
  if (days > (body.bucket === 'day' ? 400 : 3700))
    throw invalid([{ field: 'to', message: 'is too far from the start' }])
  const zone = body.timeZone === undefined ? undefined : zoneNamed(body.timeZone)
  if (body.timeZone !== undefined && !zone)
    throw invalid([{ field: 'timeZone', message: 'is no time zone of the IANA database' }])
  const org = await tx.db.selectFrom('organizations').select('time_zone').executeTakeFirstOrThrow()
  return [body.from, body.to, body.bucket, zone ?? org.time_zone]
}

const said = (r: { good: number; neither: number; bad: number }) => {
  const rated = r.good + r.neither + r.bad
  return { good: r.good, neither: r.neither, bad: r.bad, rated, share: rated ? r.good / rated : null }
}

const rate = (r: { resolved: number; reopened: number }) => ({
  resolved: r.resolved,
  reopened: r.reopened,
  rate: r.resolved ? r.reopened / r.resolved : null,
})

const recordReport = (ctx: RequestContext, report: string): Promise<void> =>
  ctx.recordRead({ action: 'report.read', object: { type: 'report', id: null }, facts: { report } })
