/** The tabs of a ticket's page beside the conversation, as its address names them. */
export const TICKET_TABS = ['details', 'history'] as const
export type TicketTab = (typeof TICKET_TABS)[number]
