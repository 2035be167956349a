import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const stub = lazyRouteComponent(() => import('../ui/StubPage.tsx'), 'StubPage')

const log = createRoute({
  getParentRoute: () => insideRoute,
  path: '/audit',
  staticData: { title: 'Audit log', needs: 'audit:read' },
  component: stub,
})

const sessions = createRoute({
  getParentRoute: () => insideRoute,
  path: '/audit/sessions',
  staticData: { title: 'Sessions', needs: 'audit:read' },
  component: stub,
})

export const auditingRoutes = [log, sessions] as const
