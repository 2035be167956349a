import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { Services } from '../../platform/services.ts'
import { PHI_STEP } from './create.ts'
import { lockForChange } from './message.ts'
import type { LockedTicket } from './records.ts'
import { ended, reopened } from './rules/flow.ts'
import { changeStatus } from './status.ts'

const SUSPECT = {
  name: 'ticket-suspect',
  text: "update tickets set phi_state = 'suspected', updated_at = now() where org_id = $1 and id = $2",
}
const SETTLE = {
  name: 'ticket-settle',
  text: `with s as (
      update ticket_steps set state = 'done', done_by = $3, done_at = now(), version = version + 1
      where org_id = $1 and ticket_id = $2 and built_in = 'phi-purged' and state = 'open'
    )
    update tickets set phi_state = 'settled', updated_at = now() where org_id = $1 and id = $2 and phi_state = 'suspected'`,
}
const LEFT = {
  name: 'ticket-suspected-left',
  text: `select exists (select 1 from ticket_messages where org_id = $1 and ticket_id = $2 and phi_state = 'suspected')
    or exists (select 1 from wk_unsettled_files($1, $2)) as left`,
}

/**
 * Something on a ticket is suspected from now on, or not read yet: call it before the row says so. The ticket is locked,
 * opened again if it was closed (the gate stands before it anew), and gets its built-in step.
 */
export async function suspectOnTicket(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticketId: string,
): Promise<LockedTicket> {
  const ticket = await lockForChange(tx, ticketId)
  if (ended(ticket.status_category))
    await changeStatus(tx, services, by, ticket, reopened(ticket.statuses).key, { forced: true })
  const { orgId } = tx.context
  await tx.run(SUSPECT, [orgId, ticket.id])
  await tx.run(PHI_STEP, [orgId, ticket.id])
  ticket.phi_state = 'suspected'
  return ticket
}

/** Something that was suspected is settled (cleared, moved, purged): when it was the last, so is the ticket and its step. */
export async function settleTicket(tx: Tx, by: By, ticketId: string): Promise<void> {
  if (!(await anythingUnsettled(tx, ticketId))) await tx.run(SETTLE, [tx.context.orgId, ticketId, by.userId])
}

/** Whether a message of the ticket is suspected, or a file of it not settled. */
export async function anythingUnsettled(tx: Tx, ticketId: string): Promise<boolean> {
  const [row] = await tx.run<{ left: boolean }>(LEFT, [tx.context.orgId, ticketId])
  return row!.left
}
