import type { Readable } from 'node:stream'
import { oneLine } from '../addresses.ts'
import type { Verdict } from './gate.ts'

declare const passed: unique symbol

export interface LetterFile {
  name: string
  contentType: string
  open(): Readable
}

/** A mail that went through the gate: nothing else can be posted. */
export interface Letter {
  readonly [passed]: true
  to: string
  cc: readonly string[]
  bcc: readonly string[]
  /** Those whom it is handed over for now; the others have it, or cannot get it. */
  now: readonly string[]
  subject: string
  text: string
  files: readonly LetterFile[]
  /** With angle brackets. */
  messageId: string
  replyTo: string | undefined
  inReplyTo: string | undefined
  references: readonly string[]
  /** An answer to something, or a mail that no person wrote (RFC 3834). */
  automatic: boolean
}

export interface Draft {
  to: string
  cc: readonly string[]
  bcc: readonly string[]
  now: readonly string[]
  ticketNumber: number
  subject: string
  text: string
  files: readonly LetterFile[]
  messageId: string
  replyTo: string | undefined
  inReplyTo: string | undefined
  references: readonly string[]
  /** Where the content can be read inside Wellkeep. */
  link: string
  /** A rule wrote it. */
  automatic: boolean
}

/** A subject that says nothing about anybody. */
const neutralSubject = (number: number) => `Message about ticket ${number}`

const notice = (link: string) => `You have a new message.

It is kept where it is protected and is not sent by e-mail. Sign in to read it and to answer:

${link}

If you have no account, or did not expect this, call us on a number that you know. Please send no health information by e-mail.
`

/** What leaves under a verdict; undefined where nothing does. The one place where a letter is made. */
export function letterOf(draft: Draft, verdict: Verdict): Letter | undefined {
  const { ticketNumber, link, ...rest } = draft
  const head = { ...rest, to: draft.to }
  if (verdict.do === 'notice') {
    // Nothing that people typed, and no name: the address alone says whom it is for.
    return {
      ...head,
      // Whoever is in copy has no account to read it with, and learns nothing from it.
      cc: [],
      bcc: [],
      now: [draft.to],
      subject: neutralSubject(ticketNumber),
      text: notice(link),
      files: [],
      automatic: true,
    } as unknown as Letter
  }
  if (verdict.do !== 'send') return undefined
  const subject = verdict.ownSubject
    ? oneLine(`${draft.subject} [#${ticketNumber}]`, 400)
    : neutralSubject(ticketNumber)
  return { ...head, subject } as unknown as Letter
}

/** A mail of Wellkeep's own about nothing and nobody: to try the settings. */
export const testLetter = (to: string, messageId: string): Letter =>
  noticeLetter(to, messageId, {
    subject: 'Test message',
    text: 'Mail from Wellkeep reaches this address.\n',
  })

/** Fixed words of Wellkeep's own, to one of its users. */
export const noticeLetter = (
  to: string,
  messageId: string,
  words: { subject: string; text: string },
): Letter =>
  ({
    to,
    cc: [],
    bcc: [],
    now: [to],
    messageId,
    ...words,
    files: [],
    replyTo: undefined,
    inReplyTo: undefined,
    references: [],
    automatic: true,
  }) as unknown as Letter
