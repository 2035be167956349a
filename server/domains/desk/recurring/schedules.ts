import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import type { By } from '../../../platform/http/by.ts'
import { invalid, notFound, stale } from '../../../platform/http/problem.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'
import { Id } from '../api.ts'
import { SavedBy } from '../automation/rule.ts'
import { refuseTelling } from '../rules/detection.ts'
import { nextAfter, Times } from './times.ts'

/** A ticket that is opened again and again, from a template. */
export const Schedule = z.strictObject({
  name: z.string().trim().min(1).max(100),
  templateId: Id,
  clientId: Id.nullable().default(null),
  times: Times,
  paused: z.boolean().default(false),
})
export type Schedule = z.infer<typeof Schedule>
export const ScheduleAnswer = Schedule.extend({
  id: Id,
  version: z.number().int(),
  nextAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  lastTicketId: Id.nullable(),
  /** Why the last ticket was not opened, as a code. */
  lastRefusal: z.string().nullable(),
  savedBy: SavedBy,
})
export type ScheduleAnswer = z.infer<typeof ScheduleAnswer>

export interface ScheduleRow {
  id: string
  sealed_name: Buffer
  template_id: string
  client_id: string | null
  times: Times
  paused: boolean
  next_at: Date | null
  last_at: Date | null
  last_ticket_id: string | null
  last_refusal: string | null
  version: number
  saved_by: string | null
  saved_by_name: string | null
  stands: boolean
}
const COLUMNS = `*, (select u.display_name from users u where u.org_id = ticket_schedules.org_id and u.id = saved_by) as saved_by_name,
  wk_stands(saved_by, 'tickets:create') as stands`
const LIST = {
  name: 'ticket-schedules',
  text: `select ${COLUMNS} from ticket_schedules where org_id = $1 and ($2::uuid is null or id = $2) order by next_at nulls last, id`,
}
const INSERT = {
  name: 'ticket-schedule-insert',
  text: `insert into ticket_schedules (org_id, id, sealed_name, template_id, client_id, times, paused, next_at, saved_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
}
const UPDATE = {
  name: 'ticket-schedule-update',
  text: `update ticket_schedules set sealed_name = $3, template_id = $4, client_id = $5, times = $6, paused = $7, next_at = $8,
    saved_by = $9, version = version + 1 where org_id = $1 and id = $2 and version = $10 returning ${COLUMNS}`,
}
const REMOVE = {
  name: 'ticket-schedule-remove',
  text: 'delete from ticket_schedules where org_id = $1 and id = $2 returning id',
}
const THERE = {
  name: 'ticket-schedule-names',
  text: `select exists (select 1 from ticket_templates x where x.org_id = $1 and x.id = $2) as "templateId",
    $3::uuid is null or exists (select 1 from clients x where x.org_id = $1 and x.id = $3 and x.shredded_at is null
      and x.group_id = any (wk_groups('write'))) as "clientId"`,
}

const placeOf = (orgId: string, row: string): Place => ({
  orgId,
  table: 'ticket_schedules',
  column: 'sealed_name',
  row,
})
const iso = (at: Date | null) => at?.toISOString() ?? null

async function opened(keys: OrgKeys, tx: Tx, rows: ScheduleRow[]): Promise<ScheduleAnswer[]> {
  if (!rows.length) return []
  const { orgId } = tx.context
  const key = await subjectDek(keys, tx, 'organization', orgId)
  return rows.map((r) => ({
    id: r.id,
    name: openJson<string>(key, placeOf(orgId, r.id), r.sealed_name),
    templateId: r.template_id,
    clientId: r.client_id,
    times: r.times,
    paused: r.paused,
    nextAt: iso(r.next_at),
    lastAt: iso(r.last_at),
    lastTicketId: r.last_ticket_id,
    lastRefusal: r.last_refusal,
    savedBy: r.saved_by ? { id: r.saved_by, name: r.saved_by_name ?? '', stands: r.stands } : null,
    version: r.version,
  }))
}

/** All schedules, what comes next first. */
export const listSchedules = async (keys: OrgKeys, tx: Tx): Promise<ScheduleAnswer[]> =>
  opened(keys, tx, await tx.run<ScheduleRow>(LIST, [tx.context.orgId, null]))

export async function readSchedule(keys: OrgKeys, tx: Tx, id: string): Promise<ScheduleAnswer> {
  const [found] = await opened(keys, tx, await tx.run<ScheduleRow>(LIST, [tx.context.orgId, id]))
  if (!found) throw notFound('The schedule')
  return found
}

/** Saves a new schedule (`known` absent) or changes one; what comes next is counted from now. */
export async function saveSchedule(
  keys: OrgKeys,
  tx: Tx,
  by: By,
  { name, templateId, clientId, times, paused }: Schedule,
  known?: { id: string; version: number },
): Promise<ScheduleAnswer> {
  const { orgId } = tx.context
  refuseTelling({ name })
  const old = known && (await readSchedule(keys, tx, known.id))
  // Paused, or put to another time, it is what it was. What it opens is changed by who may write where it opens it.
  const same =
    old?.savedBy?.stands && old.templateId === templateId && old.clientId === clientId && old.name === name
  const asked = same ? null : clientId
  const [there] = await tx.run<Record<string, boolean>>(THERE, [orgId, templateId, asked])
  const bad = Object.entries(there!).flatMap(([field, good]) => (good ? [] : [field]))
  if (bad.length) throw invalid(bad.map((field) => ({ field, message: 'names nothing that you may use' })))
  const id = known?.id ?? uuidv7()
  const sealed = sealJson(await subjectDek(keys, tx, 'organization', orgId), placeOf(orgId, id), name)
  // What is due and not yet opened stays due: nobody meant to leave it out.
  const due = old?.nextAt && Date.parse(old.nextAt) <= Date.now() && isDeepStrictEqual(old.times, times)
  const next = paused ? null : due ? new Date(old.nextAt!) : new Date(nextAfter(times, Date.now()))
  // A token that is cut down to settings borrows nothing of its user's roles.
  const savedBy = same ? old!.savedBy!.id : by.may('tickets:create') ? by.userId : null
  const values = [orgId, id, sealed, templateId, clientId, JSON.stringify(times), paused, next, savedBy]
  const [row] = known
    ? await tx.run<ScheduleRow>(UPDATE, [...values, known.version])
    : await tx.run<ScheduleRow>(INSERT, values)
  if (!row) throw stale()
  await by.record(tx, {
    action: known ? 'ticket-schedule.change' : 'ticket-schedule.create',
    object: { type: 'ticket-schedule', id },
    ...(clientId && { objects: [clientId] }),
    facts: { template: templateId, paused },
  })
  return (await opened(keys, tx, [row]))[0]!
}

/** Tickets that it opened stay. */
export async function removeSchedule(tx: Tx, by: By, id: string): Promise<void> {
  if (!(await tx.run(REMOVE, [tx.context.orgId, id])).length) throw notFound('The schedule')
  await by.record(tx, { action: 'ticket-schedule.remove', object: { type: 'ticket-schedule', id } })
}
