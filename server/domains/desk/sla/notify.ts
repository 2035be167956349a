import type { Statement, Tx } from '../../../platform/db/database.ts'
import { sees } from '../colleagues.ts'
import type { LockedTicket } from '../records.ts'

/** Nobody is told of a ticket that a wall or their roles keep from them. With no assignee, the team is told. */
const NOTIFY: Statement = {
  name: 'sla-notify',
  text: `insert into notifications (org_id, id, user_id, ticket_id, kind)
    select $1, gen_random_uuid(), v.id, $2, 'sla' from users v
    where v.org_id = $1
      and (($3 and v.id = $4)
        or ($5 and exists (select 1 from team_members m where m.org_id = $1 and m.user_id = v.id and m.team_id = $6))
        or v.id = any ($7::uuid[]))
      and ${sees('v.id', '$8')}`,
}

/** Tells those whom a policy names that a clock of a ticket runs out or has run out. */
export async function notifyOfSla(
  tx: Tx,
  ticket: Pick<LockedTicket, 'id' | 'assignee_id' | 'team_id' | 'group_id'>,
  whom: { assignee: boolean; team: boolean; userIds: string[] },
): Promise<void> {
  await tx.run(NOTIFY, [
    tx.context.orgId,
    ticket.id,
    whom.assignee,
    ticket.assignee_id,
    whom.team || (whom.assignee && ticket.assignee_id === null),
    ticket.team_id,
    whom.userIds,
    ticket.group_id,
  ])
}
