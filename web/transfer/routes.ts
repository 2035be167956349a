import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const stub = lazyRouteComponent(() => import('../ui/StubPage.tsx'), 'StubPage')

const imports = createRoute({
  getParentRoute: () => insideRoute,
  path: '/imports',
  staticData: { title: 'Import', needs: 'clients:import' },
  component: stub,
})

export const transferRoutes = [imports] as const
