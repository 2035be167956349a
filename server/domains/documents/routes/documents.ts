import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { byRequest } from '../../../platform/http/by.ts'
import { JsonText } from '../../../platform/http/json-text.ts'
import { forbidden, invalid } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { classesOf } from '../access.ts'
import {
  ById,
  DocumentAnswer,
  DocumentWithUpload,
  ExpiresAt,
  Fingerprint,
  Id,
  Name,
  Note,
  ReviewOn,
  Size,
  Tags,
} from '../api.ts'
import { changeDocument, createDocument } from '../documents.ts'
import { readFolder } from '../folders.ts'
import { KeptPages } from '../kept-page.ts'
import { STATES } from '../list.ts'
import { presentDocument } from '../present.ts'
import { askedMe } from '../reading.ts'
import { readDocument } from '../records.ts'
import { sameUpload } from '../uploads.ts'
import { unfinishedOf } from '../versions.ts'

export function documentRoutes(services: Services): Route[] {
  const { db, keys } = services
  const pages = new KeptPages(db, keys)
  const shown = async (ctx: RequestContext, tx: Tx, id: string) => {
    const row = await readDocument(tx, ctx.principal, id)
    const upload = await unfinishedOf(tx, id)
    const reading = await askedMe(tx, id)
    ctx.reply.header('etag', `"${row.version}"`)
    return {
      row,
      answer: {
        ...(await presentDocument(keys, tx.context.orgId, row, ctx.principal)),
        uploadId: upload?.id ?? null,
        uploadReceived: upload?.received ?? 0,
        reading,
      },
    }
  }
  const readOne = async (ctx: RequestContext, id: string) => {
    const { row, answer } = await ctx.withContext((tx) => shown(ctx, tx, id))
    await ctx.recordRead({ action: 'document.read', object: { type: 'document', id }, ...classesOf(row) })
    return answer
  }

  const list = route({
    method: 'GET',
    path: '/folders/:id/documents',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'The documents of a folder, what changed last first; drafts are for those who write',
    params: ById,
    query: z.strictObject({
      state: z.enum(STATES).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional(),
    }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(DocumentAnswer), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { params, query }) {
      const filter = { folderId: params.id, state: query.state }
      const { folder, ids, nextCursor, json } = await pages.open(ctx, filter, query.limit, query.cursor)
      await ctx.recordRead({
        action: 'document.list',
        object: { type: 'folder', id: folder.id },
        objects: ids,
        ...classesOf(folder),
      })
      return JsonText.with({ nextCursor }, 'items', json)
    },
  })

  const create = route({
    method: 'POST',
    path: '/folders/:id/documents',
    tag: 'documents',
    needs: 'documents:write',
    summary:
      'Add a document as a draft; the bytes of its first version follow. One’s own unfinished upload of the same `fingerprint` goes on instead',
    idempotent: { needs: 'documents:read', read: (ctx, id) => readOne(ctx, id) },
    params: ById,
    body: z.strictObject({
      name: Name,
      size: Size,
      tags: Tags.default([]),
      note: Note.optional(),
      fingerprint: Fingerprint.optional(),
      expiresAt: ExpiresAt.nullable().default(null),
      reviewOn: ReviewOn.nullable().default(null),
    }),
    answer: { status: 201, schema: DocumentWithUpload },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const folder = await readFolder(tx, ctx.principal, params.id, 'write')
        const begun = await sameUpload(keys, tx, { folderId: folder.id }, body)
        if (begun) {
          const object = { type: 'document', id: begun.documentId }
          await ctx.record(tx, { action: 'document.resume', object, ...classesOf(folder) })
          return (await shown(ctx, tx, begun.documentId)).answer
        }
        const id = await createDocument(services, tx, byRequest(ctx), folder, body)
        return (await shown(ctx, tx, id)).answer
      }),
  })

  const one = route({
    method: 'GET',
    path: '/documents/:id',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'One document',
    params: ById,
    answer: { status: 200, schema: DocumentWithUpload },
    handler: (ctx, { params }) => readOne(ctx, params.id),
  })

  const change = route({
    method: 'PATCH',
    path: '/documents/:id',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Rename or move a document, set its tags, when it expires and when it is to be reviewed',
    params: ById,
    body: z
      .strictObject({
        name: Name.optional(),
        folderId: Id.optional(),
        tags: Tags.optional(),
        expiresAt: ExpiresAt.nullable().optional(),
        reviewOn: ReviewOn.nullable().optional(),
      })
      .refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: DocumentWithUpload },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const version = ctx.ifMatch()
        if (body.expiresAt !== undefined && !ctx.principal.permissions.has('documents:publish'))
          throw forbidden('When a document expires is said by who may publish.')
        if (body.expiresAt && Date.parse(body.expiresAt) <= Date.now())
          throw invalid([{ field: 'expiresAt', message: 'must lie ahead; withdraw the document instead' }])
        await changeDocument(services, tx, byRequest(ctx), ctx.principal, params.id, body, version)
        return (await shown(ctx, tx, params.id)).answer
      }),
  })
  return [...alsoInPortal([list, create, one]), change]
}
