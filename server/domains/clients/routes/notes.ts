import { z } from 'zod'
import { forbidden, notFound, stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientId, Id } from '../api.ts'
import { openParent } from '../children.ts'
import { sealChanges } from '../write.ts'

const NoteBody = z.strictObject({ text: z.string().trim().min(1).max(50_000) })
const NoteAnswer = z.object({
  id: Id,
  text: z.string(),
  authorId: Id,
  authorName: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  version: z.number(),
})
const NoteId = z.object({ id: Id, noteId: Id })
export const notePlace = (orgId: string, row: string): Place => ({
  orgId,
  table: 'client_notes',
  column: 'sealed_note',
  row,
})

/** Notes on a client. Only the author edits a note; the log keeps, sealed, what it said before. */
export function noteRoutes({ keys }: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/clients/:id/notes',
    tag: 'notes',
    needs: 'notes:read',
    summary: 'Notes, newest first',
    params: ClientId,
    query: z.object({ cursor: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(NoteAnswer), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { params, query }) {
      const items = await ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'note', 'read')
        let rows = tx.db
          .selectFrom('client_notes as n')
          .innerJoin('users as u', (j) =>
            j.onRef('u.org_id', '=', 'n.org_id').onRef('u.id', '=', 'n.author_id'),
          )
          .selectAll('n')
          .select('u.display_name as author_name')
          .where('n.client_id', '=', params.id)
          .orderBy('n.id', 'desc')
          .limit(query.limit + 1)
        if (query.cursor) rows = rows.where('n.id', '<', query.cursor)
        return (await rows.execute()).map((r) =>
          present(r, r.author_name, openJson<string>(key, notePlace(tx.context.orgId, r.id), r.sealed_note)),
        )
      })
      const page = items.slice(0, query.limit)
      await ctx.recordRead({
        action: 'note.list',
        object: { type: 'client', id: params.id },
        classes: ['note'],
        facts: { count: page.length },
      })
      return { items: page, nextCursor: items.length > query.limit ? page.at(-1)!.id : null }
    },
  })
  const add = route({
    method: 'POST',
    path: '/clients/:id/notes',
    tag: 'notes',
    needs: 'notes:write',
    summary: 'Write a note',
    idempotent: {
      needs: 'notes:read',
      async read(ctx, id, { params }) {
        const note = await ctx.withContext(async (tx) => {
          const { key } = await openParent(keys, ctx, tx, params.id, 'note', 'read')
          const row = await tx.db
            .selectFrom('client_notes')
            .selectAll()
            .where('client_id', '=', params.id)
            .where('id', '=', id)
            .executeTakeFirst()
          if (!row) throw notFound('The note')
          const text = openJson<string>(key, notePlace(tx.context.orgId, id), row.sealed_note)
          return present(row, ctx.principal.displayName, text)
        })
        const object = { type: 'client', id: params.id }
        await ctx.recordRead({ action: 'note.list', object, classes: ['note'], facts: { count: 1 } })
        return note
      },
    },
    params: ClientId,
    body: NoteBody,
    answer: { status: 201, schema: NoteAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'note', 'write')
        const id = uuidv7()
        const row = await tx.db
          .insertInto('client_notes')
          .values({
            org_id: tx.context.orgId,
            id,
            client_id: params.id,
            author_id: ctx.principal.userId,
            sealed_note: sealJson(key, notePlace(tx.context.orgId, id), body.text),
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await ctx.record(tx, {
          action: 'note.create',
          object: { type: 'client', id: params.id },
          classes: ['note'],
          facts: { note: id },
        })
        return present(row, ctx.principal.displayName, body.text)
      }),
  })
  const change = route({
    method: 'PATCH',
    path: '/clients/:id/notes/:noteId',
    tag: 'notes',
    needs: 'notes:write',
    summary: 'Edit one’s own note',
    params: NoteId,
    body: NoteBody,
    answer: { status: 200, schema: NoteAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'note', 'write')
        const old = await tx.db
          .selectFrom('client_notes')
          .selectAll()
          .where('client_id', '=', params.id)
          .where('id', '=', params.noteId)
          .executeTakeFirst()
        if (!old) throw notFound('The note')
        if (old.author_id !== ctx.principal.userId)
          throw forbidden('Only its author edits a note; write another beside it.')
        const place = notePlace(tx.context.orgId, params.noteId)
        const row = await tx.db
          .updateTable('client_notes')
          .set((e) => ({
            sealed_note: sealJson(key, place, body.text),
            version: e('version', '+', 1),
            edited_at: new Date(),
          }))
          .where('id', '=', params.noteId)
          .where('version', '=', ctx.ifMatch())
          .returningAll()
          .executeTakeFirst()
        if (!row) throw stale()
        const eventId = uuidv7()
        await ctx.record(tx, {
          id: eventId,
          action: 'note.change',
          object: { type: 'client', id: params.id },
          classes: ['note'],
          facts: { note: params.noteId },
          sealed: sealChanges(key, tx.context.orgId, eventId, {
            note: { from: openJson(key, place, old.sealed_note), to: body.text },
          }),
        })
        return present(row, ctx.principal.displayName, body.text)
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/clients/:id/notes/:noteId',
    tag: 'notes',
    needs: 'notes:write',
    summary: 'Remove one’s own note',
    params: NoteId,
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const { key } = await openParent(keys, ctx, tx, params.id, 'note', 'write')
        const old = await tx.db
          .deleteFrom('client_notes')
          .where('client_id', '=', params.id)
          .where('id', '=', params.noteId)
          .where('author_id', '=', ctx.principal.userId)
          .returningAll()
          .executeTakeFirst()
        if (!old) throw notFound('The note, or one of your own,')
        const eventId = uuidv7()
        await ctx.record(tx, {
          id: eventId,
          action: 'note.remove',
          object: { type: 'client', id: params.id },
          classes: ['note'],
          facts: { note: params.noteId },
          sealed: sealChanges(key, tx.context.orgId, eventId, {
            note: {
              from: openJson(key, notePlace(tx.context.orgId, params.noteId), old.sealed_note),
              to: null,
            },
          }),
        })
      }),
  })
  return [list, add, change, remove]
}

interface NoteRow {
  id: string
  author_id: string
  created_at: Date
  edited_at: Date | null
  version: number
}

function present(r: NoteRow, authorName: string, text: string) {
  return {
    id: r.id,
    text,
    authorId: r.author_id,
    authorName,
    createdAt: r.created_at.toISOString(),
    editedAt: r.edited_at?.toISOString() ?? null,
    version: r.version,
  }
}
