import { z } from 'zod'
import { type Answers, isDay } from '../../../../forms/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, forbidden, invalid, stale } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { tellPortal } from '../../portal/index.ts'
import { AnswersBody, ById, Id, Page, RESPONSE_STATES, ResponseAnswer, ResponseLine } from '../api.ts'
import { saveDraft, submitResponse } from '../fill.ts'
import { askedVersion, classesOf } from '../forms.ts'
import { lineOf, visibleAnswers } from '../present.ts'
import {
  beginResponse,
  definitionOf,
  findResponse,
  listResponses,
  type ResponseFilter,
  type ResponseRow,
} from '../records.ts'
import { FormSeal } from '../seal.ts'
import { clientNames, mustWrite, staffClient } from '../staff-client.ts'
import { takeOver } from '../take-over.ts'
import { about, shownToStaff } from './shown.ts'

const ListAnswer = z.object({ items: z.array(ResponseLine), nextCursor: z.string().nullable() })
const States = z.enum(['open', 'submitted', 'all']).default('all')
const STATES = { open: ['asked', 'draft'], submitted: ['submitted'], all: RESPONSE_STATES } as const
const TIED = {
  name: 'form-portal-people',
  text: 'select user_id from portal_clients where org_id = $1 and client_id = $2',
}

/** What clients were asked and what they answered, for the care team. */
export function responseRoutes(services: Services): Route[] {
  const { keys } = services
  const shown = async (ctx: RequestContext, tx: Tx, id: string) => {
    const response = await shownToStaff(keys, ctx, tx, id)
    ctx.reply.header('etag', `"${response.version}"`)
    return response
  }
  const read = async (ctx: RequestContext, id: string) => {
    const response = await ctx.withContext((tx) => shown(ctx, tx, id))
    await ctx.recordRead({
      action: 'form-response.read',
      ...about(response),
      classes: [...new Set([...visibleAnswers(ctx.principal), 'contact' as const])].filter(
        (c) => ctx.principal.fieldClasses[c],
      ),
    })
    return response
  }
  const page = async (
    ctx: RequestContext,
    filter: ResponseFilter,
    query: { cursor?: string | undefined; limit: number },
  ) => {
    const items = await ctx.withContext(async (tx) => {
      if (filter.clientId) await staffClient(keys, tx, ctx.principal, filter.clientId)
      const seal = await FormSeal.of(keys, tx)
      const rows = await listResponses(tx, filter, query.cursor, query.limit + 1)
      const names = await clientNames(
        keys,
        tx,
        ctx.principal,
        rows.map((r) => r.client_id),
      )
      return rows.map((row) => {
        const { definition: _, ...line } = lineOf(seal, row, names.get(row.client_id) ?? 'Name hidden')
        return line
      })
    })
    const shownItems = items.slice(0, query.limit)
    await ctx.recordRead({
      action: 'form-response.list',
      object: filter.clientId ? { type: 'client', id: filter.clientId } : { type: 'form-response', id: null },
      objects: shownItems.map((r) => r.id),
      ...(ctx.principal.fieldClasses.contact && { classes: ['contact'] as const }),
    })
    return { items: shownItems, nextCursor: items.length > query.limit ? shownItems.at(-1)!.id : null }
  }

  const list = route({
    method: 'GET',
    path: '/form-responses',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'What clients were asked, those asked last first',
    query: z.strictObject({ ...Page, formId: Id.optional(), state: States }),
    answer: { status: 200, schema: ListAnswer },
    handler: (ctx, { query }) => page(ctx, { formId: query.formId, states: STATES[query.state] }, query),
  })
  const ofClient = route({
    method: 'GET',
    path: '/clients/:id/forms',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'The forms of a client, those begun last first',
    params: ById,
    query: z.strictObject({ ...Page, state: States }),
    answer: { status: 200, schema: ListAnswer },
    handler: (ctx, { params, query }) =>
      page(ctx, { clientId: params.id, states: STATES[query.state] }, query),
  })
  const one = route({
    method: 'GET',
    path: '/form-responses/:id',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'A form of a client with the answers whose classes one sees, and what may be taken over',
    params: ById,
    answer: { status: 200, schema: ResponseAnswer },
    handler: (ctx, { params }) => read(ctx, params.id),
  })
  const begin = route({
    method: 'POST',
    path: '/form-responses',
    tag: 'forms',
    needs: 'forms:send',
    summary: 'Send a form to a client’s portal people, or begin to fill it for the client',
    idempotent: { needs: 'forms:read', read },
    body: z.strictObject({
      formId: Id,
      clientId: Id,
      how: z.enum(['send', 'fill']),
      /** Portal people of the client; all of them where none are named. */
      people: z.array(Id).max(50).default([]),
      dueOn: z.string().max(10).refine(isDay, 'must be a day as YYYY-MM-DD').optional(),
    }),
    answer: { status: 201, schema: ResponseAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const client = await staffClient(keys, tx, ctx.principal, body.clientId)
        if (!client.writable) throw forbidden('The walls open this client for reading only.')
        const { n, definition } = await askedVersion(await FormSeal.of(keys, tx), tx, body.formId)
        const byStaff = body.how === 'fill'
        if (byStaff) mustWrite(ctx.principal, classesOf(definition))
        const people = byStaff ? [] : await recipients(tx, body.clientId, body.people)
        const id = await beginResponse(tx, {
          ...body,
          n,
          state: byStaff ? 'draft' : 'asked',
          byStaff,
          people,
        })
        await ctx.record(tx, {
          action: byStaff ? 'form-response.begin' : 'form-response.send',
          ...about({ id, client: { id: body.clientId }, formId: body.formId, n }),
        })
        for (const person of people) await tellPortal(tx, person, 'form')
        return shown(ctx, tx, id)
      }),
  })

  /** The response, if whoever asks may fill it. */
  const opened = async (ctx: RequestContext, tx: Tx, id: string) => {
    const row = await findResponse(tx, id)
    if (!row.by_staff)
      throw conflict(
        'not-yours',
        'What a client was asked is answered by the client',
        'Fill a new one instead.',
      )
    const client = await staffClient(keys, tx, ctx.principal, row.client_id)
    if (!client.writable) throw forbidden('The walls open this client for reading only.')
    const definition = definitionOf(await FormSeal.of(keys, tx), row)
    mustWrite(ctx.principal, classesOf(definition))
    return { row, key: client.key, definition }
  }
  const changed = (row: ResponseRow) =>
    about({ id: row.id, client: { id: row.client_id }, formId: row.form_id, n: row.n })
  const save = route({
    method: 'PUT',
    path: '/form-responses/:id/answers',
    tag: 'forms',
    needs: 'forms:send',
    summary: 'Keep what was filled in so far',
    params: ById,
    body: z.strictObject({ answers: AnswersBody }),
    answer: { status: 200, schema: z.object({ version: z.number() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const o = await opened(ctx, tx, params.id)
        const version = await saveDraft(tx, o.row, o, body.answers as Answers, ctx.ifMatch())
        await ctx.record(tx, {
          action: 'form-response.save',
          ...changed(o.row),
          classes: classesOf(o.definition),
        })
        ctx.reply.header('etag', `"${version}"`)
        return { version }
      }),
  })
  const submit = route({
    method: 'POST',
    path: '/form-responses/:id/submit',
    tag: 'forms',
    needs: 'forms:send',
    summary: 'Put what was filled in for a client into its record',
    params: ById,
    body: z.strictObject({ answers: AnswersBody }),
    idempotent: { needs: 'forms:read', read },
    answer: { status: 200, schema: ResponseAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const o = await opened(ctx, tx, params.id)
        await submitResponse(tx, o.row, o, body.answers as Answers, ctx.ifMatch())
        await ctx.record(tx, {
          action: 'form-response.submit',
          ...changed(o.row),
          classes: classesOf(o.definition),
        })
        return shown(ctx, tx, params.id)
      }),
  })
  const takeBack = route({
    method: 'POST',
    path: '/form-responses/:id/withdraw',
    tag: 'forms',
    needs: 'forms:send',
    summary: 'Take back a form that was not handed in',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: ResponseAnswer },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await findResponse(tx, params.id)
        if (!row.writable) throw forbidden('The walls open this client for reading only.')
        if (row.state === 'submitted') throw conflict('already-submitted', 'This form was handed in already')
        if (row.version !== ctx.ifMatch()) throw stale()
        await tx.db
          .updateTable('form_responses')
          .set((e) => ({ state: 'withdrawn', version: e('version', '+', 1), updated_at: new Date() }))
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', row.id)
          .execute()
        await ctx.record(tx, { action: 'form-response.withdraw', ...changed(row) })
        return shown(ctx, tx, row.id)
      }),
  })
  const Fields = z.array(z.string().max(40)).max(150).default([])
  const decide = route({
    method: 'POST',
    path: '/form-responses/:id/take-over',
    tag: 'forms',
    needs: 'forms:send',
    summary:
      'Take answers over into the record, in the version of the client that If-Match names; leave others',
    params: ById,
    body: z.strictObject({ take: Fields, leave: Fields }),
    answer: { status: 200, schema: ResponseAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        if (!body.take.length && !body.leave.length)
          throw invalid([{ field: 'take', message: 'must name an answer, or leave one' }])
        await takeOver(services, ctx, tx, await findResponse(tx, params.id), body, ctx.ifMatch())
        return shown(ctx, tx, params.id)
      }),
  })
  return [list, ofClient, one, begin, save, submit, takeBack, decide]
}

/** The portal people who are asked: those that are named, or all of the client. */
async function recipients(tx: Tx, clientId: string, named: string[]): Promise<string[]> {
  const rows = await tx.run<{ user_id: string }>(TIED, [tx.context.orgId, clientId])
  const tied = rows.map((r) => r.user_id)
  if (named.some((p) => !tied.includes(p)))
    throw invalid([{ field: 'people', message: 'must name portal people of this client' }])
  const people = named.length ? [...new Set(named)] : tied
  if (!people.length)
    throw invalid([
      { field: 'people', message: 'the client has no portal people yet: invite one, or fill it yourself' },
    ])
  return people
}
