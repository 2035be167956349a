import { timingSafeEqual } from 'node:crypto'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { auditEvent } from '../audit/event.ts'
import { BlobMissing, BlobsUnavailable } from '../blobs/index.ts'
import { gaveWay } from '../db/again.ts'
import { DatabaseUnavailable } from '../db/database.ts'
import { uuidv7 } from '../ids.ts'
import { Shredded } from '../keys/org-keys.ts'
import { PERMISSIONS } from '../policy/permissions.ts'
import type { Principal } from '../policy/principal.ts'
import type { Services } from '../services.ts'
import {
  allowedFrom,
  byDevice,
  bySession,
  byToken,
  csrfToken,
  SESSION_COOKIE,
  secretHash,
  TOKEN_PREFIX,
} from './authenticate.ts'
import { actorOf, HandlerContext, readCookie, requestInfo } from './context.ts'
import type { Fetched } from './fused.ts'
import { answerOnce } from './idempotency.ts'
import { JsonText } from './json-text.ts'
import { endWithCredential, mayStill } from './liveness.ts'
import { forbidden, invalid, Problem, unauthenticated } from './problem.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { tooMany, withinLimits, withinOrdinaryLimit } from './within-limits.ts'

export const API = '/api/v1'

/** A route that declares no permission or no schema of what it takes stops the server from starting. */
export function checkRoute(r: Route): void {
  const where = `${r.method} ${r.path}`
  if (
    !r.needs ||
    !(
      r.needs in PERMISSIONS ||
      ['session', 'signed-in', 'pre-session', 'portal', 'device', 'public'].includes(r.needs)
    )
  )
    throw new Error(`route ${where} declares no permission`)
  if (r.alsoPortal && !['session', 'signed-in', 'pre-session'].includes(r.needs))
    throw new Error(`route ${where} says it serves the portal too, but needs ${r.needs}`)
  if (r.fused?.event && (r.method !== 'GET' || r.limit || r.query))
    throw new Error(`route ${where} foresees an event, but not all that it may be refused for`)
  if (!r.answer) throw new Error(`route ${where} declares no answer`)
  if (r.path.includes(':') && !r.params)
    throw new Error(`route ${where} declares no schema for its parameters`)
  if (['POST', 'PUT', 'PATCH'].includes(r.method) && r.body === undefined && !r.streams)
    throw new Error(`route ${where} declares no schema for its body`)
}

export interface HttpOptions {
  tls: { key: string; cert: string }
  trustProxy?: boolean | number | string[]
}

/** Builds the HTTP server with all routes; it listens when told to. */
export function buildServer(services: Services, routes: Route[], options: HttpOptions): FastifyInstance {
  const app = Fastify({
    https: { key: options.tls.key, cert: options.tls.cert, minVersion: 'TLSv1.2' },
    trustProxy: options.trustProxy ?? false,
    logger: false,
    genReqId: () => uuidv7(),
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    forceCloseConnections: true,
  } as never) as unknown as FastifyInstance
  app.addHook('onRequest', securityHeaders)
  const json = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, {}) : json(request, String(body), done),
  )
  // Whatever else comes stays a stream: uploads are read by their handlers.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('*', (_request: FastifyRequest, _payload: unknown, done: (e: null) => void) =>
    done(null),
  )
  const failed = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    answerProblem(services, error, request, reply)
  app.setErrorHandler(failed)
  for (const r of routes) {
    checkRoute(r)
    app.route({
      method: r.method,
      url: API + r.path,
      config: { needs: r.needs },
      handler: (request, reply) => handle(services, r, request, reply),
    })
  }
  return app
}

async function handle(
  services: Services,
  r: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  let principal: Principal | undefined
  try {
    const { principal: found, credential, fetched, within } = await authenticate(services, r, request)
    principal = found
    if (!(within ?? (await withinLimits(services, r, request, principal)))) throw tooMany(r)
    const input = { ...parse(r, request), fetched }
    const ctx = new HandlerContext(services, request, reply, r, principal, credential)
    const work = () => r.handler(ctx, input as never)
    const key = r.idempotent ? request.headers['idempotency-key'] : undefined
    const result =
      key === undefined
        ? await work()
        : await answerOnce(services, ctx, r.idempotent!, String(key), input, work)
    if (ctx.changed && principal) services.live.changed(principal.orgId, LIVE_KIND[r.tag] ?? r.tag)
    if (!ctx.recorded && !r.unaudited)
      throw new Error(`${r.method} ${r.path} answered without an audit event`)
    if (reply.sent) return reply
    // A handler may have said 206 for a part of a file.
    if (reply.statusCode !== 206) reply.code(r.answer.status)
    if (r.answer.schema === null) return reply.send()
    if (result instanceof JsonText) {
      reply.type('application/json; charset=utf-8')
      return result.text
    }
    if (result instanceof Readable) endWithCredential(services, r, request, reply)
    return result
  } catch (error) {
    if (principal && error instanceof Problem && error.status === 403)
      await recordRefusal(services, r, request, principal, error)
    throw error
  }
}

/** What hangs on a client is shown on the client's pages. */
const LIVE_KIND: Record<string, string> = {
  contacts: 'clients',
  notes: 'clients',
  relationships: 'clients',
  resources: 'clients',
}

async function recordRefusal(
  services: Services,
  r: Route,
  request: FastifyRequest,
  p: Principal,
  error: Problem,
): Promise<void> {
  const id = (request.params as Record<string, string> | undefined)?.id
  await services.reads.record(
    auditEvent(p.orgId, actorOf(p), requestInfo(request, r), {
      action: 'request.refused',
      outcome: 'refused',
      reason: error.slug,
      object: { type: r.tag, id: id && /^[0-9a-f-]{36}$/.test(id) ? id : null },
      ...(r.needs in PERMISSIONS && { facts: { permission: r.needs } }),
    }),
  )
}

interface Authenticated {
  principal: Principal | undefined
  credential: string | undefined
  fetched?: Fetched | undefined
  /** Whether the request is within its limits, where it was counted already. */
  within?: boolean | undefined
}

async function authenticate(services: Services, r: Route, request: FastifyRequest): Promise<Authenticated> {
  const header = request.headers.authorization
  const bearer = header?.startsWith('Bearer ') ? header.slice(7) : undefined
  const cookie = bearer ? undefined : readCookie(request.headers.cookie, SESSION_COOKIE)
  if (r.needs === 'public') return { principal: undefined, credential: cookie }
  if (r.needs === 'device') return authenticateDevice(services, r, request)
  let principal: Principal | undefined
  let fetched: Fetched | undefined
  let within: boolean | undefined
  const secret = bearer?.startsWith(TOKEN_PREFIX) ? bearer : cookie
  const passive = r.passive || request.headers['x-passive'] === '1'
  const params = r.fused && secret ? r.params.safeParse(request.params) : undefined
  if (r.fused && secret && params?.success) {
    const found = await services.fused.read(r.fused.statement, {
      secret,
      isSession: secret === cookie,
      passive,
      ip: request.ip,
      value: r.fused.value(params.data),
      foresee: (who) => {
        if (!r.fused!.event || !passes(r, request, who)) return undefined
        within ??= withinOrdinaryLimit(services, request, who)
        if (!within) return undefined
        return auditEvent(
          who.orgId,
          actorOf(who),
          requestInfo(request, r),
          r.fused!.event(who, params.data as never),
        )
      },
    })
    principal = found?.principal
    fetched = found?.found
  } else if (bearer?.startsWith(TOKEN_PREFIX)) principal = await byToken(services.db, bearer, request.ip)
  else if (cookie) principal = await bySession(services.db, cookie, request.ip, passive)
  if (!principal) throw unauthenticated()
  if (cookie && request.method !== 'GET') checkCsrf(request, principal)
  await refuseAddress(services, r, request, principal)
  if (r.needs === 'pre-session' && !principal.sessionId) throw unauthenticated()
  if (!isFull(principal) && r.needs !== 'pre-session')
    throw new Problem(401, 'sign-in-unfinished', 'Finish signing in first', {
      extra: { next: principal.stage },
    })
  const refusal = refusalOf(r, principal)
  if (refusal) {
    await recordRefusal(services, r, request, principal, refusal)
    throw refusal
  }
  return { principal, credential: cookie, fetched, within }
}

/** A device is nobody else: no session or token passes for one, and what it holds opens no other route. */
async function authenticateDevice(
  services: Services,
  r: Route,
  request: FastifyRequest,
): Promise<Authenticated> {
  const principal = await byDevice(services.db, request.headers.authorization ?? '')
  if (!principal) throw unauthenticated('Basic realm="Wellkeep"')
  await refuseAddress(services, r, request, principal)
  return { principal, credential: undefined }
}

const isFull = (p: Principal): boolean => p.tokenId !== undefined || p.stage === 'full'

const fromAllowedAddress = (request: FastifyRequest, p: Principal): boolean =>
  allowedFrom((p.policy as { ipAllowList?: string[] } | null)?.ipAllowList, request.ip)

/** Whether all that `authenticate` asks of who reads by this route will be well, as far as is known of them. */
const passes = (r: Route, request: FastifyRequest, p: Principal): boolean =>
  isFull(p) && fromAllowedAddress(request, p) && refusalOf(r, p) === undefined

async function refuseAddress(
  services: Services,
  r: Route,
  request: FastifyRequest,
  principal: Principal,
): Promise<void> {
  if (fromAllowedAddress(request, principal)) return
  await recordRefusal(services, r, request, principal, new Problem(403, 'address-not-allowed', ''))
  throw unauthenticated()
}

/** Why whoever is signed in may not ask this; undefined when they may. */
function refusalOf(r: Route, principal: Principal): Problem | undefined {
  if (!mayStill(r, principal))
    return forbidden(
      principal.kind === 'portal'
        ? 'This is not part of the portal.'
        : r.needs === 'portal'
          ? 'This is for people of the portal.'
          : `This needs the permission ${r.needs}.`,
    )
  if ((r.needs === 'session' || r.needs === 'portal') && !principal.sessionId)
    return forbidden('A token can’t do this: it takes a session.')
  return undefined
}

function checkCsrf(request: FastifyRequest, principal: Principal): void {
  const given = request.headers['x-csrf-token']
  const expected = Buffer.from(principal.csrfHash ?? '', 'hex')
  const hash = typeof given === 'string' ? secretHash(given) : Buffer.alloc(32)
  if (expected.length !== hash.length || !timingSafeEqual(expected, hash))
    throw new Problem(403, 'csrf', 'The request did not come from this site’s own pages', {
      detail: 'Send the X-CSRF-Token that GET /session gives.',
    })
}

/** What a new session stores of its CSRF token. */
export const csrfHash = (sessionSecret: string): Buffer => secretHash(csrfToken(sessionSecret))

function parse(r: Route, request: FastifyRequest): { params: unknown; query: unknown; body: unknown } {
  if (r.body && request.body === undefined && request.headers['content-type'])
    throw new Problem(415, 'media-type', 'This takes application/json')
  // Said plainly, since a body of several shapes would only be called invalid.
  if (r.body && request.body === null) throw invalid([{ field: 'body', message: 'must be of type object' }])
  const errors: { field: string; message: string }[] = []
  const one = (schema: z.ZodType | undefined, value: unknown, prefix: string) => {
    if (!schema) return undefined
    const result = schema.safeParse(value === undefined ? {} : value)
    if (result.success) return result.data
    for (const issue of result.error.issues)
      errors.push({ field: fieldName(prefix, issue), message: messageOf(issue) })
    return undefined
  }
  const out = {
    params: one(r.params, request.params, 'path'),
    query: one(r.query, request.query, 'query'),
    body: r.streams ? undefined : one(r.body, request.body, ''),
  }
  if (errors.length) throw invalid(errors.slice(0, 100))
  return out
}

type Issue = z.core.$ZodIssue

function fieldName(prefix: string, issue: Issue): string {
  const path = issue.path.map(String).join('.')
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((k) => k.slice(0, 60)).join(', ') : ''
  return [prefix, path, keys].filter(Boolean).join('.') || 'body'
}

/** Zod's messages name types and bounds; some could repeat what came, so those are written anew. */
function messageOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return 'is not a known field'
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined') ? 'is required' : `must be of type ${issue.expected}`
  return issue.message.slice(0, 200)
}

async function answerProblem(
  services: Services,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const problem = toProblem(error)
  if (problem.status >= 500) {
    // The message may carry data (a driver's detail, a parser's excerpt): only its kind and place are logged.
    const e = error as { name?: string; code?: string; stack?: string }
    const stack = String(e?.stack ?? '')
      .split('\n')
      .filter((l) => /^\s+at /.test(l))
      .slice(0, 12)
    services.log.error(
      { requestId: request.id, route: request.routeOptions?.url, kind: e?.name, code: e?.code, stack },
      'request failed',
    )
  }
  if (reply.raw.headersSent) {
    reply.raw.destroy()
    return
  }
  reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problem.toDocument(`urn:uuid:${request.id}`)))
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Shredded)
    return new Problem(410, 'destroyed', 'This record was destroyed with its key')
  if (error instanceof DatabaseUnavailable)
    return new Problem(
      503,
      'database-unavailable',
      'The database can’t be reached just now; nothing was changed',
      { headers: { 'retry-after': '2' } },
    )
  if (error instanceof BlobsUnavailable)
    return new Problem(
      503,
      'files-unavailable',
      'The store of files can’t be reached just now; nothing was changed',
      { headers: { 'retry-after': '5' } },
    )
  if (error instanceof BlobMissing)
    return new Problem(500, 'file-missing', 'The stored file is not there any more')
  const e = error as { statusCode?: number; code?: string }
  if (e.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem(413, 'too-large', 'The request is too large')
  if (e.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem(415, 'media-type', 'This takes application/json')
  if (e.statusCode && e.statusCode >= 400 && e.statusCode < 500)
    return new Problem(e.statusCode, 'bad-request', 'The request can’t be read')
  if (e.code === '53100' || e.code === 'ENOSPC')
    return new Problem(507, 'disk-full', 'The disk is full; nothing was changed')
  // A NUL character, or bytes that are no text, where PostgreSQL keeps text.
  if (e.code === '22021' || e.code === '22P05')
    return invalid([{ field: 'body', message: 'has a character that text can’t have' }])
  if (gaveWay(error))
    return new Problem(503, 'busy', 'Others are changing the same just now; nothing was changed', {
      headers: { 'retry-after': '1' },
    })
  if (e.code === '42501') return forbidden('The walls do not open for this change.')
  return new Problem(500, 'internal', 'Something went wrong here; nothing was changed')
}
