import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { conflict, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  aboutFile,
  type Owners,
  openFile,
  PictureQuery,
  refuseUnlessOpen,
  sendContent,
  sendPicture,
} from '../../files/index.ts'
import { seesVersion } from '../access.ts'
import { ById, Id } from '../api.ts'
import { compareTexts } from '../compare.ts'
import { readDocument } from '../records.ts'
import { DocumentSeal } from '../seal.ts'
import { sendText, textOf } from '../text.ts'
import { versionByN } from '../versions.ts'

const N = z.coerce.number().int().min(1).max(1_000_000)
const ByN = z.object({ id: Id, n: N })

/** What is in a version: its bytes, pictures of its pages, its text. */
export function contentRoutes(services: Services, owners: Owners): Route[] {
  const { keys } = services
  /** The bytes of one version, for whoever sees it. */
  const opened = (ctx: RequestContext, documentId: string, n: number) =>
    ctx.withContext(async (tx) => {
      const doc = await readDocument(tx, ctx.principal, documentId)
      const { version, file } = await versionByN(tx, doc.id, n)
      if (!seesVersion(ctx.principal, doc, version)) throw notFound('The version')
      if (!file.sealed_name) throw conflict('version-gone', 'This version was destroyed')
      const seal = await DocumentSeal.of(keys, tx.context.orgId, doc)
      const name = seal.open<string>('documents.sealed_name', doc.id, doc.sealed_name)
      return { name, file: await openFile(services, tx, file) }
    })

  const content = route({
    method: 'GET',
    path: '/documents/:id/versions/:n/content',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'A version itself, or a range of it',
    params: ByN,
    query: z.strictObject({ inline: z.enum(['1']).optional() }),
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { params, query }) {
      const { name, file } = await opened(ctx, params.id, params.n)
      return sendContent(services, owners, ctx, file, { inline: query.inline === '1', name })
    },
  })

  const preview = route({
    method: 'GET',
    path: '/documents/:id/versions/:n/preview',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'A picture of a page of a version, drawn anew; a tiny blurred one while it is covered',
    params: ByN,
    query: PictureQuery,
    answer: { status: 200, schema: { stream: 'image/webp' } },
    async handler(ctx, { params, query }) {
      const { file } = await opened(ctx, params.id, params.n)
      return sendPicture(services, owners, ctx, file, query)
    },
  })

  const text = route({
    method: 'GET',
    path: '/documents/:id/versions/:n/text',
    tag: 'documents',
    needs: 'documents:read',
    summary:
      'The text of a version, drawn out by a reader in a process of its own; the beginning of a long one',
    params: ByN,
    answer: { status: 200, schema: z.object({ text: z.string(), whole: z.boolean() }) },
    async handler(ctx, { params }) {
      const { file } = await opened(ctx, params.id, params.n)
      return sendText(services, owners, ctx, file)
    },
  })
  const compare = route({
    method: 'GET',
    path: '/documents/:id/compare',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'What differs between the texts of two versions',
    params: ById,
    query: z.strictObject({ from: N, to: N }),
    answer: {
      status: 200,
      schema: z.object({
        stretches: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
        /** Both texts were read to their end. */
        whole: z.boolean(),
      }),
    },
    async handler(ctx, { params, query }) {
      const files = [
        (await opened(ctx, params.id, query.from)).file,
        (await opened(ctx, params.id, query.to)).file,
      ]
      for (const { row } of files) refuseUnlessOpen(row)
      const texts = []
      for (const file of files) texts.push(await textOf(services, ctx.principal.orgId, file))
      const [before, after] = texts
      if (!before!.text && !after!.text)
        throw conflict('no-text', 'There is no text in them to compare', 'Look at them side by side.')
      const stretches = await compareTexts(before!.text, after!.text)
      await ctx.recordRead({
        ...aboutFile(owners, files[0]!.row, { from: query.from, to: query.to }),
        action: 'document.compare',
        objects: files.map((f) => f.row.id),
      })
      ctx.reply.header('cache-control', 'no-store')
      return { stretches, whole: before!.whole && after!.whole }
    },
  })
  return [...alsoInPortal([content, preview, text]), compare]
}
