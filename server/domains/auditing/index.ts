import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

export function auditingRoutes(_services: Services): Route[] {
  return []
}
