import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { byRequest } from '../../../platform/http/by.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { FileAnswer, FileId, Id, OwnerTypes, PortalFile, PortalOwnerTypes } from '../api.ts'
import { createFile } from '../create.ts'
import type { Owners } from '../owners.ts'
import { presentFile, presentInPortal } from '../present.ts'
import { Received, receiveRequest, uploadable } from '../receive-request.ts'
import { readFileRow } from '../records.ts'
import { aboutFile } from '../state.ts'
import { readInPortal, seenFile } from './read.ts'

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
    answer: { status: 200, schema: Received },
    handler: (ctx, { params }) =>
      receiveRequest(services, owners, ctx, () => uploadable(ctx, owners, params.id)),
  })
  const fromPortal = route({
    method: 'POST',
    path: '/portal/files',
    tag: 'files',
    needs: 'portal',
    summary: 'Announce a file for a conversation, a request or a form; its bytes follow',
    idempotent: { needs: 'portal', read: (ctx, id) => readInPortal(services, owners, ctx, id) },
    body: z.strictObject({
      ownerType: PortalOwnerTypes,
      ownerId: Id,
      name: z.string().min(1).max(1000),
      size: z.number().int().min(0),
      /** A message of one's own that was just written: the file goes with it. */
      messageId: Id.optional(),
    }),
    limit: { hits: 240, window: 3600, per: 'principal' },
    answer: { status: 201, schema: PortalFile },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const owner = owners.of(body.ownerType)
        const place = await owner.open(tx, ctx.principal, body.ownerId, 'write')
        const { id } = await createFile(tx, services, byRequest(ctx), owner, place, body)
        return presentInPortal(services.keys, tx, (await readFileRow(tx, id))!)
      }),
  })
  return [create, fromPortal, ...alsoInPortal([content])]
}
