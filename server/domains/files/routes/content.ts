import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { FileId, PictureQuery } from '../api.ts'
import { openFile, refuseUnlessOpen, sendContent, sendPicture } from '../content.ts'
import type { Owners } from '../owners.ts'
import { seenFile } from './read.ts'

export function contentRoutes(services: Services, owners: Owners): Route[] {
  const content = route({
    method: 'GET',
    path: '/files/:id/content',
    tag: 'files',
    needs: 'files:read',
    summary: 'The file itself, or a range of it; a suspected one after POST /files/:id/reveal',
    params: FileId,
    query: z.strictObject({ inline: z.enum(['1']).optional() }),
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { params, query }) {
      const file = await ctx.withContext(async (tx) => {
        const row = await seenFile(tx, ctx, owners, params.id)
        refuseUnlessOpen(row)
        return openFile(services, tx, row)
      })
      return sendContent(services, owners, ctx, file, { inline: query.inline === '1' })
    },
  })

  const preview = route({
    method: 'GET',
    path: '/files/:id/preview',
    tag: 'files',
    needs: 'files:read',
    summary:
      'A picture of a page, drawn anew; of a file that is suspected or unread, a tiny and blurred one of the first',
    params: FileId,
    query: PictureQuery,
    answer: { status: 200, schema: { stream: 'image/webp' } },
    async handler(ctx, { params, query }) {
      const file = await ctx.withContext(async (tx) => {
        const row = await seenFile(tx, ctx, owners, params.id)
        if (!row.sealed_name) throw notFound('A picture of the file')
        return openFile(services, tx, row)
      })
      return sendPicture(services, owners, ctx, file, query)
    },
  })
  return alsoInPortal([content, preview])
}
