import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Actor, AuditEvent, EventInput } from '../audit/event.ts'
import type { Tx } from '../db/database.ts'
import type { Permission } from '../policy/permissions.ts'
import type { Principal } from '../policy/principal.ts'
import type { Fetched, FusedStatement } from './fused.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What a route needs of who asks.
 * - a permission: a full session or a token that holds it
 * - `session`: a full session, about itself; no token, which was cut down to what a program needs
 * - `signed-in`: any full session or token; what is nobody's secret, or what the handler decides about
 * - `pre-session`: a session on its way through sign-in
 * - `portal`: a full session of a portal person, and nobody else's
 * - `device`: a device's own credential (HTTP Basic), which opens nothing else
 * - `public`: nobody in particular
 *
 * All but `portal` and `public` are for staff: a portal person is refused unless the route says `alsoPortal`.
 */
export type Needs = Permission | 'session' | 'signed-in' | 'pre-session' | 'portal' | 'device' | 'public'

/** A hit limit shared by all processes. */
export interface Limit {
  hits: number
  /** seconds, up to a day */
  window: number
  per: 'address' | 'principal'
}

export interface RouteInput<P, Q, B> {
  params: P
  query: Q
  body: B
  /** What a fused statement found for this request. */
  fetched?: Fetched | undefined
}

/** One request, as a handler sees it. */
export interface RequestContext {
  readonly principal: Principal
  readonly requestId: string
  readonly ip: string
  readonly userAgent: string
  readonly headers: Record<string, string | string[] | undefined>
  readonly reply: FastifyReply
  /** The request's body where the route takes a stream. */
  readonly stream: Readable
  /** The session's or token's secret as it came, for routes that end or extend it. */
  readonly credential: string | undefined
  /**
   * One transaction behind the caller's walls. When it has to give way to another one, it is done anew, so `work` does
   * nothing outside of it that may not be done twice.
   */
  withContext<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Records a change inside its transaction. */
  record(tx: Tx, event: EventInput): Promise<void>
  /** The same, for somebody whom the request itself has made known (signing in, accepting an invitation). */
  recordAs(tx: Tx, actor: Actor, event: EventInput): Promise<void>
  /** The event of a change whose own statement writes it; `write` does so and answers, both or neither. */
  recordWith<T>(event: EventInput, write: (event: AuditEvent) => Promise<T>): Promise<T>
  /** Makes a read's event durable; the answer waits for it. What `fetched` has recorded already is not told twice. */
  recordRead(event: EventInput, fetched?: Fetched): Promise<void>
  /** The version that `If-Match` names; a problem if the header is missing or malformed. */
  ifMatch(): number
  setCookie(name: string, value: string, maxAgeSeconds: number | null): void
  cookie(name: string): string | undefined
}

// biome-ignore lint/suspicious/noExplicitAny: the schemas' own types are inferred in `route`
type Schema = z.ZodType<any, any>
type Out<S> = S extends z.ZodType ? z.output<S> : undefined

/**
 * How a repeated create is answered: what was made is read anew, as any read of it, so that walls, destruction and
 * purges of meanwhile hold, and recorded as one. Nothing but its id is kept in between.
 */
export interface Again<P, B> {
  /** The permission that reading it takes; people of the portal hold none. */
  needs: Permission | 'portal'
  /** `id` is the answer's `id` or `messageId`; where it has neither, the path's `id`. Records the read. */
  read(ctx: RequestContext, id: string, input: { params: P; body: B }): Promise<unknown>
}

export interface RouteSpec<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
> {
  method: Method
  /** Under /api/v1, with `:name` parameters. */
  path: string
  summary: string
  tag: string
  needs: Needs
  params?: P
  query?: Q
  body?: B
  /** Success status and its schema; `null` for no body, `stream` for a file. */
  answer: { status: number; schema: Schema | null | { stream: string } }
  limit?: Limit
  /**
   * For the hottest reads: one statement establishes who asks and reads what is asked, behind the walls, for all
   * requests that wait (see fused.ts). It takes the credentials, and one `value` a request; it answers who each
   * credential is and one `found` a request. Permission is decided before that is used. `event` is what such a read
   * is recorded as; where the statement records, it goes along, and the handler hands `fetched` to `recordRead`.
   */
  fused?: {
    statement: FusedStatement
    value(params: Out<P>): unknown
    event?(principal: Principal, params: Out<P>): EventInput
  }
  /** The body is handed over as a stream, unread. */
  streams?: boolean
  /** A create: a repeated `Idempotency-Key` changes nothing and is answered by reading what the first one made. */
  idempotent?: Again<Out<P>, Out<B>>
  /** Serves people of the portal as well as staff. Of what needs a permission there is none. */
  alsoPortal?: true
  /** Asking this does not count as somebody being there: the idle time runs on. */
  passive?: boolean
  /** Reason why a successful answer needs no audit event of its own. Without it an unrecorded answer is refused. */
  unaudited?: string
  handler(ctx: RequestContext, input: RouteInput<Out<P>, Out<Q>, Out<B>>): Promise<unknown>
}

/** For a POST that takes nothing: said, so that it is not forgotten. */
export const NoBody = z.strictObject({})

// biome-ignore lint/suspicious/noExplicitAny: a list of routes of all shapes
export type Route = RouteSpec<any, any, any>

/** Declares a route. The types of params, query and body follow from their schemas. */
export function route<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(spec: RouteSpec<P, Q, B>): Route {
  return spec
}
