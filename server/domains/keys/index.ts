import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

export function keyRoutes(_services: Services): Route[] {
  return []
}

export { checkKeys } from './check.ts'
