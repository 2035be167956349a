import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type AuditEvent, auditEvent, type EventInput, type RequestInfo } from '../audit/event.ts'
import { failureOfChange, recordInTransaction } from '../audit/record.ts'
import { carriesText, sealText } from '../audit/seal-text.ts'
import { again } from '../db/again.ts'
import type { Tx } from '../db/database.ts'
import type { Principal } from '../policy/principal.ts'
import type { Services } from '../services.ts'
import type { Fetched } from './fused.ts'
import { Problem, unauthenticated } from './problem.ts'
import type { RequestContext, Route } from './route.ts'

const SCREEN = /^[a-z0-9/:._-]{1,80}$/i

/** The request's own facts for the log: the route's pattern, never the URL that came. */
export function requestInfo(request: FastifyRequest, route: Route): RequestInfo {
  const screen = request.headers['x-screen']
  return {
    id: request.id,
    ip: request.ip,
    method: route.method,
    route: route.path,
    screen: typeof screen === 'string' && SCREEN.test(screen) ? screen : undefined,
  }
}

export function actorOf(p: Principal): Actor {
  if (p.kind === 'device') return { kind: 'device', userId: null, deviceId: p.userId }
  return { kind: p.kind, userId: p.userId, sessionId: p.sessionId, tokenId: p.tokenId }
}

/** Parses the Cookie header without a library's object per request. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** What a handler works with; notes whether anything was recorded, so that the kit can refuse an unrecorded answer. */
export class HandlerContext implements RequestContext {
  recorded = false
  /** A change was recorded: open screens are told its kind. */
  changed = false
  readonly #services: Services
  readonly #request: FastifyRequest
  readonly #route: Route
  readonly #principal: Principal | undefined
  readonly reply: FastifyReply
  readonly credential: string | undefined

  constructor(
    services: Services,
    request: FastifyRequest,
    reply: FastifyReply,
    route: Route,
    principal: Principal | undefined,
    credential: string | undefined,
  ) {
    this.#services = services
    this.#request = request
    this.#route = route
    this.#principal = principal
    this.reply = reply
    this.credential = credential
  }

  get principal(): Principal {
    if (!this.#principal) throw unauthenticated()
    return this.#principal
  }
  get requestId(): string {
    return this.#request.id
  }
  get ip(): string {
    return this.#request.ip
  }
  get headers() {
    return this.#request.headers
  }
  get userAgent(): string {
    return String(this.#request.headers['user-agent'] ?? '').slice(0, 300)
  }
  get stream() {
    return this.#request.raw
  }
  get request(): RequestInfo {
    return requestInfo(this.#request, this.#route)
  }

  withContext<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { orgId, userId } = this.principal
    const { recorded, changed } = this
    return again(
      () => this.#services.db.withContext({ orgId, userId }, work),
      () => Object.assign(this, { recorded, changed }),
    )
  }

  async record(tx: Tx, event: EventInput): Promise<void> {
    await this.recordAs(
      tx,
      this.#principal ? actorOf(this.#principal) : { kind: 'nobody', userId: null },
      event,
    )
  }

  async recordAs(tx: Tx, actor: Actor, event: EventInput): Promise<void> {
    const sealed = carriesText(event) ? await sealText(this.#services.keys, tx, event) : event
    await recordInTransaction(tx, auditEvent(tx.context.orgId, actor, this.request, sealed))
    this.recorded = true
    this.changed = true
  }

  async recordWith<T>(event: EventInput, write: (event: AuditEvent) => Promise<T>): Promise<T> {
    const p = this.principal
    const done = await write(auditEvent(p.orgId, actorOf(p), this.request, event)).catch((error) => {
      throw failureOfChange(error)
    })
    this.recorded = true
    this.changed = true
    return done
  }

  async recordRead(event: EventInput, fetched?: Fetched): Promise<void> {
    if (fetched?.recorded) {
      this.recorded = true
      return
    }
    const p = this.principal
    const sealed = carriesText(event)
      ? await this.withContext((tx) => sealText(this.#services.keys, tx, event))
      : event
    await this.#services.reads.record(auditEvent(p.orgId, actorOf(p), this.request, sealed))
    this.recorded = true
  }

  ifMatch(): number {
    const header = this.#request.headers['if-match']
    if (!header)
      throw new Problem(428, 'if-match-required', 'Say which version you change', {
        detail: 'Send the ETag you were given as If-Match.',
      })
    const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
    if (!version) throw new Problem(400, 'bad-if-match', 'If-Match must be an ETag that this server gave')
    return Number(version)
  }

  cookie(name: string): string | undefined {
    return readCookie(this.#request.headers.cookie, name)
  }

  setCookie(name: string, value: string, maxAgeSeconds: number | null): void {
    const age = maxAgeSeconds === null ? '' : `; Max-Age=${maxAgeSeconds}`
    this.reply.header('set-cookie', `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict${age}`)
  }
}
