import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { forbidden, invalid, stale } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
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
import { addMessage, beginThread, say } from '../write.ts'

const reader = ({ principal: p }: RequestContext): Reader => ({
  userId: p.userId,
  portal: false,
  contact: p.fieldClasses.contact !== undefined,
})

/** What clients write is of the class `clinical`: whoever does not see that sees none of it. */
function mustSee({ principal }: RequestContext): void {
  if (!principal.fieldClasses.clinical) throw forbidden('Your roles may not see the class clinical.')
}

/** Threads with clients, for the care team. */
export function staffRoutes(services: Services): Route[] {
  const { keys } = services
  const shown = async (ctx: RequestContext, tx: Tx, id: string) =>
    presentThread(keys, tx, await findThread(tx, id), await messagesOf(tx, id, null), reader(ctx))
  const list = route({
    method: 'GET',
    path: '/threads',
    tag: 'threads',
    needs: 'messages:read',
    summary: 'Conversations with clients, the latest first',
    query: z.strictObject({
      ...Page,
      clientId: z.uuid().optional(),
      state: z.enum(['open', 'closed']).optional(),
      /** `mine`: assigned to oneself, or to somebody whom one covers. */
      whose: z.enum(['all', 'mine']).default('all'),
      waiting: z.enum(['1']).optional(),
    }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(ThreadLine), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { query }) {
      mustSee(ctx)
      const page = await ctx.withContext(async (tx) => {
        const rows = await listThreads(
          tx,
          {
            clientId: query.clientId,
            state: query.state,
            assigneeId: query.whose === 'mine' ? ctx.principal.userId : undefined,
            waits: query.waiting === '1',
          },
          afterCursor(query.cursor),
          query.limit + 1,
        )
        return presentPage(keys, tx, rows, query.limit, reader(ctx))
      })
      await ctx.recordRead({
        action: 'thread.list',
        object: query.clientId ? { type: 'client', id: query.clientId } : { type: 'thread', id: null },
        objects: page.items.map((t) => t.id),
        classes: ['clinical', 'contact'],
      })
      return page
    },
  })
  const unread = route({
    method: 'GET',
    path: '/threads/unread',
    tag: 'threads',
    needs: 'messages:read',
    summary: 'How many conversations of one’s own, and of whom one covers, wait for an answer',
    passive: true,
    answer: { status: 200, schema: z.object({ mine: z.number() }) },
    unaudited: 'a count, of nothing that is disclosed',
    handler: (ctx) =>
      ctx.withContext(async (tx) => ({
        mine: (
          await listThreads(
            tx,
            { assigneeId: ctx.principal.userId, waits: true, state: 'open' },
            undefined,
            100,
          )
        ).length,
      })),
  })
  const one = route({
    method: 'GET',
    path: '/threads/:id',
    tag: 'threads',
    needs: 'messages:read',
    summary: 'A conversation with its last messages; what is shown counts as read',
    params: ThreadId,
    answer: { status: 200, schema: ThreadAnswer },
    async handler(ctx, { params }) {
      mustSee(ctx)
      const thread = await ctx.withContext(async (tx) => {
        const found = await shown(ctx, tx, params.id)
        const last = found.items.at(-1)
        if (last) await markRead(tx, params.id, last.id)
        return found
      })
      await ctx.recordRead({
        action: 'thread.read',
        object: { type: 'thread', id: params.id },
        objects: [thread.client.id],
        classes: ['clinical', 'contact'],
        facts: { messages: thread.items.length },
      })
      return thread
    },
  })
  const earlier = route({
    method: 'GET',
    path: '/threads/:id/messages',
    tag: 'threads',
    needs: 'messages:read',
    summary: 'Messages before one',
    params: ThreadId,
    query: z.strictObject({ before: z.uuid() }),
    answer: { status: 200, schema: z.object({ items: z.array(MessageAnswer), more: z.boolean() }) },
    async handler(ctx, { params, query }) {
      mustSee(ctx)
      const { items, more, client } = await ctx.withContext(async (tx) =>
        presentThread(
          keys,
          tx,
          await findThread(tx, params.id),
          await messagesOf(tx, params.id, query.before),
          reader(ctx),
        ),
      )
      await ctx.recordRead({
        action: 'thread.read',
        object: { type: 'thread', id: params.id },
        objects: [client.id],
        classes: ['clinical'],
        facts: { messages: items.length },
      })
      return { items, more }
    },
  })
  const begin = route({
    method: 'POST',
    path: '/threads',
    tag: 'threads',
    needs: 'messages:write',
    summary: 'Write to a client’s portal people',
    body: z.strictObject({
      clientId: z.uuid(),
      subject: Subject,
      body: Body,
      /** Portal people of the client; all of them where none are named. */
      people: z.array(z.uuid()).max(50).default([]),
    }),
    idempotent: {
      needs: 'messages:read',
      async read(ctx, id) {
        mustSee(ctx)
        const thread = await ctx.withContext((tx) => shown(ctx, tx, id))
        await ctx.recordRead({
          action: 'thread.read',
          object: { type: 'thread', id },
          objects: [thread.client.id],
          classes: ['clinical'],
        })
        return thread
      },
    },
    answer: { status: 201, schema: ThreadAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        mustSee(ctx)
        const tied = (
          await tx.db
            .selectFrom('portal_clients')
            .select('user_id')
            .where('org_id', '=', tx.context.orgId)
            .where('client_id', '=', body.clientId)
            .execute()
        ).map((r) => r.user_id)
        if (body.people.some((p) => !tied.includes(p)))
          throw invalid([{ field: 'people', message: 'must name portal people of this client' }])
        const people = body.people.length ? [...new Set(body.people)] : tied
        if (!people.length)
          throw invalid([{ field: 'people', message: 'the client has no portal people yet: invite one' }])
        const id = await beginThread(services, ctx, tx, {
          ...body,
          people,
          assigneeId: ctx.principal.userId,
        })
        return shown(ctx, tx, id)
      }),
  })
  const write = route({
    method: 'POST',
    path: '/threads/:id/messages',
    tag: 'threads',
    needs: 'messages:write',
    summary: 'Answer, or leave a note for colleagues',
    params: ThreadId,
    body: z
      .strictObject({ ...WithFiles, kind: z.enum(['message', 'note']).default('message') })
      .refine(saysSomething, SAYS_NOTHING),
    answer: { status: 201, schema: ThreadAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        mustSee(ctx)
        const thread = await findThread(tx, params.id)
        await addMessage(services, ctx, tx, thread, body)
        if (!thread.assignee_id && body.kind === 'message') await assign(tx, params.id, ctx.principal.userId)
        return shown(ctx, tx, params.id)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/threads/:id',
    tag: 'threads',
    needs: 'messages:write',
    summary: 'Hand a conversation over, or close it',
    params: ThreadId,
    body: z
      .strictObject({ assigneeId: z.uuid().nullable(), state: z.enum(['open', 'closed']) })
      .partial()
      .refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: ThreadAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        mustSee(ctx)
        const thread = await findThread(tx, params.id)
        if (!thread.writable) throw forbidden('The walls open this conversation for reading only.')
        const next = body.assigneeId ? await colleague(tx, thread.id, body.assigneeId) : null
        const done = await tx.db
          .updateTable('message_threads')
          .set((e) => ({ version: e('version', '+', 1) }))
          .set({
            ...(body.assigneeId !== undefined && { assignee_id: body.assigneeId }),
            ...(body.state && { state: body.state, ...(body.state === 'closed' && { waits: false }) }),
          })
          .where('id', '=', params.id)
          .where('version', '=', ctx.ifMatch())
          .executeTakeFirst()
        if (!done.numUpdatedRows) throw stale()
        if (body.assigneeId !== undefined && body.assigneeId !== thread.assignee_id)
          await say(
            services,
            ctx,
            tx,
            thread,
            next ? `${next} answers from here on.` : 'Nobody in particular answers for now.',
          )
        await ctx.record(tx, {
          action: actionOf(body),
          object: { type: 'thread', id: params.id },
          objects: [thread.client_id],
          changes: Object.keys(body),
          facts: {
            from: thread.assignee_id,
            to: body.assigneeId === undefined ? thread.assignee_id : body.assigneeId,
          },
        })
        return shown(ctx, tx, params.id)
      }),
  })
  return [list, unread, one, earlier, begin, write, change]
}

/** A hand-over is the more telling of the two. */
function actionOf(body: {
  assigneeId?: string | null | undefined
  state?: 'open' | 'closed' | undefined
}): string {
  if (body.assigneeId !== undefined) return 'thread.hand-over'
  return body.state === 'closed' ? 'thread.close' : 'thread.reopen'
}

const assign = (tx: Tx, threadId: string, userId: string) =>
  tx.db
    .updateTable('message_threads')
    .set((e) => ({ assignee_id: userId, version: e('version', '+', 1) }))
    .where('id', '=', threadId)
    .execute()

const MAY_ANSWER = {
  name: 'thread-colleague',
  text: `select u.display_name as name from users u join message_threads t on t.org_id = u.org_id and t.id = $2
    where u.org_id = $1 and u.id = $3 and u.status = 'active' and u.kind = 'person' and exists (
      select 1 from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
      where m.org_id = u.org_id and m.user_id = u.id and w.group_id = t.group_id and w.access = 'write')`,
}

/** The name of a colleague who may answer; 422 for anybody else. */
async function colleague(tx: Tx, threadId: string, userId: string): Promise<string> {
  const [row] = await tx.run<{ name: string }>(MAY_ANSWER, [tx.context.orgId, threadId, userId])
  if (!row)
    throw invalid([{ field: 'assigneeId', message: 'must name somebody to whom the walls open this client' }])
  return row.name
}
