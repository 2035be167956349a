import type { Tx } from '../../../platform/db/database.ts'
import { bySystem } from '../../../platform/http/by.ts'
import { addJob, type Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { lockTicket } from '../records.ts'
import { ended, reopened } from '../rules/flow.ts'
import { changeStatus } from '../status.ts'
import { readReminder } from './reminder.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'live'>

/** Whoever set it and whoever has the ticket, as far as the walls show it to them. */
const NOTIFY = {
  name: 'ticket-reminder-notify',
  text: `insert into notifications (org_id, id, user_id, ticket_id, kind)
    select $1, gen_random_uuid(), u.id, $2, 'reminder' from users u
    where u.org_id = $1 and u.status = 'active' and u.id in ($3, $4)
      and exists (select 1 from team_members m join walls w on w.org_id = m.org_id and w.team_id = m.team_id
        where m.org_id = $1 and m.user_id = u.id and w.group_id = $5)`,
}
const DONE = {
  name: 'ticket-reminder-done',
  text: 'delete from ticket_reminders where org_id = $1 and ticket_id = $2',
}

/** A reminder is due: what waits is opened again, and those who work on it are told. What has ended stays as it is. */
export async function ringReminder(services: Parts, { orgId, payload }: Job): Promise<void> {
  const ticketId = String(payload.ticketId)
  const context = { orgId, userId: null }
  await services.db.withContext(context, (tx) => ring(tx, services, ticketId), 'worker')
  services.live.changed(orgId, 'tickets')
}

async function ring(tx: Tx, services: Parts, ticketId: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId)
  const reminder = await readReminder(tx, ticketId)
  if (!ticket || !reminder) return
  if (reminder.at.getTime() > Date.now() + 1000)
    return addJob(tx, 'ticket.remind', { ticketId }, { key: `ticket.remind:${ticketId}`, runAt: reminder.at })
  await tx.run(DONE, [tx.context.orgId, ticketId])
  if (ticket.merged_into || ended(ticket.status_category)) return
  const by = bySystem(services)
  if (ticket.status_category === 'waiting')
    await changeStatus(tx, services, by, ticket, reopened(ticket.statuses).key, {
      forced: true,
      facts: { reminder: true },
    })
  await by.record(tx, { action: 'ticket.remind', object: { type: 'ticket', id: ticketId } })
  await tx.run(NOTIFY, [tx.context.orgId, ticketId, reminder.set_by, ticket.assignee_id, ticket.group_id])
}
