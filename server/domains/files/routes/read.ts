import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { FileAnswer, FileId, Id, OwnerTypes, PortalFile } from '../api.ts'
import type { Owners } from '../owners.ts'
import { presentFile, presentInPortal } from '../present.ts'
import { filesOf, readFileRow } from '../records.ts'
import { aboutFile } from '../state.ts'

export function readRoutes(services: Services, owners: Owners): Route[] {
  const list = route({
    method: 'GET',
    path: '/files',
    tag: 'files',
    needs: 'files:read',
    summary: 'The files of a ticket or a client, tombstones too',
    query: z.strictObject({ ownerType: OwnerTypes, ownerId: Id }),
    answer: { status: 200, schema: z.object({ items: z.array(FileAnswer) }) },
    async handler(ctx, { query }) {
      const owner = owners.of(query.ownerType)
      const items = await ctx.withContext(async (tx) => {
        await owner.open(tx, ctx.principal, query.ownerId, 'read')
        const out = []
        for (const row of await filesOf(tx, { type: owner.type, id: query.ownerId }))
          out.push(await presentFile(services.keys, tx, row))
        return out
      })
      await ctx.recordRead({
        action: 'file.list',
        object: { type: owner.type, id: query.ownerId },
        objects: items.map((f) => f.id),
        classes: owner.classes,
      })
      return { items }
    },
  })

  const one = route({
    method: 'GET',
    path: '/files/:id',
    tag: 'files',
    needs: 'files:read',
    summary: 'One file: how far its upload is, what was found in it, what may be done with it',
    params: FileId,
    answer: { status: 200, schema: FileAnswer },
    async handler(ctx, { params }) {
      const { shown, row } = await ctx.withContext(async (tx) => {
        const row = await seenFile(tx, ctx, owners, params.id)
        return { row, shown: await presentFile(services.keys, tx, row) }
      })
      await ctx.recordRead({ action: 'file.read', ...aboutFile(owners, row) })
      ctx.reply.header('upload-offset', String(row.received)).header('etag', `"${row.version}"`)
      return shown
    },
  })
  const inPortal = route({
    method: 'GET',
    path: '/portal/files/:id',
    tag: 'files',
    needs: 'portal',
    summary: 'How far a file of a conversation or a form is, and whether it can be opened',
    params: FileId,
    answer: { status: 200, schema: PortalFile },
    handler: (ctx, { params }) => readInPortal(services, owners, ctx, params.id),
  })
  return [list, one, inPortal]
}

/** A file of a conversation or a form, for a person of the portal. */
export async function readInPortal(services: Services, owners: Owners, ctx: RequestContext, id: string) {
  const { shown, row } = await ctx.withContext(async (tx) => {
    const row = await seenFile(tx, ctx, owners, id)
    return { row, shown: await presentInPortal(services.keys, tx, row) }
  })
  await ctx.recordRead({ action: 'file.read', ...aboutFile(owners, row) })
  ctx.reply.header('upload-offset', String(row.received)).header('etag', `"${row.version}"`)
  return shown
}

/** The file, for somebody who may see what it hangs on. */
export async function seenFile(
  tx: Parameters<Parameters<RequestContext['withContext']>[0]>[0],
  ctx: RequestContext,
  owners: Owners,
  id: string,
) {
  const row = await readFileRow(tx, id)
  if (!row) throw notFound('The file')
  await owners.of(row.owner_type).open(tx, ctx.principal, row.owner_id, 'read')
  return row
}
