import type { GateReason } from './gate.ts'

/** What the ticket says about its mail. Fixed words: nothing of anybody's, so that it may be read by whoever sees the ticket. */
const REASON: Record<GateReason, string> = {
  'text-suspected': 'the text may hold health information',
  'file-suspected': 'a file may hold health information',
  'file-unread': 'a file could not be read',
  'file-infected': 'a file is infected',
}
const because = (reasons: readonly GateReason[]) =>
  reasons.length ? `: ${reasons.map((r) => REASON[r]).join(', ')}` : ''

/** `some`: others have it already. */
const notSent = (some: boolean) => (some ? 'Not every recipient got the reply' : 'The reply was not sent')

export const said = {
  held: (reasons: readonly GateReason[], some: boolean) =>
    `${notSent(some)}${because(reasons)}. It waits for somebody who may release mail.`,
  blocked: (reasons: readonly GateReason[], some: boolean) => `${notSent(some)}${because(reasons)}.`,
  notice: (reasons: readonly GateReason[]) =>
    `The reply stayed here${because(reasons)}. The recipient got a notice with a link.`,
  dropped: (some: boolean) => `${notSent(some)}: so it was decided.`,
  purged: (some: boolean) => `${notSent(some)}: its text was purged.`,
  failed: (code: string | undefined) =>
    `The reply could not be delivered${code ? ` (${code})` : ''}. Reach the recipient another way.`,
  copiesRefused: (count: number) =>
    `${count === 1 ? 'One of those in copy' : `${count} of those in copy`} did not get the reply: the mail server refused the address.`,
  copyFailed: (code: string | undefined) =>
    `The copy for one of the recipients could not be delivered${code ? ` (${code})` : ''}.`,
  delayed: 'The recipient’s mail server has not taken the reply yet and tries on.',
}
