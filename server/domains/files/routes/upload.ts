import type { Readable } from 'node:stream'
import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { drain } from '../../../platform/http/drain.ts'
import { invalid, notFound, Problem } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { FileAnswer, FileId, Id, OwnerTypes } from '../api.ts'
import { completeFile } from '../complete.ts'
import { createFile } from '../create.ts'
import type { Owners } from '../owners.ts'
import { presentFile } from '../present.ts'
import { receive } from '../receive.ts'
import { type FileRow, readFileRow } from '../records.ts'
import { aboutFile } from '../state.ts'
import { seenFile } from './read.ts'

export function uploadRoutes(services: Services, owners: Owners): Route[] {
  const create = route({
    method: 'POST',
    path: '/files',
    tag: 'files',
    needs: 'files:write',
    summary: 'Announce a file; its bytes follow with PUT /files/:id/content, in one go or in several',
    idempotent: {
      needs: 'files:read',
      async read(ctx, id) {
        const { row, shown } = await ctx.withContext(async (tx) => {
          const row = await seenFile(tx, ctx, owners, id)
          return { row, shown: await presentFile(services.keys, tx, row) }
        })
        await ctx.recordRead({ action: 'file.read', ...aboutFile(owners, row) })
        return shown
      },
    },
    body: z.strictObject({
      ownerType: OwnerTypes,
      ownerId: Id,
      name: z.string().min(1).max(1000),
      size: z.number().int().min(0),
      messageId: Id.optional(),
    }),
    answer: { status: 201, schema: FileAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const owner = owners.of(body.ownerType)
        const place = await owner.open(tx, ctx.principal, body.ownerId, 'write')
        const made = await createFile(tx, services, byRequest(ctx), owner, place, body)
        return presentFile(services.keys, tx, (await readFileRow(tx, made.id))!)
      }),
  })

  const content = route({
    method: 'PUT',
    path: '/files/:id/content',
    tag: 'files',
    needs: 'files:write',
    summary:
      'Bytes of a file from the header `upload-offset` on; what arrives before a break is kept, and GET /files/:id says where to go on',
    params: FileId,
    streams: true,
    unaudited: 'Bytes on their way in: file.create stands before them, file.upload after the last.',
    answer: {
      status: 200,
      schema: z.object({ offset: z.number(), size: z.number(), complete: z.boolean() }),
    },
    async handler(ctx, { params }) {
      try {
        const row = await mayUpload(ctx, params.id)
        const offset = offsetOf(ctx, row)
        const { orgId, userId } = ctx.principal
        const stream = (ctx.stream as Readable).iterator({ destroyOnReturn: false })
        const received = await receive(services, { orgId, userId }, row.id, offset, stream)
        if (!received) throw notFound('The file')
        if (received.complete)
          await ctx.withContext((tx) => completeFile(tx, services, owners, byRequest(ctx), row.id))
        return { ...received, size: row.size }
      } catch (error) {
        drain(ctx)
        throw error
      }
    },
  })
  return [create, content]

  async function mayUpload(ctx: RequestContext, id: string): Promise<FileRow> {
    return ctx.withContext(async (tx) => {
      const row = await readFileRow(tx, id)
      if (!row) throw notFound('The file')
      await owners.of(row.owner_type).open(tx, ctx.principal, row.owner_id, 'write')
      return row
    })
  }
}

function offsetOf(ctx: RequestContext, row: FileRow): number {
  if (/^application\/json\b/i.test(String(ctx.headers['content-type'] ?? '')))
    throw new Problem(415, 'media-type', 'Send the bytes as application/octet-stream')
  const given = String(ctx.headers['upload-offset'] ?? '')
  if (!/^\d{1,15}$/.test(given))
    throw invalid([{ field: 'upload-offset', message: 'is required: the bytes that are there already' }])
  const length = Number(ctx.headers['content-length'] ?? 0)
  if (Number(given) + length > row.size)
    throw invalid([{ field: 'body', message: `has more than the ${row.size} bytes that were announced` }])
  return Number(given)
}
