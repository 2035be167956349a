import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const mine = createRoute({
  getParentRoute: () => insideRoute,
  path: '/signatures',
  staticData: { title: 'Signatures', needs: 'documents:read' },
  component: lazyRouteComponent(() => import('./MySignaturesPage.tsx'), 'MySignaturesPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/signatures/$signatureId',
  staticData: { title: 'Sign a document', needs: 'documents:read' },
  component: lazyRouteComponent(() => import('./SigningPage.tsx'), 'SigningPage'),
})

export const signatureRoutes = [mine, one] as const
