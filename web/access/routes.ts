import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const stub = lazyRouteComponent(() => import('../ui/StubPage.tsx'), 'StubPage')

const explain = createRoute({
  getParentRoute: () => insideRoute,
  path: '/access',
  staticData: { title: 'Access explained', needs: 'access:explain' },
  component: stub,
})

const emergency = createRoute({
  getParentRoute: () => insideRoute,
  path: '/emergency-access',
  staticData: { title: 'Emergency access', needs: 'break-glass:review' },
  component: stub,
})

const roles = createRoute({
  getParentRoute: () => insideRoute,
  path: '/roles',
  staticData: { title: 'Roles', needs: 'roles:read' },
  component: stub,
})

const teams = createRoute({
  getParentRoute: () => insideRoute,
  path: '/teams',
  staticData: { title: 'Teams & walls', needs: 'teams:read' },
  component: stub,
})

const facilities = createRoute({
  getParentRoute: () => insideRoute,
  path: '/facilities',
  staticData: { title: 'Facilities', needs: 'facilities:read' },
  component: stub,
})

export const accessRoutes = [explain, emergency, roles, teams, facilities] as const
