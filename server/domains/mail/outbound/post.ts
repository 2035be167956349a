import { domainToASCII } from 'node:url'
import { createTransport } from 'nodemailer'
import { certificateName, resolveServer } from '../server-address.ts'
import type { Relay } from '../settings.ts'
import type { Letter } from './letter.ts'

/** How it went wrong. `permanent`: trying again would change nothing. `code` holds no text of anybody's. */
export class NotPosted extends Error {
  readonly code: string
  readonly permanent: boolean

  constructor(code: string, permanent: boolean) {
    super(`not posted: ${code}`)
    this.code = code
    this.permanent = permanent
  }
}

/** One whom the mail server would not take a letter for. */
export interface Refusal {
  address: string
  why: NotPosted
}

const CONNECT_MS = 20_000
const SOCKET_MS = 60_000

function transportOf(relay: Relay, address: string) {
  return createTransport({
    host: address,
    port: relay.port,
    secure: relay.security === 'tls',
    requireTLS: relay.security === 'starttls',
    ignoreTLS: relay.security === 'none',
    tls: { ...certificateName(relay.host), minVersion: 'TLSv1.2', ...(relay.ca && { ca: relay.ca }) },
    ...(relay.login && { auth: { user: relay.login.user, pass: relay.login.password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
    dnsTimeout: CONNECT_MS,
    // What a letter is made of comes from us: it names no file and no address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
}

/**
 * Hands a letter to the organization's mail server: the one place from which mail leaves. The envelope's sender is the
 * address that answers go to, so that a bounce comes back to its ticket. Answers those whom the server refused, one by
 * one: all others have it.
 *
 * @throws NotPosted where nobody has it for a reason that is nobody's own
 */
export async function post(relay: Relay, letter: Letter, loopMark: string): Promise<Refusal[]> {
  const refused = await withTransport(relay, (transport) => handOver(transport, relay, letter, loopMark))
  const mine = new Map(letter.now.map((address) => [asSent(address), address]))
  return refused.map((error) => ({
    address: mine.get(asSent(error.recipient)) ?? error.recipient,
    why: notPosted(error),
  }))
}

/**
 * The same for a letter to one alone.
 *
 * @throws NotPosted
 */
export async function postToOne(relay: Relay, letter: Letter, loopMark: string): Promise<void> {
  const [refused] = await post(relay, letter, loopMark)
  if (refused) throw refused.why
}

type RecipientError = Error & { recipient: string }

/** An address as it goes over the wire. */
function asSent(address: string): string {
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  return (address.slice(0, at) + (domainToASCII(domain) || domain)).toLowerCase()
}

async function handOver(
  transport: ReturnType<typeof transportOf>,
  relay: Relay,
  letter: Letter,
  loopMark: string,
): Promise<RecipientError[]> {
  try {
    const sent = await transport.sendMail({
      envelope: { from: letter.replyTo ?? relay.fromAddress, to: [...letter.now] },
      from: { name: relay.fromName ?? '', address: relay.fromAddress },
      to: { name: '', address: letter.to },
      ...(letter.cc.length && { cc: letter.cc.map((address) => ({ name: '', address })) }),
      ...(letter.replyTo && { replyTo: { name: relay.fromName ?? '', address: letter.replyTo } }),
      subject: letter.subject,
      text: letter.text,
      messageId: letter.messageId,
      ...(letter.inReplyTo && { inReplyTo: letter.inReplyTo }),
      ...(letter.references.length && { references: [...letter.references] }),
      headers: {
        'X-Loop': loopMark,
        'X-Auto-Response-Suppress': 'OOF, AutoReply',
        ...(letter.automatic && { 'Auto-Submitted': 'auto-generated' }),
      },
      attachments: letter.files.map((f) => ({
        filename: f.name,
        contentType: f.contentType,
        content: f.open(),
        contentDisposition: 'attachment' as const,
      })),
    })
    return (sent.rejectedErrors ?? []) as RecipientError[]
  } catch (error) {
    const { rejectedErrors } = error as { rejectedErrors?: RecipientError[] }
    if (!rejectedErrors?.length) throw error
    return rejectedErrors
  }
}

/** Connects and signs in, and sends nothing. Throws NotPosted. */
export const tryRelay = (relay: Relay): Promise<void> =>
  withTransport(relay, async (transport) => void (await transport.verify()))

async function withTransport<T>(
  relay: Relay,
  work: (transport: ReturnType<typeof transportOf>) => Promise<T>,
): Promise<T> {
  let transport: ReturnType<typeof transportOf> | undefined
  try {
    transport = transportOf(relay, await resolveServer(relay.host, relay.security))
    return await work(transport)
  } catch (error) {
    throw notPosted(error)
  } finally {
    transport?.close()
  }
}

const KNOWN = /^[A-Z][A-Z0-9_]{1,40}$/
/** Faults of the settings or of the letter; all others may pass. */
const PERMANENT = new Set(['EENVELOPE', 'EMESSAGE', 'ADDRESS_REFUSED'])

function notPosted(error: unknown): NotPosted {
  const {
    code = '',
    responseCode,
    response = '',
  } = error as {
    code?: string
    responseCode?: number
    response?: string
  }
  if (responseCode) {
    const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
    // A refused login is mended in the settings; the mail waits for it.
    const permanent = responseCode >= 500 && code !== 'EAUTH'
    return new NotPosted(enhanced ? `${responseCode} ${enhanced}` : String(responseCode), permanent)
  }
  return new NotPosted(KNOWN.test(code) ? code : 'UNKNOWN', PERMANENT.has(code))
}
