import type { Tx } from '../../../platform/db/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { OutgoingMessage } from '../../desk/index.ts'
import { replyKey, signedReplyAddress } from '../reply-address.ts'
import { opened } from '../seal.ts'

interface Received {
  id: string
  sealed: Buffer
}
const RECEIVED = {
  name: 'mail-received-of-ticket',
  text: `select id, sealed_message_id as sealed from mail_received
    where org_id = $1 and ticket_id = $2 and outcome in ('ticket', 'reply') and sealed_message_id is not null order by id desc limit 5`,
}
/** The mailbox by which the ticket came, else one of its queue, else any. */
const MAILBOX = {
  name: 'mail-reply-mailbox',
  text: `select m.address, m.subaddressing from mailboxes m
    left join lateral (select r.id from mail_received r where r.org_id = m.org_id and r.ticket_id = $2 and r.mailbox_id = m.id
      order by r.id desc limit 1) r on true
    where m.org_id = $1 and m.enabled order by r.id desc nulls last, m.queue_id = $3 desc, m.address limit 1`,
}

/** What makes an answer find its ticket, and the mail find its thread in the recipient's mailbox. */
export async function threadOf(
  { keys }: Pick<Services, 'keys'>,
  tx: Tx,
  message: Pick<OutgoingMessage, 'ticketId' | 'queueId' | 'number'>,
): Promise<{ replyTo: string | undefined; inReplyTo: string | undefined; references: string[] }> {
  const { orgId } = tx.context
  const [box] = await tx.run<{ address: string; subaddressing: boolean }>(MAILBOX, [
    orgId,
    message.ticketId,
    message.queueId,
  ])
  const received = await tx.run<Received>(RECEIVED, [orgId, message.ticketId])
  const ids: string[] = []
  for (const r of received)
    ids.unshift(`<${await opened<string>(keys, tx, 'mail_received.sealed_message_id', r.id, r.sealed)}>`)
  return {
    replyTo: box?.subaddressing
      ? signedReplyAddress(await replyKey(keys, orgId), box.address, message.number)
      : box?.address,
    inReplyTo: ids.at(-1),
    references: ids,
  }
}
