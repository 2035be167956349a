import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { conflict } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { classesOf } from '../access.ts'
import { ById, DocumentAnswer, Id } from '../api.ts'
import { presentDocument } from '../present.ts'
import {
  acknowledge,
  askedMe,
  askedPeople,
  audienceOf,
  documentsToRead,
  isNobody,
  setAudience,
} from '../reading.ts'
import { lockDocument, readDocument } from '../records.ts'
import { tellReaders } from '../tell.ts'

const Ids = z.array(Id).max(500).default([])
const AudienceBody = z.strictObject({
  everybody: z.boolean().default(false),
  teamIds: Ids,
  roleIds: Ids,
  userIds: Ids,
  /** People of the portal who see the document. */
  portal: z.boolean().default(false),
  dueOn: z.iso.date().nullable().default(null),
})
const ReadersAnswer = z.object({
  audience: AudienceBody.nullable(),
  people: z.array(
    z.object({ userId: Id, name: z.string(), n: z.number().nullable(), at: z.string().nullable() }),
  ),
  done: z.number(),
  open: z.number(),
})

/** Documents that somebody is to read, and says to have read. */
export function readingRoutes({ keys }: Services): Route[] {
  const mine = route({
    method: 'GET',
    path: '/reading',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'What one is asked to read, the most pressing first',
    query: z.strictObject({ all: z.enum(['1']).optional() }),
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(
          z.object({
            document: DocumentAnswer,
            dueOn: z.string().nullable(),
            acknowledgedAt: z.string().nullable(),
          }),
        ),
        more: z.boolean(),
      }),
    },
    async handler(ctx, { query }) {
      const { orgId } = ctx.principal
      const rows = await ctx.withContext((tx) => documentsToRead(tx, ctx.principal, query.all === '1'))
      const items = await Promise.all(
        rows.slice(0, 200).map(async (row) => ({
          document: await presentDocument(keys, orgId, row, ctx.principal),
          dueOn: row.due_on,
          acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
        })),
      )
      await ctx.recordRead({
        action: 'document.reading-list',
        object: { type: 'document', id: null },
        objects: rows.map((r) => r.id),
        ...(rows.some((r) => r.client_id) && { classes: ['clinical'] as const }),
      })
      return { items, more: rows.length > 200 }
    },
  })

  const readers = route({
    method: 'GET',
    path: '/documents/:id/reading',
    tag: 'documents',
    needs: 'documents:publish',
    summary: 'Who is to read a document, who has, and who has not yet',
    params: ById,
    answer: { status: 200, schema: ReadersAnswer },
    async handler(ctx, { params }) {
      const { doc, audience, people } = await ctx.withContext(async (tx) => ({
        doc: await readDocument(tx, ctx.principal, params.id),
        audience: await audienceOf(tx, params.id),
        people: await askedPeople(keys, tx, params.id),
      }))
      await ctx.recordRead({
        action: 'document.readers',
        object: { type: 'document', id: doc.id },
        ...classesOf(doc),
      })
      const done = people.filter((p) => p.n !== null).length
      return {
        audience: audience ?? null,
        people: people.map((p) => ({ ...p, at: p.at?.toISOString() ?? null })),
        done,
        open: people.length - done,
      }
    },
  })

  const ask = route({
    method: 'PUT',
    path: '/documents/:id/reading',
    tag: 'documents',
    needs: 'documents:publish',
    summary: 'Say who is to read a document, and until when; an empty audience asks nobody any more',
    params: ById,
    body: AudienceBody,
    answer: { status: 200, schema: z.object({ audience: AudienceBody.nullable() }) },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const doc = await lockDocument(tx, ctx.principal, params.id)
        await setAudience(tx, doc.id, body)
        await tellReaders(tx, doc.id, true)
        await ctx.record(tx, {
          action: 'document.ask-reading',
          object: { type: 'document', id: doc.id },
          ...classesOf(doc),
          facts: {
            everybody: body.everybody,
            teams: body.teamIds.length,
            roles: body.roleIds.length,
            users: body.userIds.length,
            portal: body.portal,
            due: body.dueOn,
          },
        })
        return { audience: isNobody(body) ? null : body }
      }),
  })

  const acknowledging = route({
    method: 'POST',
    path: '/documents/:id/acknowledge',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'Say that one has read the published version',
    params: ById,
    body: z.strictObject({ n: z.number().int().min(1) }),
    answer: {
      status: 200,
      schema: z.object({ dueOn: z.string().nullable(), acknowledgedAt: z.string().nullable() }),
    },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const doc = await readDocument(tx, ctx.principal, params.id)
        if (doc.state !== 'published' || doc.expired || doc.published !== body.n)
          throw conflict('other-version', 'Another version is published by now', 'Read that one.')
        const asked = await askedMe(tx, doc.id)
        if (!asked) throw conflict('not-asked', 'You are not asked to read this document')
        const first = await acknowledge(tx, doc.id, body.n)
        await ctx.record(tx, {
          action: 'document.acknowledge',
          object: { type: 'document', id: doc.id },
          ...classesOf(doc),
          facts: { n: body.n, first },
        })
        return (await askedMe(tx, doc.id))!
      }),
  })
  return [...alsoInPortal([mine, acknowledging]), readers, ask]
}
