import type { Tx } from '../../../platform/db/database.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Services } from '../../../platform/services.ts'
import {
  type Addressed,
  addMessage,
  bySystem,
  type Copies,
  copiesFor,
  createTicket,
  judge,
  type MailTicket,
  type NewTicket,
} from '../../desk/index.ts'
import type { MailboxRow } from '../mailboxes.ts'
import { isOwn, ownAddresses } from '../outbound/recipients.ts'
import { attachFiles, type Incoming } from './attachments.ts'
import { replyText } from './reply-text.ts'
import { senderOf } from './sender.ts'

/** As long as a message may be (see the desk's API); what is longer is cut, and says so. */
const LONGEST_BODY = 100_000

export interface Filed {
  outcome: 'ticket' | 'reply' | 'auto-reply'
  ticketId: string
  messageId: string
  /** Where in the message's text its quoted history begins. */
  quotedFrom: number | undefined
}

interface Body {
  text: string
  quotedFrom: number | undefined
}

function bodyOf(mail: Incoming): Body {
  const { fresh, history } = replyText(mail.text.trim())
  const whole = fresh + history
  const cut = mail.textCut || whole.length > LONGEST_BODY
  const text =
    whole.slice(0, LONGEST_BODY).toWellFormed() +
    (cut ? '\n\n[The rest of this e-mail is too long and was left out.]' : '')
  if (!text.trim()) return { text: '[This e-mail has no text.]', quotedFrom: undefined }
  return { text, quotedFrom: history && fresh.length < LONGEST_BODY ? fresh.length : undefined }
}

/** As the sender named themselves, unless that tells about a patient: a requester stands uncovered on the ticket. */
const namedSender = (mail: Incoming) => ({
  ...(mail.fromName && !judge(mail.fromName).suspected && { name: mail.fromName }),
  ...(mail.from && { email: mail.from }),
})

/** Who else the mail went to: neither its sender nor ourselves. */
async function copiesIn(tx: Tx, mail: Incoming): Promise<Copies | undefined> {
  const own = await ownAddresses(tx, null)
  const others = mail.addressed.filter((a) => !isOwn(a.email, own)).map(withoutTelling)
  return copiesFor(others, [], mail.from ? [mail.from] : [])
}

const withoutTelling = ({ name, email }: Addressed): Addressed =>
  name && !judge(name).suspected ? { name, email } : { email }

/** What a machine answered for somebody: kept beside the thread, where it wakes nothing and answers nothing. */
export async function fileAutoReply(
  services: Services,
  tx: Tx,
  mail: Incoming,
  about: MailTicket,
  messageIdHash: Buffer,
): Promise<Filed> {
  const body = bodyOf(mail)
  const added = await addMessage(tx, services, bySystem(services), about.id, {
    kind: 'internal',
    body: body.text,
    from: namedSender(mail),
    messageIdHash,
  })
  const filed = { outcome: 'auto-reply' as const, ticketId: about.id, messageId: added.id }
  if (mail.files.length) await attachFiles(tx, filed, mail.files)
  return { ...filed, quotedFrom: body.quotedFrom }
}

/**
 * Files a mail: on the ticket that it is about, else as a new ticket in the mailbox's queue. A closed ticket is not
 * written to any more: its answer is a ticket of its own that names it.
 */
export async function fileOnTicket(
  services: Services,
  tx: Tx,
  mailbox: MailboxRow,
  mail: Incoming,
  about: MailTicket | undefined,
  messageIdHash: Buffer,
): Promise<Filed> {
  const body = bodyOf(mail)
  const filed =
    about && !about.closed
      ? await answer(services, tx, mail, about, body, messageIdHash)
      : await open(services, tx, mailbox, mail, about, body, messageIdHash)
  if (mail.files.length) await attachFiles(tx, filed, mail.files)
  return { ...filed, quotedFrom: body.quotedFrom }
}

async function answer(
  services: Services,
  tx: Tx,
  mail: Incoming,
  about: MailTicket,
  body: Body,
  messageIdHash: Buffer,
) {
  const added = await addMessage(tx, services, bySystem(services), about.id, {
    kind: 'public',
    body: body.text,
    from: namedSender(mail),
    // Somebody else who was put in copy is told apart: what he writes answers nothing that waits.
    fromRequester: about.requesterEmail === undefined || about.requesterEmail === mail.from,
    messageIdHash,
    copies: await copiesIn(tx, mail),
  })
  return { outcome: 'reply' as const, ticketId: about.id, messageId: added.id }
}

async function open(
  services: Services,
  tx: Tx,
  mailbox: MailboxRow,
  mail: Incoming,
  closed: MailTicket | undefined,
  body: Body,
  messageIdHash: Buffer,
) {
  const by = bySystem(services)
  const sender = await senderOf(services.keys, tx, mail.from)
  const subject = mail.subject.trim()
  const telling = judge(subject).suspected
  const requester = namedSender(mail)
  const made = await createWhere(tx, services, mailbox, {
    subject: telling ? 'E-mail' : subject || '[no subject]',
    body: body.text,
    channel: 'email',
    clientId: sender.clientId,
    contactId: sender.contactId,
    requester,
    fromRequester: true,
    messageIdHash,
    copies: await copiesIn(tx, mail),
  })
  const note = (body: string) => addMessage(tx, services, by, made.id, { kind: 'system', body })
  // Where it can be covered, cleared and purged like any message; a subject and a requester's name can't.
  const covered = (body: string) => addMessage(tx, services, by, made.id, { kind: 'internal', body })
  if (telling) await covered(`Its subject was: ${subject}`)
  if (mail.fromName && !requester.name) await covered(`Its sender’s name was: ${mail.fromName}`)
  if (sender.several)
    await note('The sender’s address belongs to more than one client. Choose the client that this is about.')
  if (closed) await note(`This answers ticket ${closed.number}, which is closed.`)
  return { outcome: 'ticket' as const, ticketId: made.id, messageId: made.messageId! }
}

/** In the mailbox's queue; when that or its type is out of use meanwhile, where tickets go otherwise: no mail is lost. */
async function createWhere(tx: Tx, services: Services, mailbox: MailboxRow, ticket: NewTicket) {
  const { queueId, typeId } = mailbox
  const by = bySystem(services)
  try {
    return await createTicket(tx, services, by, { ...ticket, queueId, typeId: typeId ?? undefined })
  } catch (error) {
    const outOfUse = error instanceof Problem && error.errors?.some((e) => /^(queue|type)Id$/.test(e.field))
    if (!outOfUse) throw error
    return await createTicket(tx, services, by, ticket)
  }
}
