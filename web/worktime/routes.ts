import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'
import { isDay } from './sheet/week.ts'

const timesheet = createRoute({
  getParentRoute: () => insideRoute,
  path: '/timesheet',
  staticData: { title: 'Timesheet', needs: 'time:write' },
  validateSearch: ({ week }: Record<string, unknown>): { week?: string } => (isDay(week) ? { week } : {}),
  component: lazyRouteComponent(() => import('./sheet/TimesheetPage.tsx'), 'TimesheetPage'),
})

const approvals = createRoute({
  getParentRoute: () => insideRoute,
  path: '/timesheet/approvals',
  staticData: { title: 'Time to approve', needs: 'time:approve' },
  component: lazyRouteComponent(() => import('./sheet/ApprovalsPage.tsx'), 'ApprovalsPage'),
})

const review = createRoute({
  getParentRoute: () => insideRoute,
  path: '/timesheet/approvals/$userId/$week',
  staticData: { title: 'Week to approve', needs: 'time:approve' },
  component: lazyRouteComponent(() => import('./sheet/ReviewPage.tsx'), 'ReviewPage'),
})

const contracts = createRoute({
  getParentRoute: () => insideRoute,
  path: '/contracts',
  staticData: { title: 'Contracts', needs: 'contracts:manage' },
  component: lazyRouteComponent(() => import('./contracts/ContractsPage.tsx'), 'ContractsPage'),
})

export const worktimeRoutes = [timesheet, approvals, review, contracts] as const
