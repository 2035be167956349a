import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import { conflict, forbidden, invalid, Problem } from '../../platform/http/problem.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { ticketChanged } from './changed.ts'
import { type Override, passGate } from './gate.ts'
import { type LockedTicket, lockTicket } from './records.ts'
import { ended, mayMove, type Status, statusOf } from './rules/flow.ts'

const SET = {
  name: 'ticket-status',
  text: `with closed as (
      update ticket_status_spans set to_at = now() where org_id = $1 and ticket_id = $2 and to_at is null
    ), changed as (
      update tickets set status = $3, status_category = $4, version = version + 1, updated_at = now(),
        resolved_at = case when $4 = 'resolved' then now() when $4 = 'closed' then coalesce(resolved_at, now()) end,
        closed_at = case when $4 = 'closed' then now() end,
        reopened_count = reopened_count + (case when status_category in ('resolved', 'closed') and $4 not in ('resolved', 'closed') then 1 else 0 end)
      where org_id = $1 and id = $2 returning version
    ) select version from changed`,
}
const SPAN = {
  name: 'ticket-span',
  text: `insert into ticket_status_spans (org_id, id, ticket_id, status, category, from_at) values ($1, $2, $3, $4, $5, now())`,
}

export interface StatusOptions {
  /** Skips the flow's own order (a reply that reopens, a merge), never the gate. */
  forced?: boolean
  override?: Override | undefined
  /** What becomes of open children when a parent is resolved or closed; asked for when it is not said. */
  children?: 'leave' | 'close' | undefined
  facts?: Record<string, string | number | boolean>
}

/**
 * The one way in which a ticket's status changes: the row is locked, the flow allows the step, the gate is open, the
 * span is kept, the event recorded. Changes `ticket` to what it is now.
 */
export async function changeStatus(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  ticket: LockedTicket,
  to: string,
  options: StatusOptions = {},
): Promise<Status> {
  const status = statusOf(ticket.statuses, to)
  if (!status) throw invalid([{ field: 'status', message: 'is not a status of this type of ticket' }])
  if (to === ticket.status) return status
  if (ticket.merged_into) throw conflict('ticket-merged', 'This ticket was merged into another')
  if (!options.forced && !mayMove(ticket.statuses, ticket.status, to))
    throw conflict(
      'status-not-next',
      'The flow does not lead there',
      `From here it goes to: ${(statusOf(ticket.statuses, ticket.status)?.next ?? []).join(', ') || 'nowhere'}.`,
    )
  if (ended(status.category) && options.children !== 'leave')
    await endChildren(tx, services, by, ticket, status, options)
  await passGate(tx, services, by, ticket, status, options.override)
  const from = ticket.status
  const wasEnded = ended(ticket.status_category)
  const [row] = await tx.run<{ version: number }>(SET, [tx.context.orgId, ticket.id, to, status.category])
  await tx.run(SPAN, [tx.context.orgId, uuidv7(), ticket.id, to, status.category])
  ticket.status = to
  ticket.status_category = status.category
  ticket.version = row!.version
  await by.record(tx, {
    action: 'ticket.status',
    object: { type: 'ticket', id: ticket.id },
    changes: ['status'],
    facts: {
      from,
      to,
      version: ticket.version,
      reopened: wasEnded && !ended(status.category),
      ...options.facts,
    },
  })
  await ticketChanged(tx, services, { ticketId: ticket.id, what: ['status'] })
  // Whoever asked for it is asked how content they are.
  if (ended(status.category) && !wasEnded)
    await addJob(tx, 'rating.ask', { ticketId: ticket.id }, { key: `rating.ask:${ticket.id}` })
  return status
}

const CHILDREN = {
  name: 'ticket-open-children',
  text: "select id, number from tickets where org_id = $1 and parent_id = $2 and status_category not in ('resolved', 'closed') order by id",
}

/** Open children, as far as the caller sees them: closed with their parent, each through its own gate, or asked about. */
async function endChildren(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  by: By,
  parent: LockedTicket,
  to: Status,
  options: StatusOptions,
): Promise<void> {
  const open = await tx.run<{ id: string; number: number }>(CHILDREN, [tx.context.orgId, parent.id])
  if (!open.length) return
  if (options.children !== 'close')
    throw new Problem(409, 'ticket-has-open-children', 'This ticket has children that are still open', {
      detail: 'Say whether they are closed with it or left open.',
      extra: { children: open },
    })
  for (const { id } of open) {
    const child = await lockTicket(tx, id)
    if (!child) throw forbidden('The walls open a child of this ticket for reading only.')
    const same =
      child.statuses.find((s) => s.key === to.key && s.category === to.category) ??
      child.statuses.find((s) => s.category === to.category) ??
      child.statuses.find((s) => s.category === 'closed')!
    await changeStatus(tx, services, by, child, same.key, {
      forced: true,
      children: 'close',
      override: options.override,
      facts: { parent: parent.id },
    })
  }
}
