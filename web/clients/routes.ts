import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const stub = lazyRouteComponent(() => import('../ui/StubPage.tsx'), 'StubPage')

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/clients',
  staticData: { title: 'Clients', needs: 'clients:read' },
  component: stub,
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/clients/$clientId',
  staticData: { title: 'Client', needs: 'clients:read' },
  component: stub,
})

export const clientRoutes = [list, one] as const
