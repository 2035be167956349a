import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { classesOf, readDocument } from '../../documents/index.ts'
import { EventId, EventPage, Page } from '../api.ts'
import { changedNames } from '../changes.ts'
import { presentEvents } from '../present.ts'
import { findEvents } from '../query.ts'

/** Who read, changed, published or signed a document, for those who look after it. */
export function documentHistoryRoutes({ keys }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/documents/:id/history',
      tag: 'audit',
      needs: 'documents:write',
      summary: 'What happened to a document and to the signatures that were asked of it, newest first',
      params: EventId,
      query: Page.strict(),
      answer: { status: 200, schema: EventPage },
      async handler(ctx, { params, query }) {
        const { doc, page } = await ctx.withContext(async (tx) => {
          const doc = await readDocument(tx, ctx.principal, params.id)
          const found = await findEvents(tx, { objectId: doc.id, before: query.cursor }, query.limit + 1)
          const shown = found.slice(0, query.limit)
          const presented = await presentEvents(keys, tx, ctx.principal, shown, changedNames)
          return { doc, page: { ...presented, more: found.length > query.limit } }
        })
        const { classes = [] } = classesOf(doc) as { classes?: ('clinical' | 'contact')[] }
        const disclosed = new Set<'clinical' | 'contact'>(classes)
        if (page.clients.length) disclosed.add('contact')
        await ctx.recordRead({
          action: 'document.history',
          object: { type: 'document', id: doc.id },
          ...(disclosed.size > 0 && { classes: [...disclosed] }),
          ...(page.clients.length && { objects: page.clients }),
          facts: { count: page.items.length },
        })
        return { items: page.items, nextCursor: page.more ? page.items.at(-1)!.id : null }
      },
    }),
  ]
}
