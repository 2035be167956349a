import type { Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { lockTicket } from './records.ts'
import { closedNext, statusOf } from './rules/flow.ts'
import { changeStatus } from './status.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'live'>

const DAY = 86_400_000
/** Looked at in one go; how many are ready has no bound. */
const AT_ONCE = 500
const READY = {
  name: 'ticket-auto-close',
  text: `select t.id from tickets t join ticket_types y on y.org_id = t.org_id and y.id = t.type_id
    join ticket_flows f on f.org_id = y.org_id and f.id = y.flow_id cross join lateral jsonb_array_elements(f.statuses) s
    where t.org_id = $1 and t.status_category = 'resolved' and t.merged_into is null and s ->> 'key' = t.status
      and t.updated_at < now() - make_interval(days => (s ->> 'closesAfterDays')::integer)
      and t.id > $2
    order by t.id limit $3`,
}
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Closes what was resolved and then left alone for as many days as its flow says. */
export async function closeResolved(services: Parts, { orgId }: Job, atOnce = AT_ONCE): Promise<void> {
  let last: string | undefined = BEFORE_ALL
  while (last) last = await closeSome(services, orgId, last, atOnce)
}

/** Tries the next after `last`; answers with the last that was tried, or with none where none were left. */
async function closeSome(
  services: Parts,
  orgId: string,
  last: string,
  atOnce: number,
): Promise<string | undefined> {
  const context = { orgId, userId: null }
  const ready = await services.db.withContext(
    context,
    (tx) => tx.run<{ id: string }>(READY, [orgId, last, atOnce]),
    'worker',
  )
  for (const { id } of ready)
    await services.db
      .withContext(context, (tx) => close(tx, services, id), 'worker')
      .catch((error: unknown) => {
        // What the gate holds back stays as it is, and keeps no other ticket open.
        if (!(error instanceof Problem)) throw error
      })
  if (ready.length) services.live.changed(orgId, 'tickets')
  return ready.at(-1)?.id
}

/** Looked at again under its lock: somebody may have written meanwhile. */
async function close(tx: Tx, services: Parts, ticketId: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId)
  if (!ticket || ticket.merged_into || ticket.status_category !== 'resolved') return
  const days = statusOf(ticket.statuses, ticket.status)?.closesAfterDays
  const to = closedNext(ticket.statuses, ticket.status)
  if (!days || !to || Date.now() - ticket.updated_at.getTime() < days * DAY) return
  await changeStatus(tx, services, bySystem(services), ticket, to.key, {
    children: 'leave',
    facts: { by: 'flow', days },
  })
}
