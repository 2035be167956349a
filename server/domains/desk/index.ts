import type { Route } from '../../platform/http/route.ts'
import type { JobSet } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { closeResolved } from './auto-close.ts'
import { ruleRoutes } from './automation/routes.ts'
import { runRules } from './automation/run.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { openDue } from './recurring/open.ts'
import { scheduleRoutes } from './recurring/routes.ts'
import { ringReminder } from './reminders/ring.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { deskReportRoutes } from './reports/routes.ts'
import { changeRoutes } from './routes/change.ts'
import { choiceRoutes } from './routes/choices.ts'
import { exportRoutes } from './routes/export.ts'
import { listRoutes } from './routes/lists.ts'
import { macroRoutes } from './routes/macros.ts'
import { oneMessageRoutes } from './routes/message.ts'
import { messageRoutes } from './routes/messages.ts'
import { notificationRoutes } from './routes/notifications.ts'
import { peopleRoutes } from './routes/people.ts'
import { savedRoutes } from './routes/saved.ts'
import { settingRoutes } from './routes/settings.ts'
import { stepRoutes } from './routes/steps.ts'
import { templateRoutes } from './routes/templates.ts'
import { ticketRoutes } from './routes/tickets.ts'
import { tieRoutes } from './routes/ties.ts'
import { slaJobs, slaRoutes } from './sla/index.ts'

export function deskRoutes(services: Services): Route[] {
  return [
    ...ticketRoutes(services),
    ...choiceRoutes(),
    ...listRoutes(services),
    ...exportRoutes(services),
    ...changeRoutes(services),
    ...messageRoutes(services),
    ...oneMessageRoutes(services),
    ...peopleRoutes(services),
    ...notificationRoutes(services),
    ...savedRoutes(services),
    ...macroRoutes(services),
    ...templateRoutes(services),
    ...ruleRoutes(services),
    ...scheduleRoutes(services),
    ...tieRoutes(services),
    ...stepRoutes(services),
    ...reminderRoutes(),
    ...settingRoutes(services),
    ...slaRoutes(services),
    ...deskReportRoutes(services),
    ...ratingRoutes(services),
  ]
}

export function deskJobs(services: Services): JobSet[] {
  return [
    slaJobs(services),
    {
      tasks: {
        'ticket.remind': (job) => ringReminder(services, job),
        'ticket.auto-close': (job) => closeResolved(services, job),
        'ticket.recur': (job) => openDue(services, job),
        'ticket.rules': (job) => runRules(services, job),
      },
      everyMinutes: { 'ticket.auto-close': 30, 'ticket.recur': 1 },
    },
  ]
}

export { type By, byRequest, bySystem } from '../../platform/http/by.ts'
export { answerNothing } from './automation/quiet.ts'
export { copiesOf, type TicketCopies } from './copies.ts'
export { createTicket, type MadeTicket, type NewTicket } from './create.ts'
export { eraseTicketsOf } from './erase.ts'
export { ticketFiles } from './file-owner.ts'
export { clientMoved } from './leave.ts'
export { alsoMerged } from './merge-along.ts'
export { type AddedMessage, addMessage, lockForChange, type NewMessage } from './message.ts'
export {
  type MailTicket,
  notifyOfMail,
  type OutgoingMessage,
  outgoingMessage,
  takeOutbox,
  ticketById,
  ticketByMail,
  ticketByNumber,
} from './outbox.ts'
export { settleTicket, suspectOnTicket } from './phi.ts'
export { ratingToAsk, type ToAsk } from './ratings/links.ts'
export { type NewRating, rateTicket } from './ratings/rate.ts'
export { RatingBody, Score } from './ratings/routes.ts'
export { type LockedTicket, lockTicket, openTicket as readTicket, type TicketRow } from './records.ts'
export { alsoSealedUnderTickets } from './rekey.ts'
export { type Addressed, type Copies, copiesFor } from './rules/copies.ts'
export { judge, refuseTelling } from './rules/detection.ts'
export { TicketSeal } from './seal.ts'
export { sweep as sweepServiceLevels } from './sla/sweep.ts'
export { changeStatus } from './status.ts'
