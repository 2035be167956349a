import { z } from 'zod'
import { holderNow } from '../http/liveness.ts'
import { type Route, route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { heardInPortal } from './portal.ts'

const Place = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** The stream of changes for open screens. */
export function liveRoutes({ live, db }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/live',
      tag: 'live',
      needs: 'signed-in',
      alsoPortal: true,
      summary:
        'Server-sent events: which things changed, never how. Goes on after `Last-Event-ID` (or `after`) and misses nothing; the event `anew` says that all is to be read anew',
      passive: true,
      query: z.object({ after: Place.optional() }),
      answer: { status: 200, schema: { stream: 'text/event-stream' } },
      unaudited: 'names kinds of things and ids, nothing of anybody',
      async handler(ctx, { query }) {
        // What a browser sends by itself counts more than what its page once asked for.
        const last = Place.safeParse(ctx.headers['last-event-id'])
        ctx.reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no')
        return live.open(
          ctx.principal.orgId,
          {
            still: async () => (await holderNow(db, ctx)) !== undefined,
            ...(ctx.principal.kind === 'portal' && { hears: heardInPortal }),
          },
          last.success ? last.data : query.after,
        )
      },
    }),
  ]
}
