import { z } from 'zod'
import { conflict, forbidden, invalid, notFound, Problem } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { FIELD_NAMES, IMPORT_FIELDS } from '../csv/fields.ts'
import { checkMapping } from '../csv/mapping.ts'
import { refuseMediaType } from '../fhir/version.ts'
import { openCsv } from '../imports/csv-import.ts'
import { ImportOptions } from '../imports/options.ts'
import { previewCsv, previewFhir } from '../imports/preview.ts'
import { importRunner } from '../imports/runner.ts'
import { discard, stage, stagedFile } from '../imports/staging.ts'
import {
  cancelImport,
  createImport,
  getImport,
  type ImportRow,
  listImports,
  listIssues,
  openName,
  queueImport,
} from '../imports/store.ts'
import { asProblem, toProblem } from './errors.ts'

const ImportId = z.object({ id: z.uuid() })
const Count = z.number().int()
const ImportAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(['csv', 'fhir']),
  name: z.string(),
  status: z.enum(['uploaded', 'running', 'done', 'failed', 'cancelled']),
  encoding: z.string(),
  encodingAssumed: z.boolean(),
  groupId: z.uuid().nullable(),
  atomic: z.boolean(),
  bytesTotal: Count,
  bytesDone: Count,
  rowsRead: Count,
  created: Count,
  unchanged: Count,
  updated: Count,
  failed: Count,
  others: Count,
  contacts: Count,
  /** Kept resources that belong to no client, by type. */
  unassigned: z.record(z.string(), Count),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})
const Remark = z.object({ field: z.string().optional(), reason: z.string() })
const PreviewAnswer = z.object({
  columns: z.array(
    z.object({
      index: Count,
      name: z.string(),
      samples: z.array(z.string()),
      suggestion: z.string().nullable(),
    }),
  ),
  fields: z.array(
    z.object({ name: z.string(), label: z.string(), class: z.string(), required: z.boolean() }),
  ),
  rows: z.array(
    z.object({ row: Count, cells: z.array(z.string()), errors: z.array(Remark), warnings: z.array(Remark) }),
  ),
  errorSample: z.array(Remark.extend({ row: Count })),
  problems: z.array(z.string()),
  counts: z.object({
    rows: Count,
    errors: Count,
    warnings: Count,
    complete: z.boolean(),
    types: z.record(z.string(), Count).optional(),
  }),
  delimiter: z.string().optional(),
})
const Issue = z.object({
  file: z.string().nullable(),
  row: Count.nullable(),
  field: z.string().nullable(),
  reason: z.string(),
  severity: z.enum(['error', 'warning']),
})

/** Routes of an import's life: upload, preview, start, watch, cancel. */
export function importRoutes(services: Services): Route[] {
  const upload = route({
    method: 'POST',
    path: '/imports',
    tag: 'imports',
    needs: 'clients:import',
    streams: true,
    summary:
      'Upload a CSV or FHIR R4 file (text/csv, application/fhir+json, application/x-ndjson); X-File-Name names it, percent-encoded',
    answer: { status: 201, schema: ImportAnswer },
    async handler(ctx) {
      refuseJson(ctx)
      const { orgId } = ctx.principal
      const { id, probe } = await asProblem(() => stage(services, orgId, ctx.stream))
      return ctx.withContext(async (tx) => {
        const row = await createImport(services, tx, {
          id,
          actor: actorOf(ctx),
          name: fileName(ctx),
          probe,
          stored: true,
        })
        await ctx.record(tx, {
          action: 'import.upload',
          object: { type: 'import', id },
          facts: { kind: probe.kind, bytes: probe.bytes },
        })
        return present(row, fileName(ctx))
      })
    },
  })

  const preview = route({
    method: 'POST',
    path: '/imports/:id/preview',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'How the first rows would be imported',
    params: ImportId,
    body: ImportOptions.strict(),
    answer: { status: 200, schema: PreviewAnswer },
    async handler(ctx, { params, body }) {
      checkFields(body.mapping)
      const row = await waiting(ctx, params.id)
      const file = await stagedFile(services, { ...row, options: body }, '')
      const shown = await asProblem(() =>
        row.kind === 'csv' ? previewCsv(file, body) : previewFhir(file, body),
      )
      await ctx.recordRead({
        action: 'import.preview',
        object: { type: 'import', id: row.id },
        facts: { rows: shown.rows.length },
      })
      return shown
    },
  })

  const start = route({
    method: 'POST',
    path: '/imports/:id/start',
    tag: 'imports',
    needs: 'clients:import',
    idempotent: {
      needs: 'clients:import',
      async read(ctx, id) {
        const shown = await ctx.withContext(async (tx) => {
          const row = await getImport(tx, id)
          if (!row) throw notFound('The import')
          return present(row, await openName(services, tx, row))
        })
        await ctx.recordRead({ action: 'import.read', object: { type: 'import', id } })
        return shown
      },
    },
    summary: 'Import an uploaded file into a client group',
    params: ImportId,
    body: ImportOptions.required({ groupId: true }).strict(),
    answer: { status: 200, schema: ImportAnswer },
    async handler(ctx, { params, body }) {
      checkFields(body.mapping)
      const uploaded = await waiting(ctx, params.id)
      const options = await settleMapping(services, uploaded, body)
      checkClasses(ctx, uploaded, options)
      const row = await ctx.withContext(async (tx) => {
        const [group] = await tx.run<{ ok: boolean }>(
          { name: 'import-group', text: "select $1 = any (wk_groups('write')) as ok" },
          [body.groupId],
        )
        if (!group?.ok) throw forbidden('The walls do not let you put clients into this group.')
        if (body.facilityId) await requireFacility(tx, body.facilityId)
        const queued = await queueImport(tx, params.id, options, actorOf(ctx))
        if (!queued) throw conflict('import-started', 'The import was started or cancelled already')
        await ctx.record(tx, {
          action: 'import.start',
          object: { type: 'import', id: params.id },
          facts: { group: body.groupId, atomic: body.atomic },
        })
        return present(queued, await openName(services, tx, queued))
      })
      importRunner(services).wake()
      return row
    },
  })

  const list = route({
    method: 'GET',
    path: '/imports',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'Imports, the newest first',
    query: z.object({
      cursor: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    unaudited: 'Names of files and counts; nothing of what the files hold.',
    answer: {
      status: 200,
      schema: z.object({ items: z.array(ImportAnswer), nextCursor: z.string().nullable() }),
    },
    handler: (ctx, { query }) =>
      ctx.withContext(async (tx) => {
        const rows = await listImports(tx, query.cursor, query.limit + 1)
        const items = []
        for (const row of rows.slice(0, query.limit))
          items.push(present(row, await openName(services, tx, row)))
        return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
      }),
  })

  const one = route({
    method: 'GET',
    path: '/imports/:id',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'How far an import is',
    params: ImportId,
    unaudited: 'The name of a file and counts; nothing of what the file holds.',
    answer: { status: 200, schema: ImportAnswer },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const row = await getImport(tx, params.id)
        if (!row) throw notFound('The import')
        return present(row, await openName(services, tx, row))
      }),
  })

  const issues = route({
    method: 'GET',
    path: '/imports/:id/errors',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'Which rows were not right, and why',
    params: ImportId,
    query: z.object({
      cursor: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    unaudited: 'Row numbers, field names and reasons; never a value.',
    answer: { status: 200, schema: z.object({ items: z.array(Issue), nextCursor: z.string().nullable() }) },
    handler: (ctx, { params, query }) =>
      ctx.withContext(async (tx) => {
        if (!(await getImport(tx, params.id))) throw notFound('The import')
        const found = await listIssues(tx, params.id, query.cursor, query.limit + 1)
        const items = found.slice(0, query.limit)
        const nextCursor = found.length > query.limit ? String(items.at(-1)!.seq) : null
        return { items: items.map(({ seq: _, ...issue }) => issue), nextCursor }
      }),
  })

  const cancel = route({
    method: 'POST',
    path: '/imports/:id/cancel',
    tag: 'imports',
    needs: 'clients:import',
    summary: 'Cancel an import; what it has imported so far stays, unless it was all or nothing',
    params: ImportId,
    body: NoBody,
    answer: { status: 200, schema: ImportAnswer },
    async handler(ctx, { params }) {
      const row = await ctx.withContext(async (tx) => {
        const before = await getImport(tx, params.id)
        if (!before) throw notFound('The import')
        const cancelled = await cancelImport(tx, params.id)
        if (!cancelled) throw conflict('import-over', 'The import is over already, or another user’s')
        await ctx.record(tx, { action: 'import.cancel', object: { type: 'import', id: params.id } })
        return { cancelled, shown: present(cancelled, await openName(services, tx, cancelled)) }
      })
      if (row.cancelled.status === 'cancelled') await discard(services, ctx.principal.orgId, params.id)
      return row.shown
    },
  })
  return [upload, preview, start, list, one, issues, cancel]

  async function waiting(ctx: RequestContext, id: string): Promise<ImportRow> {
    const row = await ctx.withContext((tx) => getImport(tx, id))
    if (!row || row.userId !== ctx.principal.userId) throw notFound('The import')
    if (row.status !== 'uploaded' || !row.stored)
      throw conflict('import-started', 'The import was started or cancelled already')
    return row
  }
}

type Tx = Parameters<Parameters<RequestContext['withContext']>[0]>[0]

async function requireFacility(tx: Tx, id: string): Promise<void> {
  const found = await tx.db.selectFrom('facilities').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw invalid([{ field: 'facilityId', message: 'is not a facility of this organization' }])
}

function checkFields(mapping: (string | null)[] | undefined): void {
  const errors = (mapping ?? []).flatMap((field, i) =>
    field !== null && !FIELD_NAMES.has(field)
      ? [{ field: `mapping.${i}`, message: 'is not an import field' }]
      : [],
  )
  if (errors.length > 0) throw invalid(errors)
}

/** Settles at the start how the columns are mapped, so that the import can't read them otherwise later. */
async function settleMapping(
  services: Services,
  row: ImportRow,
  options: ImportOptions,
): Promise<ImportOptions> {
  if (row.kind !== 'csv') return options
  const file = await stagedFile(services, { ...row, options }, '')
  return asProblem(async () => {
    const { mapping, delimiter, header, rows } = await openCsv(file, options)
    await rows.return()
    const problems = checkMapping(mapping, header.length)
    if (problems.length > 0) throw invalid(problems.map((message) => ({ field: 'mapping', message })))
    return { ...options, mapping, delimiter: delimiter as NonNullable<ImportOptions['delimiter']> }
  })
}

/** Nobody brings in what they could not see afterwards. FHIR resources are kept in the clinical class. */
function checkClasses(ctx: RequestContext, row: ImportRow, options: ImportOptions): void {
  const mapped = IMPORT_FIELDS.filter((f) => options.mapping?.includes(f.name)).map((f) => f.class)
  const needed =
    row.kind === 'fhir' ? (['contact', 'demographic', 'identifier', 'clinical'] as const) : mapped
  for (const cls of new Set(needed)) {
    if (!ctx.principal.fieldClasses[cls])
      throw forbidden(`Your roles do not show the class ${cls}, which this file would fill.`)
  }
}

const actorOf = ({ principal: p }: RequestContext) => ({
  kind: p.kind,
  userId: p.userId,
  ...(p.sessionId ? { sessionId: p.sessionId } : {}),
  ...(p.tokenId ? { tokenId: p.tokenId } : {}),
})

function fileName(ctx: RequestContext): string {
  const header = String(ctx.headers['x-file-name'] ?? 'upload')
  try {
    return (
      decodeURIComponent(header)
        .replace(/^.*[/\\]/, '')
        .slice(0, 255) || 'upload'
    )
  } catch {
    return 'upload'
  }
}

function refuseJson(ctx: RequestContext): void {
  const type = String(ctx.headers['content-type'] ?? '')
  if (/^application\/json\b/i.test(type)) {
    throw new Problem(
      415,
      'media-type',
      'Send the file as text/csv, application/fhir+json or application/x-ndjson',
    )
  }
  try {
    refuseMediaType(type)
  } catch (error) {
    throw toProblem(error)
  }
}

function present(row: ImportRow, name: string): z.input<typeof ImportAnswer> {
  const { progress } = row
  return {
    id: row.id,
    kind: row.kind,
    name,
    status: row.status === 'queued' ? 'running' : row.status,
    encoding: row.encoding,
    encodingAssumed: row.encodingAssumed,
    groupId: row.options.groupId ?? null,
    atomic: row.options.atomic ?? false,
    bytesTotal: row.bytesTotal,
    bytesDone: row.bytesDone,
    ...progress.total,
    unassigned: progress.unassigned,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    error: row.errorCode ? { code: row.errorCode, message: row.errorMessage ?? '' } : null,
  }
}
