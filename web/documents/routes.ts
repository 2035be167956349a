import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { doorRoute, insideRoute } from '../routing/parents.ts'

const home = createRoute({
  getParentRoute: () => insideRoute,
  path: '/documents',
  staticData: { title: 'Documents', needs: 'documents:read' },
  component: lazyRouteComponent(() => import('./DocumentsPage.tsx'), 'DocumentsPage'),
})

const folder = createRoute({
  getParentRoute: () => insideRoute,
  path: '/documents/folders/$folderId',
  staticData: { title: 'Folder', needs: 'documents:read' },
  component: lazyRouteComponent(() => import('./folder/FolderPage.tsx'), 'FolderPage'),
})

const one = createRoute({
  getParentRoute: () => insideRoute,
  path: '/documents/$documentId',
  staticData: { title: 'Document', needs: 'documents:read' },
  component: lazyRouteComponent(() => import('./document/DocumentPage.tsx'), 'DocumentPage'),
})

/** Where a link leads: for whoever has it. */
const shared = createRoute({
  getParentRoute: () => doorRoute,
  path: '/shared',
  staticData: { title: 'Shared document' },
  component: lazyRouteComponent(() => import('./shared/SharedPage.tsx'), 'SharedPage'),
})

export const sharedRoutes = [shared] as const
export const documentRoutes = [home, folder, one] as const
