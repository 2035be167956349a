import type { Tx } from '../../platform/db/database.ts'
import type { Services } from '../../platform/services.ts'
import { recomputeSla } from './sla/recompute.ts'

/** What happened to a ticket, as far as clocks and others that follow it care. */
export interface TicketChange {
  ticketId: string
  /** Columns that changed, or `created`, `answered` (the first public reply). */
  what: readonly string[]
}

/** What a clock, or the choice of the policy that it counts by, depends on. */
const MOVES_CLOCKS = new Set([
  'created',
  'answered',
  'status',
  'priority',
  'client_id',
  'group_id',
  'type_id',
  'merged',
])

/** Called inside the transaction of every change of a ticket, after its rows are written and before it commits. */
export async function ticketChanged(
  tx: Tx,
  _services: Pick<Services, 'keys'>,
  { ticketId, what }: TicketChange,
): Promise<void> {
  if (what.some((w) => MOVES_CLOCKS.has(w))) await recomputeSla(tx, ticketId)
}
