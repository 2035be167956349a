import type { Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { Services } from '../../platform/services.ts'
import { act } from './actions.ts'
import { lockForChange } from './message.ts'
import type { LockedTicket } from './records.ts'
import { readSaved } from './views.ts'

/** Does to a ticket what a macro says, all or nothing. */
export async function applyMacro(
  tx: Tx,
  services: Services,
  by: By,
  organization: string,
  ticketId: string,
  macroId: string,
): Promise<{ ticket: LockedTicket; messageId: string | null }> {
  const macro = await readSaved(services.keys, tx, 'macro', macroId)
  const ticket = await lockForChange(tx, ticketId)
  await by.record(tx, {
    action: 'ticket.macro',
    object: { type: 'ticket', id: ticket.id },
    facts: { macro: macroId },
  })
  return act(tx, services, by, organization, ticket, macro)
}
