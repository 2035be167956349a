import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/portal-people',
  staticData: { title: 'Portal people', needs: 'portal:read' },
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/portal-people/$personId',
  staticData: { title: 'Portal person', needs: 'portal:read' },
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
})

export const portalPeopleRoutes = [list, one] as const
