import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../db/database.ts'
import { PERMISSIONS } from '../policy/permissions.ts'
import type { Principal } from '../policy/principal.ts'
import type { Services } from '../services.ts'
import { byDevice, bySession, byToken, SESSION_COOKIE, TOKEN_PREFIX } from './authenticate.ts'
import { readCookie } from './context.ts'
import type { Route } from './route.ts'

/** While an answer is on its way out it is asked so often, in ms, whether its reader may still have it. */
const ASK_AGAIN = 1000

/** Whether a principal holds what the route needs beyond being signed in: staff a permission, portal people a route for them. */
export const mayStill = (r: Route, principal: Principal): boolean =>
  principal.kind === 'portal'
    ? r.needs === 'portal' || r.alsoPortal === true
    : r.needs !== 'portal' &&
      (!(r.needs in PERMISSIONS) || principal.permissions.has(r.needs as keyof typeof PERMISSIONS))

/** Who the session or token of a request is by now, asked without prolonging it; undefined when it ended. */
export async function holderNow(
  db: Database,
  request: { headers: Record<string, unknown>; ip: string },
): Promise<Principal | undefined> {
  const { authorization, cookie } = request.headers as { authorization?: string; cookie?: string }
  const bearer = authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined
  if (bearer?.startsWith(TOKEN_PREFIX)) return byToken(db, bearer, request.ip)
  if (authorization?.startsWith('Basic ')) return byDevice(db, authorization)
  const secret = readCookie(cookie, SESSION_COOKIE)
  return secret ? bySession(db, secret, request.ip, true) : undefined
}

/**
 * Breaks a streamed answer off when its user is removed or suspended, its session or token ends, or the permission
 * goes, by whatever process; also when that can't be asked. It is asked by the clock, not by what is taken: a reader
 * that stops taking keeps nothing open. Streams of events see to it themselves.
 */
export function endWithCredential(
  services: Services,
  r: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (r.needs === 'public' || (r.answer.schema as { stream?: string }).stream === 'text/event-stream') return
  const answer = reply.raw
  let asking = false
  // Until the answer has left, not its source: what was read already may still wait for a slow reader.
  const timer = setInterval(async () => {
    if (asking || answer.writableFinished || answer.destroyed) return
    asking = true
    const holder = await holderNow(services.db, request).catch(() => undefined)
    asking = false
    if (!holder || !mayStill(r, holder)) answer.destroy()
  }, ASK_AGAIN).unref()
  answer.once('close', () => clearInterval(timer))
}
