import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { invalid } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { myClients } from '../../portal/index.ts'
import {
  Body,
  MessageAnswer,
  Page,
  SAYS_NOTHING,
  Subject,
  saysSomething,
  ThreadAnswer,
  ThreadId,
  ThreadLine,
  WithFiles,
} from '../api.ts'
import { presentPage, presentThread, type Reader } from '../present.ts'
import { afterCursor, findThread, listThreads, markRead, messagesOf } from '../threads.ts'
import { addMessage, beginThread } from '../write.ts'

const reader = ({ principal: p }: RequestContext): Reader => ({
  userId: p.userId,
  portal: true,
  contact: true,
})
const about = (id: string, clientId: string) => ({
  object: { type: 'thread', id },
  objects: [clientId],
  classes: ['clinical'] as const,
})

/** Threads with the care team, for the portal people who take part. */
export function portalRoutes(services: Services): Route[] {
  const { keys } = services
  const shown = async (ctx: RequestContext, tx: Tx, id: string, before: string | null = null) =>
    presentThread(keys, tx, await findThread(tx, id), await messagesOf(tx, id, before), reader(ctx))
  const read = async (ctx: RequestContext, id: string) => {
    const thread = await ctx.withContext(async (tx) => {
      const found = await shown(ctx, tx, id)
      const last = found.items.at(-1)
      if (last) await markRead(tx, id, last.id)
      return found
    })
    await ctx.recordRead({ action: 'thread.read', ...about(id, thread.client.id) })
    return thread
  }
  const list = route({
    method: 'GET',
    path: '/portal/threads',
    tag: 'threads',
    needs: 'portal',
    summary: 'One’s conversations, the latest first',
    query: z.strictObject(Page),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(ThreadLine), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { query }) {
      const page = await ctx.withContext(async (tx) => {
        const rows = await listThreads(tx, {}, afterCursor(query.cursor), query.limit + 1)
        return presentPage(keys, tx, rows, query.limit, reader(ctx))
      })
      await ctx.recordRead({
        action: 'thread.list',
        object: { type: 'thread', id: null },
        objects: page.items.map((t) => t.id),
        classes: ['clinical'],
      })
      return page
    },
  })
  const one = route({
    method: 'GET',
    path: '/portal/threads/:id',
    tag: 'threads',
    needs: 'portal',
    summary: 'A conversation with its last messages; what is shown counts as read',
    params: ThreadId,
    answer: { status: 200, schema: ThreadAnswer },
    handler: (ctx, { params }) => read(ctx, params.id),
  })
  const earlier = route({
    method: 'GET',
    path: '/portal/threads/:id/messages',
    tag: 'threads',
    needs: 'portal',
    summary: 'Messages before one',
    params: ThreadId,
    query: z.strictObject({ before: z.uuid() }),
    answer: { status: 200, schema: z.object({ items: z.array(MessageAnswer), more: z.boolean() }) },
    async handler(ctx, { params, query }) {
      const { items, more, client } = await ctx.withContext((tx) => shown(ctx, tx, params.id, query.before))
      await ctx.recordRead({ action: 'thread.read', ...about(params.id, client.id) })
      return { items, more }
    },
  })
  const begin = route({
    method: 'POST',
    path: '/portal/threads',
    tag: 'threads',
    needs: 'portal',
    summary: 'Write to the care team about one’s client',
    body: z.strictObject({ clientId: z.uuid(), subject: Subject, body: Body }),
    idempotent: { needs: 'portal', read },
    limit: { hits: 60, window: 3600, per: 'principal' },
    answer: { status: 201, schema: ThreadAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        if (!(await myClients(keys, tx)).some((c) => c.id === body.clientId))
          throw invalid([{ field: 'clientId', message: 'must name somebody you are here for' }])
        return shown(ctx, tx, await beginThread(services, ctx, tx, body))
      }),
  })
  const write = route({
    method: 'POST',
    path: '/portal/threads/:id/messages',
    tag: 'threads',
    needs: 'portal',
    summary: 'Answer in a conversation',
    params: ThreadId,
    body: z.strictObject(WithFiles).refine(saysSomething, SAYS_NOTHING),
    limit: { hits: 240, window: 3600, per: 'principal' },
    answer: { status: 201, schema: ThreadAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        await addMessage(services, ctx, tx, await findThread(tx, params.id), { ...body, kind: 'message' })
        return shown(ctx, tx, params.id)
      }),
  })
  return [list, one, earlier, begin, write]
}
