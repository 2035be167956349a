import { createHmac } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { uuidv7 } from '../../../platform/ids.ts'
import type { Services } from '../../../platform/services.ts'
import {
  answerNothing,
  bySystem,
  type MailTicket,
  ticketById,
  ticketByMail,
  ticketByNumber,
} from '../../desk/index.ts'
import type { Owners } from '../../files/index.ts'
import { emailAddress, subaddress } from '../addresses.ts'
import { loopMark, type MailboxRow, mailboxes } from '../mailboxes.ts'
import { messageIdHash, messageIdKey } from '../message-ids.ts'
import { deliveryByMail } from '../outbound/deliveries.ts'
import { replyKey, ticketOfReplyAddress } from '../reply-address.ts'
import { sealed } from '../seal.ts'
import { type Incoming, type Kept, keepFile, letGo } from './attachments.ts'
import { recognize } from './automatic.ts'
import { takeBounce } from './bounce.ts'
import type { MailRefused } from './limits.ts'
import { parseMail } from './parse.ts'
import { claimMail, type Outcome, settleMail } from './received.ts'
import { type SenderCheck, SenderProbe } from './sender-check.ts'
import { fileAutoReply, fileOnTicket } from './to-ticket.ts'

/** Mails of one sender within an hour, by all ways in; more are asked to come later. Breaks what loop marks don't. */
const RATE = { hits: 120, window: 3600 }

/** It may be taken later: too much came from this sender just now. */
export class MailDeferred extends Error {}

export interface Envelope {
  /** '' for the null sender. */
  from: string
  to: string[]
  /** The server that hands the mail over. */
  client?: { ip: string; helo: string | undefined }
}

export interface Taken {
  outcome: Outcome | 'duplicate'
  ticketId?: string | undefined
  /** Its text and files are on a ticket. */
  filed: boolean
}

/**
 * Takes in one mail, whichever way it came. When it answers, all is committed: the ticket or message with its files and
 * events, or the record that there was nothing to file. A mail that comes again is recognized and changes nothing.
 *
 * @throws MailRefused for good; MailDeferred and errors of the database: nothing was taken, it may come again
 */
export async function receiveMail(
  services: Services,
  owners: Owners,
  orgId: string,
  mailbox: MailboxRow,
  source: AsyncIterable<Uint8Array>,
  envelope?: Envelope,
): Promise<Taken> {
  const kept: Kept[] = []
  try {
    const probe = new SenderProbe(
      services.dns,
      envelope?.client && { ...envelope.client, from: envelope.from },
    )
    const mail = await parseMail(probe.through(source), async (file) => {
      const one = await keepFile(services, owners, orgId, file)
      kept.push(one)
      return one
    })
    const sender = mail.from ?? emailAddress(envelope?.from)
    if (sender && !(await services.limits.hit(`mail|${orgId}|${sender}`, RATE)))
      throw new MailDeferred('rate')
    const senderCheck = await probe.result
    const taken = await services.db.withContext(
      { orgId, userId: null },
      (tx) => take(services, tx, mailbox, { ...mail, from: sender }, envelope, senderCheck),
      'worker',
    )
    if (!taken.filed) await letGo(kept)
    if (taken.ticketId) services.live.changed(orgId, 'tickets')
    return taken
  } catch (error) {
    await letGo(kept)
    throw error
  }
}

/** Notes a mail that was refused, so that its administrator sees it; nothing of its content. */
export async function noteRefused(
  services: Services,
  orgId: string,
  mailboxId: string,
  refused: MailRefused,
): Promise<void> {
  const id = uuidv7()
  await services.db.withContext(
    { orgId, userId: null },
    async (tx) => {
      const mailHash = Buffer.from(id)
      await claimMail(tx, { id, mailHash, mailboxId })
      await settleMail(tx, { id, mailHash, mailboxId, outcome: 'refused', errorCode: refused.code })
      await bySystem(services).record(tx, {
        action: 'mail.refuse',
        outcome: 'refused',
        object: { type: 'mailbox', id: mailboxId },
        reason: refused.code,
      })
    },
    'worker',
  )
}

async function take(
  services: Services,
  tx: Tx,
  mailbox: MailboxRow,
  mail: Incoming,
  envelope: Envelope | undefined,
  senderCheck: SenderCheck,
): Promise<Taken> {
  const { keys } = services
  const { orgId } = tx.context
  const idKey = await messageIdKey(keys, orgId)
  const claimed = { id: uuidv7(), mailHash: hashOf(idKey, mail), mailboxId: mailbox.id }
  if (!(await claimMail(tx, claimed))) return { outcome: 'duplicate', filed: false }
  const ours = { mark: loopMark(orgId), mailboxes: (await mailboxes(tx)).map((m) => m.address) }
  const { kind, mayAnswer } = recognize({ ...mail, envelopeFrom: envelope?.from }, ours)
  const settle = async (outcome: Outcome, more: { ticketId?: string } = {}): Promise<Taken> => {
    await settleMail(tx, { ...claimed, outcome, ...more })
    await bySystem(services).record(tx, {
      action: 'mail.receive',
      object: { type: 'mailbox', id: mailbox.id },
      facts: { mail: claimed.id, outcome, ...(more.ticketId && { ticket: more.ticketId }) },
    })
    return { outcome, ...more, filed: false }
  }
  if (kind === 'loop') return settle('loop')
  if (kind === 'bounce') {
    const delivery = await takeBounce(services, tx, mail.report)
    return settle('bounce', delivery ? { ticketId: delivery.ticketId } : {})
  }
  if (!mayAnswer) await answerNothing(tx)
  const ticket = await ticketOf(services, tx, idKey, mailbox, mail, envelope)
  if (kind === 'auto-reply' && (!ticket || ticket.closed)) return settle('auto-reply')
  const filed =
    kind === 'auto-reply'
      ? await fileAutoReply(services, tx, mail, ticket!, claimed.mailHash)
      : await fileOnTicket(services, tx, mailbox, mail, ticket, claimed.mailHash)
  await settleMail(tx, {
    ...claimed,
    ...filed,
    senderCheck,
    sealedMessageId: mail.messageId
      ? await sealed(keys, tx, 'mail_received.sealed_message_id', claimed.id, mail.messageId)
      : undefined,
  })
  return { outcome: filed.outcome, ticketId: filed.ticketId, filed: true }
}

/** Of the Message-ID; without one, of what a second delivery of the same mail shares. */
function hashOf(key: Buffer, mail: Incoming): Buffer {
  if (mail.messageId) return messageIdHash(key, mail.messageId)
  const parts = [
    mail.header('date'),
    mail.from,
    mail.subject,
    mail.text,
    ...mail.files.map((f) => `${f.name}|${f.size}`),
  ]
  return createHmac('sha256', key)
    .update(JSON.stringify(['no message id', ...parts]))
    .digest()
}

/** The ticket that a mail is about: by a signed address of this mailbox, else by what it answers. */
async function ticketOf(
  { keys }: Services,
  tx: Tx,
  idKey: Buffer,
  mailbox: MailboxRow,
  mail: Incoming,
  envelope: Envelope | undefined,
): Promise<MailTicket | undefined> {
  const key = await replyKey(keys, tx.context.orgId)
  for (const address of [...(envelope?.to ?? []), ...mail.to]) {
    const number =
      subaddress(address.toLowerCase()).base === mailbox.address
        ? ticketOfReplyAddress(key, address)
        : undefined
    const ticket = number === undefined ? undefined : await ticketByNumber(tx, keys, number)
    if (ticket) return ticket
  }
  if (mail.answers.length === 0) return undefined
  const hashes = mail.answers.map((id) => messageIdHash(idKey, id))
  const delivery = await deliveryByMail(tx, hashes)
  const byDelivery = delivery && (await ticketById(tx, keys, delivery.ticketId))
  return byDelivery ?? (await ticketByMail(tx, keys, hashes))
}
