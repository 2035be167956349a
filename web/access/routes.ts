import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const explain = createRoute({
  getParentRoute: () => insideRoute,
  path: '/access',
  staticData: { title: 'Access explained', needs: 'access:explain' },
  component: lazyRouteComponent(() => import('./explain/ExplainPage.tsx'), 'ExplainPage'),
})

const emergency = createRoute({
  getParentRoute: () => insideRoute,
  path: '/emergency-access',
  staticData: { title: 'Emergency access', needs: 'break-glass:review' },
  component: lazyRouteComponent(() => import('./EmergencyPage.tsx'), 'EmergencyPage'),
})

const roles = createRoute({
  getParentRoute: () => insideRoute,
  path: '/roles',
  staticData: { title: 'Roles', needs: 'roles:read' },
  component: lazyRouteComponent(() => import('./RolesPage.tsx'), 'RolesPage'),
})

const teams = createRoute({
  getParentRoute: () => insideRoute,
  path: '/teams',
  staticData: { title: 'Teams & walls', needs: 'teams:read' },
  component: lazyRouteComponent(() => import('./TeamsPage.tsx'), 'TeamsPage'),
})

const facilities = createRoute({
  getParentRoute: () => insideRoute,
  path: '/facilities',
  staticData: { title: 'Facilities', needs: 'facilities:read' },
  component: lazyRouteComponent(() => import('./FacilitiesPage.tsx'), 'FacilitiesPage'),
})

export const accessRoutes = [explain, emergency, roles, teams, facilities] as const
