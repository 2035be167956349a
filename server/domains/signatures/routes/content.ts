import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { sendText } from '../../documents/index.ts'
import {
  type Owners,
  openFile,
  PictureQuery,
  readFileRow,
  sendContent,
  sendPicture,
} from '../../files/index.ts'
import { ById } from '../api.ts'
import { copyName } from '../copy.ts'
import { readRequest, sealOf } from '../records.ts'

/** What is to be signed, and what was: the version that the request is about, whatever is published by now. */
export function contentRoutes(services: Services, owners: Owners): Route[] {
  const opened = (ctx: RequestContext, id: string, which: 'document' | 'copy') =>
    ctx.withContext(async (tx) => {
      const row = await readRequest(tx, ctx.principal, id)
      if (which === 'copy' && row.state !== 'complete')
        throw conflict('not-signed', 'There is no signed copy yet', 'It is made when all have signed.')
      const file = await readFileRow(tx, which === 'copy' ? row.copy_file_id! : row.file_id)
      const seal = await sealOf(services.keys, tx.context.orgId, row)
      if (!file || !seal) throw notFound('The document')
      if (!file.sealed_name) throw conflict('version-gone', 'This version was destroyed')
      const name = seal.open<string>('documents.sealed_name', row.document_id, row.sealed_name!)
      return { name, file: await openFile(services, tx, file) }
    })

  const content = route({
    method: 'GET',
    path: '/signatures/:id/content',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'The document that is to be signed, or a range of it',
    params: ById,
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { params }) {
      const { name, file } = await opened(ctx, params.id, 'document')
      return sendContent(services, owners, ctx, file, { name })
    },
  })
  const preview = route({
    method: 'GET',
    path: '/signatures/:id/preview',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'A picture of a page of what is to be signed, drawn anew',
    params: ById,
    query: PictureQuery,
    answer: { status: 200, schema: { stream: 'image/webp' } },
    async handler(ctx, { params, query }) {
      const { file } = await opened(ctx, params.id, 'document')
      return sendPicture(services, owners, ctx, file, query)
    },
  })
  const text = route({
    method: 'GET',
    path: '/signatures/:id/text',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'The text of what is to be signed; the beginning of a long one',
    params: ById,
    answer: { status: 200, schema: z.object({ text: z.string(), whole: z.boolean() }) },
    async handler(ctx, { params }) {
      const { file } = await opened(ctx, params.id, 'document')
      return sendText(services, owners, ctx, file)
    },
  })
  const copy = route({
    method: 'GET',
    path: '/signatures/:id/signed',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'The signed copy: the document, a certificate of who signed, and the evidence to verify it with',
    params: ById,
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { params }) {
      const { name, file } = await opened(ctx, params.id, 'copy')
      return sendContent(services, owners, ctx, file, {
        name: copyName(name),
        // The names of those who signed are no reason to keep it from them.
        atHome: true,
      })
    },
  })
  return alsoInPortal([content, preview, text, copy])
}
