import { z } from 'zod'
import { invalid, notFound } from '../../../../platform/http/problem.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import type { Services } from '../../../../platform/services.ts'
import { CreatePolicy, Id } from '../api.ts'
import { ClockAnswer, presentClock } from '../present.ts'
import { previewOf } from '../preview.ts'
import { computeClocks } from '../recompute.ts'

const Ticket = z.union([
  z.strictObject({ id: Id }),
  z.strictObject({
    priority: z.number().int().min(1).max(4),
    typeId: Id,
    groupId: Id,
    clientId: Id.nullable().default(null),
    /** Now, when left out. */
    createdAt: z.iso.datetime({ offset: true }).optional(),
  }),
])
const PreviewBody = z.strictObject({
  ticket: Ticket,
  /** A policy as it might be; without one, those that there are. */
  policy: CreatePolicy.partial({ name: true }).optional(),
})
const PreviewAnswer = z.object({
  /** Null where none fits: then no clock runs. */
  policy: z.object({ id: Id.nullable(), name: z.string() }).nullable(),
  /** Each policy in order, with what it asked of the ticket. The first of which all fit is chosen. */
  considered: z.array(
    z.object({
      id: Id,
      name: z.string(),
      fits: z.boolean(),
      criteria: z.array(
        z.object({ criterion: z.enum(['active', 'who', 'priority', 'type']), fits: z.boolean() }),
      ),
    }),
  ),
  response: ClockAnswer,
  resolution: ClockAnswer,
})
const Progress = z.object({
  total: z.number().int(),
  done: z.number().int(),
  requestedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})

/** What clocks show: of one ticket, as they would be, and how far the going over all tickets is. */
export function previewRoutes({ db }: Services): Route[] {
  const ofTicket = route({
    method: 'GET',
    path: '/tickets/:id/sla',
    tag: 'sla',
    needs: 'tickets:read',
    summary: 'Where the clocks of a ticket stand now, and by which policy',
    params: z.object({ id: Id }),
    answer: {
      status: 200,
      schema: z.object({
        policy: z.object({ id: Id, name: z.string() }).nullable(),
        response: ClockAnswer,
        resolution: ClockAnswer,
      }),
    },
    async handler(ctx, { params }) {
      const found = await ctx.withContext(async (tx) => {
        const [clocks] = await computeClocks(tx, [params.id])
        const policyId = clocks?.loaded.policy?.id
        const policy = policyId
          ? await tx.db
              .selectFrom('sla_policies')
              .select(['id', 'name'])
              .where('id', '=', policyId)
              .executeTakeFirst()
          : undefined
        return clocks && { clocks, policy: policy ?? null }
      })
      await ctx.recordRead({
        action: 'ticket-sla.read',
        object: { type: 'ticket', id: params.id },
        ...(!found && { outcome: 'refused' as const, reason: 'not-found-or-walled' }),
      })
      if (!found) throw notFound('The ticket')
      const { response, resolution } = found.clocks.evaluation
      return {
        policy: found.policy,
        response: presentClock(response),
        resolution: presentClock(resolution),
      }
    },
  })
  const preview = route({
    method: 'POST',
    path: '/sla/preview',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'Which policy a ticket comes under and why, and when it would be due, by a draft too',
    body: PreviewBody,
    answer: { status: 200, schema: PreviewAnswer },
    async handler(ctx, { body }) {
      const { ticket, policy } = body
      if (policy && !policy.calendarId) throw invalid([{ field: 'policy.calendarId', message: 'is needed' }])
      const answer = await ctx.withContext((tx) => previewOf(db, tx, ticket, policy))
      await ctx.recordRead({
        action: 'sla-policy.preview',
        object: { type: 'ticket', id: 'id' in ticket ? ticket.id : null },
      })
      return answer
    },
  })
  const progress = route({
    method: 'GET',
    path: '/sla/sweep',
    tag: 'sla',
    needs: 'desk:settings',
    summary: 'How far the going over all open tickets is after a change',
    answer: { status: 200, schema: Progress },
    unaudited: 'counts of tickets, and no ticket',
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const row = await tx.db.selectFrom('sla_sweeps').selectAll().executeTakeFirst()
        return {
          total: row?.total ?? 0,
          done: row?.done ?? 0,
          requestedAt: row?.requested_at.toISOString() ?? null,
          finishedAt: row?.finished_at?.toISOString() ?? null,
        }
      }),
  })
  return [ofTicket, preview, progress]
}
