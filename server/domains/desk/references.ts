import type { Tx } from '../../platform/db/database.ts'
import { invalid } from '../../platform/http/problem.ts'
import type { Status } from './rules/flow.ts'

/** What a change refers to; only what it names is looked at. */
export interface References {
  queueId?: string
  typeId?: string
  clientId?: string
  contactId?: string
  facilityId?: string
  assigneeId?: string
  teamId?: string
  parentId?: string
  /** The client whose contact it must be. */
  contactOf?: string | null
}

const CHECK = {
  name: 'ticket-references',
  text: `select
      $2::uuid is null or exists (select 1 from queues x where x.org_id = $1 and x.id = $2 and not x.archived) as "queueId",
      $3::uuid is null or exists (select 1 from ticket_types x where x.org_id = $1 and x.id = $3 and not x.archived) as "typeId",
      $4::uuid is null or exists (select 1 from clients x where x.org_id = $1 and x.id = $4 and x.shredded_at is null) as "clientId",
      $5::uuid is null or exists (select 1 from client_contacts x where x.org_id = $1 and x.id = $5 and x.client_id = $10) as "contactId",
      $6::uuid is null or exists (select 1 from facilities x where x.org_id = $1 and x.id = $6) as "facilityId",
      $7::uuid is null or exists (select 1 from users x where x.org_id = $1 and x.id = $7 and x.status = 'active') as "assigneeId",
      $8::uuid is null or exists (select 1 from teams x where x.org_id = $1 and x.id = $8) as "teamId",
      $9::uuid is null or exists (select 1 from tickets x where x.org_id = $1 and x.id = $9) as "parentId",
      (select f.statuses from ticket_types y join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id
        where y.org_id = $1 and y.id = $3) as statuses`,
}

/** That all of it is there for the caller; a Problem that names the fields if not. Answers the flow of a named type. */
export async function checkReferences(tx: Tx, r: References): Promise<{ statuses: Status[] | null }> {
  const [row] = await tx.run<Record<string, boolean> & { statuses: Status[] | null }>(CHECK, [
    tx.context.orgId,
    r.queueId ?? null,
    r.typeId ?? null,
    r.clientId ?? null,
    r.contactId ?? null,
    r.facilityId ?? null,
    r.assigneeId ?? null,
    r.teamId ?? null,
    r.parentId ?? null,
    r.contactOf ?? null,
  ])
  const { statuses, ...ok } = row!
  const bad = Object.entries(ok).flatMap(([field, good]) => (good ? [] : [field]))
  if (bad.length) throw invalid(bad.map((field) => ({ field, message: 'names nothing that you may see' })))
  return { statuses }
}
