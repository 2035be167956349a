import type { Tx } from '../../../platform/db/database.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import type { OutgoingMessage } from '../../desk/index.ts'
import { opened } from '../seal.ts'
import type { DeliveryRow } from './deliveries.ts'
import { type RecipientStates, recipientStates } from './recipient-states.ts'
import { ownAddresses, type Recipients, recipientsOf } from './recipients.ts'

/** Whom a delivery is for, and how each of them fared so far. */
export interface Who extends Recipients {
  states: RecipientStates
}

/** A delivery's own recipient, whoever the ticket's requester is by now, and those in copy of its message. */
export async function whoOf(
  keys: OrgKeys,
  tx: Tx,
  { id, sealedTo }: DeliveryRow,
  copies: OutgoingMessage['copies'],
  fromAddress: string | null,
): Promise<Who> {
  const to = await opened<string>(keys, tx, 'mail_deliveries.sealed_to', id, sealedTo)
  const others = recipientsOf(
    { requester: { email: to }, copies },
    fromAddress === null ? new Set() : await ownAddresses(tx, fromAddress),
  )
  const states = (await recipientStates(keys, tx, [id]))(id)
  return { to, cc: others?.cc ?? [], bcc: others?.bcc ?? [], states }
}

export const everyone = ({ to, cc, bcc }: Recipients): string[] => [to, ...cc, ...bcc]

/** Those whom it is still to go to. */
export const pending = (who: Who): string[] =>
  everyone(who).filter((address) => (who.states(address)?.state ?? 'waiting') === 'waiting')

/** Whether some have it while others do not. */
export const inPart = (who: Who): boolean => everyone(who).some((a) => who.states(a)?.state === 'sent')
