import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from '../routing/parents.ts'

const links = createRoute({
  getParentRoute: () => insideRoute,
  path: '/links',
  staticData: { title: 'Links' },
  component: lazyRouteComponent(() => import('./links/LinksPage.tsx'), 'LinksPage'),
})

const manageLinks = createRoute({
  getParentRoute: () => insideRoute,
  path: '/links/manage',
  staticData: { title: 'Manage links', needs: 'links:manage' },
  component: lazyRouteComponent(() => import('./links/ManageLinksPage.tsx'), 'ManageLinksPage'),
})

const announcements = createRoute({
  getParentRoute: () => insideRoute,
  path: '/announcements',
  staticData: { title: 'Announcements' },
  component: lazyRouteComponent(() => import('./announcements/AnnouncementsPage.tsx'), 'AnnouncementsPage'),
})

const manageAnnouncements = createRoute({
  getParentRoute: () => insideRoute,
  path: '/announcements/manage',
  staticData: { title: 'Manage announcements', needs: 'announcements:manage' },
  component: lazyRouteComponent(
    () => import('./announcements/ManageAnnouncementsPage.tsx'),
    'ManageAnnouncementsPage',
  ),
})

export const resourceRoutes = [links, manageLinks, announcements, manageAnnouncements] as const
