import { z } from 'zod'
import type { Answers } from '../../../../forms/index.ts'
import { ANSWER_CLASSES } from '../../../../forms/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, invalid } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { myClients } from '../../portal/index.ts'
import { AnswersBody, ById, FormLine, Id, Page, ResponseAnswer, ResponseLine } from '../api.ts'
import { saveDraft, submitResponse } from '../fill.ts'
import { askedVersion } from '../forms.ts'
import { portalClient } from '../portal-record.ts'
import { lineOf } from '../present.ts'
import { beginResponse, definitionOf, findResponse, listResponses, type ResponseRow } from '../records.ts'
import { FormSeal } from '../seal.ts'
import { tellHandedIn } from '../tell.ts'
import { about, shownInPortal } from './shown.ts'

const AT_WILL = {
  name: 'forms-at-will',
  text: `select v.form_id, v.id, v.sealed_definition from forms f
    join form_versions v on v.org_id = f.org_id and v.form_id = f.id and v.n = f.published
    where f.org_id = $1 and f.id = any (wk_my_forms()) order by f.id`,
}

/** Forms in the portal: those that one was sent, and those that one may fill at will. */
export function portalRoutes(services: Services): Route[] {
  const { keys } = services
  const shown = async (ctx: RequestContext, tx: Tx, id: string) => {
    const response = await shownInPortal(keys, tx, id)
    ctx.reply.header('etag', `"${response.version}"`)
    return response
  }
  const read = async (ctx: RequestContext, id: string) => {
    const response = await ctx.withContext((tx) => shown(ctx, tx, id))
    await ctx.recordRead({ action: 'form-response.read', ...about(response), classes: ANSWER_CLASSES })
    return response
  }
  const forms = route({
    method: 'GET',
    path: '/portal/forms',
    tag: 'forms',
    needs: 'portal',
    summary: 'Forms that one may fill without being asked',
    answer: {
      status: 200,
      schema: z.object({ items: z.array(FormLine.pick({ id: true, title: true })) }),
    },
    async handler(ctx) {
      const items = await ctx.withContext(async (tx) => {
        const seal = await FormSeal.of(keys, tx)
        const rows = await tx.run<{ form_id: string; id: string; sealed_definition: Buffer }>(AT_WILL, [
          tx.context.orgId,
        ])
        return rows.map((r) => ({
          id: r.form_id,
          title: seal.open('form_versions.sealed_definition', r.id, r.sealed_definition).title,
        }))
      })
      await ctx.recordRead({
        action: 'form.list',
        object: { type: 'form', id: null },
        objects: items.map((f) => f.id),
      })
      return { items }
    },
  })
  const list = route({
    method: 'GET',
    path: '/portal/form-responses',
    tag: 'forms',
    needs: 'portal',
    summary: 'Forms that one was sent or began, and those that were handed in',
    query: z.strictObject({ ...Page, state: z.enum(['open', 'submitted']).default('open') }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(ResponseLine), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { query }) {
      const rows = await ctx.withContext(async (tx) => {
        const seal = await FormSeal.of(keys, tx)
        const names = new Map((await myClients(keys, tx)).map((c) => [c.id, c.name]))
        const states = query.state === 'open' ? ['asked', 'draft'] : ['submitted']
        return (await listResponses(tx, { states }, query.cursor, query.limit + 1)).map((row) => {
          const { definition: _, ...line } = lineOf(seal, row, names.get(row.client_id) ?? '')
          return line
        })
      })
      const items = rows.slice(0, query.limit)
      await ctx.recordRead({
        action: 'form-response.list',
        object: { type: 'form-response', id: null },
        objects: items.map((r) => r.id),
        classes: ['contact'],
      })
      return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
    },
  })
  const one = route({
    method: 'GET',
    path: '/portal/form-responses/:id',
    tag: 'forms',
    needs: 'portal',
    summary: 'A form with what was answered, and what the record says already',
    params: ById,
    answer: { status: 200, schema: ResponseAnswer },
    handler: (ctx, { params }) => read(ctx, params.id),
  })
  const begin = route({
    method: 'POST',
    path: '/portal/form-responses',
    tag: 'forms',
    needs: 'portal',
    summary: 'Begin a form for one’s client',
    body: z.strictObject({ formId: Id, clientId: Id }),
    idempotent: { needs: 'portal', read },
    limit: { hits: 60, window: 3600, per: 'principal' },
    answer: { status: 201, schema: ResponseAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        if (!(await myClients(keys, tx)).some((c) => c.id === body.clientId))
          throw invalid([{ field: 'clientId', message: 'must name somebody you are here for' }])
        const mine = await tx.run<{ form_id: string }>(AT_WILL, [tx.context.orgId])
        if (!mine.some((f) => f.form_id === body.formId))
          throw invalid([{ field: 'formId', message: 'must name a form that is there for you' }])
        const { n } = await askedVersion(await FormSeal.of(keys, tx), tx, body.formId)
        const id = await beginResponse(tx, { ...body, n, state: 'draft', byStaff: false })
        await ctx.record(tx, {
          action: 'form-response.begin',
          ...about({ id, client: { id: body.clientId }, formId: body.formId, n }),
        })
        return shown(ctx, tx, id)
      }),
  })

  const opened = async (tx: Tx, id: string) => {
    const row = await findResponse(tx, id)
    if (row.by_staff) throw conflict('not-yours', 'This form is filled by the care team')
    const { key } = await portalClient(keys, tx, row.client_id)
    return { row, key, definition: definitionOf(await FormSeal.of(keys, tx), row) }
  }
  const changed = (row: ResponseRow) =>
    about({ id: row.id, client: { id: row.client_id }, formId: row.form_id, n: row.n })
  const save = route({
    method: 'PUT',
    path: '/portal/form-responses/:id/answers',
    tag: 'forms',
    needs: 'portal',
    summary: 'Keep what was answered so far, in the version that one has seen',
    params: ById,
    body: z.strictObject({ answers: AnswersBody }),
    limit: { hits: 1200, window: 3600, per: 'principal' },
    answer: { status: 200, schema: z.object({ version: z.number() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const o = await opened(tx, params.id)
        const version = await saveDraft(tx, o.row, o, body.answers as Answers, ctx.ifMatch())
        await ctx.record(tx, { action: 'form-response.save', ...changed(o.row) })
        ctx.reply.header('etag', `"${version}"`)
        return { version }
      }),
  })
  const submit = route({
    method: 'POST',
    path: '/portal/form-responses/:id/submit',
    tag: 'forms',
    needs: 'portal',
    summary: 'Hand a form in: it lands in the client’s record and stays as it is',
    params: ById,
    body: z.strictObject({ answers: AnswersBody }),
    idempotent: { needs: 'portal', read },
    limit: { hits: 240, window: 3600, per: 'principal' },
    answer: { status: 200, schema: ResponseAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const o = await opened(tx, params.id)
        await submitResponse(tx, o.row, o, body.answers as Answers, ctx.ifMatch())
        await ctx.record(tx, { action: 'form-response.submit', ...changed(o.row) })
        await tellHandedIn(tx, o.row.id)
        return shown(ctx, tx, params.id)
      }),
  })
  return [forms, list, one, begin, save, submit]
}
