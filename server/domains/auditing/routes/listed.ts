import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { EventId, ListedAnswer, ListedQuery } from '../api.ts'
import { labelsFor } from '../labels.ts'
import { MOST_LISTED, readVisits } from '../visits.ts'

/** What lists may show; an event names their ids alone. */
const KINDS = ['client', 'ticket', 'user', 'token', 'facility', 'team', 'contract']

/** Which records the lists of one visit showed. */
export function listedRoute({ keys }: Services): Route {
  return route({
    method: 'GET',
    path: '/audit/sessions/:id/listed',
    tag: 'audit',
    needs: 'audit:read',
    summary: 'Which records the lists of a visit showed: of the first one after an event of the session',
    params: EventId,
    query: ListedQuery,
    answer: { status: 200, schema: ListedAnswer },
    async handler(ctx, { params, query }) {
      const { items, clients, more } = await ctx.withContext(async (tx) => {
        const [visit] = (await readVisits(tx, params.id, query.after, 1)).visits
        if (!visit) throw notFound('The visit')
        const ids = [...visit.listed]
        const refs = ids.map((id) => KINDS.map((type) => ({ type, id })))
        const labels = await labelsFor(keys, tx, ctx.principal, refs.flat(), [])
        const items = refs.map((asked, i) => {
          const ref = asked.find((r) => labels.named(r) !== undefined)
          return { id: ids[i]!, type: ref?.type ?? null, label: (ref && labels.named(ref)) ?? null }
        })
        return { items, clients: labels.clients, more: ids.length === MOST_LISTED }
      })
      await ctx.recordRead({
        action: 'audit.screens',
        object: { type: 'session', id: params.id },
        objects: clients,
        classes: clients.length ? ['contact'] : [],
        facts: { listed: items.length },
      })
      return { items, more }
    },
  })
}
