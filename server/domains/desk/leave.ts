import type { Statement, Tx } from '../../platform/db/database.ts'
import type { By } from '../../platform/http/by.ts'
import type { Services } from '../../platform/services.ts'
import { leaveShutOut } from './change.ts'
import { lockTicket } from './records.ts'

/** Only tickets that somebody works on: most of a client's are asked about in one go. */
const worked = (of: string, name: string): Statement => ({
  name,
  text: `select id from tickets where org_id = $1 and ${of} and (assignee_id is not null or team_id is not null) order by id`,
})
const OF_CLIENT = worked('client_id = $2', 'tickets-worked-of-client')
const OF_QUEUE = worked('queue_id = $2 and client_id is null', 'tickets-worked-of-queue')

async function leave(services: Pick<Services, 'keys'>, tx: Tx, by: By, which: Statement, id: string) {
  for (const ticket of await tx.run<{ id: string }>(which, [tx.context.orgId, id])) {
    const locked = await lockTicket(tx, ticket.id)
    if (locked?.wrapped) await leaveShutOut(tx, services, by, locked)
  }
}

/** A client moved behind another wall, and its tickets with it: whoever that wall shuts out works on them no more. */
export const clientMoved = (
  services: Pick<Services, 'keys'>,
  tx: Tx,
  by: By,
  clientId: string,
): Promise<void> => leave(services, tx, by, OF_CLIENT, clientId)

/** The same of a queue, for its tickets that belong to no client. */
export const queueMoved = (
  services: Pick<Services, 'keys'>,
  tx: Tx,
  by: By,
  queueId: string,
): Promise<void> => leave(services, tx, by, OF_QUEUE, queueId)
