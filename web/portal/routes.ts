import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { doorRoute, portalRoute } from '../routing/parents.ts'
import { loadHome } from './home-data.ts'
import { PortalPageSkeleton } from './PortalSkeleton.tsx'
import { portalSignatureRoutes } from './signatures/routes.ts'

/** Where an invitation leads, by link or by code. */
const join = createRoute({
  getParentRoute: () => doorRoute,
  path: '/portal/join',
  staticData: { title: 'Invitation' },
  component: lazyRouteComponent(() => import('./JoinPage.tsx'), 'JoinPage'),
})

const home = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal',
  staticData: { title: 'Portal' },
  loader: loadHome,
  pendingComponent: PortalPageSkeleton,
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
})

const account = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/account',
  staticData: { title: 'Your account' },
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

const threads = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/messages',
  staticData: { title: 'Messages' },
  component: lazyRouteComponent(() => import('./messages/ThreadsPage.tsx'), 'ThreadsPage'),
})

const newThread = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/messages/new',
  staticData: { title: 'New message' },
  component: lazyRouteComponent(() => import('./messages/NewThreadPage.tsx'), 'NewThreadPage'),
})

const thread = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/messages/$threadId',
  staticData: { title: 'Conversation' },
  component: lazyRouteComponent(() => import('./messages/ThreadPage.tsx'), 'ThreadPage'),
})

const requests = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/requests',
  staticData: { title: 'Requests' },
  component: lazyRouteComponent(() => import('./requests/RequestsPage.tsx'), 'RequestsPage'),
})

const newRequest = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/requests/new',
  staticData: { title: 'New request' },
  component: lazyRouteComponent(() => import('./requests/NewRequestPage.tsx'), 'NewRequestPage'),
})

const request = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/requests/$requestId',
  staticData: { title: 'Request' },
  component: lazyRouteComponent(() => import('./requests/RequestPage.tsx'), 'RequestPage'),
})

const links = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/links',
  staticData: { title: 'Links' },
  component: lazyRouteComponent(() => import('./LinksPage.tsx'), 'LinksPage'),
})

const announcements = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/announcements',
  staticData: { title: 'Announcements' },
  component: lazyRouteComponent(() => import('./AnnouncementsPage.tsx'), 'AnnouncementsPage'),
})

const forms = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/forms',
  staticData: { title: 'Forms' },
  component: lazyRouteComponent(() => import('./forms/FormsPage.tsx'), 'FormsPage'),
})

const form = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/forms/$responseId',
  staticData: { title: 'Form' },
  component: lazyRouteComponent(() => import('./forms/FormPage.tsx'), 'FormPage'),
})

const documents = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/documents',
  staticData: { title: 'Documents' },
  component: lazyRouteComponent(() => import('./documents/DocumentsPage.tsx'), 'DocumentsPage'),
})

const folder = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/documents/folders/$folderId',
  staticData: { title: 'Folder' },
  component: lazyRouteComponent(() => import('./documents/FolderPage.tsx'), 'FolderPage'),
})

const document = createRoute({
  getParentRoute: () => portalRoute,
  path: '/portal/documents/$documentId',
  staticData: { title: 'Document' },
  component: lazyRouteComponent(() => import('./documents/DocumentPage.tsx'), 'DocumentPage'),
})

export const portalDoorRoutes = [join] as const
export const portalRoutes = [
  home,
  account,
  threads,
  newThread,
  thread,
  requests,
  newRequest,
  request,
  documents,
  folder,
  document,
  links,
  announcements,
  forms,
  form,
  ...portalSignatureRoutes,
] as const
