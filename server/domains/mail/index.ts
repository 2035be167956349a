import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import type { Owners } from '../files/index.ts'
import { MailboxPoller } from './inbound/imap/poller.ts'
import { askForRating } from './outbound/ask-rating.ts'
import { deliver } from './outbound/deliver.ts'
import { takeFromOutbox } from './outbound/take.ts'
import { heldRoutes } from './routes/held.ts'
import { mailboxRoutes } from './routes/mailboxes.ts'
import { outboundRoutes } from './routes/outbound.ts'
import { ticketMailRoutes } from './routes/ticket-mail.ts'

export function mailRoutes(services: Services): Route[] {
  return [
    ...mailboxRoutes(services),
    ...outboundRoutes(services),
    ...heldRoutes(services),
    ...ticketMailRoutes(services),
  ]
}

export function mailJobs(services: Services): JobSet {
  return {
    tasks: {
      'mail.take': (job) => takeFromOutbox(services, job),
      'rating.ask': (job) => askForRating(services, job),
      'mail.deliver': (job) => deliver(services, job),
    },
  }
}

/** Starts to read the IMAP mailboxes of all organizations. */
export function startMailboxes(services: Services, owners: Owners): { stop(): Promise<void> } {
  const poller = new MailboxPoller(services, owners)
  poller.start()
  return poller
}

export { type Listener, startListener } from './inbound/listener.ts'
export { judgeOutgoing } from './outbound/gate.ts'
export { mailNews, mailNotice, mailReady, postNotice, wantsMail } from './outbound/notice.ts'
export { mailSettings } from './settings.ts'
