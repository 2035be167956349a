import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

export const homeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  staticData: { title: 'Home' },
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
})
