import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ById, DefinitionBody, FormAnswer, FormLine, Id, Page, VersionAnswer } from '../api.ts'
import {
  changeForm,
  createForm,
  findForm,
  listForms,
  lockForm,
  presentForm,
  publishForm,
  versionsOf,
} from '../forms.ts'
import { FormSeal } from '../seal.ts'

const Facilities = z.array(Id).max(200)
const about = (id: string | null) => ({ object: { type: 'form', id } })

/** Forms, for who builds and who sends them. */
export function builderRoutes({ keys }: Services): Route[] {
  const shown = async (ctx: RequestContext, tx: Tx, id: string) => {
    const form = presentForm(await FormSeal.of(keys, tx), await findForm(tx, id))
    ctx.reply.header('etag', `"${form.version}"`)
    return form
  }
  const list = route({
    method: 'GET',
    path: '/forms',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'Forms, those made last first',
    query: z.strictObject({ ...Page, state: z.enum(['draft', 'published', 'withdrawn']).optional() }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(FormLine), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { query }) {
      const rows = await ctx.withContext(async (tx) => {
        const seal = await FormSeal.of(keys, tx)
        return (await listForms(tx, query.state, query.cursor, query.limit + 1)).map((row) => {
          const { definition: _, ...line } = presentForm(seal, row)
          return line
        })
      })
      const items = rows.slice(0, query.limit)
      await ctx.recordRead({ action: 'form.list', ...about(null), objects: items.map((f) => f.id) })
      return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
    },
  })
  const read = async (ctx: RequestContext, id: string) => {
    const form = await ctx.withContext((tx) => shown(ctx, tx, id))
    await ctx.recordRead({ action: 'form.read', ...about(id) })
    return form
  }
  const one = route({
    method: 'GET',
    path: '/forms/:id',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'A form as it is edited',
    params: ById,
    answer: { status: 200, schema: FormAnswer },
    handler: (ctx, { params }) => read(ctx, params.id),
  })
  const create = route({
    method: 'POST',
    path: '/forms',
    tag: 'forms',
    needs: 'forms:manage',
    summary: 'Begin a form',
    idempotent: { needs: 'forms:read', read },
    body: z.strictObject({
      definition: DefinitionBody,
      everywhere: z.boolean().default(true),
      facilityIds: Facilities.default([]),
      atWill: z.boolean().default(false),
      toldTeamId: Id.nullable().default(null),
    }),
    answer: { status: 201, schema: FormAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = await createForm(keys, tx, body)
        await ctx.record(tx, { action: 'form.create', ...about(id) })
        return shown(ctx, tx, id)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/forms/:id',
    tag: 'forms',
    needs: 'forms:manage',
    summary: 'Change what is edited, and for whom the form is; what was published stays as it is',
    params: ById,
    body: z
      .strictObject({
        definition: DefinitionBody,
        everywhere: z.boolean(),
        facilityIds: Facilities,
        atWill: z.boolean(),
        toldTeamId: Id.nullable(),
      })
      .partial()
      .refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: FormAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const row = await lockForm(tx, params.id, ctx.ifMatch())
        await changeForm(await FormSeal.of(keys, tx), tx, row, body)
        await ctx.record(tx, { action: 'form.change', ...about(row.id), changes: Object.keys(body) })
        return shown(ctx, tx, row.id)
      }),
  })
  const publish = route({
    method: 'POST',
    path: '/forms/:id/publish',
    tag: 'forms',
    needs: 'forms:manage',
    summary: 'Make what is edited the newest version; one that was withdrawn is asked again',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: FormAnswer },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await lockForm(tx, params.id, ctx.ifMatch())
        const n = await publishForm(await FormSeal.of(keys, tx), tx, row)
        await ctx.record(tx, { action: 'form.publish', ...about(row.id), facts: { n } })
        return shown(ctx, tx, row.id)
      }),
  })
  const withdraw = route({
    method: 'POST',
    path: '/forms/:id/withdraw',
    tag: 'forms',
    needs: 'forms:manage',
    summary: 'Ask it of nobody any more; what was sent can still be filled, and answers stay',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: FormAnswer },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await lockForm(tx, params.id, ctx.ifMatch())
        if (row.state !== 'published') throw conflict('not-published', 'This form is not published')
        await tx.db
          .updateTable('forms')
          .set((e) => ({ state: 'withdrawn', version: e('version', '+', 1), updated_at: new Date() }))
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', row.id)
          .execute()
        await ctx.record(tx, { action: 'form.withdraw', ...about(row.id), facts: { n: row.published } })
        return shown(ctx, tx, row.id)
      }),
  })
  const duplicate = route({
    method: 'POST',
    path: '/forms/:id/duplicate',
    tag: 'forms',
    needs: 'forms:manage',
    summary: 'Begin a form that asks the same',
    params: ById,
    body: NoBody,
    idempotent: { needs: 'forms:read', read },
    answer: { status: 201, schema: FormAnswer },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const from = presentForm(await FormSeal.of(keys, tx), await findForm(tx, params.id))
        const { en, es } = from.definition.title
        const title = {
          en: `${en} (copy)`.slice(0, 200),
          ...(es && { es: `${es} (copia)`.slice(0, 200) }),
        }
        const id = await createForm(keys, tx, { ...from, definition: { ...from.definition, title } })
        await ctx.record(tx, { action: 'form.create', ...about(id), facts: { from: params.id } })
        return shown(ctx, tx, id)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/forms/:id',
    tag: 'forms',
    needs: 'forms:manage',
    summary: 'Remove a form that was never published',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await findForm(tx, params.id)
        if (row.published !== null)
          throw conflict('was-published', 'This form was published', 'Withdraw it: its answers keep to it.')
        await tx.db
          .deleteFrom('forms')
          .where('org_id', '=', tx.context.orgId)
          .where('id', '=', row.id)
          .execute()
        await ctx.record(tx, { action: 'form.remove', ...about(row.id) })
      }),
  })
  const versions = route({
    method: 'GET',
    path: '/forms/:id/versions',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'What was published, the newest first',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(VersionAnswer.omit({ definition: true })) }) },
    async handler(ctx, { params }) {
      const items = await ctx.withContext(async (tx) => {
        await findForm(tx, params.id)
        return (await versionsOf(tx, params.id)).map(({ n, published_at, publisher }) => ({
          n,
          publishedAt: published_at.toISOString(),
          publishedBy: publisher,
        }))
      })
      await ctx.recordRead({ action: 'form.version-list', ...about(params.id) })
      return { items }
    },
  })
  const version = route({
    method: 'GET',
    path: '/forms/:id/versions/:n',
    tag: 'forms',
    needs: 'forms:read',
    summary: 'A version as it was published',
    params: z.object({ id: Id, n: z.coerce.number().int().min(1).max(1_000_000) }),
    answer: { status: 200, schema: VersionAnswer },
    async handler(ctx, { params }) {
      const found = await ctx.withContext(async (tx) => {
        const [row] = await versionsOf(tx, params.id, params.n)
        if (!row) throw notFound('The version')
        const seal = await FormSeal.of(keys, tx)
        return {
          n: row.n,
          publishedAt: row.published_at.toISOString(),
          publishedBy: row.publisher,
          definition: seal.open('form_versions.sealed_definition', row.id, row.sealed_definition),
        }
      })
      await ctx.recordRead({ action: 'form.version-read', ...about(params.id), facts: { n: found.n } })
      return found
    },
  })
  return [list, one, create, change, publish, withdraw, duplicate, remove, versions, version]
}
