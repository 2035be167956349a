import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import type { By } from '../../../platform/http/by.ts'
import { invalid, notFound, stale } from '../../../platform/http/problem.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import { openJson, type Place, sealJson } from '../../../platform/keys/sealed.ts'
import { subjectDek } from '../../../platform/keys/subjects.ts'
import { Id } from '../api.ts'
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
}
const LIST = {
  name: 'ticket-schedules',
  text: 'select * from ticket_schedules where org_id = $1 and ($2::uuid is null or id = $2) order by next_at nulls last, id',
}
const INSERT = {
  name: 'ticket-schedule-insert',
  text: `insert into ticket_schedules (org_id, id, sealed_name, template_id, client_id, times, paused, next_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning *`,
}
const UPDATE = {
  name: 'ticket-schedule-update',
  text: `update ticket_schedules set sealed_name = $3, template_id = $4, client_id = $5, times = $6, paused = $7, next_at = $8,
    version = version + 1 where org_id = $1 and id = $2 and version = $9 returning *`,
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
  // A client that it was for already may stay, also where who changes it does not see that client.
  const asked = clientId === old?.clientId ? null : clientId
  const [there] = await tx.run<Record<string, boolean>>(THERE, [orgId, templateId, asked])
  const bad = Object.entries(there!).flatMap(([field, good]) => (good ? [] : [field]))
  if (bad.length) throw invalid(bad.map((field) => ({ field, message: 'names nothing that you may use' })))
  const id = known?.id ?? uuidv7()
  const sealed = sealJson(await subjectDek(keys, tx, 'organization', orgId), placeOf(orgId, id), name)
  const next = paused ? null : new Date(nextAfter(times, Date.now()))
  const values = [orgId, id, sealed, templateId, clientId, JSON.stringify(times), paused, next]
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
