import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

export function transferRoutes(_services: Services): Route[] {
  return []
}
