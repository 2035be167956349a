import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid, notFound } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { EntryAnswer, Id } from '../api.ts'
import { presentEntries, readEntry, termsOf } from '../entries.ts'
import { standsAt } from '../merged.ts'
import { addEntry } from '../write.ts'

const DAY_MINUTES = 1440
const Running = z
  .object({
    ticketId: Id,
    /** Null where the walls have closed the ticket since. */
    ticketNumber: z.number().int().nullable(),
    startedAt: z.string(),
  })
  .nullable()
const StopBody = z.strictObject({
  /** Instead of what the timer counted; needed when it ran for more than a day. */
  minutes: z.number().int().min(1).max(DAY_MINUTES).optional(),
  billable: z.boolean().default(true),
  contractId: Id.nullable().default(null),
  note: z.string().trim().min(1).max(2000).nullable().default(null),
})
type Stop = z.output<typeof StopBody>

/** A user's timer: one runs at a time. */
export function timerRoutes({ keys }: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/timer',
    tag: 'time',
    needs: 'time:write',
    summary: 'One’s own running timer',
    passive: true,
    unaudited: 'one’s own timer: an id, a number and a time',
    answer: { status: 200, schema: z.object({ timer: Running }) },
    handler: (ctx) => ctx.withContext(async (tx) => ({ timer: present(await running(tx)) })),
  })
  const start = route({
    method: 'POST',
    path: '/timer/start',
    tag: 'time',
    needs: 'time:write',
    summary: 'Start the timer on a ticket; with `switch`, what runs is stopped and kept first',
    body: z.strictObject({ ticketId: Id, switch: z.boolean().default(false) }),
    answer: { status: 200, schema: z.object({ timer: Running, stopped: EntryAnswer.nullable() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        await termsOf(tx, { ticketId: await standsAt(tx, body.ticketId), contractId: null, date: '' })
        const before = await running(tx)
        if (before && !body.switch)
          throw conflict('timer-runs', 'Your timer runs already', 'Stop it first, or switch.')
        const stopped = before
          ? await stopTimer(ctx, tx, { billable: true, contractId: null, note: null })
          : null
        const made = await tx.db
          .insertInto('timers')
          .values({ org_id: tx.context.orgId, user_id: ctx.principal.userId, ticket_id: body.ticketId })
          .onConflict((c) => c.doNothing())
          .returning('ticket_id')
          .executeTakeFirst()
        if (!made) throw conflict('timer-runs', 'Your timer runs already', 'Stop it first, or switch.')
        await ctx.record(tx, { action: 'timer.start', object: { type: 'ticket', id: body.ticketId } })
        return { timer: present(await running(tx)), stopped }
      }),
  })
  const stop = route({
    method: 'POST',
    path: '/timer/stop',
    tag: 'time',
    needs: 'time:write',
    summary: 'Stop the timer; what it counted becomes a draft',
    body: StopBody,
    answer: { status: 200, schema: EntryAnswer },
    handler: (ctx, { body }) => ctx.withContext((tx) => stopTimer(ctx, tx, body)),
  })
  const discard = route({
    method: 'POST',
    path: '/timer/discard',
    tag: 'time',
    needs: 'time:write',
    summary: 'Stop the timer and keep nothing',
    body: NoBody,
    answer: { status: 204, schema: null },
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const timer = await take(tx)
        await ctx.record(tx, { action: 'timer.discard', object: { type: 'ticket', id: timer.ticket_id } })
      }),
  })

  async function stopTimer(ctx: RequestContext, tx: Tx, body: Stop) {
    const timer = await take(tx)
    const { now, zone } = await clock(tx)
    const counted = Math.max(1, Math.ceil((now - timer.started_at.getTime()) / 60_000))
    const minutes = body.minutes ?? counted
    if (minutes > DAY_MINUTES)
      throw invalid([{ field: 'minutes', message: 'is needed: the timer ran for more than a day' }])
    // The day on which the work began, where the organization is.
    const date = timer.started_at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().toString()
    const id = await addEntry(tx, keys, { ...body, minutes, date, ticketId: timer.ticket_id })
    await ctx.record(tx, {
      action: 'timer.stop',
      object: { type: 'ticket', id: timer.ticket_id },
      facts: { entry: id, minutes, counted },
    })
    return (await presentEntries(keys, tx, [await readEntry(tx, id)]))[0]!
  }
  return [get, start, stop, discard]
}

interface Timer {
  ticket_id: string
  started_at: Date
}
const present = (t: (Timer & { number: number | null }) | undefined) =>
  t ? { ticketId: t.ticket_id, ticketNumber: t.number, startedAt: t.started_at.toISOString() } : null

const running = (tx: Tx): Promise<(Timer & { number: number | null }) | undefined> =>
  tx.db
    .selectFrom('timers as r')
    .leftJoin('tickets as t', (on) => on.onRef('t.org_id', '=', 'r.org_id').onRef('t.id', '=', 'r.ticket_id'))
    .select(['r.ticket_id', 'r.started_at', 't.number'])
    .where('r.user_id', '=', tx.context.userId!)
    .executeTakeFirst()

async function take(tx: Tx): Promise<Timer> {
  const timer = await tx.db
    .deleteFrom('timers')
    .where('user_id', '=', tx.context.userId!)
    .returning(['ticket_id', 'started_at'])
    .executeTakeFirst()
  if (!timer) throw notFound('A running timer')
  return timer
}

/** The database's clock, which also started the timer, and the organization's zone. */
async function clock(tx: Tx): Promise<{ now: number; zone: string }> {
  const [row] = await tx.run<{ now: Date; zone: string }>(
    {
      name: 'time-clock',
      text: 'select clock_timestamp() as now, time_zone as zone from organizations where org_id = $1',
    },
    [tx.context.orgId],
  )
  return { now: row!.now.getTime(), zone: row!.zone }
}
