import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { messageRoutes } from './routes/messages.ts'
import { ticketRoutes } from './routes/tickets.ts'

export function deskRoutes(services: Services): Route[] {
  return [...ticketRoutes(services), ...messageRoutes(services)]
}

export { type By, byRequest, bySystem } from './by.ts'
export { createTicket, type MadeTicket, type NewTicket } from './create.ts'
export { type AddedMessage, addMessage, lockForChange, type NewMessage } from './message.ts'
export { type LockedTicket, lockTicket, openTicket as readTicket, type TicketRow } from './records.ts'
export { TicketSeal } from './seal.ts'
export { changeStatus } from './status.ts'
