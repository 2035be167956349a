import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { PortalSkeleton } from '../portal/PortalSkeleton.tsx'
import { ErrorPage } from '../shell/ErrorPage.tsx'
import { Root } from '../shell/Root.tsx'
import { ShellSkeleton } from '../shell/ShellSkeleton.tsx'
import { requireSession } from './guards.ts'

export const rootRoute = createRootRoute({ component: Root, errorComponent: ErrorPage })

/** Pages for nobody in particular: set-up, sign-in, invitation. */
export const doorRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'door',
  component: lazyRouteComponent(() => import('../shell/door/DoorLayout.tsx'), 'DoorLayout'),
})

/** Pages behind the sign-in, inside the shell. Each domain's `routes.ts` hangs its pages here. */
export const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: ({ location }) => requireSession(location.pathname),
  pendingComponent: ShellSkeleton,
  component: lazyRouteComponent(() => import('../shell/Shell.tsx'), 'Shell'),
})

/** Pages of the client portal, in a shell of their own. */
export const portalRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'portal',
  beforeLoad: ({ location }) => requireSession(location.pathname),
  pendingComponent: PortalSkeleton,
  pendingMs: 0,
  component: lazyRouteComponent(() => import('../portal/PortalShell.tsx'), 'PortalShell'),
})

/** Any other address: said inside the shell, to those who are signed in. */
export const unknownRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '$',
  staticData: { title: 'No such page' },
  component: lazyRouteComponent(() => import('../shell/NotFoundPage.tsx'), 'NotFoundPage'),
})
