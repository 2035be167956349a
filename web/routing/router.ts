import { createRouter } from '@tanstack/react-router'
import { accessRoutes } from '../access/routes.ts'
import { auditingRoutes } from '../auditing/routes.ts'
import { clientRoutes } from '../clients/routes.ts'
import { deskRoutes, rateRoutes } from '../desk/routes.ts'
import { deviceRoutes } from '../devices/routes.ts'
import { documentRoutes, sharedRoutes } from '../documents/routes.ts'
import { formRoutes } from '../forms/routes.ts'
import { homeRoute } from '../home/routes.ts'
import { doorRoutes, identityRoutes } from '../identity/routes.ts'
import { keyRoutes } from '../keys/routes.ts'
import { mailRoutes } from '../mail/routes.ts'
import { messageRoutes } from '../messages/routes.ts'
import { portalDoorRoutes, portalRoutes } from '../portal/routes.ts'
import { portalPeopleRoutes } from '../portal-people/routes.ts'
import { reportRoutes } from '../reports/routes.ts'
import { resourceRoutes } from '../resources/routes.ts'
import { PageFailed } from '../shell/ErrorPage.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { signatureRoutes } from '../signatures/routes.ts'
import { transferRoutes } from '../transfer/routes.ts'
import { worktimeRoutes } from '../worktime/routes.ts'
import { doorRoute, insideRoute, portalRoute, rootRoute, unknownRoute } from './parents.ts'

const routeTree = rootRoute.addChildren([
  doorRoute.addChildren([...doorRoutes, ...sharedRoutes, ...rateRoutes, ...portalDoorRoutes]),
  portalRoute.addChildren(portalRoutes),
  insideRoute.addChildren([
    homeRoute,
    ...clientRoutes,
    ...deskRoutes,
    ...documentRoutes,
    ...signatureRoutes,
    ...portalPeopleRoutes,
    ...messageRoutes,
    ...formRoutes,
    ...mailRoutes,
    ...worktimeRoutes,
    ...reportRoutes,
    ...resourceRoutes,
    ...transferRoutes,
    ...auditingRoutes,
    ...identityRoutes,
    ...accessRoutes,
    ...deviceRoutes,
    ...keyRoutes,
    unknownRoute,
  ]),
])

/** All pages. A page's code is loaded when somebody goes there, or points at its link. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 150,
  defaultPendingMinMs: 200,
  scrollRestoration: true,
})
