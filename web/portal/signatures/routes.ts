import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '../../routing/parents.ts'

const mine = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/signatures',
  staticData: { title: 'To sign' },
  component: lazyRouteComponent(() => import('./SignaturesPage.tsx'), 'SignaturesPage'),
})

const one = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/signatures/$signatureId',
  staticData: { title: 'Sign a document' },
  component: lazyRouteComponent(() => import('./SignaturePage.tsx'), 'SignaturePage'),
})

export const portalSignatureRoutes = [mine, one] as const
