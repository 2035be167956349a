import type { Tx } from '../../../platform/db/database.ts'
import { type By, bySystem } from '../../../platform/http/by.ts'
import type { Services } from '../../../platform/services.ts'
import { changeTicket } from '../change.ts'
import { shutOut } from '../colleagues.ts'
import type { LockedTicket } from '../records.ts'
import { priorityOf } from '../rules/flow.ts'

/** The system, where a policy told it to change a ticket: its events say so. */
function byPolicy(services: Pick<Services, 'keys'>): By {
  const system = bySystem(services)
  return {
    ...system,
    may: (permission) => permission === 'tickets:assign',
    record: (tx, event) => system.record(tx, { ...event, facts: { ...event.facts, by: 'sla' } }),
  }
}

/** More urgency, then more impact, until the matrix gives the next higher priority. */
export function raised(impact: number, urgency: number): { impact: number; urgency: number } {
  const wanted = Math.max(1, priorityOf(impact, urgency) - 1)
  while (priorityOf(impact, urgency) > wanted) {
    if (urgency > 1) urgency--
    else impact--
  }
  return { impact, urgency }
}

/**
 * Does to a ticket what a policy's actions say: raises its priority by one, gives it to a team. The assignee keeps it
 * where they belong to that team. The caller holds the lock; `ticket` is afterwards what it has become.
 */
export async function escalate(
  tx: Tx,
  services: Pick<Services, 'keys'>,
  ticket: LockedTicket,
  what: { raise: boolean; teamId: string | undefined },
): Promise<void> {
  const moves =
    what.teamId !== undefined && what.teamId !== ticket.team_id && (await lets(tx, ticket, what.teamId))
  const team = moves ? what.teamId : undefined
  const change = {
    ...(what.raise && raised(ticket.impact, ticket.urgency)),
    ...(team && { teamId: team }),
    ...(team && ticket.assignee_id && !(await belongs(tx, team, ticket.assignee_id)) && { assigneeId: null }),
  }
  if (Object.keys(change).length) await changeTicket(tx, services, byPolicy(services), ticket, change)
}

/** A team that no wall lets through to the ticket, or that is gone, is given nothing. */
async function lets(tx: Tx, ticket: LockedTicket, teamId: string): Promise<boolean> {
  return (await shutOut(tx, ticket.group_id, { teamId })).length === 0
}

async function belongs(tx: Tx, teamId: string, userId: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('team_members')
    .select('user_id')
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return Boolean(found)
}
