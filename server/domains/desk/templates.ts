import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, invalid, notFound, stale } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../platform/keys/sealed.ts'
import { subjectDek } from '../../platform/keys/subjects.ts'
import { Body, Id, Level, Subject, Tags } from './api.ts'
import { refuseTelling } from './rules/detection.ts'

/** What people typed into a template, sealed under the organization's key. */
const Typed = z.strictObject({
  name: z.string().trim().min(1).max(100),
  subject: Subject.optional(),
  body: Body.optional(),
  tags: Tags.optional(),
  impact: Level.optional(),
  urgency: Level.optional(),
})
type Typed = z.infer<typeof Typed>

/** What a new ticket begins with; each part may be left to whoever opens it. */
export const Template = Typed.extend({
  queueId: Id.nullable().default(null),
  typeId: Id.nullable().default(null),
  /** Copied into the ticket, besides the checklists that its type brings. */
  checklistId: Id.nullable().default(null),
  /** Whom it is offered to; everybody where none is named. */
  teamIds: z.array(Id).max(50).default([]),
  archived: z.boolean().default(false),
})
export type Template = z.infer<typeof Template>
export const TemplateAnswer = Template.extend({ id: Id, version: z.number().int() })
export type TemplateAnswer = z.infer<typeof TemplateAnswer>

interface Row {
  id: string
  sealed_template: Buffer
  queue_id: string | null
  type_id: string | null
  checklist_id: string | null
  team_ids: string[]
  archived: boolean
  version: number
}
const COLUMNS = 'id, sealed_template, queue_id, type_id, checklist_id, team_ids, archived, version'
const LIST = {
  name: 'ticket-templates',
  text: `select ${COLUMNS} from ticket_templates where org_id = $1 and ($2::uuid is null or id = $2) order by id`,
}
const INSERT = {
  name: 'ticket-template-insert',
  text: `insert into ticket_templates (org_id, id, sealed_template, queue_id, type_id, checklist_id, team_ids, archived)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
}
const UPDATE = {
  name: 'ticket-template-update',
  text: `update ticket_templates set sealed_template = $3, queue_id = $4, type_id = $5, checklist_id = $6, team_ids = $7, archived = $8,
    version = version + 1 where org_id = $1 and id = $2 and version = $9 returning ${COLUMNS}`,
}
const REMOVE = {
  name: 'ticket-template-remove',
  text: 'delete from ticket_templates where org_id = $1 and id = $2 returning id',
}
const USED = {
  name: 'ticket-template-used',
  text: 'select 1 from ticket_schedules where org_id = $1 and template_id = $2 limit 1',
}
const MISSING_TEAMS = {
  name: 'ticket-template-teams',
  text: 'select x from unnest($2::uuid[]) x where not exists (select 1 from teams t where t.org_id = $1 and t.id = x)',
}

const placeOf = (orgId: string, row: string): Place => ({
  orgId,
  table: 'ticket_templates',
  column: 'sealed_template',
  row,
})

async function opened(keys: OrgKeys, tx: Tx, rows: Row[]): Promise<TemplateAnswer[]> {
  if (!rows.length) return []
  const { orgId } = tx.context
  const key = await subjectDek(keys, tx, 'organization', orgId)
  return rows
    .map((r) => ({
      ...openJson<Typed>(key, placeOf(orgId, r.id), r.sealed_template),
      id: r.id,
      queueId: r.queue_id,
      typeId: r.type_id,
      checklistId: r.checklist_id,
      teamIds: r.team_ids,
      archived: r.archived,
      version: r.version,
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** Those that are offered to whoever asks, by name; to who edits the desk, all. */
export const listTemplates = async (keys: OrgKeys, tx: Tx): Promise<TemplateAnswer[]> =>
  opened(keys, tx, await tx.run<Row>(LIST, [tx.context.orgId, null]))

export async function readTemplate(keys: OrgKeys, tx: Tx, id: string): Promise<TemplateAnswer> {
  const [found] = await opened(keys, tx, await tx.run<Row>(LIST, [tx.context.orgId, id]))
  if (!found) throw notFound('The template')
  return found
}

/** Saves a new template (`known` absent) or changes one. What may tell about a patient is refused, by field. */
export async function saveTemplate(
  keys: OrgKeys,
  tx: Tx,
  by: By,
  { queueId, typeId, checklistId, teamIds, archived, ...typed }: Template,
  known?: { id: string; version: number },
): Promise<TemplateAnswer> {
  const { orgId } = tx.context
  refuseTelling({ name: typed.name, subject: typed.subject, body: typed.body, tags: typed.tags })
  const others = (await listTemplates(keys, tx)).filter((t) => t.id !== known?.id)
  if (others.some((t) => t.name.toLowerCase() === typed.name.toLowerCase()))
    throw invalid([{ field: 'name', message: 'is taken' }])
  if (known) await readTemplate(keys, tx, known.id)
  if ((await tx.run(MISSING_TEAMS, [orgId, teamIds])).length)
    throw invalid([{ field: 'teamIds', message: 'must name teams that are there' }])
  const id = known?.id ?? uuidv7()
  const sealed = sealJson(await subjectDek(keys, tx, 'organization', orgId), placeOf(orgId, id), typed)
  const values = [orgId, id, sealed, queueId, typeId, checklistId, [...new Set(teamIds)], archived]
  const [row] = await referring(
    known ? tx.run<Row>(UPDATE, [...values, known.version]) : tx.run<Row>(INSERT, values),
  )
  if (!row) throw stale()
  await by.record(tx, {
    action: known ? 'ticket-template.change' : 'ticket-template.create',
    object: { type: 'ticket-template', id },
    facts: { teams: teamIds.length },
  })
  return (await opened(keys, tx, [row]))[0]!
}

/** Tickets that began with it stay as they are; one that recurring tickets are opened from stays too. */
export async function removeTemplate(tx: Tx, by: By, id: string): Promise<void> {
  const [used] = await tx.run(USED, [tx.context.orgId, id])
  if (used)
    throw conflict(
      'template-in-use',
      'Recurring tickets are opened from this template',
      'Remove those first.',
    )
  if (!(await tx.run(REMOVE, [tx.context.orgId, id])).length) throw notFound('The template')
  await by.record(tx, { action: 'ticket-template.remove', object: { type: 'ticket-template', id } })
}

/** An id of nothing, as a problem that names the field. */
async function referring<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    const of = code === '23503' ? /_(queue|type|checklist)_id_fkey$/.exec(constraint ?? '')?.[1] : undefined
    if (of) throw invalid([{ field: `${of}Id`, message: 'names nothing that is there' }])
    throw error
  }
}
