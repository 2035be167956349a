import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

export function accessRoutes(_services: Services): Route[] {
  return []
}

export { createShippedRoles } from './shipped-roles.ts'
