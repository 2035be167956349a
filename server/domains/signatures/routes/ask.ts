import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { conflict, stale } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { classesOf, readDocument } from '../../documents/index.ts'
import { AskBody, ById, DueBody, ReasonBody, RequestAnswer, SignerAnswer } from '../api.ts'
import { askForSignatures, cancel, moveDay, openForSigning } from '../ask.ts'
import { presentRequest, presentRequests } from '../present.ts'
import { over } from '../problems.ts'
import { about, type RequestRow, readManaged, readRequest, requestsOf } from '../records.ts'
import { tryCertificate } from '../signable.ts'
import { possibleSigners } from '../signers.ts'
import { askNext } from '../tell.ts'
import { readOne } from './read.ts'

/** A reminder is a mail: not more often than this, in ms. */
const REMIND_AFTER_MS = 60 * 60_000

/** For staff: asking people to sign, and how it stands. */
export function askRoutes(services: Services): Route[] {
  const { keys } = services
  const said = (action: string, row: RequestRow) => ({ action, ...about(row) })
  /** One step of whoever manages a request, then the request as it is. */
  const step = (
    ctx: RequestContext,
    id: string,
    work: (tx: Parameters<Parameters<typeof ctx.withContext>[0]>[0], row: RequestRow) => Promise<void>,
  ) =>
    ctx.withContext(async (tx) => {
      await work(tx, await readManaged(tx, ctx.principal, id))
      const row = await readRequest(tx, ctx.principal, id)
      ctx.reply.header('etag', `"${row.version}"`)
      return presentRequest(keys, tx, ctx.principal, row)
    })

  const list = route({
    method: 'GET',
    path: '/documents/:id/signatures',
    tag: 'signatures',
    needs: 'documents:write',
    summary: 'The signatures that were asked for of a document, newest first',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(RequestAnswer) }) },
    async handler(ctx, { params }) {
      const { doc, items } = await ctx.withContext(async (tx) => ({
        doc: await readDocument(tx, ctx.principal, params.id),
        items: await presentRequests(keys, tx, ctx.principal, await requestsOf(tx, params.id)),
      }))
      await ctx.recordRead({
        action: 'signature.list',
        object: { type: 'document', id: doc.id },
        objects: items.map((r) => r.id),
        ...classesOf(doc),
      })
      return { items }
    },
  })

  const signers = route({
    method: 'POST',
    path: '/documents/:id/signers',
    tag: 'signatures',
    needs: 'documents:publish',
    summary: 'Who could sign a document: those who may see it, by a part of their name',
    params: ById,
    body: z.strictObject({ q: z.string().max(100).default('') }),
    answer: { status: 200, schema: z.object({ items: z.array(SignerAnswer), truncated: z.boolean() }) },
    async handler(ctx, { params, body }) {
      const { doc, people } = await ctx.withContext(async (tx) => ({
        doc: await readDocument(tx, ctx.principal, params.id, 'write'),
        people: await possibleSigners(keys, tx, ctx.principal, params.id),
      }))
      const q = folded(body.q)
      const found = people.filter((p) => folded(p.name).includes(q))
      const items = found.slice(0, 50)
      await ctx.recordRead({
        action: 'signature.search',
        object: { type: 'document', id: doc.id },
        objects: items.map((p) => p.userId),
        classes: doc.client_id ? ['contact', 'clinical'] : ['contact'],
      })
      return { items, truncated: found.length > items.length }
    },
  })

  const ask = route({
    method: 'POST',
    path: '/documents/:id/signatures',
    tag: 'signatures',
    needs: 'documents:publish',
    summary: 'Ask people to sign the published version of a document, in order',
    idempotent: { needs: 'documents:write', read: (ctx, id) => readOne(services, ctx, id) },
    params: ById,
    body: AskBody,
    answer: { status: 201, schema: RequestAnswer },
    async handler(ctx, { params, body }) {
      const file = await ctx.withContext((tx) =>
        openForSigning(services, tx, ctx.principal, params.id, body.n),
      )
      // Outside the transaction: it reads the whole document.
      await tryCertificate(services, ctx.principal.orgId, file)
      return ctx.withContext(async (tx) => {
        const id = await askForSignatures(services, tx, byRequest(ctx), ctx.principal, params.id, body)
        const row = await readRequest(tx, ctx.principal, id)
        ctx.reply.header('etag', `"${row.version}"`)
        return presentRequest(keys, tx, ctx.principal, row)
      })
    },
  })

  const move = route({
    method: 'PATCH',
    path: '/signatures/:id',
    tag: 'signatures',
    needs: 'documents:publish',
    summary: 'Move the day until which it is to be signed',
    params: ById,
    body: DueBody,
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params, body }) =>
      step(ctx, params.id, async (tx, row) => {
        if (row.version !== ctx.ifMatch()) throw stale()
        if (row.state !== 'open') throw over()
        await moveDay(tx, byRequest(ctx), row, body.dueAt)
      }),
  })

  const cancelling = route({
    method: 'POST',
    path: '/signatures/:id/cancel',
    tag: 'signatures',
    needs: 'documents:publish',
    summary: 'Take a request back: nobody signs it any more',
    params: ById,
    body: ReasonBody,
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params, body }) =>
      step(ctx, params.id, async (tx, row) => {
        if (row.state !== 'open') throw over()
        await cancel(tx, byRequest(ctx), row, body.reason)
      }),
  })

  const remind = route({
    method: 'POST',
    path: '/signatures/:id/remind',
    tag: 'signatures',
    needs: 'documents:publish',
    summary: 'Write again to whoever’s turn it is, once an hour at most',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params }) =>
      step(ctx, params.id, async (tx, row) => {
        if (row.state !== 'open' || row.overdue) throw over()
        const again = new Date(Date.now() - REMIND_AFTER_MS)
        const [asked] = await tx.run(REMIND, [tx.context.orgId, row.id, again])
        if (!asked)
          throw conflict(
            'reminded-already',
            'They were told less than an hour ago',
            'Try again later, or call them.',
          )
        await askNext(tx, row.id)
        await ctx.record(tx, said('signature.remind', row))
      }),
  })

  const retry = route({
    method: 'POST',
    path: '/signatures/:id/retry',
    tag: 'signatures',
    needs: 'documents:publish',
    summary: 'Try again to make the signed copy, where it could not be made',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params }) =>
      step(ctx, params.id, async (tx, row) => {
        if (row.state !== 'signed') throw conflict('not-signed', 'There is no copy to be made')
        await addJob(tx, 'signature.copy', { requestId: row.id }, { key: `signature.copy:${row.id}` })
        await ctx.record(tx, said('signature.retry', row))
      }),
  })
  return [list, signers, ask, move, cancelling, remind, retry]
}

const REMIND = {
  name: 'signature-remind',
  text: `update signature_steps s set asked_at = now() where s.org_id = $1 and s.request_id = $2 and s.state = 'waiting' and (s.asked_at is null or s.asked_at < $3)
    and s.position = (select min(x.position) from signature_steps x where x.org_id = s.org_id and x.request_id = s.request_id and x.state = 'waiting') returning s.id`,
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
