import { holderNow } from '../http/liveness.ts'
import { type Route, route } from '../http/route.ts'
import type { Services } from '../services.ts'

/** The stream of changes for open screens. */
export function liveRoutes({ live, db }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/live',
      tag: 'live',
      needs: 'signed-in',
      summary: 'Server-sent events: which kinds of things changed, never which or how',
      passive: true,
      answer: { status: 200, schema: { stream: 'text/event-stream' } },
      unaudited: 'names kinds of things, nothing of anybody',
      async handler(ctx) {
        ctx.reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no')
        return live.open(ctx.principal.orgId, async () => (await holderNow(db, ctx)) !== undefined)
      },
    }),
  ]
}
