import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { doorRoute, insideRoute } from '../routing/parents.ts'
import { tabIn } from '../ui/tab-in.ts'
import { TICKET_TABS, type TicketTab } from './tabs.ts'

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/tickets',
  staticData: { title: 'Tickets', needs: 'tickets:read' },
  component: lazyRouteComponent(() => import('./list/TicketsPage.tsx'), 'TicketsPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/tickets/$ticketId',
  staticData: { title: 'Ticket', needs: 'tickets:read' },
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: TicketTab } =>
    TICKET_TABS.includes(tab as TicketTab) ? { tab: tab as TicketTab } : {},
  component: lazyRouteComponent(() => import('./ticket/TicketPage.tsx'), 'TicketPage'),
})

const settings = createRoute({
  getParentRoute: () => insideRoute,
  path: '/desk-settings',
  staticData: { title: 'Desk settings', needs: 'desk:settings' },
  validateSearch: tabIn([
    'queues',
    'types',
    'flows',
    'checklists',
    'templates',
    'automations',
    'recurring',
    'satisfaction',
  ]),
  component: lazyRouteComponent(() => import('./settings/DeskSettingsPage.tsx'), 'DeskSettingsPage'),
})

const macros = createRoute({
  getParentRoute: () => insideRoute,
  path: '/macros',
  staticData: { title: 'Macros', needs: 'tickets:write' },
  component: lazyRouteComponent(() => import('./macros/MacrosPage.tsx'), 'MacrosPage'),
})

const serviceLevels = createRoute({
  getParentRoute: () => insideRoute,
  path: '/service-levels',
  staticData: { title: 'Service levels', needs: 'desk:settings' },
  validateSearch: tabIn(['policies', 'calendars', 'preview']),
  component: lazyRouteComponent(() => import('./sla/SlaPage.tsx'), 'SlaPage'),
})

export const deskRoutes = [list, one, settings, macros, serviceLevels] as const

/** Where the link in the mail about a ticket that has ended leads: for whoever has it. */
const rate = createRoute({
  getParentRoute: () => doorRoute,
  path: '/rate',
  staticData: { title: 'How did it go?' },
  component: lazyRouteComponent(() => import('./ratings/RatePage.tsx'), 'RatePage'),
})

export const rateRoutes = [rate] as const
