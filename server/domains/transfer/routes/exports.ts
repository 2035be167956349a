import { Readable } from 'node:stream'
import { z } from 'zod'
import { forbidden, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  type ClientRow,
  openClasses,
  readClient,
  readClients,
  recentClients,
  visibleClasses,
} from '../../clients/index.ts'
import { fhirBundle, type KeptResource } from '../export/bundle.ts'
import { clientListCsv, type ListedClient } from '../export/list.ts'
import { clientPdf } from '../export/pdf/client.ts'
import { readContacts, readLabels, readOriginalId, readResources } from '../export/read.ts'
import type { RecordClass, RecordClasses } from '../record.ts'

const Purpose = z.string().trim().min(3).max(500)
const One = z.strictObject({ format: z.enum(['fhir', 'pdf']), purpose: Purpose })
const List = z.strictObject({
  format: z.literal('csv'),
  purpose: Purpose,
  groupId: z.uuid().optional(),
  facilityId: z.uuid().optional(),
  kind: z.enum(['person', 'organisation']).optional(),
  tag: z.string().trim().min(1).max(60).optional(),
  /** Only these clients, such as those selected in a list. */
  ids: z.array(z.uuid()).min(1).max(1000).optional(),
})
const PAGE = 200

/** What another domain holds about a client and gives out with it, as FHIR resources. It opens what its asker may see. */
export type ClientResources = (
  services: Services,
  ctx: RequestContext,
  clientId: string,
  subject: { type: string; id: string },
) => Promise<KeptResource[]>

/** Giving out data: each a disclosure with a stated purpose, recorded before the first byte leaves. */
export function exportRoutes(services: Services, others: readonly ClientResources[] = []): Route[] {
  const { keys } = services

  const one = route({
    method: 'POST',
    path: '/clients/:id/export',
    tag: 'exports',
    needs: 'clients:export',
    summary: 'One client as a FHIR R4 Bundle or a readable PDF',
    params: z.object({ id: z.uuid() }),
    body: One,
    answer: { status: 200, schema: { stream: 'application/octet-stream' } },
    async handler(ctx, { params, body }) {
      const { principal: p } = ctx
      const classes = disclosable(ctx)
      const clinical = p.fieldClasses.clinical !== undefined
      const { row, key, contacts, labels, originalId } = await ctx.withContext(async (tx) => {
        const row = await readClient(tx, params.id)
        if (!row || row.shredded_at) throw notFound('The client')
        const key = await keys.openDek(p.orgId, row.id, row)
        const labels = clinical ? await readLabels(tx, row.id, key) : []
        const original = labels.find((l) => l.type === 'Patient' || l.type === 'Organization')
        return {
          row,
          key,
          labels,
          contacts: await readContacts(tx, row.id, key),
          originalId: original && (await readOriginalId(tx, row.id, original.id, key)),
        }
      })
      const record = openClasses(key, p.orgId, row, classes) as RecordClasses
      const subject = {
        type: row.kind === 'person' ? 'Patient' : 'Organization',
        id: originalId ?? row.id,
      }
      const held: KeptResource[] = []
      if (body.format === 'fhir')
        for (const other of others) held.push(...(await other(services, ctx, row.id, subject)))
      await ctx.recordRead({
        action: 'client.export',
        object: { type: 'client', id: row.id },
        classes,
        purpose: body.purpose,
        facts: {
          format: body.format,
          resources: labels.length,
          contacts: contacts.length,
          answers: held.length,
        },
      })
      const client = {
        id: row.id,
        kind: row.kind,
        record,
        contacts,
        groupName: row.group_name,
        ...(row.facility_name ? { facilityName: row.facility_name } : {}),
      }
      const time = new Date()
      if (body.format === 'pdf') {
        attach(ctx, `client-${row.id}.pdf`, 'application/pdf')
        return clientPdf(client, labels, {
          organization: p.organization,
          purpose: body.purpose,
          requester: p.displayName,
          time,
        })
      }
      attach(ctx, `client-${row.id}.fhir.json`, 'application/fhir+json')
      const kept = clinical ? readResources(services, p, row.id, key) : []
      return Readable.from(
        fhirBundle(client, both(kept, held), { time, ...(originalId ? { originalId } : {}) }),
        { objectMode: false },
      )
    },
  })

  const list = route({
    method: 'POST',
    path: '/clients/export',
    tag: 'exports',
    needs: 'clients:export',
    summary: 'A list of clients as CSV',
    body: List,
    answer: { status: 200, schema: { stream: 'text/csv' } },
    async handler(ctx, { body }) {
      const classes = disclosable(ctx)
      const { purpose, tag, ids, ...filter } = body
      if (tag && !classes.includes('demographic')) throw forbidden('Your roles do not show tags.')
      const names = await readNames(ctx)
      const started = await firstPage()
      attach(ctx, 'clients.csv', 'text/csv; charset=utf-8')
      return Readable.from(clientListCsv(clients(started), new Set(classes)), { objectMode: false })

      async function page(after: { at: string; id: string } | undefined, from: number): Promise<ClientRow[]> {
        return ctx.withContext((tx) =>
          ids ? readClients(tx, ids.slice(from, from + PAGE)) : recentClients(tx, filter, after, PAGE),
        )
      }
      async function opened(rows: ClientRow[]): Promise<ListedClient[]> {
        const { orgId } = ctx.principal
        const out: ListedClient[] = []
        for (const row of rows) {
          const record = openClasses(await keys.openDek(orgId, row.id, row), orgId, row, classes)
          if (tag && !record.demographic?.tags.some((t) => t.toLowerCase() === tag.toLowerCase())) continue
          const facility = row.facility_id ? names.get(row.facility_id) : undefined
          out.push({
            id: row.id,
            kind: row.kind,
            group: names.get(row.group_id) ?? '',
            ...(facility ? { facility } : {}),
            record,
          })
        }
        return out
      }
      /** Each page's event is durable before the page leaves. */
      async function disclose(rows: ClientRow[], part: number): Promise<ListedClient[]> {
        const shown = await opened(rows)
        await ctx.recordRead({
          action: 'client.export-list',
          objects: shown.map((c) => c.id),
          classes,
          purpose,
          facts: { format: 'csv', part, count: shown.length },
        })
        return shown
      }
      async function firstPage() {
        const rows = await page(undefined, 0)
        return { rows, shown: await disclose(rows, 1) }
      }
      async function* clients({
        rows,
        shown,
      }: Awaited<ReturnType<typeof firstPage>>): AsyncGenerator<ListedClient> {
        for (let part = 1; ; part++) {
          yield* shown
          const last = rows.at(-1)
          if (!last || (ids ? part * PAGE >= ids.length : rows.length < PAGE)) return
          rows = await page({ at: last.updated_at.toISOString(), id: last.id }, part * PAGE)
          shown = await disclose(rows, part + 1)
        }
      }
    },
  })
  return [one, list]
}

async function* both<T>(first: AsyncIterable<T> | Iterable<T>, second: Iterable<T>): AsyncGenerator<T> {
  yield* first
  yield* second
}

/** The classes that leave: those that the roles show; identifiers only for who may see them unmasked. */
function disclosable(ctx: RequestContext): RecordClass[] {
  const { principal } = ctx
  const classes = visibleClasses(principal.fieldClasses).filter(
    (cls) => cls !== 'identifier' || principal.permissions.has('identifiers:reveal'),
  )
  if (!classes.includes('contact'))
    throw forbidden('Your roles do not show names, so there is nothing to give out.')
  return classes
}

const NAMES = {
  name: 'export-names',
  text: 'select id, name from client_groups where org_id = $1 union all select id, name from facilities where org_id = $1',
}

async function readNames(ctx: RequestContext): Promise<Map<string, string>> {
  const rows = await ctx.withContext((tx) => tx.run<{ id: string; name: string }>(NAMES, [tx.context.orgId]))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Names hold an id, never a person's name. */
function attach(ctx: RequestContext, name: string, type: string): void {
  ctx.reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
}
