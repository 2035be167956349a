import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { byRequest } from '../../../platform/http/by.ts'
import { conflict, forbidden } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { Owners } from '../../files/index.ts'
import { classesOf } from '../access.ts'
import { ById, DocumentAnswer, Note } from '../api.ts'
import { presentDocument } from '../present.ts'
import { publish, withdraw } from '../publish.ts'
import { type DocumentRow, lockDocument, readDocument, updateDocument } from '../records.ts'
import { DocumentSeal } from '../seal.ts'
import { restoreVersion, versionByN } from '../versions.ts'

const Reason = z.string().trim().min(3).max(500)
const N = z.number().int().min(1).max(1_000_000)

/** What becomes of a document: each step names the version of it that was seen, so that two do not cross. */
export function lifecycleRoutes(services: Services, owners: Owners): Route[] {
  /** One step: the document locked as it was seen, the change, the document as it is then. */
  const step = (
    ctx: RequestContext,
    id: string,
    work: (tx: Tx, doc: DocumentRow) => Promise<void>,
    version: () => number | undefined = () => ctx.ifMatch(),
  ) =>
    ctx.withContext(async (tx) => {
      await work(tx, await lockDocument(tx, ctx.principal, id, version()))
      const row = await readDocument(tx, ctx.principal, id)
      ctx.reply.header('etag', `"${row.version}"`)
      return presentDocument(services.keys, tx.context.orgId, row, ctx.principal)
    })

  const publishing = route({
    method: 'POST',
    path: '/documents/:id/publish',
    tag: 'documents',
    needs: 'documents:publish',
    summary:
      'Let readers see a version; one that may hold health information needs a reason in a shared folder',
    params: ById,
    body: z.strictObject({
      n: N.optional(),
      reason: Reason.optional(),
      /** Who is to read it says so again for this version. */
      askAgain: z.boolean().default(true),
    }),
    answer: { status: 200, schema: DocumentAnswer },
    handler: (ctx, { params, body }) =>
      step(ctx, params.id, (tx, doc) =>
        publish(tx, services, owners, byRequest(ctx), ctx.principal, doc, body),
      ),
  })

  const withdrawing = route({
    method: 'POST',
    path: '/documents/:id/withdraw',
    tag: 'documents',
    needs: 'documents:publish',
    summary: 'Take a document back from its readers; its versions stay',
    params: ById,
    body: z.strictObject({ reason: Reason.optional() }),
    answer: { status: 200, schema: DocumentAnswer },
    handler: (ctx, { params, body }) =>
      step(ctx, params.id, (tx, doc) => withdraw(tx, byRequest(ctx), doc, body.reason)),
  })

  const restoring = route({
    method: 'POST',
    path: '/documents/:id/restore',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Make an old version, or one that was kept beside, the newest; nothing in between is lost',
    params: ById,
    body: z.strictObject({ n: N, note: Note.optional() }),
    answer: { status: 200, schema: DocumentAnswer },
    handler: (ctx, { params, body }) =>
      step(ctx, params.id, async (tx, doc) => {
        refuseOthers(doc, tx)
        if (body.n === doc.latest) throw conflict('newest-already', 'This version is the newest already')
        const { version, file } = await versionByN(tx, doc.id, body.n)
        if (!file.sealed_name) throw conflict('version-gone', 'This version was destroyed')
        const seal = await DocumentSeal.of(services.keys, tx.context.orgId, doc)
        const n = await restoreVersion(tx, byRequest(ctx), doc, seal, version, body.note)
        await updateDocument(tx, doc.id, { latest: n, allotted: n })
        await ctx.record(tx, {
          action: 'document.restore',
          object: { type: 'document', id: doc.id },
          objects: [file.id],
          ...classesOf(doc),
          facts: { n, from: body.n },
        })
      }),
  })

  const checkOut = route({
    method: 'POST',
    path: '/documents/:id/check-out',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Edit a document alone: nobody else adds a version until it is checked in',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: DocumentAnswer },
    handler: (ctx, { params }) =>
      step(
        ctx,
        params.id,
        async (tx, doc) => {
          refuseOthers(doc, tx)
          if (doc.checked_out_by) return ctx.record(tx, said('document.check-out', doc))
          const now = new Date()
          await updateDocument(tx, doc.id, { checked_out_by: tx.context.userId, checked_out_at: now })
          await ctx.record(tx, said('document.check-out', doc))
        },
        anyVersion,
      ),
  })

  const checkIn = route({
    method: 'POST',
    path: '/documents/:id/check-in',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Let others edit again; somebody else’s check-out is taken back with documents:manage',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: DocumentAnswer },
    handler: (ctx, { params }) =>
      step(
        ctx,
        params.id,
        async (tx, doc) => {
          if (!doc.checked_out_by) throw conflict('not-checked-out', 'Nobody has checked this document out')
          const own = doc.checked_out_by === tx.context.userId
          if (!own && !ctx.principal.permissions.has('documents:manage'))
            throw forbidden('Somebody else has checked it out; this needs the permission documents:manage.')
          await updateDocument(tx, doc.id, { checked_out_by: null, checked_out_at: null })
          await ctx.record(tx, {
            ...said('document.check-in', doc),
            facts: { own, holder: doc.checked_out_by },
          })
        },
        anyVersion,
      ),
  })
  return [publishing, withdrawing, restoring, checkOut, checkIn]
}

/** Who takes it or gives it back need not have seen its last change. */
const anyVersion = () => undefined

const said = (action: string, doc: DocumentRow) => ({
  action,
  object: { type: 'document', id: doc.id },
  ...classesOf(doc),
})

function refuseOthers(doc: DocumentRow, tx: Tx): void {
  if (doc.checked_out_by && doc.checked_out_by !== tx.context.userId)
    throw conflict('checked-out', `${doc.checked_out_name} has checked this document out`)
}
