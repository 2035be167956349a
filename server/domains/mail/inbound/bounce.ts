import type { Tx } from '../../../platform/db/database.ts'
import type { Services } from '../../../platform/services.ts'
import { bySystem, outgoingMessage } from '../../desk/index.ts'
import { messageIdHash, messageIdKey } from '../message-ids.ts'
import { type DeliveryRow, deliveryByMail, setDelivery } from '../outbound/deliveries.ts'
import { recipientStates, setRecipients } from '../outbound/recipient-states.ts'
import { say } from '../outbound/say.ts'
import { said } from '../outbound/words.ts'
import { opened } from '../seal.ts'
import type { DeliveryReport } from './delivery-report.ts'

/**
 * A mail server could not deliver what we sent: the delivery failed, and its ticket says so. Answers the delivery that
 * the report is about; undefined where it is about none of ours, or about another recipient: such a report is forged or
 * nobody's here.
 */
export async function takeBounce(
  services: Pick<Services, 'keys'>,
  tx: Tx,
  report: DeliveryReport | undefined,
): Promise<DeliveryRow | undefined> {
  if (!report?.originalId) return undefined
  const { keys } = services
  const { orgId } = tx.context
  const delivery = await deliveryByMail(tx, [
    messageIdHash(await messageIdKey(keys, orgId), report.originalId),
  ])
  if (!delivery) return undefined
  const to = await opened<string>(keys, tx, 'mail_deliveries.sealed_to', delivery.id, delivery.sealedTo)
  const about =
    report.recipients.find((r) => r.address === to) ??
    (report.recipients.length === 1 ? report.recipients[0] : undefined)
  if (!about) return delivery
  const copy = about.address !== to && (await wentInCopy(services, tx, delivery, about.address))
  const whose = copy ? about.address : to
  const known = (await recipientStates(keys, tx, [delivery.id]))(delivery.id)
  const over = delivery.state === 'sent' || (delivery.state === 'notice-sent' && !copy)
  // Others may still be asked for.
  if ((known(whose)?.state ?? (over && 'sent')) !== 'sent') return delivery
  if (about.action === 'failed') {
    const errorCode = about.status ?? 'bounced'
    if (copy || known(whose))
      await setRecipients(keys, tx, delivery.id, new Map([[whose, { state: 'failed', errorCode }]]))
    if (over && !copy) await setDelivery(tx, delivery.id, { state: 'failed', errorCode })
  }
  await bySystem(services).record(tx, {
    action: 'mail.bounce',
    object: { type: 'ticket', id: delivery.ticketId },
    facts: { delivery: delivery.id, result: about.action, code: about.status ?? null },
  })
  const failed = copy ? said.copyFailed : said.failed
  await say(services, tx, delivery, about.action === 'failed' ? failed(about.status) : said.delayed)
  return delivery
}

async function wentInCopy(
  { keys }: Pick<Services, 'keys'>,
  tx: Tx,
  { ticketId, messageId }: DeliveryRow,
  address: string,
): Promise<boolean> {
  const copies = (await outgoingMessage(tx, keys, ticketId, messageId))?.copies
  return [...(copies?.cc ?? []), ...(copies?.bcc ?? [])].some((a) => a.email.toLowerCase() === address)
}
