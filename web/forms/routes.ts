import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/forms',
  staticData: { title: 'Forms', needs: 'forms:read' },
  component: lazyRouteComponent(() => import('./FormsPage.tsx'), 'FormsPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/forms/$formId',
  staticData: { title: 'Form', needs: 'forms:read' },
  component: lazyRouteComponent(() => import('./FormPage.tsx'), 'FormPage'),
})

const response = createRoute({
  getParentRoute: () => insideRoute,
  path: '/forms/answers/$responseId',
  staticData: { title: 'Answers', needs: 'forms:read' },
  component: lazyRouteComponent(() => import('./client/ResponsePage.tsx'), 'ResponsePage'),
})

export const formRoutes = [list, one, response] as const
