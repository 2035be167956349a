import { emailAddress } from '../addresses.ts'
import { messageIds } from '../message-ids.ts'

/** Header values by lower-case name, decoded or not, as they came. */
export type HeaderLookup = (name: string) => string | undefined

/**
 * What sent a mail:
 * - `person`: somebody wrote it, or nothing says otherwise
 * - `machine`: nobody answers it, but it tells something new (an alert, a list): it may open a ticket
 * - `auto-reply`: a machine answered for somebody (out of office): opens no ticket and reopens none
 * - `bounce`: a mail server tells of a mail that it could not deliver
 * - `loop`: it left here and came back
 */
export type SenderKind = 'person' | 'machine' | 'auto-reply' | 'bounce' | 'loop'

export interface Automatic {
  kind: SenderKind
  /** Whether anything automatic may be sent back (RFC 3834 section 2). */
  mayAnswer: boolean
}

export interface MailFacts {
  header: HeaderLookup
  from: string | undefined
  /** Of the SMTP envelope, '' for the null sender (RFC 5321 section 4.5.5); undefined where it is not known. */
  envelopeFrom: string | undefined
  /** Of the outermost part, in lower case, without parameters. */
  contentType: string
  /** The `report-type` of a multipart/report (RFC 6522), in lower case. */
  reportType: string | undefined
}

const MAILER = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/
const NO_REPLY = /^(no-?reply|do-?not-?reply|bounces?|notifications?)([+=._-].*)?@/
/** Only what programs write themselves: a person may well write "automatic" into a subject. */
const OUT_OF_OFFICE =
  /^\W*(re:\s*)?(auto(matic|matische)?[\s-]?(reply|response|antwort)|automatische antwort|out of (the )?office|abwesenheit(snotiz)?|abwesend|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord)\b/iu

/**
 * Recognizes mail that no person wrote. Follows RFC 3834 (Auto-Submitted), RFC 5321 (null return path), RFC 3464 and
 * RFC 6522 (reports), RFC 2919 and 2369 (lists), and what older programs send (Precedence, X-Autoreply).
 *
 * @param ours the mark in our own mail's X-Loop, and addresses of our mailboxes
 */
export function recognize(mail: MailFacts, ours: { mark: string; mailboxes: readonly string[] }): Automatic {
  const { header } = mail
  const said = (name: string) => header(name)?.trim().toLowerCase() ?? ''
  if (header('x-loop')?.includes(ours.mark) || (mail.from && ours.mailboxes.includes(mail.from)))
    return { kind: 'loop', mayAnswer: false }

  const path = returnPath(mail)
  const from = mail.from ?? ''
  if (mail.contentType === 'multipart/report' && mail.reportType === 'delivery-status')
    return { kind: 'bounce', mayAnswer: false }
  if (path === '' && MAILER.test(from)) return { kind: 'bounce', mayAnswer: false }
  if (said('x-failed-recipients')) return { kind: 'bounce', mayAnswer: false }
  // Read receipts (RFC 8098) and other reports are nobody's words.
  if (mail.contentType === 'multipart/report') return { kind: 'auto-reply', mayAnswer: false }

  const submitted = said('auto-submitted').split(/[;\s]/)[0]
  const replied =
    submitted === 'auto-replied' ||
    Boolean(header('x-autoreply') ?? header('x-autorespond')) ||
    said('precedence') === 'auto_reply' ||
    said('x-precedence') === 'auto_reply' ||
    said('x-ms-exchange-generated-message-source').includes('oof') ||
    (OUT_OF_OFFICE.test(header('subject') ?? '') && answersSomething(header))
  if (replied) return { kind: 'auto-reply', mayAnswer: false }

  const generated =
    (submitted !== '' && submitted !== 'no') ||
    /^(bulk|list|junk)$/.test(said('precedence')) ||
    Boolean(header('list-id') ?? header('list-unsubscribe') ?? header('feedback-id')) ||
    path === '' ||
    MAILER.test(from) ||
    NO_REPLY.test(from)
  if (generated) return { kind: 'machine', mayAnswer: false }
  // Exchange marks what wants no automatic answer; what it marks may still be a person's.
  return { kind: 'person', mayAnswer: !/\b(all|oof|autoreply)\b/.test(said('x-auto-response-suppress')) }
}

const answersSomething = (header: HeaderLookup) =>
  messageIds(header('in-reply-to')).length > 0 || messageIds(header('references')).length > 0

/** '' for the null return path; the header counts only where the envelope is not known: anybody can write a header. */
function returnPath({ envelopeFrom, header }: MailFacts): string | undefined {
  if (envelopeFrom !== undefined) return envelopeFrom.trim()
  const written = header('return-path')?.trim()
  if (written === undefined) return undefined
  return written === '<>' ? '' : (emailAddress(written.replace(/^<|>$/g, '')) ?? undefined)
}
