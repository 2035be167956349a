import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { absenceRoutes } from './routes/absence.ts'
import { portalRoutes } from './routes/portal.ts'
import { staffRoutes } from './routes/staff.ts'

export { threadFiles } from './file-owner.ts'

/** Secure threads between clients and care teams. */
export function messageRoutes(services: Services): Route[] {
  return [...absenceRoutes(services), ...staffRoutes(services), ...portalRoutes(services)]
}
