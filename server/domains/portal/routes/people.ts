import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Email, line, Name, Search } from '../../identity/index.ts'
import { Deliver, InvitedAnswer, PersonAnswer, PersonId, Tie } from '../api.ts'
import { invitePerson } from '../invite.ts'
import { findPerson, mayKnow, type PersonRow, peopleQuery, presentPeople } from '../people.ts'

/** How many are opened to look for a name, since names are sealed. */
const MOST_LOOKED_AT = 5000

/** Portal people, for the staff who serve them: behind the walls of the clients that they are for. */
export function peopleRoutes(services: Services): Route[] {
  const { keys } = services
  const list = route({
    method: 'POST',
    path: '/portal-people/search',
    tag: 'portal-people',
    needs: 'portal:read',
    summary: 'Portal people, the newest first; by name or address, client, facility or state',
    body: z.strictObject({
      q: Search.default(''),
      clientId: z.uuid().optional(),
      facilityId: z.uuid().optional(),
      status: z.enum(['active', 'invited', 'suspended']).optional(),
      limit: z.number().int().min(1).max(200).default(50),
      cursor: z.uuid().optional(),
    }),
    answer: {
      status: 200,
      schema: z.object({ items: z.array(PersonAnswer), nextCursor: z.string().nullable() }),
    },
    async handler(ctx, { body }) {
      const page = await ctx.withContext(async (tx) => {
        let q = peopleQuery(tx).where('u.status', '!=', 'removed').orderBy('u.id', 'desc')
        if (body.status) q = q.where('u.status', '=', body.status)
        if (body.cursor) q = q.where('u.id', '<', body.cursor)
        if (body.clientId)
          q = q.where((e) =>
            e.exists(
              e
                .selectFrom('portal_clients as t')
                .select('t.user_id')
                .whereRef('t.org_id', '=', 'u.org_id')
                .whereRef('t.user_id', '=', 'u.id')
                .where('t.client_id', '=', body.clientId!),
            ),
          )
        if (body.facilityId)
          q = q.where((e) =>
            e.exists(
              e
                .selectFrom('user_facilities as t')
                .select('t.user_id')
                .whereRef('t.org_id', '=', 'u.org_id')
                .whereRef('t.user_id', '=', 'u.id')
                .where('t.facility_id', '=', body.facilityId!),
            ),
          )
        const words = body.q.toLowerCase().split(/\s+/).filter(Boolean)
        const rows = (await q.limit(words.length ? MOST_LOOKED_AT : body.limit + 1).execute()).filter((r) =>
          mayKnow(ctx.principal, r),
        )
        const people = await presentPeople(keys, tx, rows)
        return words.length
          ? people.filter((p) => words.every((w) => `${p.name} ${p.email}`.toLowerCase().includes(w)))
          : people
      })
      const items = page.slice(0, body.limit)
      await ctx.recordRead({
        action: 'portal-person.list',
        object: body.clientId ? { type: 'client', id: body.clientId } : { type: 'portal-person', id: null },
        objects: items.map((p) => p.id),
        classes: ['contact'],
      })
      return { items, nextCursor: page.length > body.limit ? items.at(-1)!.id : null }
    },
  })
  const one = route({
    method: 'GET',
    path: '/portal-people/:id',
    tag: 'portal-people',
    needs: 'portal:read',
    summary: 'One portal person',
    params: PersonId,
    answer: { status: 200, schema: PersonAnswer },
    async handler(ctx, { params }) {
      const { row, shown } = await ctx.withContext(async (tx) => {
        const row = await findPerson(tx, ctx.principal, params.id)
        return { row, shown: (await presentPeople(keys, tx, [row]))[0]! }
      })
      await ctx.recordRead(aboutPerson('portal-person.read', row))
      return shown
    },
  })
  const invite = route({
    method: 'POST',
    path: '/portal-people',
    tag: 'portal-people',
    needs: 'portal:manage',
    summary: 'Invite somebody to the portal, tied to clients and facilities',
    body: z
      .strictObject({
        name: Name,
        email: Email,
        phone: line(40).optional(),
        clients: z.array(Tie).max(50).default([]),
        facilityIds: z.array(z.uuid()).max(50).default([]),
        deliver: Deliver,
      })
      .refine((b) => b.clients.length + b.facilityIds.length > 0, {
        path: ['clients'],
        message: 'must name a client or a facility that the person is for',
      }),
    answer: { status: 201, schema: InvitedAnswer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { id, ...invited } = await invitePerson(services, ctx, tx, body)
        const row = await peopleQuery(tx).where('u.id', '=', id).executeTakeFirst()
        if (!row) throw notFound('The portal person')
        return { person: (await presentPeople(keys, tx, [row]))[0]!, ...invited }
      }),
  })
  return [list, one, invite]
}

export const aboutPerson = (action: string, row: PersonRow) => ({
  action,
  object: { type: 'portal-person', id: row.id },
  objects: row.ties.map((t) => t.clientId),
  ...(row.ties.length > 0 && { classes: ['contact'] as const }),
})
