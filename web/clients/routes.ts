import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'
import { CLIENT_TABS, type ClientTab } from './tabs.ts'

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/clients',
  staticData: { title: 'Clients', needs: 'clients:read' },
  component: lazyRouteComponent(() => import('./ClientsPage.tsx'), 'ClientsPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/clients/$clientId',
  staticData: { title: 'Client', needs: 'clients:read' },
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: ClientTab } =>
    CLIENT_TABS.includes(tab as ClientTab) ? { tab: tab as ClientTab } : {},
  component: lazyRouteComponent(() => import('./ClientPage.tsx'), 'ClientPage'),
})

export const clientRoutes = [list, one] as const
