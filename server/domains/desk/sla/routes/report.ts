import { z } from 'zod'
import { invalid } from '../../../../platform/http/problem.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import type { Services } from '../../../../platform/services.ts'
import { zoneNamed } from '../../../../platform/time-zone.ts'
import { Id } from '../api.ts'
import { attainment, BUCKETS, GROUPS } from '../attainment.ts'

const DAY_MS = 86_400_000
const MOST_DAYS = { day: 400, week: 1900, month: 3700 } as const

const ReportBody = z.strictObject({
  /** From the first moment on, up to but without the last. */
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  groupBy: z.enum(GROUPS),
  bucket: z.enum(BUCKETS).default('week'),
  /** Where days begin; the organization's zone when left out. */
  timeZone: z.string().max(64).optional(),
  queueIds: z.array(Id).max(100).default([]),
  groupIds: z.array(Id).max(100).default([]),
})
const Figures = z.object({
  met: z.number().int(),
  breached: z.number().int(),
  /** Share of those met, 0 to 1; null when there were none. */
  attainment: z.number().nullable(),
  /** Of those that were answered or resolved, in minutes of open time. */
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
})
const Clocks = { response: Figures, resolution: Figures }
export const ReportAnswer = z.object({
  timeZone: z.string(),
  total: z.object(Clocks),
  groups: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable(), ...Clocks })),
  /** Buckets in order; `start` is the local date on which one begins. */
  series: z.array(z.object({ start: z.string(), ...Clocks })),
})

/** How many promises were kept. */
export function reportRoutes(_: Services): Route[] {
  const report = route({
    method: 'POST',
    path: '/reports/sla',
    tag: 'reports',
    needs: 'reports:read',
    summary: 'Service levels met and breached in a period, over the tickets that you may see',
    body: ReportBody,
    answer: { status: 200, schema: ReportAnswer },
    async handler(ctx, { body }) {
      const zone = body.timeZone === undefined ? undefined : zoneNamed(body.timeZone)
      checkPeriod(body, body.timeZone !== undefined && !zone)
      const answer = await ctx.withContext(async (tx) => {
        const org = await tx.db.selectFrom('organizations').select('time_zone').executeTakeFirstOrThrow()
        return attainment(tx, { ...body, timeZone: zone ?? org.time_zone })
      })
      await ctx.recordRead({
        action: 'report.read',
        object: { type: 'report', id: null },
        facts: { report: 'sla', groupBy: body.groupBy, from: body.from, to: body.to },
      })
      return answer
    },
  })
  return [report]
}

function checkPeriod(body: z.infer<typeof ReportBody>, badZone: boolean): void {
  if (badZone) throw invalid([{ field: 'timeZone', message: 'is no time zone of the IANA database' }])
  const days = (Date.parse(body.to) - Date.parse(body.from)) / DAY_MS
  if (days <= 0) throw invalid([{ field: 'to', message: 'must be after from' }])
  if (days > MOST_DAYS[body.bucket])
    throw invalid([{ field: 'to', message: `is too far from the start for buckets of a ${body.bucket}` }])
}
