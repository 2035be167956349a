import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { builderRoutes } from './routes/builder.ts'
import { exportRoutes } from './routes/exports.ts'
import { portalRoutes } from './routes/portal.ts'
import { responseRoutes } from './routes/responses.ts'

/** Forms: what is asked of clients, and what they answered. */
export function formRoutes(services: Services): Route[] {
  return [
    ...builderRoutes(services),
    ...responseRoutes(services),
    ...portalRoutes(services),
    ...exportRoutes(services),
  ]
}

export { responsesInBundle } from './export/in-bundle.ts'
export { responseFiles } from './files.ts'
