import type { Tx } from '../../../platform/db/database.ts'
import { addJob, removeJob } from '../../../platform/jobs/index.ts'

export interface Reminder {
  at: Date
  set_by: string
  set_by_name: string
}

const READ = {
  name: 'ticket-reminder',
  text: `select r.at, r.set_by, u.display_name as set_by_name from ticket_reminders r
    join users u on u.org_id = r.org_id and u.id = r.set_by where r.org_id = $1 and r.ticket_id = $2`,
}
const SET = {
  name: 'ticket-reminder-set',
  text: `insert into ticket_reminders (org_id, ticket_id, at, set_by) values ($1, $2, $3, $4)
    on conflict (org_id, ticket_id) do update set at = $3, set_by = $4, set_at = now()`,
}
const DROP = {
  name: 'ticket-reminder-drop',
  text: 'delete from ticket_reminders where org_id = $1 and ticket_id = $2 returning set_by',
}

const jobKey = (ticketId: string) => `ticket.remind:${ticketId}`

export async function readReminder(tx: Tx, ticketId: string): Promise<Reminder | undefined> {
  const [row] = await tx.run<Reminder>(READ, [tx.context.orgId, ticketId])
  return row
}

/** Sets a ticket's reminder, in place of the one that it had. The caller holds the ticket's lock. */
export async function setReminder(tx: Tx, ticketId: string, at: Date): Promise<void> {
  await tx.run(SET, [tx.context.orgId, ticketId, at, tx.context.userId])
  await addJob(tx, 'ticket.remind', { ticketId }, { key: jobKey(ticketId), runAt: at })
}

/** Answers who had set it; undefined where there was none. */
export async function dropReminder(tx: Tx, ticketId: string): Promise<string | undefined> {
  const [row] = await tx.run<{ set_by: string }>(DROP, [tx.context.orgId, ticketId])
  if (row) await removeJob(tx, jobKey(ticketId))
  return row?.set_by
}
