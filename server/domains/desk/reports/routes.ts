import { z } from 'zod'
import { invalid } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { zoneNamed } from '../../../platform/time-zone.ts'
import { AGES, BACKLOG, LOAD, REOPENED } from './queries.ts'

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
const DAY_MS = 86_400_000

/** How the desk is doing: counts over the tickets that the asker may see. */
export function deskReportRoutes(): Route[] {
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
    body: z.strictObject({
      from: z.iso.datetime({ offset: true }),
      to: z.iso.datetime({ offset: true }),
      bucket: z.enum(['day', 'week', 'month']).default('week'),
      timeZone: z.string().max(64).optional(),
    }),
    answer: {
      status: 200,
      schema: z.object({
        total: z.object(Rate),
        groups: z.array(z.object({ key: Id, name: z.string(), ...Rate })),
        series: z.array(z.object({ start: z.string(), ...Rate })),
      }),
    },
    async handler(ctx, { body }) {
      const days = (Date.parse(body.to) - Date.parse(body.from)) / DAY_MS
      if (days <= 0) throw invalid([{ field: 'to', message: 'must be after from' }])
      if (days > (body.bucket === 'day' ? 400 : 3700))
        throw invalid([{ field: 'to', message: 'is too far from the start' }])
      const zone = body.timeZone === undefined ? undefined : zoneNamed(body.timeZone)
      if (body.timeZone !== undefined && !zone)
        throw invalid([{ field: 'timeZone', message: 'is no time zone of the IANA database' }])
      const rows = await ctx.withContext(async (tx) => {
        const org = await tx.db.selectFrom('organizations').select('time_zone').executeTakeFirstOrThrow()
        const values = [tx.context.orgId, body.from, body.to, body.bucket, zone ?? org.time_zone]
        return tx.run<Reopened>(REOPENED, values)
      })
      await recordReport(ctx, 'reopened')
      const at = (level: Reopened['level']) => rows.filter((r) => r.level === level)
      return {
        total: rate(at('total')[0] ?? { resolved: 0, reopened: 0 }),
        groups: at('group').map((r) => ({ key: r.key, name: r.name, ...rate(r) })),
        series: at('bucket').map((r) => ({ start: r.start, ...rate(r) })),
      }
    },
  })
  return [load, backlog, reopened]
}

const rate = (r: { resolved: number; reopened: number }) => ({
  resolved: r.resolved,
  reopened: r.reopened,
  rate: r.resolved ? r.reopened / r.resolved : null,
})

const recordReport = (ctx: RequestContext, report: string): Promise<void> =>
  ctx.recordRead({ action: 'report.read', object: { type: 'report', id: null }, facts: { report } })
