import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { byRequest } from '../../../platform/http/by.ts'
import { invalid, notFound, Problem, stale } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import { Id, Level } from '../api.ts'
import { queueMoved } from '../leave.ts'
import { refuseTelling } from '../rules/detection.ts'
import { flowErrors, Status } from '../rules/flow.ts'
import { TemplateStep } from '../rules/steps.ts'

/** The desk's settings: queues, types, flows and checklists. Names of work, nothing of anybody. */
const Name = z.string().trim().min(1).max(100)
const archived = z.boolean().default(false)
const position = z.number().int().min(0).max(10_000).default(0)

interface Setting {
  path: string
  table: 'queues' | 'ticket_types' | 'ticket_flows' | 'checklist_templates'
  /** In events. */
  type: string
  one: string
  // biome-ignore lint/suspicious/noExplicitAny: a schema of any shape
  body: z.ZodObject<any>
  /** API field -> column. */
  columns: Record<string, string>
  check?(body: Record<string, unknown>): { field: string; message: string }[]
}

const SETTINGS: Setting[] = [
  {
    path: '/queues',
    table: 'queues',
    type: 'queue',
    one: 'queue',
    body: z.strictObject({
      name: Name,
      groupId: Id,
      typeId: Id.nullable().default(null),
      teamId: Id.nullable().default(null),
      position,
      archived,
    }),
    columns: {
      name: 'name',
      groupId: 'group_id',
      typeId: 'type_id',
      teamId: 'team_id',
      position: 'position',
      archived: 'archived',
    },
  },
  {
    path: '/ticket-types',
    table: 'ticket_types',
    type: 'ticket-type',
    one: 'type of ticket',
    body: z.strictObject({
      name: Name,
      flowId: Id,
      impact: Level.default(3),
      urgency: Level.default(3),
      position,
      archived,
    }),
    columns: {
      name: 'name',
      flowId: 'flow_id',
      impact: 'impact',
      urgency: 'urgency',
      position: 'position',
      archived: 'archived',
    },
  },
  {
    path: '/ticket-flows',
    table: 'ticket_flows',
    type: 'ticket-flow',
    one: 'flow',
    body: z.strictObject({ name: Name, statuses: z.array(Status).min(2).max(30) }),
    columns: { name: 'name', statuses: 'statuses' },
    check: (body) => flowErrors(body.statuses as Status[]),
  },
  {
    path: '/checklist-templates',
    table: 'checklist_templates',
    type: 'checklist-template',
    one: 'checklist',
    body: z.strictObject({
      name: Name,
      typeId: Id.nullable().default(null),
      steps: z.array(TemplateStep).min(1).max(50),
      archived,
    }),
    columns: { name: 'name', typeId: 'type_id', steps: 'steps', archived: 'archived' },
  },
]

const mayRead = (ctx: RequestContext) =>
  ['tickets:read', 'tickets:create', 'desk:settings', 'mail:settings'].some((p) =>
    ctx.principal.permissions.has(p),
  )

/** What a setting calls itself, its statuses and its steps: plain in the database, and read by everybody. */
function namesIn(body: Record<string, unknown>): Record<string, string> {
  const names: Record<string, string> = { name: body.name as string }
  for (const [i, s] of ((body.statuses as Status[] | undefined) ?? []).entries())
    names[`statuses.${i}.name`] = s.name
  for (const [i, s] of ((body.steps as TemplateStep[] | undefined) ?? []).entries())
    names[`steps.${i}.title`] = s.title
  return names
}

export const settingRoutes = (services: Services): Route[] => SETTINGS.flatMap((s) => routesFor(services, s))

function routesFor(services: Services, s: Setting): Route[] {
  const Answer = s.body.extend({ id: Id, version: z.number().int() })
  const present = (row: Record<string, unknown>) => ({
    id: row.id,
    version: row.version,
    ...Object.fromEntries(Object.entries(s.columns).map(([field, column]) => [field, row[column]])),
  })
  const columns = Object.entries(s.columns)
  const stored = (body: Record<string, unknown>) =>
    columns.map(([field]) =>
      field === 'statuses' || field === 'steps' ? JSON.stringify(body[field]) : body[field],
    )
  const check = (body: Record<string, unknown>) => {
    const errors = s.check?.(body) ?? []
    if (errors.length) throw invalid(errors)
    refuseTelling(namesIn(body))
  }

  const list = route({
    method: 'GET',
    path: s.path,
    tag: 'desk',
    needs: 'signed-in',
    summary: `Every ${s.one}; for who works with tickets or edits the desk or its mail`,
    answer: { status: 200, schema: z.object({ items: z.array(Answer) }) },
    unaudited: 'settings of the desk, nothing of anybody',
    async handler(ctx) {
      if (!mayRead(ctx))
        throw new Problem(403, 'forbidden', 'You may not do this', { detail: 'This needs tickets:read.' })
      const order = s.columns.position ? 'position, name' : 'name'
      const items = await ctx.withContext(async (tx) =>
        (
          await tx.run<Record<string, unknown>>(
            { name: `${s.table}-list`, text: `select * from ${s.table} where org_id = $1 order by ${order}` },
            [tx.context.orgId],
          )
        ).map(present),
      )
      return { items }
    },
  })
  const add = route({
    method: 'POST',
    path: s.path,
    tag: 'desk',
    needs: 'desk:settings',
    summary: `Add a ${s.one}`,
    idempotent: {
      needs: 'desk:settings',
      async read(ctx, id) {
        const [row] = await ctx.withContext((tx) =>
          tx.run<Record<string, unknown>>(
            { name: `${s.table}-one`, text: `select * from ${s.table} where org_id = $1 and id = $2` },
            [tx.context.orgId, id],
          ),
        )
        if (!row) throw notFound(`The ${s.one}`)
        await ctx.recordRead({ action: `${s.type}.read`, object: { type: s.type, id } })
        return present(row)
      },
    },
    body: s.body,
    answer: { status: 201, schema: Answer },
    handler: (ctx, { body }) => {
      check(body)
      return ctx.withContext(async (tx) => {
        const id = uuidv7()
        const places = columns.map((_, i) => `$${i + 3}`).join(', ')
        const [row] = await named(
          tx.run<Record<string, unknown>>(
            {
              name: `${s.table}-insert`,
              text: `insert into ${s.table} (org_id, id, ${columns.map(([, c]) => c).join(', ')}) values ($1, $2, ${places}) returning *`,
            },
            [tx.context.orgId, id, ...stored(body)],
          ),
        )
        await ctx.record(tx, { action: `${s.type}.create`, object: { type: s.type, id } })
        return present(row!)
      })
    },
  })
  const change = route({
    method: 'PUT',
    path: `${s.path}/:id`,
    tag: 'desk',
    needs: 'desk:settings',
    summary: `Change a ${s.one}; tickets keep the steps that were copied into them`,
    params: z.object({ id: Id }),
    body: s.body,
    answer: { status: 200, schema: Answer },
    handler: (ctx, { params, body }) => {
      check(body)
      const version = ctx.ifMatch()
      return ctx.withContext(async (tx) => {
        const [old] = await tx.run<Record<string, unknown>>(
          {
            name: `${s.table}-one`,
            text: `select * from ${s.table} where org_id = $1 and id = $2 for update`,
          },
          [tx.context.orgId, params.id],
        )
        if (!old) throw notFound(`The ${s.one}`)
        if (old.version !== version) throw stale()
        if (s.table === 'ticket_flows') await keepStatusesInUse(tx, params.id, body.statuses as Status[])
        if (s.table === 'ticket_types' && old.flow_id !== body.flowId)
          await fitsTickets(tx, params.id, body.flowId as string)
        const [row] = await named(
          tx.run<Record<string, unknown>>(
            {
              name: `${s.table}-update`,
              text: `update ${s.table} set version = version + 1, ${columns.map(([, c], i) => `${c} = $${i + 3}`).join(', ')} where org_id = $1 and id = $2 returning *`,
            },
            [tx.context.orgId, params.id, ...stored(body)],
          ),
        )
        await ctx.record(tx, {
          action: `${s.type}.change`,
          object: { type: s.type, id: params.id },
          changes: columns
            .filter(([, c], i) => JSON.stringify(old[c]) !== JSON.stringify(normal(stored(body)[i], old[c])))
            .map(([f]) => f),
        })
        if (s.table === 'queues' && old.group_id !== body.groupId)
          await queueMoved(services, tx, byRequest(ctx), params.id)
        return present(row!)
      })
    },
  })
  return [list, add, change]
}

/** A value as the driver would give it back, to compare with what was there. */
const normal = (value: unknown, old: unknown): unknown =>
  typeof value === 'string' && typeof old === 'object' && old !== null ? JSON.parse(value) : value

/** Tickets of a type stay in the statuses in which they are: another flow must have them. */
async function fitsTickets(tx: Tx, typeId: string, flowId: string): Promise<void> {
  const rows = await tx.run<{ status: string }>(
    {
      name: 'type-used',
      text: `select u.status from wk_type_statuses($2) u where not exists (select 1 from ticket_flows f
        cross join lateral jsonb_array_elements(f.statuses) x where f.org_id = $1 and f.id = $3
        and x ->> 'key' = u.status and x ->> 'category' = u.category)`,
    },
    [tx.context.orgId, typeId, flowId],
  )
  if (rows.length)
    throw invalid([
      {
        field: 'flowId',
        message: `lacks statuses that tickets are in: ${rows.map((r) => r.status).join(', ')}`,
      },
    ])
}

async function keepStatusesInUse(tx: Tx, flowId: string, statuses: Status[]): Promise<void> {
  const used = await tx.run<{ status: string; category: string }>(
    {
      name: 'flow-used',
      text: 'select status, category from wk_flow_statuses($1)',
    },
    [flowId],
  )
  const gone = used.filter((u) => !statuses.some((x) => x.key === u.status && x.category === u.category))
  if (gone.length)
    throw invalid([
      { field: 'statuses', message: `tickets are in: ${gone.map((g) => g.status).join(', ')}; keep those` },
    ])
}

/** A taken name, or an id of nothing, as a problem that names the field. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === 'WKG09')
      throw invalid([{ field: 'groupId', message: 'tickets would move behind a wall that does not let you' }])
    if (code === '23505') throw invalid([{ field: 'name', message: 'is taken' }])
    const of = code === '23503' ? /_(group|type|team|flow)_id_fkey$/.exec(constraint ?? '')?.[1] : undefined
    if (of) throw invalid([{ field: `${of}Id`, message: 'names nothing that is there' }])
    throw error
  }
}
