import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Id } from '../api.ts'
import { displayName } from '../present.ts'
import { openClasses, readClients, visibleClasses } from '../records.ts'

/** Clients that something else names by their ids (a rule, a schedule, a policy), by name and nothing more. */
export const nameRoutes = ({ keys }: Services): Route[] => [
  route({
    method: 'POST',
    path: '/clients/names',
    tag: 'clients',
    needs: 'clients:read',
    summary: 'What clients are called; those that are not open to who asks, or destroyed, are left out',
    body: z.strictObject({ ids: z.array(Id).min(1).max(100) }),
    answer: { status: 200, schema: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }) },
    async handler(ctx, { body }) {
      const { orgId, fieldClasses } = ctx.principal
      const named = visibleClasses(fieldClasses).includes('contact') ? [...new Set(body.ids)] : []
      const found = await ctx.withContext((tx) => readClients(tx, named))
      const rows = found.filter((r) => !r.shredded_at)
      const items = await Promise.all(
        rows.map(async (row) => {
          const { contact } = openClasses(await keys.openDek(orgId, row.id, row), orgId, row, ['contact'])
          return { id: row.id, name: displayName(contact) }
        }),
      )
      await ctx.recordRead({
        action: 'client.list',
        object: { type: 'client', id: null },
        objects: items.map((i) => i.id),
        classes: ['contact'],
        facts: { searched: false },
      })
      return { items }
    },
  }),
]
