import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const keys = createRoute({
  getParentRoute: () => insideRoute,
  path: '/keys',
  staticData: { title: 'Keys', needs: 'keys:read' },
  component: lazyRouteComponent(() => import('./KeysPage.tsx'), 'KeysPage'),
})

export const keyRoutes = [keys] as const
