import type { TicketMail } from './mail.ts'

export type Delivery = TicketMail['deliveries'][number]

export interface DeliveryWords {
  text: string
  tone: 'good' | 'wait' | 'bad'
  email: string
  /** Why not, as the mail server’s code. */
  code?: string
}

const WORDS: Record<Delivery['state'], Pick<DeliveryWords, 'text' | 'tone'>> = {
  waiting: { text: 'on its way to', tone: 'wait' },
  sending: { text: 'on its way to', tone: 'wait' },
  sent: { text: 'sent to', tone: 'good' },
  'notice-sent': { text: 'may hold PHI: a notice with a link went to', tone: 'good' },
  held: { text: 'may hold PHI: waits for a decision, for', tone: 'wait' },
  blocked: { text: 'may hold PHI: not sent to', tone: 'bad' },
  dropped: { text: 'dropped, not sent to', tone: 'bad' },
  failed: { text: 'could not be sent to', tone: 'bad' },
}

/** What became of a reply as e-mail: for all at once, or one by one where not all of them fared alike. */
export function deliveryWords(d: Delivery): DeliveryWords[] {
  if (!d.recipients.length) return [{ ...WORDS[d.state], email: d.to }]
  return d.recipients.map(({ email, state, errorCode }) => {
    if (errorCode === 'WITHHELD') return { text: 'not sent to', tone: 'bad', email }
    const notice = state === 'sent' && d.state === 'notice-sent' && email === d.to
    const words =
      state === 'waiting' && d.state === 'held' ? WORDS.held : WORDS[notice ? 'notice-sent' : state]
    return { ...words, email, ...(errorCode && { code: errorCode }) }
  })
}
