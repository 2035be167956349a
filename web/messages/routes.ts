import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/messages',
  staticData: { title: 'Messages', needs: 'messages:read' },
  component: lazyRouteComponent(() => import('./ThreadsPage.tsx'), 'ThreadsPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/messages/$threadId',
  staticData: { title: 'Conversation', needs: 'messages:read' },
  component: lazyRouteComponent(() => import('./ThreadPage.tsx'), 'ThreadPage'),
})

export const messageRoutes = [list, one] as const
