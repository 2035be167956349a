import type { Server } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Services } from '../../../platform/services.ts'
import type { Owners } from '../../files/index.ts'
import { emailAddress, subaddress } from '../addresses.ts'
import { type MailboxRow, mailbox } from '../mailboxes.ts'
import { MAIL_LIMITS, MailRefused } from './limits.ts'
import { MailDeferred, noteRefused, receiveMail } from './receive.ts'

export interface ListenerOptions {
  host: string
  /** 0: any free port. */
  port: number
  tls: { cert: string; key: string }
  limits?: { bytes: number }
}

export interface Listener {
  port: number
  /** A renewed certificate, for connections from now on. */
  renew(tls: { cert: string; key: string }): void
  stop(): Promise<void>
}

const MAX_CLIENTS = 100
/** Longest silence of a client, in ms (RFC 5321 section 4.5.3.2 asks a server for five minutes). */
const SILENCE = 300_000
const WHOSE = { name: 'mailbox-of', text: 'select org_id as "orgId", id from wk_mailbox_of($1)' }

/** An answer of the protocol: code and text (RFC 5321), with its enhanced code (RFC 3463). */
class Reply extends Error {
  readonly responseCode: number

  constructor(responseCode: number, text: string) {
    super(text)
    this.responseCode = responseCode
  }
}

interface Target {
  orgId: string
  id: string
}

/**
 * Takes in mail that another mail server hands over: for known mailboxes alone, so that it relays nothing for anybody.
 * What it answers 250 to is committed. While the database is away it answers 4xx and the other server comes again.
 */
export async function startListener(
  services: Services,
  owners: Owners,
  options: ListenerOptions,
): Promise<Listener> {
  const targets = new WeakMap<SMTPServerSession, Target>()
  const server = new SMTPServer({
    name: new URL(services.publicUrl).hostname,
    banner: 'ready',
    key: options.tls.key,
    cert: options.tls.cert,
    minVersion: 'TLSv1.2',
    size: options.limits?.bytes ?? MAIL_LIMITS.bytes,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    maxClients: MAX_CLIENTS,
    socketTimeout: SILENCE,
    closeTimeout: 3000,
    logger: false,
    onMailFrom: (_, session, done) => {
      targets.delete(session)
      done()
    },
    onRcptTo: ({ address }, session, done) => {
      answer(recipient(services, targets, session, address), done)
    },
    onData: (stream, session, done) => {
      answer(data(services, owners, targets.get(session), stream, session), done)
    },
  })
  // A client that goes away or speaks another protocol is its own trouble.
  server.on('error', () => {})
  const listening = await listen(server, options)
  return {
    port: (listening.address() as { port: number }).port,
    renew: (tls) => server.updateSecureContext({ key: tls.key, cert: tls.cert }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

function listen(server: SMTPServer, { host, port }: ListenerOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error)
    server.server.once('error', failed)
    const listening = server.listen(port, host, () => {
      server.server.off('error', failed)
      resolve(listening)
    })
  })
}

function answer(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error) => done(error instanceof Reply ? error : new Reply(451, '4.3.0 Try again later')),
  )
}

/** The mailbox of a recipient. One a mail: what is for several is sent to each (452, RFC 5321 section 4.5.3.1.10). */
async function recipient(
  { db }: Services,
  targets: WeakMap<SMTPServerSession, Target>,
  session: SMTPServerSession,
  given: string,
): Promise<void> {
  const address = emailAddress(given)
  const base = address && subaddress(address).base
  const [exact] = address ? await db.query<Target>(WHOSE, [address], 'worker') : []
  const [target] = exact ? [exact] : base ? await db.query<Target>(WHOSE, [base], 'worker') : []
  if (!target) throw new Reply(550, '5.1.1 No such mailbox here')
  const before = targets.get(session)
  if (before && before.id !== target.id) throw new Reply(452, '4.5.3 One mailbox at a time')
  targets.set(session, target)
}

async function data(
  services: Services,
  owners: Owners,
  target: Target | undefined,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  try {
    if (!target) throw new Reply(503, '5.5.1 No mailbox was named')
    const box = await services.db.withContext(
      { orgId: target.orgId, userId: null },
      (tx) => mailbox(tx, target.id),
      'worker',
    )
    if (!box?.enabled) throw new Reply(550, '5.1.1 No such mailbox here')
    await hand(services, owners, target.orgId, box, stream, session)
  } finally {
    // Whatever is left must be read, or the connection stands still.
    stream.resume()
  }
}

async function hand(
  services: Services,
  owners: Owners,
  orgId: string,
  box: MailboxRow,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope
  try {
    await receiveMail(services, owners, orgId, box, whole(stream), {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map((r) => r.address),
      client: { ip: session.remoteAddress, helo: session.hostNameAppearsAs || undefined },
    })
  } catch (error) {
    if (error instanceof MailDeferred)
      throw new Reply(451, '4.7.1 Too many mails from this sender; try again later')
    if (!(error instanceof MailRefused)) throw error
    await noteRefused(services, orgId, box.id, error)
    if (error.code === 'too-large' || error.code === 'file-too-large')
      throw new Reply(552, '5.3.4 The mail is too large')
    throw new Reply(554, '5.6.0 The mail can not be taken as it is built')
  }
}

/** The mail as it comes in; one that is cut off or beyond the size is none. The stream itself stays open. */
async function* whole(stream: SMTPServerDataStream): AsyncGenerator<Buffer> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Buffer
  if (stream.sizeExceeded) throw new MailRefused('too-large')
}
