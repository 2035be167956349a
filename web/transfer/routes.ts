import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const imports = createRoute({
  getParentRoute: () => insideRoute,
  path: '/imports',
  staticData: { title: 'Import', needs: 'clients:import' },
  component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/imports/$importId',
  staticData: { title: 'Import', needs: 'clients:import' },
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

export const transferRoutes = [imports, one] as const
