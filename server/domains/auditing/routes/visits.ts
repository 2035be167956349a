import { NoBody, type Route, route } from '../../../platform/http/route.ts'

/**
 * A page that a browser has come to, by its `X-Screen`. What a page shows of anybody is an event of its own; this one
 * keeps the pages that show nothing of anybody in the session's log too, such as settings.
 */
export function visitRoutes(): Route[] {
  return [
    route({
      method: 'POST',
      path: '/session/visits',
      tag: 'session',
      needs: 'signed-in',
      alsoPortal: true,
      summary: 'Say that the page named by X-Screen is on screen, for the log of what a session visited',
      body: NoBody,
      answer: { status: 204, schema: null },
      limit: { hits: 240, window: 60, per: 'principal' },
      handler: (ctx) => ctx.recordRead({ action: 'screen.visit', object: { type: 'session', id: null } }),
    }),
  ]
}
