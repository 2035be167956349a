import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { DataKey } from '../../../platform/keys/sealed.ts'
import { FIELD_CLASSES, type FieldClass } from '../../../platform/policy/field-classes.ts'
import type { Principal } from '../../../platform/policy/principal.ts'
import type { Services } from '../../../platform/services.ts'
import { readClient } from '../../clients/index.ts'
import { readTicket } from '../../desk/index.ts'
import { EventId, EventPage, HistoryQuery } from '../api.ts'
import { changedNames, changedTicketValues, changedValues } from '../changes.ts'
import { presentEvents } from '../present.ts'
import { findChanges, findEvents } from '../query.ts'

/** The classes whose old and new values this reader may see. */
const visible = (p: Principal): FieldClass[] =>
  FIELD_CLASSES.filter((c) => p.fieldClasses[c] && (c !== 'note' || p.permissions.has('notes:read')))

const find = ({ changes }: { changes: 'true' | 'false' }) => (changes === 'true' ? findChanges : findEvents)

/** Who did what with a client or a ticket, for those who may see it, with what was changed as far as they see that. */
export function historyRoutes({ keys }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/clients/:id/history',
      tag: 'audit',
      needs: 'clients:read',
      summary: 'What happened to a client, newest first',
      params: EventId,
      query: HistoryQuery,
      answer: { status: 200, schema: EventPage },
      async handler(ctx, { params, query }) {
        const page = await ctx.withContext(async (tx) => {
          const row = await readClient(tx, params.id)
          if (!row) return undefined
          const { orgId } = tx.context
          const key: DataKey | undefined = row.shredded_at
            ? undefined
            : await keys.openDek(orgId, row.id, row)
          const found = await find(query)(tx, { objectId: params.id, before: query.cursor }, query.limit + 1)
          const shown = found.slice(0, query.limit)
          const classes = new Set<FieldClass>()
          const presented = await presentEvents(keys, tx, ctx.principal, shown, (e) => {
            // Values are sealed under this client's key: of what happened to another, names only.
            if (!key || e.object?.id !== params.id) return changedNames(e)
            const changes = changedValues(e, orgId, key, visible(ctx.principal))
            for (const c of changes) if (c.class && 'to' in c) classes.add(c.class)
            return changes
          })
          if (presented.clients.length) classes.add('contact')
          if (presented.texts) classes.add('note')
          return { ...presented, classes: [...classes], more: found.length > query.limit }
        })
        if (!page) {
          await ctx.recordRead({
            action: 'client.history',
            outcome: 'refused',
            object: { type: 'client', id: params.id },
            reason: 'not-found-or-walled',
          })
          throw notFound('The client')
        }
        const others = page.clients.filter((id) => id !== params.id)
        await ctx.recordRead({
          action: 'client.history',
          object: { type: 'client', id: params.id },
          classes: page.classes,
          facts: { count: page.items.length },
          ...(others.length && { objects: others }),
        })
        return { items: page.items, nextCursor: page.more ? page.items.at(-1)!.id : null }
      },
    }),
    route({
      method: 'GET',
      path: '/tickets/:id/history',
      tag: 'audit',
      needs: 'tickets:read',
      summary: 'What happened to a ticket, newest first',
      params: EventId,
      query: HistoryQuery,
      answer: { status: 200, schema: EventPage },
      async handler(ctx, { params, query }) {
        const page = await ctx.withContext(async (tx) => {
          const row = await readTicket(tx, params.id)
          if (!row) return undefined
          const { orgId } = tx.context
          const key = await keys.openDek(orgId, params.id, row.ticket)
          const found = await find(query)(tx, { objectId: params.id, before: query.cursor }, query.limit + 1)
          const shown = found.slice(0, query.limit)
          const presented = await presentEvents(keys, tx, ctx.principal, shown, (e) =>
            e.object?.id === params.id ? changedTicketValues(e, orgId, key) : changedNames(e),
          )
          return { ...presented, more: found.length > query.limit }
        })
        if (!page) {
          await ctx.recordRead({
            action: 'ticket.history',
            outcome: 'refused',
            object: { type: 'ticket', id: params.id },
            reason: 'not-found-or-walled',
          })
          throw notFound('The ticket')
        }
        await ctx.recordRead({
          action: 'ticket.history',
          object: { type: 'ticket', id: params.id },
          ...(page.clients.length && { classes: ['contact'] as const, objects: page.clients }),
          facts: { count: page.items.length },
        })
        return { items: page.items, nextCursor: page.more ? page.items.at(-1)!.id : null }
      },
    }),
  ]
}
