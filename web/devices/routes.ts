import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'
import { DEVICE_TABS, type DeviceTab } from './tabs.ts'

const list = createRoute({
  getParentRoute: () => insideRoute,
  path: '/devices',
  staticData: { title: 'Device backups', needs: 'devices:read' },
  component: lazyRouteComponent(() => import('./DevicesPage.tsx'), 'DevicesPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/devices/$deviceId',
  staticData: { title: 'Device', needs: 'devices:read' },
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: DeviceTab } =>
    DEVICE_TABS.includes(tab as DeviceTab) ? { tab: tab as DeviceTab } : {},
  component: lazyRouteComponent(() => import('./DevicePage.tsx'), 'DevicePage'),
})

export const deviceRoutes = [list, one] as const
