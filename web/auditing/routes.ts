import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const log = createRoute({
  getParentRoute: () => insideRoute,
  path: '/audit',
  staticData: { title: 'Audit log', needs: 'audit:read' },
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})

const sessions = createRoute({
  getParentRoute: () => insideRoute,
  path: '/audit/sessions',
  staticData: { title: 'Sessions', needs: 'audit:read' },
  component: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
})

const screens = createRoute({
  getParentRoute: () => insideRoute,
  path: '/audit/sessions/$sessionId',
  staticData: { title: 'Session', needs: 'audit:read' },
  component: lazyRouteComponent(() => import('./ScreensPage.tsx'), 'ScreensPage'),
})

export const auditingRoutes = [log, sessions, screens] as const
