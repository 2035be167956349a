import { z } from 'zod'
import type { Statement, Tx } from '../../../platform/db/database.ts'
import type { ClockStateName } from './engine/clock.ts'

const State = z.enum(['none', 'running', 'paused', 'met', 'breached', 'stopped'])
/** Where the clocks of a ticket stand, as lists and boards show it. */
export const SlaAnswer = z.object({
  policyId: z.uuid().nullable(),
  /** What to sort by: the earliest due time of the clocks that are not over. */
  nextDueAt: z.string().nullable(),
  nextWarnAt: z.string().nullable(),
  responseState: State,
  responseDueAt: z.string().nullable(),
  resolutionState: State,
  resolutionDueAt: z.string().nullable(),
})
export type SlaAnswer = z.infer<typeof SlaAnswer>

const READ: Statement = {
  name: 'sla-of-tickets',
  text: `select ticket_id, policy_id, next_due_at, next_warn_at, response_state, response_due_at, resolution_state, resolution_due_at
    from ticket_slas where org_id = $1 and ticket_id = any ($2::uuid[])`,
}
interface Row {
  ticket_id: string
  policy_id: string | null
  next_due_at: Date | null
  next_warn_at: Date | null
  response_state: ClockStateName
  response_due_at: Date | null
  resolution_state: ClockStateName
  resolution_due_at: Date | null
}

/**
 * Where the clocks of tickets stand, by ticket id; a ticket without a policy has none. A clock that ran out since its
 * ticket last changed shows as breached.
 */
export async function slaOf(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, SlaAnswer>> {
  const rows = await tx.run<Row>(READ, [tx.context.orgId, ticketIds])
  const now = Date.now()
  return new Map(rows.map((r) => [r.ticket_id, present(r, now)]))
}

function present(r: Row, now: number): SlaAnswer {
  return {
    policyId: r.policy_id,
    nextDueAt: iso(r.next_due_at),
    nextWarnAt: iso(r.next_warn_at),
    responseState: asOf(r.response_state, r.response_due_at, now),
    responseDueAt: iso(r.response_due_at),
    resolutionState: asOf(r.resolution_state, r.resolution_due_at, now),
    resolutionDueAt: iso(r.resolution_due_at),
  }
}

const asOf = (state: ClockStateName, dueAt: Date | null, now: number): ClockStateName =>
  state === 'running' && dueAt && dueAt.getTime() <= now ? 'breached' : state
const iso = (at: Date | null): string | null => at?.toISOString() ?? null
