import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'
import { REPORTS, type Report } from './tabs.ts'

export const reportRoutes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: '/reports',
    staticData: { title: 'Reports', needs: 'reports:read' },
    validateSearch: ({ report }: Record<string, unknown>): { report?: Report } =>
      REPORTS.includes(report as Report) ? { report: report as Report } : {},
    component: lazyRouteComponent(() => import('./ReportsPage.tsx'), 'ReportsPage'),
  }),
] as const
