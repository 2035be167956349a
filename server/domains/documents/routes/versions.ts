import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { byRequest } from '../../../platform/http/by.ts'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type Owners, Received, readFileRow, receiveRequest } from '../../files/index.ts'
import { classesOf, seesVersion } from '../access.ts'
import { announceVersion } from '../announce.ts'
import { ById, Fingerprint, Id, Name, Note, Size, VersionAnswer } from '../api.ts'
import { lockDocument, readDocument } from '../records.ts'
import { DocumentSeal } from '../seal.ts'
import { giveUp, sameUpload } from '../uploads.ts'
import { checkBase, presentVersion, versionById, versionsOf } from '../versions.ts'

const UploadId = z.object({ id: Id, uploadId: Id })
const N = z.coerce.number().int().min(1).max(1_000_000)

export function versionRoutes(services: Services, owners: Owners): Route[] {
  const { keys } = services

  const list = route({
    method: 'GET',
    path: '/documents/:id/versions',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'The versions of a document, newest first; who only reads sees the published one',
    params: ById,
    query: z.strictObject({
      cursor: N.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(VersionAnswer), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { params, query }) {
      const { doc, rows, items } = await ctx.withContext(async (tx) => {
        const doc = await readDocument(tx, ctx.principal, params.id)
        const seal = await DocumentSeal.of(keys, tx.context.orgId, doc)
        const all = await versionsOf(tx, doc.id, query.cursor ?? null, query.limit + 1)
        const rows = all.filter((v) => seesVersion(ctx.principal, doc, v))
        const items = []
        for (const row of rows.slice(0, query.limit)) items.push(await presentVersion(keys, tx, seal, row))
        return { doc, rows, items }
      })
      await ctx.recordRead({
        action: 'document.version-list',
        object: { type: 'document', id: doc.id },
        objects: items.map((v) => v.fileId),
        ...classesOf(doc),
      })
      const last = items.at(-1)
      return { items, nextCursor: rows.length > query.limit && last?.n ? String(last.n) : null }
    },
  })

  const readVersion = async (ctx: RequestContext, documentId: string, versionId: string) => {
    const { doc, answer } = await ctx.withContext(async (tx) => {
      const doc = await readDocument(tx, ctx.principal, documentId)
      const row = await versionById(tx, doc.id, versionId)
      if (!seesVersion(ctx.principal, doc, row)) throw notFound('The version')
      const seal = await DocumentSeal.of(keys, tx.context.orgId, doc)
      return { doc, answer: await presentVersion(keys, tx, seal, row) }
    })
    await ctx.recordRead({
      action: 'document.version-read',
      object: { type: 'document', id: doc.id },
      objects: [answer.fileId],
      ...classesOf(doc),
    })
    return answer
  }

  const create = route({
    method: 'POST',
    path: '/documents/:id/versions',
    tag: 'documents',
    needs: 'documents:write',
    summary:
      'Announce a version, naming the one that it was made from; where that is not the newest any more the answer is a conflict that names both',
    idempotent: {
      needs: 'documents:read',
      read: (ctx, id, { params }) => readVersion(ctx, params.id, id),
    },
    params: ById,
    body: z.strictObject({
      name: Name,
      size: Size,
      basedOn: z.number().int().min(0),
      note: Note.optional(),
      fingerprint: Fingerprint.optional(),
    }),
    answer: { status: 201, schema: VersionAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const doc = await lockDocument(tx, ctx.principal, params.id)
        await checkBase(tx, doc, body.basedOn)
        const seal = await DocumentSeal.of(keys, tx.context.orgId, doc)
        const begun = await sameUpload(keys, tx, { documentId: doc.id }, body)
        if (begun?.base === body.basedOn) {
          const object = { type: 'document', id: doc.id }
          await ctx.record(tx, { action: 'document.resume', object, ...classesOf(doc) })
          return presentVersion(keys, tx, seal, await versionById(tx, doc.id, begun.uploadId))
        }
        const id = await announceVersion(tx, services, byRequest(ctx), doc, seal, {
          ...body,
          base: body.basedOn,
        })
        return presentVersion(keys, tx, seal, await versionById(tx, doc.id, id))
      }),
  })

  const upload = route({
    method: 'GET',
    path: '/documents/:id/uploads/:uploadId',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'How far an upload is, and what became of it',
    params: UploadId,
    answer: { status: 200, schema: VersionAnswer },
    handler: (ctx, { params }) => readVersion(ctx, params.id, params.uploadId),
  })

  const bytes = route({
    method: 'PUT',
    path: '/documents/:id/uploads/:uploadId',
    tag: 'documents',
    needs: 'documents:write',
    summary:
      'Bytes of a version from the header `upload-offset` on; a conflict after the last says that another version came meanwhile, and this one is kept beside it',
    params: UploadId,
    streams: true,
    unaudited: 'Bytes on their way in: file.create stands before them, file.upload after the last.',
    answer: { status: 200, schema: Received },
    handler: (ctx, { params }) =>
      receiveRequest(services, owners, ctx, () =>
        ctx.withContext(async (tx) => {
          const doc = await readDocument(tx, ctx.principal, params.id, 'write')
          const version = await versionById(tx, doc.id, params.uploadId)
          if (version.author_id !== ctx.principal.userId) throw notFound('The upload')
          const file = await readFileRow(tx, version.file_id)
          if (!file) throw notFound('The upload')
          return file
        }),
      ),
  })

  const abandon = route({
    method: 'DELETE',
    path: '/documents/:id/uploads/:uploadId',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Give up an upload of one’s own that is not whole: what came of it is destroyed',
    params: UploadId,
    answer: { status: 204, schema: null },
    async handler(ctx, { params }) {
      const fileId = await ctx.withContext(async (tx) => {
        const doc = await readDocument(tx, ctx.principal, params.id, 'write')
        const version = await versionById(tx, doc.id, params.uploadId)
        if (version.author_id !== ctx.principal.userId) throw notFound('The upload')
        if (version.n !== null) throw conflict('file-complete', 'The file has all its bytes already')
        await ctx.record(tx, {
          action: 'document.upload-drop',
          object: { type: 'document', id: doc.id },
          objects: [version.file_id],
          ...classesOf(doc),
        })
        return version.file_id
      })
      await giveUp(services, owners, ctx.principal.orgId, fileId)
    },
  })

  return [create, ...alsoInPortal([list, upload, bytes, abandon])]
}
