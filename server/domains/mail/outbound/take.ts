import { uuidv7 } from '../../../platform/ids.ts'
import { addJob, type Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { outgoingMessage, takeOutbox } from '../../desk/index.ts'
import { messageIdHash, messageIdKey } from '../message-ids.ts'
import { sealed } from '../seal.ts'
import { mailSettings } from '../settings.ts'
import { addDelivery } from './deliveries.ts'
import { ownAddresses, recipientsOf } from './recipients.ts'

/** Our own message id of a delivery, without brackets: the same at every attempt, so that a mail sent twice is one. */
export const ownMessageId = (deliveryId: string, fromAddress: string): string =>
  `wk.${deliveryId}${fromAddress.slice(fromAddress.lastIndexOf('@'))}`

/** Makes deliveries of a message that was written in the desk: of what its requester is to get, while mail is on. */
export async function takeFromOutbox({ db, keys }: Services, job: Job): Promise<void> {
  const outboxId = String(job.payload.outboxId)
  await db.withContext(
    { orgId: job.orgId, userId: null },
    async (tx) => {
      const row = await takeOutbox(tx, outboxId)
      if (!row) return
      const { automatic, ...taken } = row
      const settings = await mailSettings(tx)
      if (!settings.enabled || !settings.fromAddress) return
      const message = await outgoingMessage(tx, keys, taken.ticketId, taken.messageId)
      if (message?.kind !== 'public' || message.fromRequester) return
      // Nobody's words leave but those of a rule.
      if (!message.authorId && !automatic) return
      const to = recipientsOf(message, await ownAddresses(tx, settings.fromAddress))?.to
      if (!to) return
      const id = uuidv7()
      const key = await messageIdKey(keys, job.orgId)
      await addDelivery(tx, {
        id,
        ...taken,
        sealedTo: await sealed(keys, tx, 'mail_deliveries.sealed_to', id, to),
        messageIdHash: messageIdHash(key, ownMessageId(id, settings.fromAddress)),
      })
      await addJob(tx, 'mail.deliver', { deliveryId: id }, { key: `mail.deliver:${id}` })
    },
    'worker',
  )
}
