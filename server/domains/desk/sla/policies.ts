import type { Database, Statement, Tx } from '../../../platform/db/database.ts'
import { type FieldError, invalid, notFound } from '../../../platform/http/problem.ts'
import { refuseTelling } from '../rules/detection.ts'
import type { PolicyBody } from './api.ts'
import { bodyOf, checkReach, readCalendar, specOf } from './calendars.ts'
import type { PriorityTarget, SlaAction } from './policy.ts'

export interface PolicyRow {
  id: string
  name: string
  active: boolean
  position: number
  calendar_id: string
  calendar_name: string
  client_ids: string[]
  group_ids: string[]
  priorities: number[]
  type_ids: string[]
  targets: PriorityTarget[]
  pause_statuses: string[] | null
  warn_percents: number[]
  actions: SlaAction[]
  version: number
}

const READ: Statement = {
  name: 'sla-policies',
  text: `select p.*, c.name as calendar_name from sla_policies p
    join sla_calendars c on c.org_id = p.org_id and c.id = p.calendar_id
    where p.org_id = $1 and ($2::uuid is null or p.id = $2) and ($3::uuid is null or p.calendar_id = $3) order by p.position, p.id`,
}

export const listPolicies = (tx: Tx): Promise<PolicyRow[]> => tx.run(READ, [tx.context.orgId, null, null])
export const policiesOfCalendar = (tx: Tx, calendarId: string): Promise<PolicyRow[]> =>
  tx.run(READ, [tx.context.orgId, null, calendarId])

export async function readPolicy(tx: Tx, id: string): Promise<PolicyRow> {
  const [row] = await tx.run<PolicyRow>(READ, [tx.context.orgId, id, null])
  if (!row) throw notFound('The policy')
  return row
}

export const bodyOfPolicy = (r: PolicyRow): PolicyBody => ({
  name: r.name,
  active: r.active,
  calendarId: r.calendar_id,
  clientIds: r.client_ids,
  groupIds: r.group_ids,
  priorities: r.priorities,
  typeIds: r.type_ids,
  targets: r.targets,
  pauseStatuses: r.pause_statuses,
  warnPercents: r.warn_percents,
  actions: r.actions as PolicyBody['actions'],
})

export const presentPolicy = (r: PolicyRow) => ({
  ...bodyOfPolicy(r),
  id: r.id,
  position: r.position,
  calendarName: r.calendar_name,
  version: r.version,
})

export const policyColumns = (body: PolicyBody) => ({
  name: body.name,
  active: body.active,
  calendar_id: body.calendarId,
  client_ids: body.clientIds,
  group_ids: body.groupIds,
  priorities: body.priorities,
  type_ids: body.typeIds,
  targets: JSON.stringify(body.targets),
  pause_statuses: body.pauseStatuses,
  warn_percents: body.warnPercents,
  actions: JSON.stringify(body.actions),
})

const unknownIds: Statement = {
  name: 'sla-unknown-ids',
  text: `select 'groupIds' as field where exists (select 1 from unnest($2::uuid[]) x where not exists (select 1 from client_groups g where g.org_id = $1 and g.id = x))
    union all select 'typeIds' where exists (select 1 from unnest($3::uuid[]) x where not exists (select 1 from ticket_types g where g.org_id = $1 and g.id = x))
    union all select 'clientIds' where exists (select 1 from unnest($4::uuid[]) x where not exists (select 1 from clients g where g.org_id = $1 and g.id = x))
    union all select 'actions.notify.userIds' where exists (select 1 from unnest($5::uuid[]) x where not exists
      (select 1 from users g where g.org_id = $1 and g.id = x and g.status <> 'removed'))
    union all select 'actions.reassignTeamId' where exists (select 1 from unnest($6::uuid[]) x where not exists (select 1 from teams g where g.org_id = $1 and g.id = x))
    union all select 'pauseStatuses' where exists (select 1 from unnest($7::text[]) x where not exists (select 1 from ticket_flows f
      cross join lateral jsonb_array_elements(f.statuses) s where f.org_id = $1 and s ->> 'key' = x))`,
}

/**
 * A policy as it is stored, lists without doubles. Refuses what it can't hold. Whoever keeps the settings need not be
 * behind a client's wall to name it, so that clients are looked for as the system: that an id exists, and no more.
 */
export async function checkedPolicy(db: Database, tx: Tx, body: PolicyBody): Promise<PolicyBody> {
  const policy = { ...body, ...withoutDoubles(body) }
  const errors = shapeErrors(policy)
  if (errors.length) throw invalid(errors)
  refuseTelling({ name: policy.name })
  const unknown = await db.withContext(
    { orgId: tx.context.orgId, userId: null },
    (worker) =>
      worker.run<{ field: string }>(unknownIds, [
        tx.context.orgId,
        policy.groupIds,
        policy.typeIds,
        policy.clientIds,
        policy.actions.flatMap((a) => a.notify.userIds),
        policy.actions.flatMap((a) => a.reassignTeamId ?? []),
        policy.pauseStatuses ?? [],
      ]),
    'worker',
  )
  if (unknown.length)
    throw invalid(unknown.map(({ field }) => ({ field, message: 'names what is not there' })))
  const calendar = await calendarOf(tx, policy.calendarId)
  checkReach(specOf(bodyOf(calendar), calendar.zone), policy.targets, (i) => `targets.${i}`)
  return policy
}

async function calendarOf(tx: Tx, id: string) {
  return readCalendar(tx, id).catch(() => {
    throw invalid([{ field: 'calendarId', message: 'names no calendar' }])
  })
}

function withoutDoubles(body: PolicyBody): Partial<PolicyBody> {
  const once = <T>(list: T[]) => [...new Set(list)]
  return {
    clientIds: once(body.clientIds),
    groupIds: once(body.groupIds),
    typeIds: once(body.typeIds),
    priorities: once(body.priorities).toSorted(),
    warnPercents: once(body.warnPercents).toSorted((a, b) => a - b),
    targets: body.targets.toSorted((a, b) => a.priority - b.priority),
  }
}

function shapeErrors(body: PolicyBody): FieldError[] {
  const errors: FieldError[] = []
  if (new Set(body.targets.map((t) => t.priority)).size !== body.targets.length)
    errors.push({ field: 'targets', message: 'names a priority twice' })
  for (const [i, t] of body.targets.entries()) {
    const { responseMinutes: first, resolutionMinutes: last } = t
    if (first === null && last === null)
      errors.push({ field: `targets.${i}`, message: 'needs a first response or a resolution time' })
    if (first !== null && last !== null && first > last)
      errors.push({
        field: `targets.${i}.responseMinutes`,
        message: 'must not be longer than the resolution',
      })
  }
  for (const [i, a] of body.actions.entries())
    if (a.percent !== undefined && (a.on === 'breach' || !body.warnPercents.includes(a.percent)))
      errors.push({ field: `actions.${i}.percent`, message: 'must be one of the warnings' })
  return errors
}
