import type { Route } from './route.ts'

/** The same for people of the portal, under /portal: they hold no permissions, their own walls decide. */
export const alsoInPortal = (routes: Route[]): Route[] => [
  ...routes,
  ...routes.map(
    (r): Route => ({
      ...r,
      path: `/portal${r.path}`,
      needs: 'portal',
      ...(r.idempotent && { idempotent: { ...r.idempotent, needs: 'portal' } }),
    }),
  ),
]
