import type { Tx } from '../../../platform/db/database.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Services } from '../../../platform/services.ts'
import { addMessage, bySystem, notifyOfMail } from '../../desk/index.ts'

/** A line of the system on the ticket, and a notification to whom it concerns. A ticket that was merged takes no more. */
export async function say(
  services: Pick<Services, 'keys'>,
  tx: Tx,
  about: { ticketId: string; messageId: string },
  body: string,
  tell: (string | null)[] = [],
): Promise<void> {
  try {
    await addMessage(tx, services, bySystem(services), about.ticketId, { kind: 'system', body })
  } catch (error) {
    if (!(error instanceof Problem && error.slug === 'ticket-merged')) throw error
  }
  await notifyOfMail(tx, about.ticketId, about.messageId, tell)
}
