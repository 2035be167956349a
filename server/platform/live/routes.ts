import type { Database } from '../db/database.ts'
import { bySession, byToken } from '../http/authenticate.ts'
import { type RequestContext, type Route, route } from '../http/route.ts'
import type { Services } from '../services.ts'

/** The stream of changes for open screens. */
export function liveRoutes({ live, db }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/live',
      tag: 'live',
      needs: 'session',
      summary: 'Server-sent events: which kinds of things changed, never which or how',
      passive: true,
      answer: { status: 200, schema: { stream: 'text/event-stream' } },
      unaudited: 'names kinds of things, nothing of anybody',
      async handler(ctx) {
        ctx.reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no')
        return live.open(ctx.principal.orgId, () => stillIn(db, ctx))
      },
    }),
  ]
}

/** Whether the session or token that opened the stream still counts, asked without prolonging it. */
async function stillIn(db: Database, ctx: RequestContext): Promise<boolean> {
  const { authorization } = ctx.headers
  const found = ctx.credential
    ? await bySession(db, ctx.credential, ctx.ip, true)
    : await byToken(db, String(authorization ?? '').slice('Bearer '.length), ctx.ip)
  return found !== undefined
}
