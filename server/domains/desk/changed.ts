import type { Tx } from '../../platform/db/database.ts'
import type { Services } from '../../platform/services.ts'

/** What happened to a ticket, as far as clocks and others that follow it care. */
export interface TicketChange {
  ticketId: string
  /** Columns that changed, or `created`, `answered` (the first public reply). */
  what: readonly string[]
}

/** Called inside the transaction of every change of a ticket, after its rows are written and before it commits. */
export async function ticketChanged(
  _tx: Tx,
  _services: Pick<Services, 'keys'>,
  _change: TicketChange,
): Promise<void> {}
