import { Readable } from 'node:stream'
import { z } from 'zod'
import { conflict, notFound, Problem } from '../../../platform/http/problem.ts'
import { parseRange } from '../../../platform/http/range.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { NoPicture } from '../../../platform/reading/index.ts'
import type { Services } from '../../../platform/services.ts'
import { FileId } from '../api.ts'
import { fileBytes } from '../bytes.ts'
import { contentDisposition } from '../names.ts'
import type { Owners } from '../owners.ts'
import { isOpen } from '../present.ts'
import { type FileRow, FileSeal, partsOf, readFileRow } from '../records.ts'
import { aboutFile } from '../state.ts'
import { seenFile } from './read.ts'

/** While a file is on its way out it is asked so often, in ms, whether it is still there. */
const ASK_AGAIN = 1000
/** What a browser shows without running anything; all else is saved. */
const INLINE = /^(image\/(png|jpeg|gif|webp)|text\/plain)$/

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
      const { row, seal, parts } = await opened(ctx, params.id)
      const range = parseRange(ctx.headers.range as string | undefined, row.size)
      if (range === 'unsatisfiable')
        throw new Problem(416, 'range', 'The range lies outside the file', {
          headers: { 'content-range': `bytes */${row.size}` },
        })
      await ctx.recordRead({
        action: 'file.export',
        ...aboutFile(owners, row, {
          bytes: range ? range.end - range.start + 1 : row.size,
          state: row.state,
        }),
      })
      const bytes = stillThere(ctx, row, fileBytes(services, ctx.principal.orgId, seal.key, parts, range))
      // Before the first header leaves, so that a store that is away is answered as such.
      const first = await bytes.next()
      const type = row.content_type ?? 'application/octet-stream'
      const inline = query.inline === '1' && INLINE.test(type)
      ctx.reply
        .header('content-type', inline ? type : 'application/octet-stream')
        .header('content-disposition', contentDisposition(inline ? 'inline' : 'attachment', seal.name(row)))
        .header('content-length', String(range ? range.end - range.start + 1 : row.size))
        .header('accept-ranges', 'bytes')
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
      if (range) ctx.reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${row.size}`)
      return Readable.from(startingWith(first, bytes), { objectMode: false })
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
    query: z.strictObject({
      page: z.coerce.number().int().min(1).max(3000).default(1),
      size: z.coerce.number().int().min(24).max(2048).default(1024),
    }),
    answer: { status: 200, schema: { stream: 'image/webp' } },
    async handler(ctx, { params, query }) {
      const found = await ctx.withContext(async (tx) => {
        const row = await seenFile(tx, ctx, owners, params.id)
        if (!row.sealed_name) throw notFound('A picture of the file')
        return { row, seal: await FileSeal.of(services.keys, tx, row), parts: await partsOf(tx, row.id) }
      })
      const { row, seal, parts } = found
      const pages = isOpen(row)
      if (!pages && !row.sealed_preview) throw notFound('A picture of the file')
      const picture = pages
        ? await services.readers
            .picture(fileBytes(services, ctx.principal.orgId, seal.key, parts), query.page, query.size)
            .catch((error: unknown) => {
              throw error instanceof NoPicture ? notFound('A picture of the page') : error
            })
        : { bytes: seal.openPicture(row.sealed_preview!), type: 'image/webp' }
      await ctx.recordRead({
        action: 'file.preview',
        ...aboutFile(owners, row, { tiny: !pages, ...(pages && { page: query.page }) }),
      })
      ctx.reply
        .header('content-type', picture.type)
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
      return picture.bytes
    },
  })
  return [content, preview]

  async function opened(ctx: RequestContext, id: string) {
    return ctx.withContext(async (tx) => {
      const row = await seenFile(tx, ctx, owners, id)
      refuse(row)
      return { row, seal: await FileSeal.of(services.keys, tx, row), parts: await partsOf(tx, row.id) }
    })
  }

  /** Breaks off when the file is purged or moved meanwhile, by whatever process. */
  async function* stillThere(
    ctx: RequestContext,
    row: FileRow,
    bytes: AsyncIterable<Buffer>,
  ): AsyncGenerator<Buffer> {
    let asked = Date.now()
    for await (const chunk of bytes) {
      if (Date.now() - asked > ASK_AGAIN) {
        const now = await ctx.withContext((tx) => readFileRow(tx, row.id))
        if (!now || !isOpen(now)) throw new Error('the file was settled while it was read')
        asked = Date.now()
      }
      yield chunk
    }
  }
}

/** Says why a file's content is not given out. */
function refuse(row: FileRow): void {
  if (isOpen(row)) return
  switch (row.state) {
    case 'purged':
    case 'moved':
      throw new Problem(
        410,
        'file-gone',
        row.state === 'moved' ? 'The file was moved' : 'The file was purged',
      )
    case 'infected':
      throw conflict('file-infected', 'The file holds malware', 'It can only be purged.')
    case 'suspected':
      throw conflict(
        'file-suspected',
        'The file may hold protected health information',
        'Ask to see it, with a reason: POST /files/:id/reveal.',
      )
    case 'uploading':
      throw conflict('file-incomplete', 'The file is not complete yet')
    default:
      throw conflict('file-unread', 'The file was not read yet', 'Until then it counts as suspected.')
  }
}

async function* startingWith(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>) {
  if (first.done) return
  yield first.value
  yield* rest
}
