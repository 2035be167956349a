import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { conflict, notFound, stale } from '../../../platform/http/problem.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { checkClasses, classesOf } from '../access.ts'
import { ById, FolderAnswer, FolderWithPath, Id, Name, UploadAnswer } from '../api.ts'
import { changeFolder, createFolder, listFolders, pathOf, presentFolder, readFolder } from '../folders.ts'
import { firstFolderOf, makeExchange } from '../portal.ts'
import { unfinishedIn } from '../uploads.ts'

export function folderRoutes(services: Services): Route[] {
  const { keys } = services
  const list = route({
    method: 'GET',
    path: '/folders',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'Folders in a folder, or the outermost: the shared ones, or those of a client',
    query: z.strictObject({ parentId: Id.optional(), clientId: Id.optional() }),
    answer: { status: 200, schema: z.object({ items: z.array(FolderAnswer), nextCursor: z.null() }) },
    async handler(ctx, { query }) {
      const { orgId } = ctx.principal
      if (query.clientId) checkClasses(ctx.principal, { client_id: query.clientId })
      const rows = await ctx.withContext(async (tx) => {
        if (query.parentId) await readFolder(tx, ctx.principal, query.parentId)
        return listFolders(tx, ctx.principal, query)
      })
      const items = await Promise.all(rows.map((r) => presentFolder(keys, orgId, r, ctx.principal)))
      await ctx.recordRead({
        action: 'folder.list',
        object: query.clientId
          ? { type: 'client', id: query.clientId }
          : { type: 'folder', id: query.parentId ?? null },
        objects: rows.map((r) => r.id),
        ...classesOf({ client_id: rows[0]?.client_id ?? null }),
      })
      return { items, nextCursor: null }
    },
  })

  const one = route({
    method: 'GET',
    path: '/folders/:id',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'A folder, and the path to it',
    params: ById,
    answer: { status: 200, schema: FolderWithPath },
    async handler(ctx, { params }) {
      const { row, path } = await ctx.withContext(async (tx) => ({
        row: await readFolder(tx, ctx.principal, params.id),
        path: await pathOf(keys, tx, params.id),
      }))
      await ctx.recordRead({
        action: 'folder.read',
        object: { type: 'folder', id: row.id },
        objects: path.map((p) => p.id),
        ...classesOf(row),
      })
      ctx.reply.header('etag', `"${row.version}"`)
      return { ...(await presentFolder(keys, ctx.principal.orgId, row, ctx.principal)), path }
    },
  })

  const create = route({
    method: 'POST',
    path: '/folders',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Make a folder: in another, private to a client, or shared with all or some facilities',
    idempotent: {
      needs: 'documents:read',
      async read(ctx, id) {
        const row = await ctx.withContext((tx) => readFolder(tx, ctx.principal, id))
        await ctx.recordRead({
          action: 'folder.read',
          object: { type: 'folder', id },
          ...classesOf(row),
        })
        return presentFolder(keys, ctx.principal.orgId, row, ctx.principal)
      },
    },
    body: z
      .strictObject({
        name: Name,
        parentId: Id.optional(),
        clientId: Id.optional(),
        facilityIds: z.array(Id).max(500).optional(),
      })
      .refine((b) => !(b.parentId && b.clientId), { message: 'is known by the parent', path: ['clientId'] }),
    answer: { status: 201, schema: FolderAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const id = await createFolder(keys, tx, ctx.principal, body)
        const row = await readFolder(tx, ctx.principal, id)
        await ctx.record(tx, {
          action: 'folder.create',
          object: { type: 'folder', id },
          ...classesOf(row),
          facts: { parent: row.parent_id, client: row.client_id, facilities: row.facility_ids.length },
        })
        return presentFolder(keys, ctx.principal.orgId, row, ctx.principal)
      }),
  })

  const change = route({
    method: 'PATCH',
    path: '/folders/:id',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'Rename or move a folder, or change which facilities see it; all in it follows',
    params: ById,
    body: z
      .strictObject({
        name: Name.optional(),
        parentId: Id.nullable().optional(),
        facilityIds: z.array(Id).max(500).optional(),
      })
      .refine((b) => Object.keys(b).length > 0, 'nothing to change'),
    answer: { status: 200, schema: FolderAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const version = ctx.ifMatch()
        const before = await readFolder(tx, ctx.principal, params.id, 'write')
        if (!(await changeFolder(keys, tx, ctx.principal, before, body, version))) throw stale()
        const row = await readFolder(tx, ctx.principal, params.id)
        await ctx.record(tx, {
          action: body.parentId !== undefined ? 'folder.move' : 'folder.change',
          object: { type: 'folder', id: row.id },
          changes: Object.keys(body),
          ...classesOf(row),
          ...(body.parentId !== undefined && { facts: { from: before.parent_id, to: row.parent_id } }),
        })
        ctx.reply.header('etag', `"${row.version}"`)
        return presentFolder(keys, ctx.principal.orgId, row, ctx.principal)
      }),
  })

  const remove = route({
    method: 'DELETE',
    path: '/folders/:id',
    tag: 'documents',
    needs: 'documents:manage',
    summary: 'Remove a folder that is empty',
    params: ById,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const { orgId } = tx.context
        const row = await readFolder(tx, ctx.principal, params.id, 'write')
        // Whoever adds something just now holds the row for share; whoever comes later finds it gone.
        const [gone] = await tx.run<{ id: string; empty: boolean }>(REMOVE, [orgId, params.id])
        if (!gone) throw conflict('not-empty', 'The folder is not empty', 'Move what is in it first.')
        await ctx.record(tx, {
          action: 'folder.remove',
          object: { type: 'folder', id: row.id },
          ...classesOf(row),
        })
      }),
  })
  const uploads = route({
    method: 'GET',
    path: '/folders/:id/uploads',
    tag: 'documents',
    needs: 'documents:write',
    summary: 'One’s own uploads into a folder that are not whole',
    params: ById,
    answer: { status: 200, schema: z.object({ items: z.array(UploadAnswer) }) },
    async handler(ctx, { params }) {
      const { folder, items } = await ctx.withContext(async (tx) => {
        const folder = await readFolder(tx, ctx.principal, params.id)
        return { folder, items: await unfinishedIn(keys, tx, folder.id) }
      })
      await ctx.recordRead({
        action: 'document.upload-list',
        object: { type: 'folder', id: folder.id },
        objects: items.map((u) => u.documentId),
        ...classesOf(folder),
      })
      return { items }
    },
  })

  /** Where there is none yet it is made now: whoever sends the first document to a care team needs a place for it. */
  const ofClient = route({
    method: 'POST',
    path: '/portal/clients/:id/folder',
    tag: 'documents',
    needs: 'portal',
    summary: 'The folder that a client of one’s own shares with the care team; made where there is none',
    params: ById,
    body: NoBody,
    answer: { status: 200, schema: FolderAnswer },
    async handler(ctx, { params }) {
      const find = () => ctx.withContext((tx) => firstFolderOf(tx, ctx.principal, params.id))
      let row = await find()
      if (!row) {
        await makeExchange(services, ctx.principal, params.id)
        row = await find()
      }
      if (!row) throw notFound('The client')
      const object = { type: 'folder', id: row.id }
      await ctx.recordRead({ action: 'folder.read', object, ...classesOf(row) })
      return presentFolder(keys, ctx.principal.orgId, row, ctx.principal)
    },
  })
  return [...alsoInPortal([list, one, uploads]), ofClient, create, change, remove]
}

const REMOVE = {
  name: 'folder-remove',
  text: `with held as (select org_id, id from folders where org_id = $1 and id = $2 and removed_at is null for update)
    update folders f set removed_at = now(), sealed_name = null, version = f.version + 1 from held h
    where f.org_id = h.org_id and f.id = h.id and wk_folder_empty(f.id) returning f.id`,
}
