import type { Tx } from '../../../platform/db/database.ts'
import type { SenderCheck } from './sender-check.ts'

export const OUTCOMES = ['ticket', 'reply', 'bounce', 'auto-reply', 'loop', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Received {
  id: string
  mailHash: Buffer
  mailboxId: string
  outcome: Outcome
  errorCode?: string | undefined
  ticketId?: string | undefined
  messageId?: string | undefined
  quotedFrom?: number | undefined
  sealedMessageId?: Buffer | undefined
  senderCheck?: SenderCheck | undefined
}

const ADD = {
  name: 'mail-received-add',
  text: `insert into mail_received (org_id, mail_hash, id, mailbox_id, outcome) values ($1, $2, $3, $4, 'refused')
    on conflict (org_id, mail_hash) do nothing returning id`,
}
const SET = {
  name: 'mail-received-set',
  text: `update mail_received set outcome = $3, error_code = $4, ticket_id = $5, message_id = $6, quoted_from = $7, sealed_message_id = $8, sender_check = $9
    where org_id = $1 and mail_hash = $2`,
}

/** Whether this mail is new; a second one with the same hash waits for the first one's transaction, and is not. */
export async function claimMail(
  tx: Tx,
  mail: Pick<Received, 'id' | 'mailHash' | 'mailboxId'>,
): Promise<boolean> {
  const rows = await tx.run(ADD, [tx.context.orgId, mail.mailHash, mail.id, mail.mailboxId])
  return rows.length > 0
}

/** What became of a mail that was claimed in this transaction. */
export async function settleMail(tx: Tx, r: Received): Promise<void> {
  await tx.run(SET, [
    tx.context.orgId,
    r.mailHash,
    r.outcome,
    r.errorCode ?? null,
    r.ticketId ?? null,
    r.messageId ?? null,
    r.quotedFrom ?? null,
    r.sealedMessageId ?? null,
    r.senderCheck ?? null,
  ])
}
