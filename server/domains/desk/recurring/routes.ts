import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id } from '../api.ts'
import {
  listSchedules,
  readSchedule,
  removeSchedule,
  Schedule,
  ScheduleAnswer,
  saveSchedule,
} from './schedules.ts'
import { nextTimes, Times } from './times.ts'

const ScheduleId = z.object({ id: Id })
/** So many of a draft are shown. */
const SHOWN = 5

/** Tickets that are opened again and again, from a template. */
export function scheduleRoutes({ keys }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/ticket-schedules',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Recurring tickets, with when each comes next',
      answer: { status: 200, schema: z.object({ items: z.array(ScheduleAnswer) }) },
      unaudited: 'settings of the desk; of clients their ids alone',
      handler: async (ctx) => ({ items: await ctx.withContext((tx) => listSchedules(keys, tx)) }),
    }),
    route({
      method: 'POST',
      path: '/ticket-schedules',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Open a ticket from a template again and again, for a client or none',
      idempotent: {
        needs: 'desk:settings',
        async read(ctx, id) {
          const found = await ctx.withContext((tx) => readSchedule(keys, tx, id))
          await ctx.recordRead({ action: 'ticket-schedule.read', object: { type: 'ticket-schedule', id } })
          return found
        },
      },
      body: Schedule,
      answer: { status: 201, schema: ScheduleAnswer },
      handler: (ctx, { body }) => ctx.withContext((tx) => saveSchedule(keys, tx, byRequest(ctx), body)),
    }),
    route({
      method: 'PUT',
      path: '/ticket-schedules/:id',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Change, pause or go on with a recurring ticket; what comes next is counted from now',
      params: ScheduleId,
      body: Schedule,
      answer: { status: 200, schema: ScheduleAnswer },
      handler: (ctx, { params, body }) => {
        const known = { id: params.id, version: ctx.ifMatch() }
        return ctx.withContext((tx) => saveSchedule(keys, tx, byRequest(ctx), body, known))
      },
    }),
    route({
      method: 'DELETE',
      path: '/ticket-schedules/:id',
      tag: 'desk',
      needs: 'desk:settings',
      summary: 'Remove a recurring ticket; those that it opened stay',
      params: ScheduleId,
      answer: { status: 204, schema: null },
      handler: (ctx, { params }) => ctx.withContext((tx) => removeSchedule(tx, byRequest(ctx), params.id)),
    }),
    route({
      method: 'POST',
      path: '/ticket-schedules/preview',
      tag: 'desk',
      needs: 'desk:settings',
      summary: `When the next ${SHOWN} would come, of a draft`,
      body: z.strictObject({ times: Times }),
      answer: { status: 200, schema: z.object({ next: z.array(z.string()) }) },
      unaudited: 'a calculation, about nobody',
      handler: async (_, { body }) => ({
        next: nextTimes(body.times, Date.now(), SHOWN).map((at) => new Date(at).toISOString()),
      }),
    }),
  ]
}
