import { z } from 'zod'
import { invalid } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { RatingBody, Score } from '../../desk/index.ts'
import { AttachedFile } from '../../files/index.ts'
import { myName } from '../../identity/index.ts'
import { myClients } from '../my-clients.ts'
import { answerRequest, myRequest, myRequests, openRequest, rateRequest } from '../requests.ts'

const Text = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .refine((text) => !/[\p{Cs}\0]/u.test(text), 'must be text')
const Subject = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must not hold control characters')
const Id = z.object({ id: z.uuid() })
const Line = z.object({
  id: z.string(),
  number: z.number(),
  subject: z.string(),
  clientId: z.string().nullable(),
  status: z.string(),
  /** Nothing more is to be done. */
  done: z.boolean(),
  /** It takes no answer any more. */
  closed: z.boolean(),
  unread: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
const One = Line.extend({
  /** What they say of it; null while nothing is asked. */
  rating: z
    .object({ score: Score.nullable(), comment: z.string().nullable(), changeable: z.boolean() })
    .nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      own: z.boolean(),
      author: z.string(),
      body: z.string().nullable(),
      createdAt: z.string(),
      files: z.array(AttachedFile),
    }),
  ),
})

/** Requests of portal people: tickets of the desk, of which they see the public thread. */
export function requestRoutes(services: Services): Route[] {
  const { keys } = services
  const called = (ctx: RequestContext) =>
    ctx.withContext(async (tx) => (await myName(keys, ctx, tx)).displayName)
  const read = async (ctx: RequestContext, id: string) => {
    const request = await ctx.withContext((tx) => myRequest(keys, tx, id))
    await ctx.recordRead({ action: 'ticket.read', object: { type: 'ticket', id } })
    return request
  }
  const list = route({
    method: 'GET',
    path: '/portal/requests',
    tag: 'requests',
    needs: 'portal',
    summary: 'One’s requests, the newest first',
    answer: { status: 200, schema: z.object({ items: z.array(Line) }) },
    async handler(ctx) {
      const items = await ctx.withContext((tx) => myRequests(keys, tx))
      await ctx.recordRead({
        action: 'ticket.list',
        object: { type: 'ticket', id: null },
        objects: items.map((r) => r.id),
      })
      return { items }
    },
  })
  const one = route({
    method: 'GET',
    path: '/portal/requests/:id',
    tag: 'requests',
    needs: 'portal',
    summary: 'A request with its public thread; what is shown counts as read',
    params: Id,
    answer: { status: 200, schema: One },
    handler: (ctx, { params }) => read(ctx, params.id),
  })
  const open = route({
    method: 'POST',
    path: '/portal/requests',
    tag: 'requests',
    needs: 'portal',
    summary: 'Ask the service desk for something',
    body: z.strictObject({
      subject: Subject,
      body: Text,
      clientId: z.uuid().nullable().default(null),
      facilityId: z.uuid().nullable().default(null),
    }),
    idempotent: { needs: 'portal', read },
    limit: { hits: 30, window: 3600, per: 'principal' },
    answer: { status: 201, schema: One },
    async handler(ctx, { body }) {
      await ctx.withContext(async (tx) => {
        if (body.clientId && !(await myClients(keys, tx)).some((c) => c.id === body.clientId))
          throw invalid([{ field: 'clientId', message: 'must name somebody you are here for' }])
        const facility = body.facilityId
          ? await tx.db
              .selectFrom('facilities')
              .select('id')
              .where('id', '=', body.facilityId)
              .executeTakeFirst()
          : undefined
        if (body.facilityId && !facility)
          throw invalid([{ field: 'facilityId', message: 'must be a facility of yours' }])
      })
      const id = await openRequest(services, ctx, await called(ctx), body)
      return ctx.withContext((tx) => myRequest(keys, tx, id))
    },
  })
  const answer = route({
    method: 'POST',
    path: '/portal/requests/:id/messages',
    tag: 'requests',
    needs: 'portal',
    summary: 'Answer in a request’s public thread',
    params: Id,
    body: z.strictObject({ body: Text }),
    limit: { hits: 120, window: 3600, per: 'principal' },
    answer: { status: 201, schema: One },
    async handler(ctx, { params, body }) {
      const request = await ctx.withContext((tx) => myRequest(keys, tx, params.id))
      await answerRequest(services, ctx, await called(ctx), request, body.body)
      return ctx.withContext((tx) => myRequest(keys, tx, params.id))
    },
  })
  const rate = route({
    method: 'PUT',
    path: '/portal/requests/:id/rating',
    tag: 'requests',
    needs: 'portal',
    summary: 'Say how content one is with a request that has ended, or change that',
    params: Id,
    body: z.strictObject(RatingBody),
    limit: { hits: 60, window: 3600, per: 'principal' },
    answer: { status: 200, schema: One },
    async handler(ctx, { params, body }) {
      const request = await ctx.withContext((tx) => myRequest(keys, tx, params.id))
      const rating = { score: body.score, comment: body.comment || undefined }
      await rateRequest(services, ctx, await called(ctx), request.id, rating)
      return ctx.withContext((tx) => myRequest(keys, tx, params.id))
    },
  })
  return [list, one, open, answer, rate]
}
