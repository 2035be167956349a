import type { Tx } from '../../../platform/db/database.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { lockTicket } from '../records.ts'
import type { Happened } from './failing.ts'
import { rulesInUse } from './in-use.ts'
import { OnTicket } from './on-ticket.ts'
import { setsOffNoRules } from './quiet.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'live'>

/** Taken with the work of the rules: a transaction that does not commit leaves them for the next attempt. One change is one, in however many steps it was written. */
const TAKE = {
  name: 'ticket-happenings-take',
  text: `with taken as (
      delete from ticket_happenings where org_id = $1 and ticket_id = $2 and (due_at is null or due_at <= now()) returning *)
    select happening, array(select distinct x from taken o, unnest(o.changed) x
        where o.at = t.at and o.happening = t.happening and o.rule_id is not distinct from t.rule_id) as changed,
      bool_and(answerable) as answerable, at::text, rule_id as "ruleId", attempts
    from taken t group by at, happening, rule_id, attempts order by min(id)`,
}

/** Does what the rules say about all that happened to a ticket since they last looked, in one transaction. */
export async function runRules(services: Parts, { orgId, payload }: Job): Promise<void> {
  const ticketId = String(payload.ticketId)
  const ran = await services.db.withContext(
    { orgId, userId: null },
    (tx) => settle(tx, services, ticketId),
    'worker',
  )
  if (ran) services.live.changed(orgId, 'tickets')
}

async function settle(tx: Tx, services: Parts, ticketId: string): Promise<boolean> {
  await setsOffNoRules(tx)
  const ticket = await lockTicket(tx, ticketId)
  const happened = await tx.run<Happened>(TAKE, [tx.context.orgId, ticketId])
  if (!ticket?.wrapped || !happened.length) return false
  const rules = await rulesInUse(
    services.keys,
    tx,
    happened.map((h) => h.happening),
  )
  const on = await OnTicket.of(tx, services, ticket)
  for (const one of happened)
    for (const rule of rules)
      if (rule.on === one.happening && (one.ruleId ?? rule.id) === rule.id) await on.apply(rule, one)
  return on.touched
}
