import { z } from 'zod'
import type { EventInput } from '../../../platform/audit/event.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { notFound, Problem } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Principal } from '../../../platform/policy/principal.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientAnswer, ClientId, RevealBody, SearchAnswer, SearchBody } from '../api.ts'
import { presentClient, presentSummary } from '../present.ts'
import {
  fusedClient,
  openClasses,
  READ_FUSED,
  readClient,
  recentClients,
  visibleClasses,
} from '../records.ts'
import type { RecordClass } from '../schema.ts'
import { type SearchInput, searchClients } from '../search.ts'

const readOf = (principal: Principal, id: string): EventInput => ({
  action: 'client.read',
  object: { type: 'client', id },
  classes: visibleClasses(principal.fieldClasses),
})

export function readRoutes({ db, keys }: Services): Route[] {
  async function searched(ctx: RequestContext, classes: RecordClass[], input: SearchInput) {
    const { hits, truncated } = await searchClients(keys, db, ctx.principal, classes, input)
    return { items: hits.map((h) => presentSummary(h.row, h.record)), nextCursor: null, truncated }
  }

  async function recent(tx: Tx, shown: RecordClass[], body: z.output<typeof SearchBody>) {
    const { orgId } = tx.context
    const rows = await recentClients(tx, body, readCursor(body.cursor), body.limit + 1)
    const page = rows.slice(0, body.limit)
    const items = []
    for (const row of page) {
      const key = await keys.openDek(orgId, row.id, row)
      items.push(presentSummary(row, openClasses(key, orgId, row, shown)))
    }
    const nextCursor = rows.length > body.limit ? makeCursor(page.at(-1)!) : null
    return { items, nextCursor, truncated: false }
  }

  const one = route({
    method: 'GET',
    path: '/clients/:id',
    tag: 'clients',
    needs: 'clients:read',
    summary: 'One client, identifiers masked',
    params: ClientId,
    answer: { status: 200, schema: ClientAnswer },
    fused: {
      statement: READ_FUSED,
      value: (params) => params.id,
      event: (principal, params) => readOf(principal, params.id),
    },
    async handler(ctx, { params, fetched }) {
      const classes = visibleClasses(ctx.principal.fieldClasses)
      const row = fusedClient(fetched?.row)
      if (!row) {
        await ctx.recordRead({
          action: 'client.read',
          outcome: 'refused',
          object: { type: 'client', id: params.id },
          reason: 'not-found-or-walled',
        })
        throw notFound('The client')
      }
      if (row.shredded_at)
        throw new Problem(410, 'destroyed', 'This client’s data was destroyed', {
          extra: { destroyedAt: row.shredded_at.toISOString() },
        })
      const record = openClasses(
        await keys.openDek(ctx.principal.orgId, row.id, row),
        ctx.principal.orgId,
        row,
        classes,
      )
      await ctx.recordRead(readOf(ctx.principal, row.id), fetched)
      ctx.reply.header('etag', `"${row.version}"`)
      return presentClient(row, record, ctx.principal)
    },
  })

  const search = route({
    method: 'POST',
    path: '/clients/search',
    tag: 'clients',
    needs: 'clients:read',
    summary:
      'Find clients by name, birth date, phone, e-mail, MRN or SSN; without a query, the ones changed last',
    body: SearchBody,
    answer: { status: 200, schema: SearchAnswer },
    async handler(ctx, { body }) {
      const classes = visibleClasses(ctx.principal.fieldClasses).filter(
        (c) => c === 'contact' || c === 'demographic' || c === 'identifier',
      )
      const shown = classes.filter((c) => c !== 'identifier')
      const q = body.q?.trim() ?? ''
      const found =
        q || body.tag
          ? await searched(ctx, classes, { ...body, q })
          : await ctx.withContext((tx) => recent(tx, shown, body))
      await ctx.recordRead({
        action: 'client.list',
        object: { type: 'client', id: null },
        objects: found.items.map((i) => i.id),
        classes: shown,
        facts: { searched: Boolean(q || body.tag) },
      })
      return found
    },
  })

  const reveal = route({
    method: 'POST',
    path: '/clients/:id/reveal',
    tag: 'clients',
    needs: 'identifiers:reveal',
    summary: 'One identifier, unmasked',
    params: ClientId,
    body: RevealBody,
    answer: { status: 200, schema: z.object({ value: z.string() }) },
    limit: { hits: 60, window: 60, per: 'principal' },
    async handler(ctx, { params, body }) {
      if (!ctx.principal.fieldClasses.identifier)
        throw new Problem(403, 'forbidden', 'You may not do this', {
          detail: 'Your roles do not show identifiers.',
        })
      const row = await ctx.withContext((tx) => readClient(tx, params.id))
      if (!row || row.shredded_at) throw notFound('The client')
      const { identifier } = openClasses(
        await keys.openDek(ctx.principal.orgId, row.id, row),
        ctx.principal.orgId,
        row,
        ['identifier'],
      )
      const value =
        body.field === 'ssn'
          ? identifier?.ssn?.replace(/^(\d{3})(\d{2})(\d{4})$/, '$1-$2-$3')
          : identifier?.[body.field === 'mrn' ? 'mrns' : body.field === 'memberId' ? 'memberIds' : 'other'][
              body.index
            ]?.value
      if (value === undefined) throw notFound('The identifier')
      await ctx.recordRead({
        action: 'client.reveal',
        object: { type: 'client', id: row.id },
        classes: ['identifier'],
        facts: { field: body.field, index: body.index },
        ...(body.reason && { reason: body.reason }),
      })
      return { value }
    },
  })
  return [search, one, reveal]
}

const makeCursor = (row: { updated_at: Date; id: string }) =>
  Buffer.from(`${row.updated_at.toISOString()} ${row.id}`).toString('base64url')

function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  if (!cursor) return undefined
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new Problem(400, 'bad-cursor', 'The cursor is not one that this server gave')
  return { at, id }
}
