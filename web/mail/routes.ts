import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'
import { tabIn } from '../ui/tab-in.ts'

const settings = createRoute({
  getParentRoute: () => insideRoute,
  path: '/mail',
  staticData: { title: 'Mail', needs: 'mail:settings' },
  validateSearch: tabIn(['mailboxes', 'sending', 'gate', 'received']),
  component: lazyRouteComponent(() => import('./MailPage.tsx'), 'MailPage'),
})

const held = createRoute({
  getParentRoute: () => insideRoute,
  path: '/mail/held',
  staticData: { title: 'Held mail', needs: 'mail:release' },
  component: lazyRouteComponent(() => import('./held/HeldPage.tsx'), 'HeldPage'),
})

export const mailRoutes = [settings, held] as const
