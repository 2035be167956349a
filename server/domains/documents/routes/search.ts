import { z } from 'zod'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { DocumentAnswer, Tag } from '../api.ts'
import { presentDocument } from '../present.ts'
import { searchDocuments } from '../search.ts'

/** By POST: what is looked for may tell about a patient, and belongs in no address. */
export function searchRoutes({ keys }: Services): Route[] {
  const search = route({
    method: 'POST',
    path: '/documents/search',
    tag: 'documents',
    needs: 'documents:read',
    summary: 'Documents by words of their names, tags and texts, within what one may see',
    body: z.strictObject({
      q: z.string().max(300).default(''),
      tag: Tag.optional(),
      limit: z.number().int().min(1).max(100).default(30),
    }),
    answer: { status: 200, schema: z.object({ items: z.array(DocumentAnswer), truncated: z.boolean() }) },
    async handler(ctx, { body }) {
      const { orgId } = ctx.principal
      const { rows, truncated } = await ctx.withContext((tx) =>
        searchDocuments(keys, tx, ctx.principal, body),
      )
      const items = await Promise.all(rows.map((r) => presentDocument(keys, orgId, r, ctx.principal)))
      await ctx.recordRead({
        action: 'document.search',
        object: { type: 'document', id: null },
        objects: rows.map((r) => r.id),
        ...(rows.some((r) => r.client_id) && { classes: ['clinical'] as const }),
      })
      return { items, truncated }
    },
  })
  return alsoInPortal([search])
}
