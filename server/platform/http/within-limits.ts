import type { FastifyRequest } from 'fastify'
import type { Principal } from '../policy/principal.ts'
import type { Services } from '../services.ts'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'

const DEFAULT_LIMIT = { hits: 3000, window: 60 }
/** Programs ask more often than people. */
const PROGRAM_LIMIT = { hits: 600_000, window: 60 }

const counted = (r: Route | undefined, request: FastifyRequest, p: Principal | undefined): string =>
  r?.limit?.per !== 'address' && p ? `principal ${p.tokenId ?? p.userId}` : `address ${request.ip}`

/** Counts the request; whether it is within the limit of its route, or of all ordinary ones. */
export async function withinLimits(
  services: Services,
  r: Route,
  request: FastifyRequest,
  p: Principal | undefined,
): Promise<boolean> {
  return r.limit
    ? services.limits.hit(`${r.method} ${r.path} ${counted(r, request, p)}`, r.limit)
    : withinOrdinaryLimit(services, request, p)
}

/** The same of a route without a limit of its own: known at once. */
export function withinOrdinaryLimit(
  services: Services,
  request: FastifyRequest,
  p: Principal | undefined,
): boolean {
  const program = p && (p.kind === 'service' || p.kind === 'device' || p.tokenId)
  return services.limits.within(counted(undefined, request, p), program ? PROGRAM_LIMIT : DEFAULT_LIMIT)
}

export const tooMany = (r: Route): Problem =>
  new Problem(429, 'too-many-requests', 'Too many requests; wait a little', {
    headers: { 'retry-after': String(r.limit?.window ?? 60) },
  })
